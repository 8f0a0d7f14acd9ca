import type { SourceRow } from '../../shared/case/row.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { namesOf, parseField } from '../parts/metadata/fields.ts'
import type { ManyChange } from '../state/sources/sources.ts'

/** The fields that can be set in many sources at once. */
export const BULK_FIELDS = ['publisher', 'authors', 'published', 'section', 'language'] as const
export type BulkField = (typeof BULK_FIELDS)[number]

/** What was entered. What isn't there is left as it is; one that is empty is removed. `tlp` null means as the case. */
export interface BulkEdit {
  fields: Partial<Record<BulkField, string | undefined>>
  tlp?: Tlp | null | undefined
  addTags: string
  removeTags: string
}

/** The change that was entered, null when it changes nothing; or why fields can't be taken, a sentence for each. */
export function bulkChange(
  edit: BulkEdit
): { change: ManyChange | null } | { problems: Partial<Record<BulkField, string>> } {
  const problems: Partial<Record<BulkField, string>> = {}
  const metadata: Record<string, string | string[] | null> = {}
  for (const field of BULK_FIELDS) {
    const entered = edit.fields[field]
    if (entered === undefined) continue
    const parsed = parseField(field, entered)
    if ('problem' in parsed) problems[field] = parsed.problem
    else metadata[field] = parsed.value
  }
  if (Object.keys(problems).length > 0) return { problems }
  const addTags = namesOf(edit.addTags)
  const removeTags = namesOf(edit.removeTags)
  const changes =
    Object.keys(metadata).length > 0 || edit.tlp !== undefined || addTags.length > 0 || removeTags.length > 0
  if (!changes) return { change: null }
  return { change: { metadata, addTags, removeTags, ...(edit.tlp === undefined ? {} : { tlp: edit.tlp }) } }
}

/** In how many rows a field has a value, and another one than is entered; null where rows don't tell. */
export function othersNow(rows: readonly SourceRow[], field: BulkField, entered: string): number | null {
  if (field !== 'publisher' && field !== 'published') return null
  return rows.filter((row) => row[field] !== null && row[field] !== entered.trim()).length
}
