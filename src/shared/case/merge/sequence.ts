import { compareLists, compareText } from './canonical.ts'

/**
 * Merges the order of two sequences of ids, `base` being the one that both come from (null when it isn't known). The result
 * holds each of `kept` that stands in `a` or `b` once; it doesn't depend on which of the two is called `a`.
 *
 * What one side moved stands where that side put it; what both moved stands where the sequence does whose first differing id
 * is the smaller. What one side alone has stands after what it follows there; two runs at the same place stand in the order
 * of their first ids. When one side is as the base was, the result is the other side.
 */
export function mergeSequence(
  base: readonly string[] | null,
  a: readonly string[],
  b: readonly string[],
  kept: ReadonlySet<string>
): string[] {
  const sides = [a, b].map((side) => [...new Set(side)].filter((id) => kept.has(id))) as [string[], string[]]
  const [inA, inB] = [new Set(sides[0]), new Set(sides[1])]
  const isCommon = (id: string): boolean => inA.has(id) && inB.has(id)
  const commons = sides.map((side) => side.filter(isCommon)).sort(compareLists) as [string[], string[]]
  const common = base === null ? commons[0] : mergeOrder([...new Set(base)].filter(isCommon), commons)
  const runs = new Map<string | null, string[][]>()
  for (const side of sides) {
    for (const { after, run } of runsOf(side, isCommon)) runs.set(after, [...(runs.get(after) ?? []), run])
  }
  return [null, ...common].flatMap((id) => [
    ...(id === null ? [] : [id]),
    ...(runs.get(id) ?? []).sort(([x = ''], [y = '']) => compareText(x, y)).flat()
  ])
}

/** The runs of ids that only this side has, with the common id that each follows. */
function runsOf(side: readonly string[], isCommon: (id: string) => boolean): { after: string | null; run: string[] }[] {
  const runs: { after: string | null; run: string[] }[] = []
  let after: string | null = null
  let run: string[] = []
  for (const id of side) {
    if (!isCommon(id)) run.push(id)
    else {
      if (run.length > 0) runs.push({ after, run })
      after = id
      run = []
    }
  }
  if (run.length > 0) runs.push({ after, run })
  return runs
}

/** Orders the ids that both sides have: what neither moved keeps the base's order, and the rest is put in by its side. */
function mergeOrder(base: readonly string[], [first, second]: readonly [string[], string[]]): string[] {
  const stillFirst = unmoved(base, first)
  const stillSecond = unmoved(base, second)
  const result = base.filter((id) => stillFirst.has(id) && stillSecond.has(id))
  insert(result, first, (id) => !stillFirst.has(id))
  insert(result, second, (id) => stillFirst.has(id) && !stillSecond.has(id))
  return result
}

/** Puts ids of a side into `result`, each after the nearest one before it that is there. */
function insert(result: string[], side: readonly string[], wanted: (id: string) => boolean): void {
  const placed = new Set(result)
  let before: string | null = null
  for (const id of side) {
    if (!placed.has(id) && wanted(id)) {
      result.splice(before === null ? 0 : result.indexOf(before) + 1, 0, id)
      placed.add(id)
    }
    if (placed.has(id)) before = id
  }
}

/** The ids of a longest sequence that stands in the same order in both (the longest rising run of places in `base`). */
function unmoved(base: readonly string[], side: readonly string[]): Set<string> {
  const places = new Map(base.map((id, place) => [id, place]))
  const known = side.filter((id) => places.has(id))
  const tails: number[] = []
  const previous: number[] = []
  for (const [i, id] of known.entries()) {
    const place = places.get(id)!
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places.get(known[tails[middle]!]!)! < place) low = middle + 1
      else high = middle
    }
    previous[i] = low === 0 ? -1 : tails[low - 1]!
    tails[low] = i
  }
  const ids = new Set<string>()
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]!) ids.add(known[i]!)
  return ids
}
