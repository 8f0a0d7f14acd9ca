import { findDates } from '../../../metadata/dates.ts'
import { oneLine } from '../../../extracted/wording.ts'

/** What a line such as `Coast Courier, 04.03.2031, S. 5` says. */
export interface SourceLine {
  publisher: string
  /** ISO 8601 day; null without a date. */
  published: string | null
  page: string | null
  edition: string | null
}

const BEFORE_DATE =
  /(?:[\s,;]*(?:vom|v\.|den|am|nr\.?\s*\d+\w*(?:\/\d+)?|heft\s*\d+(?:\/\d+)?|ausgabe\s*\d+))*[\s,;]*$/iu
const PAGE = /(?:^|[\s,;(])(?:Seiten?|S)\s?[.:]?\s*([A-Z]{0,3}\d[\w]*(?:\s?[-–/]\s?\d+)?)/u
const EDITION = /(?:^|[\s,;])Aus?gabe\s?:\s*([^,;]+)/u

/** Reads where an article stood: `"Der Kurier" vom 04.03.2031 Seite: 40`, `Handelsbote Nr. 045 vom 04.03.2031 Seite 012`. */
export function readSourceLine(line: string): SourceLine {
  const text = oneLine(line)
  const date = findDates(text, true)[0]
  const before = date ? text.slice(0, date.start) : text.replace(/[,;]?\s(?:Seiten?|S)\s?[.:]?\s*\d.*$/u, '')
  const behind = date ? text.slice(date.end) : text
  const name = before.replace(BEFORE_DATE, '').replace(/^["„“»«”]+|["“”«»]+$/gu, '')
  const page = PAGE.exec(behind)?.[1]?.replace(/^0+(?=\d)/, '') ?? null
  return {
    publisher: oneLine(name),
    published: date?.day ?? null,
    page,
    edition: EDITION.exec(text)?.[1]?.trim() ?? null
  }
}
