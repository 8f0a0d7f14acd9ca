import { expect, test } from 'vitest'
import type { Block } from '../../../shared/source/source.ts'
import { groupsOf, hasOwnMark } from './groups.ts'
import { slabsOf } from './slabs.ts'

function made(parts: readonly [Block['type'], string][]) {
  let at = 0
  const blocks = parts.map(([type, words]) => {
    const block = { type, start: at, end: at + words.length }
    at = block.end + 1
    return block
  })
  const text = parts.map(([, words]) => words).join('\n')
  const [slab] = slabsOf({ schema: 8, extractor: 'txt/1', text, blocks, sha256: '0'.repeat(64) })
  return { text, pieces: slab!.pieces }
}

test('items make lists and rows make tables, what stands between parts them', () => {
  const { text, pieces } = made([
    ['paragraph', 'One'],
    ['listItem', 'a ship'],
    ['listItem', 'a boat'],
    ['paragraph', 'Two'],
    ['listItem', '1. first'],
    ['listItem', '2. second'],
    ['tableRow', 'A · B'],
    ['tableRow', '1 · 2']
  ])
  expect(groupsOf(text, pieces).map((group) => [group.kind, group.pieces.length])).toEqual([
    ['alone', 1],
    ['list', 2],
    ['alone', 1],
    ['numbered', 2],
    ['table', 2]
  ])
})

test('a mark that stands in the text is known', () => {
  const { text, pieces } = made([
    ['listItem', '(b) a quay'],
    ['listItem', '• a quay'],
    ['listItem', 'a quay'],
    ['listItem', '2031 was dry']
  ])
  expect(pieces.map((piece) => hasOwnMark(text, piece))).toEqual([true, true, false, false])
})
