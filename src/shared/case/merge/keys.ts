import { compareText } from './canonical.ts'
import { mergeSet, settled, type Three } from './fields.ts'

/** A source or quote with the key that it would keep. */
export interface Keyed {
  id: string
  key: string
  formerKeys: string[]
  /** When it came into being: the earlier one keeps a key that two have. */
  since: string
  /** The key that it had in the copy that both sides come from. */
  baseKey: string | undefined
}

type Holder = { key: string; formerKeys: string[] }

/** The number in a key such as `S5`. */
export function keyNumber(key: string): number {
  return Number(key.slice(1))
}

/**
 * The key that one thing keeps of the two that it has in both copies, and its former ones: what one side changed counts; else
 * a key goes before those that it replaced, the earlier thing's before the later's, and the smaller before the greater.
 */
export function mergeKeys({ base, a, b }: Three<Holder>, since: { a: string; b: string }): Holder {
  const formerKeys = mergeSet({ base: base?.formerKeys, a: a.formerKeys, b: b.formerKeys })
  const agreed = settled({ base: base?.key, a: a.key, b: b.key })
  if (agreed) return { key: agreed.value, formerKeys }
  const key = prefersA(a, b, since) ? a.key : b.key
  return { key, formerKeys: withFormer(formerKeys, key, [a.key, b.key]) }
}

function prefersA(a: Holder, b: Holder, since: { a: string; b: string }): boolean {
  const [aReplaced, bReplaced] = [a.formerKeys.includes(b.key), b.formerKeys.includes(a.key)]
  if (aReplaced !== bReplaced) return aReplaced
  return compareText(since.a, since.b) < 0 || (since.a === since.b && keyNumber(a.key) < keyNumber(b.key))
}

/** Former keys with those of `keys` that are neither the key itself nor known already. */
export function withFormer(formerKeys: string[], key: string, keys: readonly string[]): string[] {
  const more = [...new Set(keys)].filter((former) => former !== key && !formerKeys.includes(former))
  return [...formerKeys, ...more.sort((x, y) => keyNumber(x) - keyNumber(y))]
}

/**
 * Gives every thing a key of its own. Of several with the same one, that keeps it which had it in the base, else the earliest,
 * then the one with the smallest id; the others get, in that order, the next numbers above all that were ever `used`.
 */
export function assignKeys(things: readonly Keyed[], used: readonly string[]): Map<string, Holder> {
  const held = ({ key, baseKey }: Keyed): number => (key === baseKey ? 0 : 1)
  const inOrder = [...things].sort(
    (x, y) => held(x) - held(y) || compareText(x.since, y.since) || compareText(x.id, y.id)
  )
  const given = new Map<string, Holder>()
  const taken = new Set<string>()
  let last = used.reduce((highest, key) => Math.max(highest, keyNumber(key)), 0)
  for (const { id, key: wanted, formerKeys } of inOrder) {
    const key = taken.has(wanted) ? `${wanted[0]!}${++last}` : wanted
    taken.add(key)
    given.set(id, { key, formerKeys: withFormer(formerKeys, key, [wanted]) })
  }
  return given
}
