import type { Grading } from '../../source/grading.ts'
import { gradeOf } from '../../source/grading.ts'
import type { LintAnswer } from '../lint/answer.ts'
import type { StatementOriginsAnswer } from '../origins/answer.ts'
import { listed, numbered } from './words.ts'

/** What a source summary is drafted from. */
export interface SummaryFacts {
  origins: readonly StatementOriginsAnswer[]
  findings: LintAnswer['findings']
  /** Ids of the statements that are judgements. */
  judgements: ReadonlySet<string>
  /** The sources that the brief cites, by key. */
  sources: readonly { key: string; grading: Grading | null }[]
}

/** Sources that are named at most of those on which most hangs. */
const MOST_LEANT_ON = 3

/**
 * Drafts a source summary statement, as ICD 206 (Sourcing Requirements, 2015) asks for one: what the brief rests on, its strengths, its gaps, and which sources it leans on most.
 * Sources are named by their keys alone. Empty where the brief says nothing yet.
 */
export function summaryDraft(facts: SummaryFacts): string {
  if (facts.origins.length === 0) return ''
  return [basis(facts), strengths(facts), gaps(facts), leaning(facts)].join('\n\n')
}

function basis({ origins, sources }: SummaryFacts): string {
  const supported = origins.filter(({ reports }) => reports.length > 0)
  const names = new Set(
    origins.flatMap((each) => each.origins.map(({ name, kind }) => `${kind} ${name.toLowerCase()}`))
  )
  return `Basis. ${counted(supported.length, 'statement')} of ${origins.length} ${supported.length === 1 ? 'is' : 'are'} supported, by ${counted(sources.length, 'cited source')} whose reports go back to ${counted(names.size, 'origin')}.`
}

function strengths({ origins, sources, findings }: SummaryFacts): string {
  const several = origins.filter(({ count }) => count > 1).map(({ number }) => number)
  const good = sources.filter(({ grading }) => /^[AB]$/.test(grading?.reliability ?? ''))
  const confirmed = sources.filter(({ grading }) => grading?.credibility === '1')
  const sentences = [
    several.length > 0 &&
      `${capital(numbered(several))} ${has(several, 'rests', 'rest')} on two or more independent origins.`,
    good.length > 0 &&
      `${listed(good.map(({ key }) => key))} ${has(good, 'is', 'are')} graded completely or usually reliable.`,
    confirmed.length > 0 &&
      `What ${listed(confirmed.map(({ key }) => key))} ${has(confirmed, 'tells', 'tell')} is graded as confirmed by other sources.`,
    findings.every(({ code }) => code !== 'contradiction-uncited') &&
      'Nothing uncited was found to speak against a statement.'
  ].filter((sentence) => sentence !== false)
  return `Strengths. ${sentences.length === 0 ? 'None was found.' : sentences.join(' ')}`
}

/** Findings that tell of a gap in the sourcing, in words. */
const GAPS: Partial<Record<LintAnswer['findings'][number]['code'], string>> = {
  'number-unsupported': 'gives a number that stands in no cited source',
  'name-unsupported': 'has a name that stands in no cited source',
  'date-unsupported': 'has a date that stands in no cited source',
  'stale-figure': 'has a figure that a source revises',
  'out-of-attribution': 'asserts what its source only alleges or denies',
  'weasel-words': 'names nobody who says it',
  'contradiction-uncited': 'doesn’t tell that a source speaks against it'
}

function gaps({ origins, sources, findings }: SummaryFacts): string {
  const single = origins.filter(({ count }) => count === 1).map(({ number }) => number)
  const unsupported = findings.filter(({ code }) => code === 'unsupported-statement')
  const none = unsupported.flatMap(({ number }) => number ?? [])
  const ungraded = sources.filter(({ grading }) => gradeOf(grading) === null)
  const poor = sources.filter(
    ({ grading }) => /^[DE]$/.test(grading?.reliability ?? '') || /^[45]$/.test(grading?.credibility ?? '')
  )
  const found = Object.entries(GAPS).flatMap(([code, words]) => {
    const at = findings.filter((finding) => finding.code === code).flatMap(({ number }) => number ?? [])
    const all = [...new Set(at)]
    return all.length === 0 ? [] : [`${capital(numbered(all))} ${all.length === 1 ? words : plural(words)}.`]
  })
  const sentences = [
    single.length > 0 &&
      `${capital(numbered(single))} ${has(single, 'rests on one origin', 'rest on one origin each')}.`,
    none.length > 0 && `${capital(numbered(none))} ${has(none, 'has', 'have')} no support.`,
    poor.length > 0 &&
      `${listed(poor.map(({ key }) => key))} ${has(poor, 'is', 'are')} graded as not usually reliable, or doubtful, or worse.`,
    ungraded.length > 0 && `${listed(ungraded.map(({ key }) => key))} ${has(ungraded, 'isn’t', 'aren’t')} graded.`,
    ...found
  ].filter((sentence) => sentence !== false)
  return `Gaps. ${sentences.length === 0 ? 'None was found.' : sentences.join(' ')}`
}

function leaning({ origins, judgements, sources }: SummaryFacts): string {
  const judged = origins.filter(({ statement }) => judgements.has(statement))
  const weighed = judged.length > 0 ? judged : origins
  const what = judged.length > 0 ? 'The judgements lean' : 'The brief leans'
  const fallen = sources
    .map(({ key, grading }) => ({ key, grading, falls: weighed.filter((each) => fallsWithout(each, key)) }))
    .filter(({ falls }) => falls.length > 0)
    .sort((a, b) => b.falls.length - a.falls.length || Number(a.key.slice(1)) - Number(b.key.slice(1)))
  if (fallen.length === 0) return `Leaning. ${what} on no single source: each has support without any one of them.`
  const told = fallen.slice(0, MOST_LEANT_ON).map(({ key, grading, falls }) => {
    const grade = gradeOf(grading)
    return `${key} (${grade === null ? 'not graded' : grade}), without which ${numbered(falls.map(({ number }) => number))} ${has(falls, 'has', 'have')} no support`
  })
  return `Leaning. ${what} most on ${told.join('; ')}.`
}

/** Whether nothing supports a statement any more when a report, and those that have it from that one, are left out. */
export function fallsWithout({ reports, links }: StatementOriginsAnswer, key: string): boolean {
  const gone = new Set([key])
  for (let before = 0; before !== gone.size;) {
    before = gone.size
    for (const { report, on, why } of links) if (on !== null && why !== 'speaker' && gone.has(on)) gone.add(report)
  }
  return reports.includes(key) && reports.every((report) => gone.has(report))
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function has(all: readonly unknown[], one: string, many: string): string {
  return all.length === 1 ? one : many
}

function plural(words: string): string {
  return words
    .replace(
      /^(gives|has|asserts|names|doesn’t tell)/,
      (verb) => ({ gives: 'give', has: 'have', asserts: 'assert', names: 'name', 'doesn’t tell': 'don’t tell' })[verb]!
    )
    .replace('its source', 'their source')
    .replace('against it', 'against them')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
