import type { CheckedChain, CustodyEntry } from './custody.ts'

/** An entry that tells of damage that opening the case found, and would hide otherwise. */
export interface DamageTold {
  entry: CustodyEntry
  sha256: string
  /** True once the user accepted it. */
  accepted: boolean
}

/**
 * What openings found and logged, accepted or not. Which damage an acceptance covers is told by the logs, not by clocks: it names the entries.
 * An older one, that names none, covers those that its device had logged or seen in the other logs by then.
 */
export function damageTold(chains: readonly CheckedChain[]): DamageTold[] {
  const own = chains.filter(({ foreign }) => !foreign)
  const found = new Map<string, DamageTold>()
  for (const { entries, hashes } of own)
    entries.forEach((entry, i) => {
      if (entry.action === 'damage-found') found.set(hashes[i]!, { entry, sha256: hashes[i]!, accepted: false })
    })
  const accept = (sha256: string): void => {
    const damage = found.get(sha256)
    if (damage) damage.accepted = true
  }
  for (const { device, entries } of own) {
    for (const { action, n, covers } of entries) {
      if (action !== 'findings-accepted') continue
      if (covers) covers.forEach(accept)
      else seenBy(own, { device, entries }, n).forEach(accept)
    }
  }
  return [...found.values()]
}

/** The hashes of the entries that a device had logged or seen before one of its own. */
function seenBy(
  chains: readonly CheckedChain[],
  { device, entries }: Pick<CheckedChain, 'device' | 'entries'>,
  n: number
): string[] {
  const upTo = new Map([[device, n]])
  for (const { n: at, seen = [] } of entries)
    if (at <= n) for (const { log, n: end } of seen) upTo.set(log, Math.max(end, upTo.get(log) ?? 0))
  return chains.flatMap((chain) =>
    chain.entries.flatMap((entry, i) => (entry.n <= (upTo.get(chain.device) ?? 0) ? [chain.hashes[i]!] : []))
  )
}
