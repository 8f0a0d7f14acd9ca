import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fonts } from './fonts.ts'
import { layOut } from './inline.ts'
import type { Line, Span } from './line.ts'
import { SPECIMENS } from '../test/scripts.test-helper.ts'
import { withoutIsolated } from '../../../shared/composition/isolate.ts'
import { directionOf } from '../../../shared/source/direction.ts'

const fonts = new Fonts('en')

function lay(text: string, width: number, fields: Partial<Span> = {}): Line[] {
  const span: Span = {
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
  return layOut(fonts, [span], { leading: 14, direction: directionOf(withoutIsolated(text)) }, width)
}

function texts(lines: Line[]): string[] {
  return lines.map(({ pieces }) => pieces.map(({ text }) => text).join(''))
}

/** What stands on a line, its hyphen included, as it would be copied. */
function copied(line: Line): string {
  return line.pieces.flatMap(({ shaped }) => shaped.glyphs.map(({ text }) => text)).join('')
}

const WIDTHS = [61, 90, 120, 333]

describe('lines', () => {
  it('are never wider than their measure and lose nothing, whatever the script', () => {
    const mixed = fc
      .array(fc.constantFrom(...SPECIMENS.flatMap(({ words }) => words.split(/(?<=[\s、。，])/))), { maxLength: 30 })
      .map((words) => words.join(''))
    const any = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(fc.oneof(mixed, any), fc.constantFrom(...WIDTHS), (text, width) => {
        const lines = lay(text, width, { hyphenate: true })
        const spaced = text
          .toWellFormed()
          .replace(/\r\n?|[\u2028\u2029]/g, '\n')
          .replaceAll('\t', ' ')
        expect(
          texts(lines)
            .join('')
            .replace(/\[U\+[0-9A-F]+\]/g, '')
        ).toBe([...spaced].filter((character) => fonts.prints('serif', character.codePointAt(0)!)).join(''))
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.01)
      }),
      { numRuns: 200 }
    )
  })

  it('begin with no closing punctuation and end with no opening one in Chinese and Japanese', () => {
    for (const { language, words } of SPECIMENS.filter(({ language: tag }) => /^(zh|ja)/.test(tag))) {
      for (let width = 60; width < 200; width += 7) {
        const lines = texts(lay(words, width, { language }))
        expect(lines.length).toBeGreaterThan(1)
        for (const line of lines.slice(1))
          expect(line).not.toMatch(/^[，。、；：！？）」』”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/)
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（「『“‘]$/)
      }
    }
  })

  it('end between words in Korean and Thai', () => {
    const korean = SPECIMENS.find(({ language }) => language === 'ko')!.words
    const words = korean.split(' ')
    for (const line of texts(lay(korean, 90))) for (const word of line.trim().split(' ')) expect(words).toContain(word)
    const thai = lay('คณะกรรมการท่าเรือลงนามในสัญญา', 60)
    expect(thai.length).toBeGreaterThan(2)
    for (const line of texts(thai).slice(1)) expect(line).not.toMatch(/^[\p{M}\u0e30\u0e45]/u)
  })

  it('never part what readers take for one character', () => {
    const whole = ['👨‍👩‍👧', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '1️⃣', '👍🏽', '🇳🇴', 'क्षि', 'e\u0301\u0323']
    for (const line of texts(lay(whole.join('').repeat(4), 25))) {
      expect(line.replaceAll(new RegExp(whole.join('|'), 'gu'), '')).toBe('')
    }
  })

  it('run from right to left where most letters do, each paragraph for itself', () => {
    const lines = lay('Sollen שלום לכולם.\nשלום Sollen.', 400)
    expect(lines.map(({ rightToLeft }) => rightToLeft)).toEqual([true, false])
    const [first] = lines
    expect(first!.visual.map(({ text }) => text.trim()).filter((text) => text !== '')).toEqual([
      'לכולם.',
      'שלום',
      'Sollen'
    ])
  })

  it('hang the space at their end beyond the edge from right to left', () => {
    const lines = lay('שלום עולם '.repeat(20).trim(), 100)
    for (const line of lines.slice(0, -1)) {
      const [space, ...rest] = line.visual
      expect(space!.text).toBe(' ')
      expect(space!.width).toBe(0)
      expect(space!.shaped.glyphs[0]!.dx).toBeLessThan(0)
      expect(rest.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(line.width)
    }
  })

  it('keep what is isolated in its place', () => {
    const [line] = lay('\u2068ميناء سولين: 5\u2069, 25 February', 400)
    expect(line!.rightToLeft).toBe(false)
    expect(line!.visual.at(-1)!.text).toContain('February')
    expect(copied(line!)).not.toMatch(/[\u2068\u2069]/)
  })
})

describe('hyphenation', () => {
  const english =
    'The transportation ministry announced considerable administrative investigations concerning international infrastructure contracts yesterday'

  it('fills lines that would be short, and is a soft hyphen to whoever copies it', () => {
    const lines = lay(english, 130, { hyphenate: true, language: 'en' })
    const hyphenated = lines.filter((line) => copied(line).endsWith('\u00ad'))
    expect(hyphenated.length).toBeGreaterThan(0)
    expect(lines.map(copied).join('').replaceAll('\u00ad', '')).toBe(english)
    expect(texts(lines).join('')).toBe(english)
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(130.01)
    expect(lay(english, 130).some((line) => copied(line).includes('\u00ad'))).toBe(false)
  })

  it('ends at most two lines in a row, and never divides a paragraph’s last word', () => {
    for (let width = 60; width < 200; width += 9) {
      const ends = lay(english, width, { hyphenate: true, language: 'en' }).map((line) =>
        copied(line).endsWith('\u00ad')
      )
      expect(ends.map(Number).join('')).not.toContain('111')
    }
    expect(texts(lay('A contract with considerable administration', 150, { hyphenate: true })).at(-1)).toBe(
      'administration'
    )
  })

  it('leaves names, numbers, addresses, capitals and short words whole', () => {
    const words = ['McConnaughey', 'INTERNATIONAL', 'Transportation', 'A380infrastructure', 'infra.structure', 'ever']
    for (const word of words) {
      const lines = texts(lay(`So x ${word} and`, 50, { hyphenate: true, language: 'en' }))
      expect(lines.some((line) => line.includes('\u00ad'))).toBe(false)
      expect(lay(`So x ${word} and more`, 78, { hyphenate: true, language: 'en' }).map(copied).join('')).not.toContain(
        '\u00ad'
      )
    }
    expect(lay('x infrastructure y', 60, { address: true, hyphenate: true }).map(copied).join('')).not.toContain(
      '\u00ad'
    )
  })

  it('goes by the language of the words', () => {
    const divided = (language: string): string =>
      lay('xx Hafenbehördenvertragsunterlagen xx', 90, { hyphenate: true, language }).map(copied).join('')
    expect(divided('de')).toContain('\u00ad')
    expect(divided('ja')).not.toContain('\u00ad')
    const ukrainian = [70, 80, 90, 100, 110].flatMap((width) =>
      lay('aa портового управління зобов’язання', width, { hyphenate: true, language: 'uk' }).map(copied)
    )
    expect(ukrainian.join('')).toContain('\u00ad')
  })

  it('takes the source’s own soft hyphens, in text that isn’t hyphenated too', () => {
    const lines = lay('The infra\u00adstructure of', 60)
    expect(copied(lines[0]!)).toBe('The infra\u00ad')
    expect(texts(lines).join('')).toBe('The infra\u00adstructure of')
    expect(lay('The infra\u00adstructure of', 400).map(copied).join('')).toBe('The infrastructure of')
  })
})

describe('details', () => {
  it('sets figures of one width in tables, and small capitals, without changing the text', () => {
    const tabular = (text: string): number => lay(text, 400, { feature: 'tabular' })[0]!.width
    expect(tabular('1111')).toBeCloseTo(tabular('8888'))
    const [small] = lay('Harbour', 400, { feature: 'smallCaps' })
    const [plain] = lay('Harbour', 400)
    expect(copied(small!)).toBe('Harbour')
    expect(small!.pieces[0]!.shaped.glyphs.map(({ id }) => id)).not.toEqual(
      plain!.pieces[0]!.shaped.glyphs.map(({ id }) => id)
    )
  })

  it('sets Han characters by the language, or by kana or hangul beside them', () => {
    const face = (text: string, language?: string): string =>
      lay(text, 400, language === undefined ? {} : { language })[0]!.pieces[0]!.face.name
    expect(face('骨')).toBe('simplified')
    expect(face('骨', 'zh-TW')).toBe('traditional')
    expect(face('骨', 'ja')).toBe('japanese')
    expect(face('骨の')).toBe('japanese')
    expect(face('骨 뼈')).toBe('korean')
  })
})
