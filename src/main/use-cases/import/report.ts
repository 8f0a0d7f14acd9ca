import type { ImportItem, ImportReport } from '../../../shared/import/report.ts'
import { RELATION_NAMES } from '../../../shared/analysis/copies/related.ts'

const COLUMNS: Record<string, (item: ImportItem) => string> = {
  Result: (item) => item.status,
  Source: (item) => item.key ?? '',
  Headline: (item) => item.title ?? '',
  Authors: (item) => item.authors.join('; '),
  Publisher: (item) => item.publisher ?? '',
  Published: (item) => item.published ?? '',
  File: (item) => item.path,
  Reason: (item) => item.error?.message ?? (item.status === 'passed-over' ? item.notice : null) ?? '',
  Notice: (item) => (item.status === 'passed-over' ? null : item.notice) ?? '',
  Related: (item) => item.related.map(({ key, kind }) => `${key} (${RELATION_NAMES[kind]})`).join('; '),
  'SHA-256': (item) => item.sha256 ?? ''
}

/** An import's report as a table: CSV (RFC 4180) in UTF-8 with a byte-order mark, which spreadsheets need to know it. */
export function toCsv({ items }: ImportReport): string {
  const rows = [Object.keys(COLUMNS), ...items.map((item) => Object.values(COLUMNS).map((of) => of(item)))]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Words of an imported file must not become a formula where the table is opened. */
function cell(value: string): string {
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** The same as JSON. */
export function toJson(report: ImportReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
