import { describe, expect, it } from 'vitest'
import { findQuoted } from './marks.ts'

/** What stands in marks, with them; `~` behind one that its paragraph leaves open, `+` before one that goes on. */
function quoted(text: string): string[] {
  return findQuoted(text).map(
    ({ start, end, isClosed, isContinued }) =>
      `${isContinued ? '+' : ''}${text.slice(start, end)}${isClosed ? '' : '~'}`
  )
}

describe('findQuoted', () => {
  it.each([
    ['typographic', 'She said “no” and “never”.', ['“no”', '“never”']],
    ['straight', 'She said "no" and "never".', ['"no"', '"never"']],
    ['British', '‘No,’ she said. ‘It’s the workers’ choice.’', ['‘No,’', '‘It’s the workers’ choice.’']],
    ['British, straight', "'No,' she said. 'It's the workers' choice.'", ["'No,'", "'It's the workers' choice.'"]],
    ['German', '„Nein“, sagte sie. „Nie“, sagte er.', ['„Nein“', '„Nie“']],
    ['German, books', '»Nein«, sagte sie. »Nie«, sagte er.', ['»Nein«', '»Nie«']],
    ['German, closed the English way', '„Nein”, sagte sie.', ['„Nein”']],
    ['French', '« Non », dit-elle. «Jamais», dit-il.', ['« Non »', '«Jamais»']],
    ['single angles', 'Sie sagte ‹nein›.', ['‹nein›']],
    ['Japanese', '「いいえ」と言った。『決して』と。', ['「いいえ」', '『決して』']],
    ['typewriter', "``No,'' she said. ''Never,'' he said.", ["``No,''", "''Never,''"]],
    ['opened one way, closed another', '“No," she said. "Never,” he said.', ['“No,"', '"Never,”']],
    ['a closing mark that opens', '”No,” she said.', ['”No,”']],
    ['quotes in quotes', '“He told me ‘no’ twice,” she said.', ['“He told me ‘no’ twice,”']],
    ['double within British', '‘He told me “no” twice,’ she said. ‘Yes.’', ['‘He told me “no” twice,’', '‘Yes.’']],
    ['straight within typographic', '“He told me "no" twice,” she said.', ['“He told me "no" twice,”']],
    ['typographic within straight', '"He told me “no” twice," she said.', ['"He told me “no” twice,"']]
  ])('pairs %s marks', (_, text, marks) => {
    expect(quoted(text)).toEqual(marks)
  })

  it('goes on over paragraphs that open anew, and only over those', () => {
    expect(quoted('“One.\n“Two.\n\n“Three,” she said.\n“Four.”')).toEqual(['“One.~', '+“Two.~', '+“Three,”', '“Four.”'])
    expect(quoted('“One.\nNo mark here.\n“Two.”')).toEqual(['“One.~', '“Two.”'])
  })

  it('goes on over paragraphs that hold typographic marks within straight ones', () => {
    const text = '"The “Quay Act” is late.\n"The “Toll Act” is, too."'
    expect(quoted(text)).toEqual(['"The “Quay Act” is late.~', '+"The “Toll Act” is, too."'])
  })

  it('ends what was never closed where another opens', () => {
    expect(quoted('“One, she said. “Two,” he said.')).toEqual(['“One, she said. ~', '“Two,”'])
    expect(quoted('She said "one and he said "two" too.')).toEqual(['"one and he said ~', '"two"'])
  })

  it.each([
    ['inches and feet', 'The plate is 3" thick, 5\'10" long and 6" wide.'],
    ['apostrophes', "The '90s, rock 'n' roll, 'tis the sailors' ship; it’s the board’s."],
    ['a closing mark alone', 'We waited,” she said.'],
    ['marks around nothing', 'She said “” and "…" and left.']
  ])('takes no %s for marks', (_, text) => {
    expect(quoted(text)).toEqual([])
  })

  it('takes time in proportion to the text', () => {
    const marks = `${'“ " ‘ « „ '.repeat(20_000)}\n`
    expect(findQuoted(marks).length).toBeLessThan(marks.length)
  })
})
