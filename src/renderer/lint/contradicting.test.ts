import { expect, it } from 'vitest'
import { contradictingSource } from './contradicting.ts'

it('offers to cite as contradicting the source that contradicts, and never the one that supports', () => {
  expect(contradictingSource([{ source: 'S1' }, { source: 'S2' }], ['S1'])).toBe('S2')
  expect(contradictingSource([{ source: 'S2' }, { source: 'S1' }], ['S1', 'S3'])).toBe('S2')
  expect(contradictingSource([{ source: 'S1' }, { source: 'S2' }], [])).toBe('S2')
  expect(contradictingSource([{ source: 'S1' }], ['S1'])).toBeNull()
  expect(contradictingSource([], [])).toBeNull()
})
