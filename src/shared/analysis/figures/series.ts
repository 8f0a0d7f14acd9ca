import { measureOf } from '../numbers/units.ts'
import type { FigureDraft } from './read-figures.ts'

/** A figure as far as it tells what it counts. */
type Countable = Pick<FigureDraft, 'counted' | 'unit'>

/** How rare a word is among the figures that are compared. */
type Weight = (term: string) => number

const ALIKE = 0.34
/** Figures of a kind beyond this are compared with the last of their series only. */
const MOST_COMPARED = 400

/**
 * Groups figures that count the same thing of the same event, each group by the place of its first figure: people of whom the same is said, things of one name, amounts of
 * money for the same. Parts, additions and differences stand apart from the whole. Answers the number of each figure's group.
 */
export function groupSeries(figures: readonly Countable[]): number[] {
  const weight = weightOf(figures)
  const groups: number[][] = []
  const byKind = new Map<string, number[]>()
  const groupOf: number[] = []
  for (const [i, figure] of figures.entries()) {
    const kind = `${dimensionOf(figure)} ${figure.counted.role}`
    const candidates = byKind.get(kind) ?? []
    let best: { group: number; likeness: number } | null = null
    for (const group of candidates.slice(-MOST_COMPARED))
      for (const other of groups[group]!.slice(-8)) {
        const likeness = isAlike(figure, figures[other]!, weight)
        if (likeness > (best?.likeness ?? 0)) best = { group, likeness }
      }
    if (best) {
      groups[best.group]!.push(i)
      groupOf.push(best.group)
      continue
    }
    groups.push([i])
    groupOf.push(groups.length - 1)
    byKind.set(kind, [...candidates, groups.length - 1])
  }
  return groupOf
}

function dimensionOf({ unit }: Countable): string {
  return measureOf(unit).dimension
}

function weightOf(figures: readonly Countable[]): Weight {
  const held = new Map<string, number>()
  for (const { counted } of figures) for (const term of counted.terms) held.set(term, (held.get(term) ?? 0) + 1)
  const all = Math.max(figures.length, 1)
  return (term) => Math.log(1 + all / (held.get(term) ?? 1))
}

/** How sure it is that two figures of one dimension and role count the same (0 to 1); 0 for two that don't. */
function isAlike(a: Countable, b: Countable, weight: Weight): number {
  const [p, q] = [a.counted, b.counted]
  if (
    p.places.length > 0 &&
    q.places.length > 0 &&
    !p.places.some((place) => q.places.includes(place)) &&
    !sharesName(p.places, q.terms) &&
    !sharesName(q.places, p.terms)
  )
    return 0
  const shared = sharedWeight(p.terms, q.terms, weight)
  const count = dimensionOf(a) === 'count'
  if (count && p.noun === 'people' && q.noun === 'people') {
    if (p.concept !== null || q.concept !== null) return p.concept === q.concept ? 0.8 + shared / 10 : 0
    return shared >= ALIKE ? shared : 0
  }
  if (count && (p.noun === null || q.noun === null || p.noun === 'people' || q.noun === 'people'))
    return p.concept !== null && p.concept === q.concept ? 0.7 + shared / 10 : 0
  if (count) {
    if (p.noun !== q.noun) return 0
    if (p.concept !== null && q.concept !== null && p.concept !== q.concept) return 0
    return 0.6 + shared / 10
  }
  if (p.concept !== null && q.concept !== null && p.concept !== q.concept) return 0
  const both = p.terms.filter((term) => q.terms.includes(term)).length
  if (both === 0) return 0
  if (p.concept !== null && p.concept === q.concept) return both >= 1 ? 0.5 + shared / 10 : 0
  return shared >= ALIKE && both >= 2 ? shared : 0
}

function sharesName(places: readonly string[], terms: readonly string[]): boolean {
  return places.some((place) => terms.includes(place))
}

function sharedWeight(a: readonly string[], b: readonly string[], weight: Weight): number {
  const own = (terms: readonly string[]): number => terms.reduce((sum, term) => sum + weight(term), 0)
  return own(a.filter((term) => b.includes(term))) / Math.max(Math.min(own(a), own(b)), 1e-9)
}
