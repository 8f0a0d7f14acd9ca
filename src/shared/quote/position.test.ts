import { expect, it } from 'vitest'
import { pointsOf, toCodePoints } from './position.ts'

it.each([
  '',
  'plain',
  '😀 and 🏴‍☠️ text',
  'half \ud83d of one',
  '\ude00 low first',
  '\ud83d\ud83d\ude00\ude00',
  'é\u0301'
])('counts all offsets of %j once looked through as one by one', (text) => {
  const points = pointsOf(text)
  for (let offset = 0; offset <= text.length + 2; offset++) expect(points(offset)).toBe(toCodePoints(text, offset))
})
