import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from './article.test-helper.ts'
import { differenceOf, wordChanges, type ParagraphChange, type WordChange } from './difference.ts'

/** One of the two versions, put together again from the difference. */
function version(changes: readonly ParagraphChange[], which: 'removed' | 'added'): string {
  return changes
    .flatMap((change) => {
      if (change.kind === 'changed') return [words(change.words, which)]
      return change.kind === 'same' || change.kind === which ? [change.text] : []
    })
    .join('\n')
}

function words(changes: readonly WordChange[], which: 'removed' | 'added'): string {
  return changes.map(({ kind, text }) => (kind === 'same' || kind === which ? text : '')).join('')
}

describe('differenceOf', () => {
  it('aligns paragraphs and marks words', () => {
    const before =
      'Headline\nThe sinking killed 19 people, the coastguard says.\nAn old paragraph.\nThe end is the same.'
    const after =
      'Headline\nA new paragraph stands here.\nThe sinking killed 22 people, the coastguard says.\nThe end is the same.'
    expect(differenceOf(before, after)).toEqual([
      { kind: 'same', text: 'Headline' },
      { kind: 'added', text: 'A new paragraph stands here.' },
      {
        kind: 'changed',
        before: 'The sinking killed 19 people, the coastguard says.',
        after: 'The sinking killed 22 people, the coastguard says.',
        words: [
          { kind: 'same', text: 'The sinking killed ' },
          { kind: 'removed', text: '19' },
          { kind: 'added', text: '22' },
          { kind: 'same', text: ' people, the coastguard says.' }
        ]
      },
      { kind: 'removed', text: 'An old paragraph.' },
      { kind: 'same', text: 'The end is the same.' }
    ])
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
    expect(changes.filter(({ kind }) => kind === 'same')).toHaveLength(1)
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
