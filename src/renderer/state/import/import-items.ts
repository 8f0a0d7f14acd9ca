import type { ImportItem, ImportReport } from '../../../shared/import/report.ts'
import { RELATION_NAMES, type RelationKind } from '../../../shared/analysis/copies/related.ts'
import { matches } from '../window/fuzzy.ts'

/** What a report's list can be narrowed to. `noted` are items with something to be read, `related` those that other sources of the case resemble. */
export const RESULTS = [
  'all',
  'failed',
  'passed-over',
  'duplicate',
  'reference',
  'imported',
  'noted',
  'related'
] as const
export type Result = (typeof RESULTS)[number]

export const RESULT_NAMES: Record<Result, string> = {
  all: 'All',
  failed: 'Failed',
  'passed-over': 'Passed over',
  duplicate: 'There already',
  reference: 'References',
  imported: 'Imported',
  noted: 'With remarks',
  related: 'Copies and versions'
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

const isNoted = ({ notice, status }: ImportItem): boolean => notice !== null && status !== 'passed-over'

function has(item: ImportItem, result: Result): boolean {
  if (result === 'all') return true
  if (result === 'noted') return isNoted(item)
  return result === 'related' ? item.related.length > 0 : item.status === result
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
    noted: of('noted'),
    related: of('related')
  }
}

/** A filter leaves out at least such a part of the list: one that leaves out less doesn't filter. */
const LEAST_LEFT_OUT = 0.05

/** The results by which a report's list is worth narrowing. */
export function narrowingResults(counts: Record<Result, number>): Result[] {
  const worth = (count: number): boolean => count > 0 && count <= counts.all - Math.max(1, counts.all * LEAST_LEFT_OUT)
  const found = RESULTS.filter((name) => name !== 'all' && worth(counts[name]))
  return found.length === 0 ? ['all'] : ['all', ...found]
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
    report.cancelled ||
    report.stopped !== null ||
    report.items.some((item) => item.status !== 'imported' || isNoted(item) || item.related.length > 0)
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

/** Relations that a line names; of more it says how many. */
const NAMED = 3

/** How a source is related to others, the first few of them: `another version of S3 · the same story as S9 · and 12 more`. */
export function relatedWords(related: ImportItem['related']): string[] {
  const named = related.slice(0, NAMED).map(relationWords)
  const more = related.length - named.length
  return more > 0 ? [...named, `and ${more.toLocaleString('en-GB')} more`] : named
}

/** What came of a single file, in a sentence or two. */
export function oneWords(item: ImportItem, doubtful: boolean): string {
  const title = `“${item.title ?? placeOf(item.path).name}”`
  const { notice, related, key, status } = item
  // The sentence of a failure names the file itself.
  if (status === 'failed') return item.error?.message ?? `${title} was not imported.`
  if (status === 'passed-over') return `${title} was passed over${notice === null ? '.' : `: ${notice}`}`
  if (status === 'duplicate') return `${title} is in the case already, as ${key ?? 'a source'}.`
  if (status === 'reference') return `The references of ${title} were read.${notice === null ? '' : ` ${notice}`}`
  const copies = relatedWords(related).join(', ')
  return [
    `${title} was imported${key === null ? '' : ` as ${key}`}.`,
    notice,
    copies && `It is ${copies}.`,
    doubtful && 'Its metadata want a look.'
  ]
    .filter(Boolean)
    .join(' ')
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
