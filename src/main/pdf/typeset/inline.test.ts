import { describe, expect, it } from 'vitest'
import { Fonts } from './fonts.ts'
import { layOut } from './inline.ts'
import type { Line, Span } from './line.ts'

const fonts = new Fonts('en')

function span(text: string, fields: Partial<Span> = {}): Span {
  return {
    text,
    face: 'serif',
    size: 10,
    color: '#000000',
    rise: 0,
    address: false,
    target: null,
    about: '',
    anchor: null,
    note: null,
    actual: null,
    ...fields
  }
}

function lay(spans: Span[], width: number): Line[] {
  return layOut(fonts, spans, { leading: 14, direction: 'ltr' }, width)
}

function texts(lines: Line[]): string[] {
  return lines.map((line) => line.pieces.map((piece) => piece.text).join(''))
}

describe('layOut', () => {
  it('never begins a line with the first reference after a word', () => {
    const reference = { anchor: 'citation-1', target: { destination: 'source-1' } }
    const words = 'The harbour board signed the contract '
    for (let width = 150; width < 190; width++) {
      const lines = texts(lay([span(words), span('[1]', reference), span(' '), span('[2]', reference)], width))
      expect(lines.filter((line) => line.startsWith('[1]'))).toEqual([])
    }
    // A reference after another one may.
    expect(texts(lay([span('contract '), span('[1]', reference), span(' '), span('[2]', reference)], 52))).toHaveLength(
      2
    )
  })

  it('breaks between words, loses no character and exceeds the width nowhere', () => {
    const text = 'The harbour board signed the contract nine days before the tender closed. '.repeat(40)
    const lines = lay([span(text)], 180)
    expect(texts(lines).join('')).toBe(text)
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(180.01)
    expect(lines.length).toBeGreaterThan(60)
  })

  it('breaks a word that is wider than the line, and never inside a surrogate pair', () => {
    const word = 'w𝒳'.repeat(150)
    const lines = lay([span(word)], 90)
    expect(lines.map((line) => line.pieces.map((piece) => piece.span.actual ?? piece.text).join('')).join('')).toBe(
      word
    )
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(90.01)
  })

  it('breaks an address after its slashes and before its dots', () => {
    const url = 'https://northern-courier.example/2031/02/25/harbour.html'
    const lines = texts(lay([span(url, { address: true })], 150))
    expect(lines.join('')).toBe(url)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[/:]$|(?=[._-])/)
  })

  it('keeps a no-break space and breaks at a line feed', () => {
    expect(texts(lay([span('[1,\u00a0¶\u00a03] [2]')], 40))).toEqual(['[1,\u00a0¶\u00a03] ', '[2]'])
    expect(texts(lay([span('one\ntwo')], 400))).toEqual(['one\n', 'two'])
  })

  it('sets Greek and Cyrillic in the face of the text', () => {
    const [line] = lay([span('Λιμάνι и порт')], 400)
    expect(new Set(line!.pieces.map((piece) => piece.face.name))).toEqual(new Set(['serif']))
  })

  it('falls back face by face and keeps a mark with its base', () => {
    const [line] = lay([span('a\u1dc4 ※')], 400)
    const withMark = line!.pieces.find((piece) => piece.text.includes('\u1dc4'))
    expect(withMark?.text.startsWith('a\u1dc4')).toBe(true)
    expect(withMark?.face.name).not.toBe('serif')
  })

  it('prints the code of a character that no face covers', () => {
    const [line] = lay([span('x\u{13000}y')], 400)
    expect(line!.pieces.map((piece) => [piece.text, piece.span.actual])).toEqual([
      ['x', null],
      ['[U+13000]', '\u{13000}'],
      ['y', null]
    ])
  })

  it('puts right-to-left text after what precedes it, in reverse', () => {
    const lines = lay([span('abc \u05d0\u05d1 def')], 800)
    expect(lines).toHaveLength(1)
    expect(lines[0]!.pieces.length).toBeGreaterThan(2)
  })

  it('gives ligatures the letters that they stand for', () => {
    const [line] = lay([span('office')], 400)
    const { glyphs } = line!.pieces[0]!.shaped
    expect(glyphs.map((glyph) => glyph.text).join('')).toBe('office')
  })
})
