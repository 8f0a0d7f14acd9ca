import type { ImportItem, ImportReport } from '../../../shared/import/report.ts'
import { RELATION_NAMES, type RelationKind } from '../../../shared/analysis/copies/related.ts'
import { matches } from '../window/fuzzy.ts'

/** What a report's list can be narrowed to. `notable` are items with something to be read: a notice, or sources that say the same. */
export const RESULTS = ['all', 'failed', 'passed-over', 'duplicate', 'reference', 'imported', 'notable'] as const
export type Result = (typeof RESULTS)[number]

export const RESULT_NAMES: Record<Result, string> = {
  all: 'All',
  failed: 'Failed',
  'passed-over': 'Passed over',
  duplicate: 'There already',
  reference: 'References',
  imported: 'Imported',
  notable: 'With remarks'
}

/** A line of the report. `id` is its place in the report, from 0. */
export interface Line {
  id: string
  item: ImportItem
}

const ORDER: Record<ImportItem['status'], number> = {
  failed: 0,
  'passed-over': 1,
  duplicate: 2,
  reference: 3,
  imported: 4
}

/** True when there is something to be read about an item besides that it was imported. */
export function isNotable(item: ImportItem): boolean {
  return (item.notice !== null && item.status !== 'passed-over') || item.related.length > 0
}

function has(item: ImportItem, result: Result): boolean {
  if (result === 'all') return true
  return result === 'notable' ? isNotable(item) : item.status === result
}

/** A report's lines: what failed first, then what was passed over, what was there already, references and what was imported, each in the order of the import. */
export function linesOf({ items }: Pick<ImportReport, 'items'>): Line[] {
  const lines = items.map((item, index) => ({ id: String(index), item }))
  return lines.sort((a, b) => ORDER[a.item.status] - ORDER[b.item.status])
}

/** The lines of a result that hold the words that are looked for. */
export function narrowLines(lines: readonly Line[], result: Result, sought: string): Line[] {
  return lines.filter(
    ({ item }) =>
      has(item, result) &&
      (sought.trim() === '' || matches(sought, `${item.key ?? ''} ${item.title ?? ''} ${item.path}`))
  )
}

/** How many items there are of each result. */
export function countResults({ items }: Pick<ImportReport, 'items'>): Record<Result, number> {
  const of = (result: Result): number => items.filter((item) => has(item, result)).length
  return {
    all: items.length,
    failed: of('failed'),
    'passed-over': of('passed-over'),
    duplicate: of('duplicate'),
    reference: of('reference'),
    imported: of('imported'),
    notable: of('notable')
  }
}

/** `1,240 imported, 3 there already, 2 failed`. */
export function summaryWords(report: Pick<ImportReport, 'items'>): string {
  const counts = countResults(report)
  const words = (result: Result, what: string): string[] =>
    counts[result] > 0 || result === 'imported' ? [`${counts[result].toLocaleString('en-GB')} ${what}`] : []
  return [
    ...words('imported', 'imported'),
    ...words('duplicate', 'there already'),
    ...words('reference', counts.reference === 1 ? 'list of references' : 'lists of references'),
    ...words('failed', 'failed'),
    ...words('passed-over', 'passed over')
  ].join(', ')
}

/** True when a report says more than that everything was imported. */
export function hasNews(report: ImportReport): boolean {
  return (
    report.cancelled || report.stopped !== null || report.items.some((i) => i.status !== 'imported' || isNotable(i))
  )
}

/** How a source is related to another, as a line says it: `another version of S3`. */
export function relationWords({ kind, key }: { kind: RelationKind; key: string }): string {
  const joint: Record<RelationKind, string> = {
    same: 'as',
    revised: 'of',
    syndicated: 'of',
    excerpt: 'with',
    quotation: 'with'
  }
  return `${RELATION_NAMES[kind]} ${joint[kind]} ${key}`
}

/** Where an item was: the folder and the containers around its name, outermost first; and the name. */
export function placeOf(path: string): { around: string[]; name: string } {
  const [file = '', ...inside] = path.split(' › ')
  const steps = file.split(/(?<=[\\/])/)
  const name = steps.pop() ?? ''
  const folder = steps.join('').replace(/(?<=.)[\\/]$/, '')
  const around = [folder, name, ...inside].filter(Boolean)
  return { around: around.slice(0, -1), name: around.at(-1) ?? path }
}

/** The paths of what failed, a line each. */
export function failedPaths({ items }: Pick<ImportReport, 'items'>): string {
  return items
    .filter(({ status }) => status === 'failed')
    .map(({ path }) => path)
    .join('\n')
}
