import type { Source } from '../../source/source.ts'
import { CREDIBILITY, RELIABILITY } from '../../source/grading.ts'
import type { StatementOriginsAnswer } from '../origins/answer.ts'
import { listed, numbered } from './words.ts'

/**
 * Drafts the descriptor of a source, as ICD 206 (Sourcing Requirements, 2015) asks for one: what kind of outlet it is, its date and language, whether what it says is its own
 * or another's, whom it heard, how it's graded. From what the case knows, in sentences; nothing is guessed.
 */
export function descriptorDraft(source: Source, origins: readonly StatementOriginsAnswer[]): string {
  return [outlet(source), ...access(source.key, origins), grade(source), text(source)]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function outlet(source: Source): string {
  const { publisher, published, authors, language } = source.metadata
  const facts = [
    publisher.value === null ? '' : `of ${publisher.value}`,
    authors.value === null || authors.value.length === 0 ? '' : `by ${listed(authors.value)}`,
    published.value === null ? '' : `of ${writtenDay(published.value)}`,
    languageOf(language.value)
  ].filter((fact) => fact !== '')
  const undated = published.value === null ? ', without a date' : ''
  return `${kindOf(source)}${facts.length === 0 ? '' : ` ${facts.join(', ')}`}${undated}.`
}

function kindOf({ metadata, original }: Source): string {
  const { page, edition, documentId, url } = metadata
  const { mediaType } = original
  if (mediaType === 'message/rfc822') return 'E-mail'
  if (page.value !== null || edition.value !== null) return 'Article of a printed paper'
  if (documentId.value !== null) return 'Article from a press database'
  if (mediaType.startsWith('image/')) return 'Picture'
  if (url.value !== null) return 'Article of a website'
  if (mediaType === 'application/pdf') return 'PDF document'
  if (mediaType.includes('word') || mediaType.includes('opendocument')) return 'Text document'
  return 'Report'
}

/** Whose report it is, statement by statement, and whom it heard itself. */
function access(key: string, origins: readonly StatementOriginsAnswer[]): string[] {
  const citing = origins.filter(({ reports }) => reports.includes(key))
  if (citing.length === 0) return ['The brief cites it in support of no statement.']
  const own = citing.filter(({ links }) => links.every(({ report }) => report !== key))
  const linked = citing.flatMap(({ number, links, origins: groups }) =>
    links
      .filter(({ report }) => report === key)
      .map(({ why, on }) => ({
        number,
        why,
        from: on ?? groups.find(({ reports }) => reports.includes(key))?.name ?? 'another'
      }))
  )
  const sentences: string[] = []
  if (own.length > 0) sentences.push(`Its own report for ${numbered(own.map(({ number }) => number))}.`)
  const words = {
    copy: 'Has the words of',
    credit: 'Credits',
    cites: 'Says that it has it from',
    speaker: 'Heard the same source as'
  } as const
  for (const [name, group] of Map.groupBy(linked, ({ why, from }) => `${words[why]} ${from}`))
    sentences.push(`${name} for ${numbered(group.map(({ number }) => number))}.`)
  const heard = own.flatMap(({ chains }) =>
    chains.flatMap(({ report, chain }) => (report === key && chain.length > 1 ? [chain.at(-1)!] : []))
  )
  if (heard.length > 0) sentences.push(`Access: it has that from ${listed([...new Set(heard.map(withinSentence))])}.`)
  else if (own.length > 0) sentences.push('Access: it names nobody from whom it has that.')
  return sentences
}

/** `The memo`, as it's written where no sentence begins. */
function withinSentence(name: string): string {
  return name.replace(/^(?:The|An?)(?=\s)/u, (article) => article.toLowerCase())
}

function grade({ grading }: Source): string {
  const reliability = RELIABILITY.find(({ grade }) => grade === grading?.reliability)
  const credibility = CREDIBILITY.find(({ grade }) => grade === grading?.credibility)
  if (!reliability && !credibility) return 'It isn’t graded.'
  const because = (reason: string | undefined): string =>
    reason === undefined ? '' : ` (${reason.replace(/\.$/, '')})`
  const parts = [
    reliability && `reliability ${reliability.grade}, ${reliability.words}${because(grading?.reliabilityReason)}`,
    credibility && `credibility ${credibility.grade}, ${credibility.words}${because(grading?.credibilityReason)}`
  ]
  return `Graded ${parts.filter((part) => part !== undefined).join('; ')}.`
}

function text({ text: { recognition, characters } }: Source): string {
  if (recognition) return 'Its text was recognised in pictures of the original.'
  return characters === 0 ? 'It has no text.' : ''
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A day, month or year of ISO 8601 in words: `12 May 2035`. */
function writtenDay(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date) ?? []
  if (year === undefined) return date
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}

function languageOf(tag: string | null): string {
  if (tag === null) return ''
  try {
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag)
    return name === undefined ? '' : `in ${name}`
  } catch (error) {
    if (error instanceof RangeError) return ''
    throw error
  }
}
