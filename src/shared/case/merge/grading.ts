import { keptGrading, type Grading } from '../../source/grading.ts'
import { mergeNote, mergeValue, settled, type Teller, type Three } from './fields.ts'

/** Merges two gradings: reliability and credibility are judged independently, and merged so, each with its reason. */
export function mergeGrading(three: Three<Grading | null>, teller: Teller): Grading | null {
  const agreed = settled(three)
  if (agreed) return agreed.value
  const { base, a, b } = three
  const part = <T>(read: (grading: Grading | null) => T): Three<T> => ({
    base: base === undefined ? undefined : read(base),
    a: read(a),
    b: read(b)
  })
  const reason = (name: 'reliabilityReason' | 'credibilityReason'): string =>
    mergeNote(
      part((grading) => grading?.[name] ?? ''),
      teller
    )
  return keptGrading({
    reliability: mergeValue(
      part((grading) => grading?.reliability ?? null),
      teller,
      'grading',
      'Reliability'
    ),
    credibility: mergeValue(
      part((grading) => grading?.credibility ?? null),
      teller,
      'grading',
      'Credibility'
    ),
    reliabilityReason: reason('reliabilityReason'),
    credibilityReason: reason('credibilityReason')
  })
}
