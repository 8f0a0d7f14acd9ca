import { describe, expect, it } from 'vitest'
import type { Run } from './block.ts'
import type { CitationStyle } from './options.ts'
import { placeCitations } from './placing.ts'

/** Texts with citations between: `*` is the mark of a note, `(c)` a citation in the text or a number. */
function placed(style: CitationStyle, ...texts: string[]): string {
  const notes = style === 'oscola'
  const citation = (): Run[] => [notes ? { text: '', note: [{ text: 'note' }] } : { text: '(c)' }]
  const parts = texts.flatMap((text, i) => (i === 0 ? [{ text }] : text === '' ? [citation()] : [citation(), { text }]))
  return placeCitations(parts, style)
    .map(({ text, note }) => text + (note ? '*' : ''))
    .join('')
    .replaceAll('\u00a0', '~')
}

describe('placeCitations', () => {
  it('keeps numbers with the word before them', () => {
    expect(placed('numbered', 'It rains.', '')).toBe('It rains.~(c)')
    expect(placed('numbered', 'It rains. ', ' More')).toBe('It rains. (c) More')
  })

  it('sets the marks of notes behind the punctuation, without a space', () => {
    expect(placed('oscola', 'It rains. ', '')).toBe('It rains.*')
    expect(placed('oscola', 'It rains ', '. More')).toBe('It rains.* More')
    expect(placed('oscola', '“It rains ', ',” they say ', '')).toBe('“It rains,”* they say*')
    expect(placed('oscola', 'It rains ', ' – or not')).toBe('It rains* – or not')
    expect(placed('oscola', '雨が降る', '。')).toBe('雨が降る。*')
  })

  it('keeps two marks apart', () => {
    const mark: Run = { text: 'link', note: [{ text: 'address' }] }
    const runs = placeCitations([mark, [{ text: '', note: [{ text: 'note' }] }]], 'oscola')
    expect(runs.map(({ text }) => text)).toEqual(['link', '\u202f', ''])
  })

  it('sets a citation in the text before the full stop of its sentence', () => {
    expect(placed('apa', 'It rains. ', '')).toBe('It rains (c).')
    expect(placed('apa', 'It rains. ', ' It pours. ', '')).toBe('It rains (c). It pours (c).')
    expect(placed('apa', 'It rains', '.')).toBe('It rains (c).')
    expect(placed('apa', 'It rains! ', '')).toBe('It rains! (c)')
  })

  it('leaves the stops of abbreviations, initials and ellipses', () => {
    expect(placed('apa', 'Quill et al. ', ' say so')).toBe('Quill et al. (c) say so')
    expect(placed('apa', 'in the U.S. ', '')).toBe('in the U.S. (c)')
    expect(placed('apa', 'and so on... ', '')).toBe('and so on... (c)')
  })

  it('loses and changes no word', () => {
    const word: Run = { text: 'A bold end. ', bold: true }
    const runs = placeCitations([word, [{ text: '(c)' }], { text: ' Next.', italic: true }], 'apa')
    expect(runs).toEqual([
      { text: 'A bold end ', bold: true },
      { text: '(c)' },
      { text: '.' },
      { text: ' Next.', italic: true }
    ])
  })
})
