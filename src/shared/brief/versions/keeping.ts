/** Hours without a version after which the next change keeps what was there before it. */
const PAUSE_HOURS = 8
/** Versions of a brief that nobody named; of more, the oldest go. */
export const MOST_UNNAMED = 50

/** What is looked at to say whether a version is to be kept. */
export interface KeptVersion {
  id: string
  name: string | null
  createdAt: string
}

/** Whether what a brief says now is to be kept before it is changed, by when its newest version was kept, or else it was made. */
export function isDue(since: string, now: Date): boolean {
  return now.getTime() - Date.parse(since) >= PAUSE_HOURS * 3_600_000
}

/** The versions that are too many, by their ids: the oldest of those without a name. */
export function tooMany(versions: readonly KeptVersion[]): string[] {
  const unnamed = versions.filter(({ name }) => name === null).sort(byAge)
  return unnamed.slice(0, Math.max(0, unnamed.length - MOST_UNNAMED)).map(({ id }) => id)
}

/** In the order in which they were kept, the oldest first. */
export function byAge(a: KeptVersion, b: KeptVersion): number {
  const [one, other] = [a.createdAt + a.id, b.createdAt + b.id]
  return one < other ? -1 : one > other ? 1 : 0
}
