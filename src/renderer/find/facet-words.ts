import type { BriefRow } from '../../shared/api/contract.ts'
import type { Facet } from '../../shared/search/narrowing.ts'
import { formatDate, formatLanguage } from '../ui/format.ts'

/** Facets as they’re called. */
export const FACET_NAMES: Record<Facet, string> = {
  publisher: 'Publisher',
  month: 'Month',
  language: 'Language',
  tag: 'Tag',
  tlp: 'Handling',
  quoted: 'Quoted',
  brief: 'Cited in'
}

const WITHOUT: Record<Facet, string> = {
  publisher: 'No publisher',
  month: 'No date',
  language: 'No language',
  tag: 'No tag',
  tlp: 'As the case',
  quoted: 'Not quoted',
  brief: 'In no brief'
}

/** A value of a facet as people read it. */
export function facetWords(
  facet: Facet,
  value: string | boolean | null,
  briefs: readonly Pick<BriefRow, 'id' | 'title'>[]
): string {
  if (value === null || value === false) return WITHOUT[facet]
  if (value === true) return 'Quoted'
  if (facet === 'month') return formatDate(value)
  if (facet === 'language') return formatLanguage(value)
  if (facet === 'brief') return briefs.find(({ id }) => id === value)?.title ?? 'A deleted brief'
  return value
}
