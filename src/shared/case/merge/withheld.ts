import type { Withheld } from '../../brief/withheld.ts'
import { canonical, compareText, digest, same } from './canonical.ts'
import type { Three } from './fields.ts'

/**
 * What redacted exports leave out, of two copies of a brief. An entry goes only where one copy removed it and the other left it
 * as it was; in doubt it stays, both versions where both changed it: what one copy withholds must not come out through the other. Of
 * what is like withheld words, what one withheld too is withheld, and what either left is left unless the other withheld it.
 */
export function mergeWithheld({ base, a, b }: Three<readonly Withheld[]>): Withheld[] {
  const [before, left, right] = [base ?? [], a, b].map((list) => new Map(list.map((entry) => [entry.id, entry])))
  const kept = [...new Set([...left!.keys(), ...right!.keys()])].flatMap((id): Withheld[] => {
    const [old, x, y] = [before!.get(id), left!.get(id), right!.get(id)]
    const only = x && y ? null : (x ?? y!)
    if (only) return old && same(only, old) ? [] : [only]
    if (same(x, y) || (old && same(y, old))) return [x!]
    if (old && same(x, old)) return [y!]
    const decided = bothDecided(x!, y!)
    if (decided) return [decided]
    const [first, second] = [x!, y!].sort((one, other) => compareText(canonical(one), canonical(other)))
    return [first!, { ...second!, id: `${id}-${digest(canonical(second))}` }]
  })
  return kept.sort((one, other) => compareText(one.id, other.id))
}

/** Two versions of one entry that differ in what was decided of near forms alone, made one; null for others. */
function bothDecided(x: Withheld, y: Withheld): Withheld | null {
  if (x.kind !== 'words' || y.kind !== 'words' || x.reason !== y.reason) return null
  if (x.left === undefined && y.left === undefined) return null
  const sorted = (words: Iterable<string>): string[] => [...new Set(words)].sort(compareText)
  const terms = sorted([...x.terms, ...y.terms])
  const left = sorted([...(x.left ?? []), ...(y.left ?? [])]).filter((form) => !terms.includes(form))
  return { ...x, terms, left }
}
