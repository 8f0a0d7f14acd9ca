import { expect, it } from 'vitest'
import { gradeOf, gradingWords, keptGrading, withoutReason } from './grading.ts'

it('words the two grades of a source, or the one that it has', () => {
  expect(gradingWords({ reliability: 'B', credibility: '2' })).toBe(
    'B2: source usually reliable, information probably true'
  )
  expect(gradingWords({ reliability: null, credibility: '6' })).toBe('6: information truth cannot be judged')
  expect(gradingWords(null)).toBe('')
  expect(gradeOf({ reliability: 'F', credibility: null })).toBe('F')
  expect(gradeOf({ reliability: null, credibility: null })).toBeNull()
})

it('asks for a reason of each grade, and keeps none without one', () => {
  expect(withoutReason({ reliability: 'A', credibility: '1', credibilityReason: ' ' })).toEqual([
    'reliability',
    'credibility'
  ])
  expect(withoutReason({ reliability: 'A', credibility: null, reliabilityReason: 'known for years' })).toEqual([])
  expect(
    keptGrading({ reliability: 'A', credibility: null, reliabilityReason: ' known ', credibilityReason: 'left over' })
  ).toEqual({ reliability: 'A', credibility: null, reliabilityReason: 'known' })
  expect(keptGrading({ reliability: null, credibility: null, reliabilityReason: 'none' })).toBeNull()
})
