import type { Withheld } from '../../brief/withheld.ts'
import { canonical, compareText, digest, same } from './canonical.ts'
import type { Three } from './fields.ts'

/**
 * What redacted exports leave out, of two copies of a brief. An entry goes only where one copy removed it and the other left it
 * as it was; in doubt it stays, both versions where both changed it: what one copy withholds must not come out through the other.
 */
export function mergeWithheld({ base, a, b }: Three<readonly Withheld[]>): Withheld[] {
  const [before, left, right] = [base ?? [], a, b].map((list) => new Map(list.map((entry) => [entry.id, entry])))
  const kept = [...new Set([...left!.keys(), ...right!.keys()])].flatMap((id): Withheld[] => {
    const [old, x, y] = [before!.get(id), left!.get(id), right!.get(id)]
    const only = x && y ? null : (x ?? y!)
    if (only) return old && same(only, old) ? [] : [only]
    if (same(x, y) || (old && same(y, old))) return [x!]
    if (old && same(x, old)) return [y!]
    const [first, second] = [x!, y!].sort((one, other) => compareText(canonical(one), canonical(other)))
    return [first!, { ...second!, id: `${id}-${digest(canonical(second))}` }]
  })
  return kept.sort((one, other) => compareText(one.id, other.id))
}
