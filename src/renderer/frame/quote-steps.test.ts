import type { stepAmong as Step } from './quote-steps.ts'
import { beforeAll, expect, it, vi } from 'vitest'

let stepAmong: typeof Step
beforeAll(async () => {
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) })
  stepAmong = (await import('./quote-steps.ts')).stepAmong
})

it('goes on from where one is, and round at the end', () => {
  expect(stepAmong([3, 9, 20], 3, 1)).toBe(1)
  expect(stepAmong([3, 9, 20], 5, 1)).toBe(1)
  expect(stepAmong([3, 9, 20], 20, 1)).toBe(0)
  expect(stepAmong([3, 9, 20], 9, -1)).toBe(0)
  expect(stepAmong([3, 9, 20], 3, -1)).toBe(2)
})

it('begins at the first, or from behind at the last', () => {
  expect(stepAmong([3, 9], null, 1)).toBe(0)
  expect(stepAmong([3, 9], null, -1)).toBe(1)
  expect(stepAmong([], null, 1)).toBe(-1)
  expect(stepAmong([], 4, -1)).toBe(-1)
})
