import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from './article.test-helper.ts'
import { differenceOf, wordChanges } from './difference.ts'
import { Difference } from './related.ts'

type Parts = Difference['paragraphs'][number]['parts']

/** One of the two versions, put together again from the difference. */
function version({ paragraphs }: Difference, which: 'removed' | 'added'): string {
  return paragraphs
    .filter(({ a, b }) => (which === 'removed' ? a : b) !== null)
    .map(({ parts }) => words(parts, which))
    .join('\n')
}

function words(parts: Parts, which: 'removed' | 'added'): string {
  return parts.map(({ kind, text }) => (kind === 'same' || kind === which ? text : '')).join('')
}

describe('differenceOf', () => {
  it('aligns paragraphs and marks words', () => {
    const before =
      'Headline\nThe sinking killed 19 people, the coastguard says.\nAn old paragraph.\nThe end is the same.'
    const after =
      'Headline\nA new paragraph stands here.\nThe sinking killed 22 people, the coastguard says.\nThe end is the same.'
    expect(differenceOf(before, after)).toEqual({
      paragraphs: [
        { a: 1, b: 1, parts: [{ kind: 'same', text: 'Headline' }] },
        { a: null, b: 2, parts: [{ kind: 'added', text: 'A new paragraph stands here.' }] },
        {
          a: 2,
          b: 3,
          parts: [
            { kind: 'same', text: 'The sinking killed ' },
            { kind: 'removed', text: '19' },
            { kind: 'added', text: '22' },
            { kind: 'same', text: ' people, the coastguard says.' }
          ]
        },
        { a: 3, b: null, parts: [{ kind: 'removed', text: 'An old paragraph.' }] },
        { a: 4, b: 4, parts: [{ kind: 'same', text: 'The end is the same.' }] }
      ],
      unchanged: 2,
      changed: 1,
      removed: 1,
      added: 1
    })
  })

  it('gives both versions back', () => {
    const line = fc.constantFrom(
      '',
      'the memo was kept',
      'the memo was sent',
      '検査メモを渡さず',
      '検査メモを渡した',
      'a 🚢 sank'
    )
    const text = fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = differenceOf(before, after)
        expect(version(changes, 'removed')).toBe(before)
        expect(version(changes, 'added')).toBe(after)
        expect(Difference.parse(changes)).toEqual(changes)
      })
    )
  })

  it('is coarser, not wrong, for texts with thousands of differing paragraphs', () => {
    const before = sentences(1, 3000)
    const after = sentences(2, 3000)
    after[1500] = before[1500]!
    const changes = differenceOf(before.join('\n'), after.join('\n'))
    expect(version(changes, 'removed')).toBe(before.join('\n'))
    expect(version(changes, 'added')).toBe(after.join('\n'))
    expect(changes).toMatchObject({ unchanged: 1, changed: 0, removed: 2999, added: 2999 })
  })
})

describe('wordChanges', () => {
  it('takes words that changed side by side for one change', () => {
    expect(wordChanges('It was an old ship', 'It was a new ship')).toEqual([
      { kind: 'same', text: 'It was ' },
      { kind: 'removed', text: 'an old' },
      { kind: 'added', text: 'a new' },
      { kind: 'same', text: ' ship' }
    ])
  })

  it('marks characters where no spaces are written', () => {
    expect(wordChanges('死者は十九人', '死者は二十二人').filter(({ kind }) => kind === 'same')[0]).toEqual({
      kind: 'same',
      text: '死者は'
    })
  })

  it('gives up on the words of an endless line, not on the line', () => {
    const [before, after] = [sentences(1, 200).join(' '), sentences(2, 200).join(' ')]
    const changes = wordChanges(before, after)
    expect(words(changes, 'removed')).toBe(before)
    expect(words(changes, 'added')).toBe(after)
  })
})
