import { create } from 'zustand'
import { forgetWithCase } from '../window/forget.ts'
import type { OutlineEntry } from './document.ts'

/** The sections whose contents the outline doesn't show, by their ids. */
export const useFolded = create<{ folded: ReadonlySet<string> }>(() => ({ folded: new Set() }))

forgetWithCase(() => useFolded.setState({ folded: new Set() }))

/** Folds sections, or unfolds them. */
export function fold(ids: readonly string[], away: boolean): void {
  useFolded.setState(({ folded }) => {
    const next = new Set(folded)
    for (const id of ids)
      if (away) next.add(id)
      else next.delete(id)
    return { folded: next }
  })
}

/** An entry of the outline as it shows. */
export interface OutlineRow extends OutlineEntry {
  /** True for a section whose contents show, false for one whose contents don't; null where there is nothing to fold. */
  expanded: boolean | null
  /** How many of its statements, or of itself, nothing supports. */
  unsupported: number
}

/** The entries that show, with what is to be said of each. */
export function outlineRows(
  entries: readonly OutlineEntry[],
  folded: ReadonlySet<string>,
  unsupported: ReadonlySet<string>
): OutlineRow[] {
  const inSection = new Map<number, { entries: number; unsupported: number }>()
  for (const { id, kind, section } of entries) {
    if (kind === 'section') inSection.set(section, { entries: 0, unsupported: 0 })
    const counts = inSection.get(section)
    if (kind === 'section' || !counts) continue
    counts.entries += 1
    if (unsupported.has(id)) counts.unsupported += 1
  }
  const sections = new Map(entries.flatMap(({ id, kind, section }) => (kind === 'section' ? [[section, id]] : [])))
  return entries.flatMap((entry): OutlineRow[] => {
    if (entry.kind === 'section') {
      const counts = inSection.get(entry.section)!
      const expanded = counts.entries === 0 ? null : !folded.has(entry.id)
      return [{ ...entry, expanded, unsupported: counts.unsupported }]
    }
    if (folded.has(sections.get(entry.section)!)) return []
    return [{ ...entry, expanded: null, unsupported: unsupported.has(entry.id) ? 1 : 0 }]
  })
}
