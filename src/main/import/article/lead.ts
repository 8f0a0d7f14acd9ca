import type { SourceMetadata } from '../../../shared/source/source.ts'
import type { Piece } from '../extracted/blocks.ts'
import { agenciesIn } from '../metadata/agencies.ts'
import { WIRE_LEAD } from '../metadata/credits.ts'
import { findDates, isoDay, MONTH, yearsIn } from '../metadata/dates.ts'
import { addPublisher, type Findings } from '../metadata/findings.ts'
import { MONTH_NAMES } from '../metadata/months.ts'
import { isOutlet } from '../metadata/names.ts'

const DASH = '(?:\\.?\\s*[-–—]+|\\.)'
const PLACE = "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:[ /]+(?:\\p{Lu}[\\p{L}\\p{M}.’'-]*|(?:de|del|la|upon|on|am|an|der))){0,4}"
/** The forms of an agency's first words: `SOLLEN, March 4 (Reuters) -`, `(ANSA) - SOLLEN, 4 MAR -`, `СОЛЛЕН, 4 марта. /ТАСС/.` */
const LEADS = [
  WIRE_LEAD,
  new RegExp(`^${PLACE}(?:,\\s*[^()/]{3,40}?)?\\.?\\s*[(/]([^()]{2,48}?)[)/]\\s*${DASH}\\s*(?=\\S)`, 'u'),
  new RegExp(`^\\(([^()]{2,40})\\)\\s*${DASH}\\s*${PLACE}(?:,\\s*[^-–—]{3,24}?)?\\s*(?:[-–—]+|\\.)\\s+(?=\\S)`, 'u')
]
/** A place and a date without an agency. */
const PLAIN_LEAD = /^\p{Lu}[\p{Lu}\s.'’-]+,\s[^—–]{4,40}\s[—–-]+\s/u
const YEARLESS = new RegExp(
  `(?<!\\p{L})${MONTH}(?!\\p{L})\\.?\\s+(\\d{1,2})(?!\\d)|(?<!\\d)(\\d{1,2})\\.?\\s+(?:de\\s+)?${MONTH}(?!\\p{L})`,
  'iu'
)
const SURE_YEAR = 0.7
const GUESSED_YEAR = 0.62

/** What the first words of a report say. */
export interface Lead {
  /** The words as they stand there. */
  words: string
  /** The agency as it's written, null when there is none. */
  agency: string | null
}

/** The first words of a report from an agency or a place; null for other paragraphs. */
export function leadOf(paragraph: string): Lead | null {
  for (const form of LEADS) {
    const match = form.exec(paragraph)
    if (!match) continue
    const agency = (match[3] ?? match[1] ?? '').trim()
    if (agenciesIn(agency).length > 0 || isOutlet(agency) || form === WIRE_LEAD)
      return { words: match[0].trim(), agency }
  }
  const plain = PLAIN_LEAD.exec(paragraph)
  return plain ? { words: plain[0].trim(), agency: null } : null
}

/**
 * Adds agency and date of the first words of a report. A date without a year gets the latest that isn't after a date or year that the file
 * states elsewhere. Gives the words of a date that no year could be found for, else null.
 */
export function readLead(
  paragraph: string,
  findings: Findings,
  dayFirst: boolean,
  years: readonly string[] = []
): string | null {
  const lead = leadOf(paragraph)
  if (lead === null) return null
  const { words, agency } = lead
  if (agency !== null) {
    const known = agenciesIn(agency)
    const agencies = known.length > 0 ? known : isOutlet(agency) ? [agency] : []
    if (agencies.length > 0)
      findings.agencies.push({ value: agencies, from: 'dateline', detail: words, confidence: 0.9 })
    // Any paper may have printed it.
    addPublisher(findings, agency, 'dateline', words, 0.55)
  }
  const date = findDates(words, dayFirst)[0]
  if (date) {
    findings.published.push({ value: date.day, from: 'dateline', detail: words, confidence: 0.75 })
    return null
  }
  const yearless = YEARLESS.exec(words)
  if (!yearless) return null
  const month = MONTH_NAMES[(yearless[1] ?? yearless[4]!).toLowerCase()]
  const resolved = latestBefore(month!, Number(yearless[2] ?? yearless[3]), findings, years)
  if (resolved === null) return words
  findings.published.push({ ...resolved, from: 'dateline', detail: words })
  return null
}

function latestBefore(
  month: number,
  day: number,
  findings: Findings,
  years: readonly string[]
): { value: string; confidence: number } | null {
  const stated = [...findings.published, ...findings.modified, ...findings.retrieved].map(({ value }) =>
    value.slice(0, 10)
  )
  const limits = stated.length > 0 ? stated : years.map((year) => `${year}-12-31`)
  const limit = limits.sort()[0]
  if (limit === undefined) return null
  const year = Number(limit.slice(0, 4))
  const same = isoDay(year, month, day)
  const value = same !== null && same <= limit ? same : isoDay(year - 1, month, day)
  return value === null ? null : { value, confidence: stated.length > 0 ? SURE_YEAR : GUESSED_YEAR }
}

/** The years of the copyright lines among some lines. */
export function copyrightYears(lines: readonly string[]): string[] {
  return lines.flatMap((line) => (/^\s*(?:©|\(c\)|copyright)/iu.test(line) ? yearsIn(line) : []))
}

/** The words of a date without a year, where no value was found: people can make something of them. */
export function withUndated(metadata: SourceMetadata, undated: string | null): SourceMetadata {
  if (undated === null || metadata.published.value !== null) return metadata
  return { ...metadata, published: { ...metadata.published, evidence: { from: 'dateline', detail: undated } } }
}

/** The first paragraph that may begin with an agency's words: a standfirst may stand before it. */
export function firstParagraph(pieces: readonly Piece[]): string {
  const paragraphs = pieces.filter(({ type }) => type === 'paragraph').slice(0, 3)
  return (paragraphs.find(({ text }) => leadOf(text) !== null) ?? paragraphs[0])?.text ?? ''
}
