/** How much a term weighs: the more, the fewer of some lists it stands in. */
export type Weight = (term: string) => number

/** The weights of the terms of some lists, by inverse document frequency (Spärck Jones 1972): ln(1 + lists / lists with the term). */
export function weightsOf(lists: readonly (readonly string[])[]): Weight {
  const held = new Map<string, number>()
  for (const terms of lists) for (const term of terms) held.set(term, (held.get(term) ?? 0) + 1)
  const all = Math.max(lists.length, 1)
  const weights = new Map<string, number>()
  return (term) => {
    let weight = weights.get(term)
    if (weight === undefined) weights.set(term, (weight = Math.log(1 + all / (held.get(term) ?? 1))))
    return weight
  }
}

/** How much of the weight of the lighter of two lists stands in the other too (0 to 1). */
export function sharedWeight(a: readonly string[], b: readonly string[], weight: Weight): number {
  let [ofA, ofB, shared] = [0, 0, 0]
  for (const term of b) ofB += weight(term)
  for (const term of a) {
    ofA += weight(term)
    if (b.includes(term)) shared += weight(term)
  }
  return shared / Math.max(Math.min(ofA, ofB), 1e-9)
}
