import { expect, test } from 'vitest'
import { usedInWords } from './used-in.ts'

const place = (briefId: string, brief: string, section: string) => ({
  briefId,
  brief,
  section,
  nodeId: 'n',
  excerpt: '',
  sources: [],
  quotes: []
})

test('where a quote is used is told by brief and section', () => {
  expect(
    usedInWords([
      place('b1', 'Closing', 'Facts'),
      place('b1', 'Closing', 'Facts'),
      place('b1', 'Closing', ''),
      place('b2', '', 'Gaps')
    ])
  ).toBe('“Closing” (Facts, an untitled section) and “Untitled brief” (Gaps)')
  expect(usedInWords([])).toBe('')
})
