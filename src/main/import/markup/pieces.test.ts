import { describe, expect, it } from 'vitest'
import { htmlToPieces } from './pieces.ts'

const textOf = (html: string): string =>
  htmlToPieces(html)
    .map(({ text }) => text)
    .join('\n')

describe('what a page raises', () => {
  it.each([
    ['a power', 'It cost 10<sup>6</sup> crowns, for 40 m<sup>2</sup>.', 'It cost 10⁶ crowns, for 40 m².'],
    ['a note behind a sentence', 'Nobody said so.<sup>1</sup> It went on.', 'Nobody said so.¹ It went on.'],
    [
      'a linked note',
      'It rose to 12<sup><a href="#n4">4</a></sup> and <a href="#n5"><sup>5</sup></a>.',
      'It rose to 12\u2060⁴ and \u2060⁵.'
    ],
    ['several notes', 'the yard<sup class="footnote-ref">1,2</sup> said', 'the yard\u2060¹,² said'],
    ['an ordinal', 'the 1<sup>st</sup> of May, M<sup>me</sup> Brandt', 'the 1st of May, Mme Brandt'],
    ['a note in brackets', 'the board<sup>[3]</sup> held it', 'the board[3] held it']
  ])('%s', (_, html, text) => {
    expect(textOf(`<p>${html}</p>`)).toBe(text)
  })
})

describe('what a page shows as no part of its words', () => {
  it('leaves out what it deleted, and keeps what it put in its place', () => {
    expect(textOf('<p>He said <del>eight</del><ins>nine</ins> days.</p>')).toBe('He said nine days.')
  })

  it('leaves out how signs are read aloud', () => {
    expect(textOf('<p>The <ruby>官<rp>(</rp><rt>guan</rt><rp>)</rp></ruby> said so.</p>')).toBe('The 官 said so.')
  })
})
