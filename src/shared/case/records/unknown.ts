/** A record of a kind that this version doesn't know, or of a version of it that it doesn't. */
export interface UnknownRecord {
  kind: string
  /** Of its document. */
  name: string
}

/** How many there are of each kind, within a sentence: `2 × “marker”`. */
export function unknownCounts(records: readonly UnknownRecord[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${count} × “${kind}”`).join(', ')
}
