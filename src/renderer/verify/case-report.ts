import type { CaseReport, Stored } from '../../shared/brief/check.ts'
import { STANDINGS, standingOf, type Standing } from '../../shared/brief/standing.ts'
import { count } from '../ui/format.ts'

const INTACT: Stored = { original: 'intact', text: 'intact' }

export type ReportedQuote = CaseReport['quotes'][number] & { standing: Standing }

/** The quotes of a report with how they stand, the worst first. */
export function standingQuotes({ quotes, sources }: CaseReport): ReportedQuote[] {
  const stored = new Map<string | null, Stored>(sources.map((source) => [source.key, source]))
  return quotes
    .map((quote) => ({ ...quote, standing: standingOf(quote.state, stored.get(quote.source) ?? INTACT) }))
    .sort((a, b) => STANDINGS.indexOf(b.standing) - STANDINGS.indexOf(a.standing))
}

/** How many quotes there are, counted as the library and the briefs count theirs: `8 saved, 4 in briefs`. */
export function quoteWords(quotes: readonly Pick<ReportedQuote, 'blockId'>[]): string {
  const inBriefs = quotes.filter(({ blockId }) => blockId !== undefined).length
  const saved = quotes.length - inBriefs
  return [
    ...(saved > 0 || inBriefs === 0 ? [`${saved} saved`] : []),
    ...(inBriefs > 0 ? [`${inBriefs} in briefs`] : [])
  ].join(', ')
}

/** What was checked, in numbers: `8 saved quotes, 4 quotes in briefs, 5 originals, 5 texts, 40 statements and 48 entries of the log`. */
export function checkedWords({ quotes, sources, statements, log }: CaseReport): string {
  const inBriefs = quotes.filter(({ blockId }) => blockId !== undefined).length
  const parts = [
    count(quotes.length - inBriefs, 'saved quote'),
    `${count(inBriefs, 'quote')} in briefs`,
    count(sources.length, 'original'),
    count(sources.length, 'text'),
    count(statements.checked, 'statement'),
    `${count(log.entries, 'entry', 'entries')} of the log`
  ]
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`
}

/** One sentence for those who hear of the result. */
export function summary(report: CaseReport): string {
  const bad = standingQuotes(report).filter(({ standing }) => standing !== 'verbatim').length
  const unsupported = report.statements.unsupported.length
  const parts = [
    bad === 0 ? 'all quotes are verbatim' : `${count(bad, 'quote')} not verbatim or not proven`,
    ...(unsupported === 0 ? [] : [`${count(unsupported, 'statement')} without support`]),
    ...(report.ok ? [] : ['something doesn’t hold'])
  ]
  return `Verified ${checkedWords(report)}: ${parts.join(', ')}.`
}
