import { canBothBe, rangeOfAmount } from '../numbers/amounts.ts'
import { measureOf } from '../numbers/units.ts'
import { isSameGiver } from '../reports/giver-kind.ts'
import { sharedWeight, weightsOf, type Weight } from '../reports/weights.ts'
import { GROWING } from './concepts.ts'
import type { FigureDraft } from './read-figures.ts'

/** A figure with the source that it's of. */
export interface Countable {
  source: string
  draft: FigureDraft
}

/** What speaks for two figures counting the same, and against it, must add up to this. */
const ALIKE = 1.2
/** What none of a series may speak against by. */
const UNLIKE = -1.5
/** Figures of a kind beyond this are compared with the last of their series only. */
const MOST_COMPARED = 400
/** So many of a series are compared with the next figure. */
const MOST_OF_SERIES = 8

/**
 * Groups figures that count the same thing of the same event, each group by the place of its first figure: people of whom the same is said, things of one name, amounts of
 * money for the same. Parts, additions and differences stand apart from the whole. Answers the number of each figure's group.
 */
export function groupSeries(figures: readonly Countable[]): number[] {
  const weight = weightsOf(figures.map(({ draft }) => draft.counted.terms))
  const groups: number[][] = []
  const byKind = new Map<string, number[]>()
  const groupOf: number[] = []
  for (const [i, figure] of figures.entries()) {
    const kind = `${dimensionOf(figure)} ${figure.draft.counted.role}`
    const candidates = byKind.get(kind) ?? []
    let best: { group: number; likeness: number } | null = null
    for (const group of candidates.slice(-MOST_COMPARED)) {
      const likenesses = groups[group]!.slice(-MOST_OF_SERIES).map((other) =>
        likenessOf(figure, figures[other]!, weight)
      )
      const likeness = Math.max(...likenesses)
      if (likeness >= ALIKE && Math.min(...likenesses) > UNLIKE && likeness > (best?.likeness ?? 0))
        best = { group, likeness }
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

function dimensionOf({ draft }: Countable): string {
  return measureOf(draft.unit).dimension
}

/** What speaks for two figures of one dimension and role counting the same, less what speaks against it. */
function likenessOf(a: Countable, b: Countable, weight: Weight): number {
  const [p, q] = [a.draft.counted, b.draft.counted]
  const isCount = dimensionOf(a) === 'count'
  const arePeople = isCount && p.noun === 'people' && q.noun === 'people'
  let likeness = 2 * sharedWeight(p.core, q.core, weight) + 0.6 * sharedWeight(p.terms, q.terms, weight)
  if (p.concept !== null && p.concept === q.concept) likeness += arePeople ? 1.4 : 1.1
  else if (p.concept !== null && q.concept !== null) likeness -= isCount ? 5 : 3
  else if (p.concept !== q.concept) likeness -= arePeople ? 2.5 : 0.4
  if (isCount && !arePeople) {
    if (p.noun !== null && p.noun === q.noun) likeness += 0.5
    else if (p.noun !== null && q.noun !== null && !isOfPeople(p.noun, q.noun)) likeness -= 3
  }
  const isGrowing = p.concept === q.concept && p.concept !== null && GROWING.has(p.concept)
  likeness -= distance(a.draft, b.draft) * (isGrowing ? 1.6 : 2.8)
  if (p.places.length > 0 && q.places.length > 0 && !sharePlaces(p, q)) likeness -= 3
  if (a.source === b.source && (namesAsEarlier(a.draft, b.draft) || namesAsEarlier(b.draft, a.draft))) likeness += 3
  else likeness -= tellsBoth(a, b)
  return likeness
}

/** `12 dead` counts people as `12 people died` does. */
function isOfPeople(a: string, b: string): boolean {
  return a === 'people' || b === 'people'
}

/** What speaks against two values being of the same: nothing up to twice as much, more with each power of ten. */
function distance(a: FigureDraft, b: FigureDraft): number {
  if (canBothBe(a, b)) return a.value === b.value && a.value > 10 ? -0.2 : 0
  const middle = (draft: FigureDraft): number => {
    const [low, high] = rangeOfAmount(draft)
    return Number.isFinite(low) && Number.isFinite(high) ? (low + high) / 2 : Number.isFinite(low) ? low : high
  }
  const [x, y] = [Math.abs(middle(a)), Math.abs(middle(b))]
  if (x === 0 || y === 0) return 0
  return Math.max(0, Math.abs(Math.log10(x / y)) - 0.4)
}

/** One report doesn't contradict itself: two numbers that it gives for one day, of one giver, and not one in place of the other, count two things: what that speaks against their being one. */
function tellsBoth(a: Countable, b: Countable): number {
  if (a.source !== b.source || canBothBe(a.draft, b.draft) || a.draft.asOf !== b.draft.asOf) return 0
  if (a.draft.change.isEarlier || b.draft.change.isEarlier) return 0
  const [p, q] = [a.draft.origin, b.draft.origin]
  return p !== null && q !== null && !isSameGiver(p, q) ? 0 : 3
}

/** `5.2 tonnes, from the 3.5 tonnes`: the one is told of as what stands in place of the other, in the same sentence. */
function namesAsEarlier({ change, end }: FigureDraft, earlier: FigureDraft): boolean {
  return change.replaces === 'these' && change.values.includes(earlier.value) && Math.abs(earlier.start - end) < 150
}

function sharePlaces(a: FigureDraft['counted'], b: FigureDraft['counted']): boolean {
  return (
    a.places.some((place) => b.places.includes(place)) || sharesName(a.places, b.terms) || sharesName(b.places, a.terms)
  )
}

function sharesName(places: readonly string[], terms: readonly string[]): boolean {
  return places.some((place) => terms.includes(place))
}
