import { expect, test } from 'vitest'
import type { OutlineEntry } from './document.ts'
import { outlineRows } from './outline.ts'

const entry = (kind: OutlineEntry['kind'], id: string, section: number): OutlineEntry => ({
  kind,
  id,
  section,
  text: id
})
const ENTRIES = [
  entry('section', 'a', 0),
  entry('statement', 'a1', 0),
  entry('quote', 'a2', 0),
  entry('section', 'b', 1),
  entry('section', 'c', 2),
  entry('statement', 'c1', 2)
]
const shown = (folded: string[], unsupported: string[]) =>
  outlineRows(ENTRIES, new Set(folded), new Set(unsupported)).map((row) => [row.id, row.expanded, row.unsupported])

test('sections with contents can be folded, and say then what is in them', () => {
  expect(shown([], ['a1'])).toEqual([
    ['a', true, 1],
    ['a1', null, 1],
    ['a2', null, 0],
    ['b', null, 0],
    ['c', true, 0],
    ['c1', null, 0]
  ])
  expect(shown(['a'], ['a1', 'c1'])).toEqual([
    ['a', false, 1],
    ['b', null, 0],
    ['c', true, 1],
    ['c1', null, 1]
  ])
})

test('what isn’t in the outline counts for nothing', () => {
  expect(shown(['z'], ['y'])).toHaveLength(6)
  expect(outlineRows([], new Set(), new Set())).toEqual([])
})
