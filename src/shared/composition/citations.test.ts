import { describe, expect, it } from 'vitest'
import type { Citation, Inline } from '../brief/brief.ts'
import type { Block, Run } from './block.ts'
import { formattedRun, groupCitations, numberNotes, readLocator } from './citations.ts'

describe('readLocator', () => {
  it.each([
    ['¶ 3', { label: 'paragraph', value: '3' }],
    ['para. 3', { label: 'paragraph', value: '3' }],
    ['paragraphs 3 - 5', { label: 'paragraph', value: '3-5' }],
    ['p. 4', { label: 'page', value: '4' }],
    ['p. xii', { label: 'page', value: 'xii' }],
    ['pp. xii–xiv', { label: 'page', value: 'xii–xiv' }],
    ['pp. 4–5, 9', { label: 'page', value: '4–5,9' }],
    [' at the foot ', { label: null, value: 'at the foot' }],
    ['page of shame', { label: null, value: 'page of shame' }],
    ['  ', null]
  ])('reads %s', (text, expected) => {
    expect(readLocator(text)).toEqual(expected)
  })
})

describe('groupCitations', () => {
  const cite = (sourceId: string): Citation => {
    return { type: 'citation', attrs: { quoteId: null, sourceId, label: null, relation: 'supports', locator: null } }
  }
  const text = (words: string): Inline => ({ type: 'text', text: words })

  it('puts together what has at most white space between', () => {
    const [a, b, c] = [cite('a'), cite('b'), cite('c')]
    expect(groupCitations([text('One '), a, text(' '), b, text(' two '), c, text(' ')])).toEqual([
      text('One '),
      [a, b],
      text(' two '),
      [c],
      text(' ')
    ])
  })
})

describe('numberNotes', () => {
  it('counts all notes as they are printed, in every kind of block', () => {
    const marks: Run[] = Array.from({ length: 6 }, (_, i) => ({ text: '', note: [{ text: String(i) }] }))
    const text = (...runs: Run[]): Block & { type: 'text' } => ({ type: 'text', kind: 'statement', runs })
    const blocks: Block[] = [
      { type: 'section', children: [text({ text: 'a' }, marks[0]!)] },
      {
        type: 'quote',
        alarm: false,
        destination: 'q',
        before: [text(marks[1]!)],
        words: text({ text: 'words' }),
        after: [text(marks[2]!)]
      },
      { type: 'list', numbering: 'Disc', hanging: false, items: [{ label: '•', children: [text(marks[3]!)] }] },
      { type: 'table', columns: [{ width: null, align: 'start' }], head: [[{ text: 'h' }]], rows: [[[marks[4]!]]] },
      { type: 'figure', image: 'i', alt: '', destination: 'f', caption: text(marks[5]!) }
    ]
    const numbers = numberNotes(blocks)
    expect(marks.map((mark) => numbers.get(mark))).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('formattedRun', () => {
  it('links addresses and drops what only formatting needs', () => {
    expect(formattedRun({ text: 'a', italic: true, cite: 2 })).toEqual({ text: 'a', italic: true })
    expect(formattedRun({ text: 'https://x.example', uri: 'https://x.example' })).toEqual({
      text: 'https://x.example',
      voice: 'address',
      target: { uri: 'https://x.example' },
      about: 'Link: https://x.example'
    })
  })
})
