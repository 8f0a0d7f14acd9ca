import type { BriefRow } from '../../shared/api/contract.ts'
import { RELIABILITY } from '../../shared/source/grading.ts'
import { NONE, type Chosen, type Facet } from '../state/sources/facets.ts'
import { formatDate, formatLanguage } from '../ui/format.ts'

const VALUES: Record<string, string> = {
  look: 'Needs a look',
  undated: 'No date',
  dated: 'With a date',
  quoted: 'Quoted',
  unquoted: 'Not quoted',
  textless: 'No text',
  recognised: 'Text recognised'
}

const WITHOUT: Partial<Record<Facet, string>> = {
  publisher: 'No publisher',
  tag: 'No tag',
  brief: 'In no brief',
  tlp: 'As the case',
  reliability: 'Not graded',
  language: 'No language'
}

/** A value of a facet as people read it. */
export function valueWords(facet: Facet, value: string, briefs: readonly Pick<BriefRow, 'id' | 'title'>[]): string {
  if (value === NONE) return WITHOUT[facet] ?? ''
  if (facet === 'language') return formatLanguage(value)
  if (facet === 'reliability') {
    const graded = RELIABILITY.find(({ grade }) => grade === value)
    return graded ? `${value} ${graded.words}` : value
  }
  if (facet === 'brief') return briefs.find(({ id }) => id === value)?.title ?? 'A deleted brief'
  return VALUES[value] ?? value
}

/** A period as people read it: `March 2031`, `from 2029 to March 2031`; empty for none. */
export function periodWords({ from, to }: Pick<Chosen, 'from' | 'to'>): string {
  if (from === to) return from === '' ? '' : formatDate(from)
  const words = [from !== '' && `from ${formatDate(from)}`, to !== '' && `to ${formatDate(to)}`]
  return words.filter(Boolean).join(' ')
}
