import { notFound, type Found } from '../../../shared/source/source.ts'

/** A value that was seen somewhere, before it is known which one wins. */
export interface Candidate<T> {
  value: T
  /** Kind of place, one of those that `Evidence` lists. */
  from: string
  /** What stood there. */
  detail: string
  confidence: number
}

/** Confidence of what is worth showing as an alternative and never becomes the value. */
export const NEVER_CHOSEN = 0

const LONGEST_DETAIL = 160
const MOST_ALTERNATIVES = 6

/**
 * Makes the surest candidate the value and the others its alternatives, each value once. Of equally sure ones the first
 * wins. `same` tells which values are equal; a second place that says the same makes the value a little surer.
 */
export function choose<T>(candidates: readonly Candidate<T>[], same: (a: T, b: T) => boolean = Object.is): Found<T> {
  const ranked = [...candidates].sort((a, b) => b.confidence - a.confidence)
  const distinct: Candidate<T>[] = []
  for (const candidate of ranked) {
    const known = distinct.find((other) => same(other.value, candidate.value))
    if (!known) distinct.push({ ...candidate })
    else if (known.from !== candidate.from && candidate.confidence > NEVER_CHOSEN)
      known.confidence = Math.min(0.99, known.confidence + 0.03)
  }
  const alternatives = (others: readonly Candidate<T>[]): Found<T>['alternatives'] =>
    others.slice(0, MOST_ALTERNATIVES).map((other) => ({ value: other.value, evidence: evidenceOf(other) }))
  const [best, ...rest] = distinct
  if (!best || best.confidence === NEVER_CHOSEN) return { ...notFound<T>(), alternatives: alternatives(distinct) }
  return {
    value: best.value,
    evidence: evidenceOf(best),
    confidence: best.confidence,
    alternatives: alternatives(rest)
  }
}

/**
 * Adds a value that was seen elsewhere. It wins when it's surer than the one that stands, which is then the first alternative; a place that says
 * the same makes the value a little surer.
 */
export function withCandidate<T>(
  found: Found<T>,
  candidate: Candidate<T>,
  same: (a: T, b: T) => boolean = Object.is
): Found<T> {
  const { value, evidence, confidence, alternatives } = found
  if (value === null || evidence === null) {
    const { alternatives: none, ...chosen } = choose([candidate])
    return { ...chosen, alternatives: alternatives.length > 0 ? alternatives : none }
  }
  if (same(value, candidate.value)) {
    return { ...found, confidence: Math.max(candidate.confidence, Math.min(0.99, confidence + 0.03)) }
  }
  const others = alternatives.filter((other) => !same(other.value, candidate.value))
  const added = { value: candidate.value, evidence: evidenceOf(candidate) }
  if (candidate.confidence <= confidence) {
    return { ...found, alternatives: [added, ...others].slice(0, MOST_ALTERNATIVES) }
  }
  return {
    ...added,
    confidence: candidate.confidence,
    alternatives: [{ value, evidence }, ...others].slice(0, MOST_ALTERNATIVES)
  }
}

function evidenceOf(candidate: Candidate<unknown>): { from: string; detail: string } {
  const { from, detail } = candidate
  return {
    from,
    detail: detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL - 1)}…`.toWellFormed() : detail
  }
}
