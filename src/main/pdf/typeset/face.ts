import * as fontkit from 'fontkit'
import * as hb from 'harfbuzzjs'
import { clusterTexts } from './cluster-texts.ts'
import { Coverage } from './coverage.ts'
import { isLatin, type FontName } from './faces.ts'
import { fontBytes } from './font-bytes.ts'

/** One glyph of a shaped text. Lengths are thousandths of the font size. */
export interface Glyph {
  id: number
  /** The characters that the glyph stands for; a cluster's are dealt out to its glyphs. */
  text: string
  /** The same with the marks on the glyph, which have glyphs of their own; null where there are none. */
  actual: string | null
  advance: number
  dx: number
  dy: number
}

/** A text turned into glyphs, from left to right. `width` is in thousandths of the font size. */
export interface Shaped {
  glyphs: Glyph[]
  width: number
  /** Part of the width that is white space at the text's end. */
  trailing: number
}

/** What a font offers besides its usual shapes. */
export type Feature = 'tabular' | 'smallCaps'

const FEATURES: Record<Feature, hb.Feature[]> = {
  tabular: [new hb.Feature('tnum'), new hb.Feature('lnum')],
  smallCaps: [new hb.Feature('smcp')]
}

/**
 * Characters that are never printed and only steer layout. The joiners, variation selectors and tags steer shaping and
 * stay.
 */
const IGNORED =
  /(?!\p{Join_Control}|\p{Variation_Selector}|[\u{e0020}-\u{e007f}])[\p{Default_Ignorable_Code_Point}\n]/gu
/** Format characters after others. */
const TAIL = /(?<!^\p{Cf}*)\p{Cf}+$/u
const PLAIN = /^[\x20-\x7e]*$/

/**
 * Control characters and code points for private use: some fonts have glyphs for them, blank ones or signs of their own. ISO 19005-3,
 * 6.2.11.7, forbids the first in what is read, and asks for a text that stands for the others.
 */
const WITHOUT_SHAPE = /^[\p{Cc}\p{Co}]$/u

const NON_BREAKING_HYPHEN = 0x2011
const HYPHEN = 0x2010
const SOFT_HYPHEN = '\u00ad'

/** A font file, parsed once for pdfkit and once for HarfBuzz. */
class FontFile {
  readonly font: fontkit.Font
  readonly shaper: hb.Font
  readonly coverage: Coverage
  readonly blank: number | null
  /** Thousandths of the font size for one font unit. */
  readonly scale: number

  constructor(name: FontName) {
    const bytes = fontBytes(name)
    const face = new hb.Face(new hb.Blob(bytes))
    this.font = fontkit.create(bytes)
    this.shaper = new hb.Font(face)
    this.coverage = new Coverage(face.collectUnicodes())
    this.blank = blankOf(this.shaper)
    this.scale = 1000 / face.upem
  }
}

function blankOf(shaper: hb.Font): number | null {
  const glyphs = [0x200c, 0x200d, 0xfe0f].map((point) => shaper.nominalGlyph(point))
  return glyphs.find((id) => id !== undefined && shaper.glyphHAdvance(id) === 0) ?? null
}

const files = new Map<FontName, FontFile>()

function fontFile(name: FontName): FontFile {
  let file = files.get(name)
  if (!file) files.set(name, (file = new FontFile(name)))
  return file
}

/** A face as documents in one language use it: it remembers what it shaped. */
export class Face {
  readonly name: FontName
  /** Has all of ASCII. */
  readonly latin: boolean
  readonly font: fontkit.Font
  /** Above and below the base line, as parts of the font size. */
  readonly ascent: number
  readonly descent: number
  private readonly file: FontFile
  private readonly language: string
  private readonly shaped = new Map<string, Shaped>()
  private static readonly buffer = new hb.Buffer()

  /** `language` is the BCP 47 tag of texts that name no other. */
  constructor(name: FontName, language: string) {
    this.file = fontFile(name)
    this.name = name
    this.latin = isLatin(name)
    this.font = this.file.font
    this.language = language
    this.ascent = (this.font.ascent * this.file.scale) / 1000
    this.descent = (-this.font.descent * this.file.scale) / 1000
  }

  /** Whether the face has a glyph for a code point that means the same in every font. */
  covers(codePoint: number): boolean {
    const { coverage } = this.file
    if (WITHOUT_SHAPE.test(String.fromCodePoint(codePoint))) return false
    return coverage.has(codePoint) || (codePoint === NON_BREAKING_HYPHEN && coverage.has(HYPHEN))
  }

  /**
   * The advance that the font itself gives a glyph, in thousandths. fontkit measures a glyph without outline by reading
   * what follows it, which is beyond the end of the file for the last; such a glyph gets its measures here.
   */
  nominalAdvance(id: number): number {
    const advance = this.file.shaper.glyphHAdvance(id)
    const { offsets } = this.font.loca
    if (offsets[id] === offsets[id + 1]) {
      this.font.getGlyph(id)._metrics = { advanceWidth: advance, advanceHeight: 0, leftBearing: 0, topBearing: 0 }
    }
    return advance * this.file.scale
  }

  /**
   * Shapes a text of one direction with HarfBuzz. Characters of the class Default_Ignorable that don't steer shaping are
   * left out, as they have no shape. `language` is a BCP 47 tag where it isn't the document's.
   */
  shape(text: string, rightToLeft: boolean, language?: string, feature?: Feature): Shaped {
    const other = language === undefined || language === this.language ? '' : language
    const variant = other === '' && feature === undefined ? '' : `\u0002${other} ${feature ?? ''}\u0002`
    const key = variant + (rightToLeft ? `\u0001${text}` : text)
    const known = this.shaped.get(key)
    if (known) return known
    const manner = { rightToLeft, language, feature }
    const shaped = this.shapeAnew(PLAIN.test(text) ? text : text.replace(IGNORED, ''), manner)
    this.shaped.set(key, shaped)
    return shaped
  }

  /** The hyphen at which a line ends inside a word. Whoever copies it gets a soft hyphen, which no search sees. */
  hyphen(rightToLeft: boolean): Shaped {
    const key = `\u0003${rightToLeft ? '\u0001' : ''}`
    const known = this.shaped.get(key)
    if (known) return known
    const { glyphs, width } = this.shape(this.covers(HYPHEN) ? '\u2010' : '-', rightToLeft)
    const shaped = { glyphs: glyphs.map((glyph) => ({ ...glyph, text: SOFT_HYPHEN })), width, trailing: 0 }
    this.shaped.set(key, shaped)
    return shaped
  }

  /** A word followed by white space is shaped without it, so that it is shaped once wherever it stands. */
  private shapeAnew(text: string, manner: Manner): Shaped {
    const word = text.trimEnd()
    if (word === '' || word.length === text.length) {
      const shaped = this.shapeWhole(text, manner)
      return word === '' ? { ...shaped, trailing: shaped.width } : shaped
    }
    const { rightToLeft, language, feature } = manner
    const body = this.shape(word, rightToLeft, language, feature)
    const space = this.shape(text.slice(word.length), rightToLeft, language, feature)
    const glyphs = rightToLeft ? [...space.glyphs, ...body.glyphs] : [...body.glyphs, ...space.glyphs]
    return { glyphs, width: body.width + space.width, trailing: space.width }
  }

  private shapeWhole(text: string, { rightToLeft, language, feature }: Manner): Shaped {
    const { buffer } = Face
    buffer.reset()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    buffer.setLanguage(language ?? this.language)
    buffer.setDirection(rightToLeft ? hb.Direction.RTL : hb.Direction.LTR)
    hb.shape(this.file.shaper, buffer, feature === undefined ? undefined : FEATURES[feature])
    const infos = buffer.getGlyphInfos()
    const positions = buffer.getGlyphPositions()
    const texts = clusterTexts(infos, positions, text, rightToLeft)
    const { scale } = this.file
    let width = 0
    const glyphs = infos.map((info, i): Glyph => {
      const { xAdvance, xOffset, yOffset } = positions[i]!
      width += xAdvance * scale
      return {
        id: info.codepoint,
        ...texts[i]!,
        advance: xAdvance * scale,
        dx: xOffset * scale,
        dy: yOffset * scale
      }
    })
    return { glyphs: this.withoutTails(glyphs), width, trailing: 0 }
  }

  /**
   * Readers drop a glyph whose text ends in a format character, such as a flag's tags or the joiner of a cut-off
   * sequence: that goes to a glyph of its own.
   */
  private withoutTails(glyphs: Glyph[]): Glyph[] {
    const { blank } = this.file
    if (blank === null || !glyphs.some(({ text }) => TAIL.test(text))) return glyphs
    return glyphs.flatMap((glyph) => {
      const tail = TAIL.exec(glyph.text)?.[0]
      if (tail === undefined) return [glyph]
      const rest = { id: blank, text: tail, actual: null, advance: 0, dx: 0, dy: 0 }
      return [{ ...glyph, text: glyph.text.slice(0, -tail.length) }, rest]
    })
  }
}

interface Manner {
  rightToLeft: boolean
  language: string | undefined
  feature: Feature | undefined
}
