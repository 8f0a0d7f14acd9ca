import { compareText, digest } from './canonical.ts'

/** A source or quote by what it is, and when it came into being. */
export interface Thing {
  id: string
  identity: string
  since: string
  deleted: boolean
}

/** The sources or the quotes of each copy. */
type Things = Record<'base' | 'a' | 'b', Thing[]>
/** New ids by old ones, for each copy. */
export type Renames = Record<'base' | 'a' | 'b', Map<string, string>>
type Ids = ReadonlySet<string>

/**
 * Finds what bears the same id and isn't the same thing, such as a source with another text, and gives all but one of
 * them a new id. What is new since the base keeps the id; of two such the first by content.
 */
export function separate(things: Things): Renames {
  const ids = {
    base: identities(things.base),
    a: identities(things.a),
    b: identities(things.b)
  }
  const renames: Renames = { base: new Map(), a: new Map(), b: new Map() }
  for (const id of new Set([...ids.base.keys(), ...ids.a.keys(), ...ids.b.keys()])) {
    const base = ids.base.get(id)
    const fresh = [ids.a.get(id), ids.b.get(id)].filter((identity) => identity !== undefined && identity !== base)
    const keeper = fresh.sort((x, y) => compareText(x ?? '', y ?? ''))[0]
    if (keeper === undefined) continue
    for (const name of ['base', 'a', 'b'] as const) {
      const identity = ids[name].get(id)
      if (identity !== undefined && identity !== keeper) renames[name].set(id, `${id}-${digest(identity)}`)
    }
  }
  return renames
}

function identities(things: Thing[]): Map<string, string> {
  return new Map(things.map(({ id, identity }) => [id, identity]))
}

/**
 * Finds things that are the same under different ids, one on either side. Where the base knows one of them, its side goes on
 * with a copy from before the two were made one, and it takes the new id. Else the later takes the id of the earlier. The new
 * ids hold for all copies: what still points to a thing that its side has lost follows it too.
 */
export function pairsOf({ base, a, b }: Things): Map<string, string> {
  const renames = new Map<string, string>()
  const idsOf = (list: Thing[]): Ids => new Set(list.map(({ id }) => id))
  const [inBase, inA, inB] = [idsOf(base), idsOf(a), idsOf(b)]
  const byAge = (x: Thing, y: Thing): number => compareText(x.since, y.since) || compareText(x.id, y.id)
  const inUseFirst = (x: Thing, y: Thing): number => Number(x.deleted) - Number(y.deleted) || byAge(x, y)
  const alone = (things: Thing[], other: Ids): { known: Thing[]; fresh: Thing[] } => {
    const own = things.filter(({ id }) => !other.has(id)).sort(inUseFirst)
    return { known: own.filter(({ id }) => inBase.has(id)), fresh: own.filter(({ id }) => !inBase.has(id)) }
  }
  const pair = (these: Thing[], those: Thing[], rename: (one: Thing, other: Thing) => void): void => {
    for (const thing of [...these]) {
      const at = those.findIndex(({ identity }) => identity === thing.identity)
      if (at < 0) continue
      rename(thing, those[at]!)
      those.splice(at, 1)
      these.splice(these.indexOf(thing), 1)
    }
  }
  const [ofA, ofB] = [alone(a, inB), alone(b, inA)]
  const follow = (old: Thing, stays: Thing): unknown => renames.set(old.id, stays.id)
  pair(ofA.known, ofB.fresh, follow)
  pair(ofB.known, ofA.fresh, follow)
  pair(ofA.fresh, ofB.fresh, (x, y) => (byAge(x, y) < 0 ? follow(y, x) : follow(x, y)))
  return renames
}
