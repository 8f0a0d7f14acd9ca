import { MOST_TABS } from '../../../shared/api/contract.ts'

/** The open sources of one side of the reader, by their ids. */
export interface Tabs {
  /** As they stand in the row. */
  ids: readonly string[]
  /** The one that was used last first. */
  used: readonly string[]
}

export const NO_TABS: Tabs = { ids: [], used: [] }

/** Tabs with a source shown: a new one stands right of the one that was shown before, and of too many the one goes that was used least lately. */
export function withTab({ ids, used }: Tabs, id: string): Tabs {
  const recent = [id, ...used.filter((other) => other !== id)]
  if (ids.includes(id)) return { ids, used: recent }
  const after = used[0] === undefined ? ids.length : ids.indexOf(used[0]) + 1
  const all = ids.toSpliced(after, 0, id)
  const kept = new Set(recent.slice(0, MOST_TABS))
  return { ids: all.filter((each) => kept.has(each)), used: recent.slice(0, MOST_TABS) }
}

/** Tabs without some sources; what is to be shown then is the first of `used`. */
export function withoutTabs({ ids, used }: Tabs, gone: ReadonlySet<string>): Tabs {
  const stays = (id: string): boolean => !gone.has(id)
  return { ids: ids.filter(stays), used: used.filter(stays) }
}

/** The tab to the right of another, or to the left; behind the last one comes the first. Null where there is no other. */
export function tabBeside({ ids }: Tabs, id: string | null, by: 1 | -1): string | null {
  if (ids.length < 2 || id === null) return null
  return ids[(ids.indexOf(id) + by + ids.length) % ids.length] ?? null
}
