/** The ids from one row to another, both included, whichever comes first; of the last alone when the first isn't there. */
export function between(ids: readonly string[], from: string | null, to: number): Set<string> {
  const start = from === null ? -1 : ids.indexOf(from)
  const first = start < 0 ? to : Math.min(start, to)
  return new Set(ids.slice(first, Math.max(start, to) + 1))
}

/** A set with an id taken in, or out when it's in. */
export function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
