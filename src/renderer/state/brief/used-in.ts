import type { CitingPlace } from '../../../shared/api/contract.ts'

/** Where a quote is used, in words: `Closing of the quay: Facts, Gaps`. Empty when it isn't. */
export function usedInWords(places: readonly CitingPlace[]): string {
  const sections = new Map<string, { brief: string; names: Set<string> }>()
  for (const { briefId, brief, section } of places) {
    const known = sections.get(briefId) ?? { brief, names: new Set() }
    known.names.add(section === '' ? 'an untitled section' : section)
    sections.set(briefId, known)
  }
  return [...sections.values()]
    .map(({ brief, names }) => `“${brief || 'Untitled brief'}” (${[...names].join(', ')})`)
    .join(' and ')
}
