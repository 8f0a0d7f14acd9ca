import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import * as hb from 'harfbuzzjs'

const locate = createRequire(import.meta.url)

/** Package and file of each face. Every package is a full TrueType font under the SIL Open Font License. */
const FILES = {
  serif: ['source-serif-4', '400Regular', 'SourceSerif4'],
  serifItalic: ['source-serif-4', '400Regular_Italic', 'SourceSerif4'],
  serifBold: ['source-serif-4', '600SemiBold', 'SourceSerif4'],
  serifBoldItalic: ['source-serif-4', '600SemiBold_Italic', 'SourceSerif4'],
  sans: ['source-sans-3', '400Regular', 'SourceSans3'],
  sansItalic: ['source-sans-3', '400Regular_Italic', 'SourceSans3'],
  sansBold: ['source-sans-3', '600SemiBold', 'SourceSans3'],
  mono: ['jetbrains-mono', '400Regular', 'JetBrainsMono'],
  notoSerif: ['noto-serif', '400Regular', 'NotoSerif'],
  notoSerifItalic: ['noto-serif', '400Regular_Italic', 'NotoSerif'],
  notoSerifBold: ['noto-serif', '600SemiBold', 'NotoSerif'],
  notoSans: ['noto-sans', '400Regular', 'NotoSans'],
  notoSansItalic: ['noto-sans', '400Regular_Italic', 'NotoSans'],
  notoSansBold: ['noto-sans', '600SemiBold', 'NotoSans']
} as const

export type FaceName = keyof typeof FILES

/** Faces to try, in order, for characters that a face lacks. */
const FALLBACKS: Record<FaceName, readonly FaceName[]> = {
  serif: ['notoSerif', 'sans', 'mono', 'notoSans'],
  serifItalic: ['notoSerifItalic', 'serif', 'notoSerif', 'sans', 'mono'],
  serifBold: ['notoSerifBold', 'serif', 'notoSerif', 'sans', 'mono'],
  serifBoldItalic: ['notoSerifBold', 'serif', 'notoSerif', 'sans', 'mono'],
  sans: ['notoSans', 'mono', 'serif', 'notoSerif'],
  sansItalic: ['notoSansItalic', 'sans', 'notoSans', 'mono', 'serif', 'notoSerif'],
  sansBold: ['notoSansBold', 'sans', 'notoSans', 'mono', 'serif', 'notoSerif'],
  mono: ['sans', 'notoSans', 'serif', 'notoSerif'],
  notoSerif: [],
  notoSerifItalic: [],
  notoSerifBold: [],
  notoSans: [],
  notoSansItalic: [],
  notoSansBold: []
}

/** One glyph of a shaped text. Lengths are thousandths of the font size. */
export interface Glyph {
  id: number
  /** The characters that the glyph stands for; empty on all but one glyph of a cluster. */
  text: string
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

/** Characters that are never printed and only steer layout. The joiners steer shaping and stay. */
const IGNORED = /(?!\u200c|\u200d)[\p{Default_Ignorable_Code_Point}\n]/gu
const PLAIN = /^[\x20-\x7e]*$/
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u
const CONTINUES = /^(?:\p{M}|\p{Variation_Selector}|\u200c|\u200d)$/u

const NON_BREAKING_HYPHEN = 0x2011
const HYPHEN = 0x2010

/** A font file, parsed once for pdfkit and once for HarfBuzz. */
class FontFile {
  readonly name: FaceName
  readonly font: fontkit.Font
  readonly shaper: hb.Font
  readonly coverage: ReadonlySet<number>
  /** Thousandths of the font size for one font unit. */
  readonly scale: number

  constructor(name: FaceName) {
    const [family, weight, prefix] = FILES[name]
    const bytes = readFileSync(locate.resolve(`@expo-google-fonts/${family}/${weight}/${prefix}_${weight}.ttf`))
    const face = new hb.Face(new hb.Blob(bytes))
    this.name = name
    this.font = fontkit.create(bytes)
    this.shaper = new hb.Font(face)
    this.coverage = new Set(face.collectUnicodes())
    this.scale = 1000 / face.upem
  }
}

const files = new Map<FaceName, FontFile>()

function fontFile(name: FaceName): FontFile {
  let file = files.get(name)
  if (!file) files.set(name, (file = new FontFile(name)))
  return file
}

/** A face as one document uses it: it remembers what it shaped. */
export class Face {
  readonly name: FaceName
  readonly font: fontkit.Font
  /** Above and below the base line, as parts of the font size. */
  readonly ascent: number
  readonly descent: number
  private readonly file: FontFile
  private readonly language: string
  private readonly shaped = new Map<string, Shaped>()
  private static readonly buffer = new hb.Buffer()

  constructor(name: FaceName, language: string) {
    this.file = fontFile(name)
    this.name = name
    this.font = this.file.font
    this.language = language
    this.ascent = (this.font.ascent * this.file.scale) / 1000
    this.descent = (-this.font.descent * this.file.scale) / 1000
  }

  /** Whether the face has a glyph for a code point. */
  covers(codePoint: number): boolean {
    const { coverage } = this.file
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
   * Shapes a text of one direction with HarfBuzz. Characters of the class Default_Ignorable other than the joiners are
   * left out, as they have no shape.
   */
  shape(text: string, rightToLeft: boolean): Shaped {
    const key = rightToLeft ? `\u0001${text}` : text
    const known = this.shaped.get(key)
    if (known) return known
    const shaped = this.shapeAnew(PLAIN.test(text) ? text : text.replace(IGNORED, ''), rightToLeft)
    this.shaped.set(key, shaped)
    return shaped
  }

  /** A word followed by white space is shaped without it, so that it is shaped once wherever it stands. */
  private shapeAnew(text: string, rightToLeft: boolean): Shaped {
    const word = text.trimEnd()
    if (word === '' || word.length === text.length) {
      const shaped = this.shapeWhole(text, rightToLeft)
      return word === '' ? { ...shaped, trailing: shaped.width } : shaped
    }
    const body = this.shape(word, rightToLeft)
    const space = this.shape(text.slice(word.length), rightToLeft)
    const glyphs = rightToLeft ? [...space.glyphs, ...body.glyphs] : [...body.glyphs, ...space.glyphs]
    return { glyphs, width: body.width + space.width, trailing: space.width }
  }

  private shapeWhole(text: string, rightToLeft: boolean): Shaped {
    const { buffer } = Face
    buffer.reset()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    buffer.setLanguage(this.language)
    buffer.setDirection(rightToLeft ? hb.Direction.RTL : hb.Direction.LTR)
    hb.shape(this.file.shaper, buffer)
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
        text: texts[i]!,
        advance: xAdvance * scale,
        dx: xOffset * scale,
        dy: yOffset * scale
      }
    })
    return { glyphs, width, trailing: 0 }
  }
}

/**
 * The text that each glyph stands for. The widest glyph of a cluster bears its text, so that a base bears it and not its
 * mark. Clusters rise from left to right, or fall in right-to-left text.
 */
function clusterTexts(
  infos: readonly hb.GlyphInfo[],
  positions: readonly hb.GlyphPosition[],
  text: string,
  rightToLeft: boolean
): string[] {
  const texts = infos.map(() => '')
  const step = rightToLeft ? -1 : 1
  for (let i = rightToLeft ? infos.length - 1 : 0; i >= 0 && i < infos.length;) {
    const { cluster } = infos[i]!
    let bearer = i
    let next = i + step
    while (infos[next]?.cluster === cluster) {
      if (positions[next]!.xAdvance > positions[bearer]!.xAdvance) bearer = next
      next += step
    }
    texts[bearer] = text.slice(cluster, infos[next]?.cluster ?? text.length)
    i = next
  }
  return texts
}

/** A stretch of text set in one face. */
export interface Item {
  face: Face
  text: string
}

/** The faces of one document. `language` is its BCP 47 tag, which some fonts shape by. */
export class Fonts {
  private readonly faces = new Map<FaceName, Face>()
  private readonly choices = new Map<FaceName, readonly Face[]>()
  private readonly language: string

  constructor(language: string) {
    this.language = language
  }

  face(name: FaceName): Face {
    let face = this.faces.get(name)
    if (!face) this.faces.set(name, (face = new Face(name, this.language)))
    return face
  }

  /** Whether any face that may stand in for this one covers the code point, or it needs no glyph. */
  prints(name: FaceName, codePoint: number): boolean {
    if (codePoint >= 0x20 && codePoint < 0x7f) return true
    if (this.face(name).covers(codePoint) || codePoint === 0x0a) return true
    return (
      this.candidates(name).some((face) => face.covers(codePoint)) || IGNORABLE.test(String.fromCodePoint(codePoint))
    )
  }

  /**
   * Splits a text by the faces that cover it. Marks, joiners and variation selectors stay in the face of their base if
   * any face covers both.
   */
  itemise(name: FaceName, text: string): Item[] {
    const primary = this.face(name)
    if (coversAll(primary, text)) return [{ face: primary, text }]
    const items: Item[] = []
    for (const cluster of clusters(text)) {
      const face = this.candidates(name).find((candidate) => coversAll(candidate, cluster))
      const pieces = face ? [{ face, text: cluster }] : this.itemiseEach(name, cluster)
      for (const piece of pieces) {
        const last = items.at(-1)
        if (last?.face === piece.face) last.text += piece.text
        else items.push(piece)
      }
    }
    return items
  }

  private itemiseEach(name: FaceName, cluster: string): Item[] {
    return [...cluster].map((text) => ({
      face: this.candidates(name).find((face) => coversAll(face, text)) ?? this.face(name),
      text
    }))
  }

  private candidates(name: FaceName): readonly Face[] {
    let faces = this.choices.get(name)
    if (!faces) this.choices.set(name, (faces = [name, ...FALLBACKS[name]].map((each) => this.face(each))))
    return faces
  }
}

function coversAll(face: Face, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x20 && code < 0x7f) continue
    const point = text.codePointAt(i)!
    if (point > 0xffff) i++
    if (!face.covers(point) && point !== 0x0a && !IGNORABLE.test(String.fromCodePoint(point))) return false
  }
  return true
}

/** Bases with the marks and joiners that follow them. */
function clusters(text: string): string[] {
  const found: string[] = []
  for (const character of text) {
    if (found.length > 0 && CONTINUES.test(character)) found[found.length - 1] += character
    else found.push(character)
  }
  return found
}
