import type { PdfObjects } from './file.ts'
import { END, Keyword, Lexer } from './lexer.ts'
import { GlyphArray } from './glyph-array.ts'
import { isPlainNumber, OperatorText } from './operator-text.ts'
import { fontReader, type FontReader } from './unicode-map.ts'
import { isArray, isDict, MalformedPdf, Name, PdfString, type Dict, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** A stretch of marked content with its text; `mcid` is null outside the structure. */
export interface MarkedText {
  mcid: number | null
  artifact: boolean
  text: string
}

/** Reads the fonts of a file, each once. */
export class FontCache {
  private readonly objects: PdfObjects
  private readonly readers = new Map<Dict | null, FontReader>()

  constructor(objects: PdfObjects) {
    this.objects = objects
  }

  reader(font: Dict | null): FontReader {
    let reader = this.readers.get(font)
    if (!reader) this.readers.set(font, (reader = fontReader(this.objects, font)))
    return reader
  }
}

/**
 * The text that a page's content shows, in the order of painting: a stretch for each marked content. `text` gets its operators. Throws
 * `MalformedPdf`.
 */
export function textOf(
  objects: PdfObjects,
  page: Dict,
  content: Uint8Array,
  fonts: FontCache,
  text = new OperatorText()
): MarkedText[] {
  const reader = new TextReader(objects, objects.dict(page.get('Resources')), fonts)
  const lexer = new Lexer(content, 0, true)
  const glyphs = new GlyphArray()
  let operands: Value[] = []
  for (;;) {
    lexer.skipWhite()
    const start = lexer.at
    if (content[start] === 0x5b && operands.length === 0) {
      const end = glyphs.read(content, start, text)
      if (end >= 0) {
        lexer.at = end
        text.end('TJ', reader.showGlyphs(glyphs), glyphs.alone)
        continue
      }
    }
    const token = lexer.next()
    if (token === END) break
    if (token instanceof Keyword) {
      // Where an image ends that stands within the content, readers guess.
      if (token.text === 'ID') throw new MalformedPdf(say('the content of a page holds an image'))
      text.end(token.text, reader.operator(token.text, operands), isOneString(operands))
      if (operands.length > 0) operands = []
    } else {
      operands.push(token)
      if (typeof token === 'number' && isPlainNumber(content, start, lexer.at)) {
        text.copy(content, start, lexer.at)
        text.byte(0x20)
      } else text.operand(token)
    }
  }
  if (operands.length > 0) throw new MalformedPdf(say('the content of a page is cut off'))
  return reader.finish()
}

/** Whether operands are the one string of a `TJ`, so that its glyphs stand where the font puts them. */
function isOneString(operands: readonly Value[]): boolean {
  const [first] = operands
  return operands.length === 1 && isArray(first) && first.length === 1 && first[0] instanceof PdfString
}

/** Shifts within a line are smaller than this, in points. */
const SHIFT = 6

interface Open {
  mark: MarkedText | null
  /** Whether the text inside is replaced by an ActualText. */
  replaced: boolean
  /** Texts of the glyphs inside, when they stand in the reverse of their order in the text (ISO 32000-1, 14.8.2.3.3). */
  reversed: string[] | null
}

class TextReader {
  private readonly found: MarkedText[] = []
  private readonly objects: PdfObjects
  private readonly resources: Dict | null
  private readonly fonts: FontCache
  private readonly open: Open[] = []
  private readonly named = new Map<string, FontReader>()
  private font: FontReader | null = null
  private readonly kept: (FontReader | null)[] = []
  private line = NaN

  constructor(objects: PdfObjects, resources: Dict | null, fonts: FontCache) {
    this.objects = objects
    this.resources = resources
    this.fonts = fonts
  }

  /** Follows an operator. Gives the text that it shows. */
  operator(name: string, operands: readonly Value[]): string {
    switch (name) {
      case 'Tj':
      case "'":
      case '"':
        if (name !== 'Tj') this.newLine()
        return this.show(operands.slice(-1))
      case 'TJ':
        return isArray(operands[0]) ? this.show(operands[0]) : ''
      case 'Tf':
        this.font = operands[0] instanceof Name ? this.reader(operands[0].text) : null
        break
      case 'Tm':
        this.moveTo(operands[5])
        break
      case 'Td':
      case 'TD':
        if (operands[1] !== 0) this.newLine()
        break
      case 'T*':
        this.newLine()
        break
      case 'q':
        this.kept.push(this.font)
        break
      case 'Q':
        this.font = this.kept.pop() ?? null
        break
      case 'BMC':
      case 'BDC':
        this.begin(operands)
        break
      case 'EMC':
        this.end()
    }
    return ''
  }

  /** Ends marked content. A word whose glyphs stand in reverse is known then. */
  private end(): void {
    const reversed = this.open.pop()?.reversed
    if (reversed && this.open.at(-1)?.reversed !== reversed) this.add(reversed.reverse().join(''))
  }

  /** What was found, also in marked content that doesn't end. */
  finish(): MarkedText[] {
    while (this.open.length > 0) this.end()
    return this.found.filter(({ text }) => text.trim() !== '')
  }

  private begin(operands: readonly Value[]): void {
    const tag = operands[0] instanceof Name ? operands[0].text : ''
    const about = operands[1]
    const properties =
      about instanceof Name
        ? this.objects.dict(this.objects.dict(this.resources?.get('Properties'))?.get(about.text))
        : isDict(about)
          ? about
          : null
    const mcid = this.objects.get(properties, 'MCID')
    const actual = this.objects.get(properties, 'ActualText')
    const within = this.open.at(-1)
    const starts = tag === 'Artifact' || typeof mcid === 'number'
    const mark = starts
      ? { mcid: typeof mcid === 'number' ? mcid : null, artifact: tag === 'Artifact', text: '' }
      : (within?.mark ?? null)
    if (mark && starts) this.found.push(mark)
    const replaced = within?.replaced ?? false
    const reversed = within?.reversed ?? (tag === 'ReversedChars' ? [] : null)
    this.open.push({ mark, replaced, reversed })
    if (actual instanceof PdfString && !replaced) {
      const text = actual.text.replace(/^\ufeff/, '')
      if (reversed) reversed.push(text)
      else this.add(text)
      this.open.at(-1)!.replaced = true
    }
  }

  /** Adds the text of the strings that one operator shows, and gives it. */
  private show(values: readonly Value[]): string {
    const within = this.open.at(-1)
    const { font } = this
    if (within?.replaced || !font) return ''
    const texts = values.flatMap((value) => (value instanceof PdfString ? font.texts(value.bytes) : []))
    if (within?.reversed) within.reversed.push(...texts)
    else this.add(texts.join(''))
    return texts.join('')
  }

  /** The same for an array that was read apart. */
  showGlyphs({ codes, length, even }: GlyphArray): string {
    const within = this.open.at(-1)
    const { font } = this
    if (within?.replaced || !font) return ''
    if (!even && font.width === 2) throw new MalformedPdf(say('a string of glyphs is cut off'))
    if (within?.reversed) {
      const texts = font.texts(codes.subarray(0, length))
      within.reversed.push(...texts)
      return texts.join('')
    }
    const text = font.text(codes, length)
    this.add(text)
    return text
  }

  private add(text: string): void {
    let mark = this.open.at(-1)?.mark
    if (!mark) {
      const last = this.found.at(-1)
      mark = last && last.mcid === null && !last.artifact ? last : { mcid: null, artifact: false, text: '' }
      if (mark !== last) this.found.push(mark)
    }
    mark.text += text
  }

  /** A marker above the line or a shifted mark is part of its line; what stands lower or higher isn't. */
  private moveTo(height: Value | undefined): void {
    if (typeof height !== 'number') return
    if (!(Math.abs(height - this.line) < SHIFT)) this.newLine()
    this.line = height
  }

  private newLine(): void {
    const mark = this.open.at(-1)?.mark
    if (mark && mark.text !== '' && !/\s$/.test(mark.text)) mark.text += '\n'
  }

  private reader(name: string): FontReader {
    let reader = this.named.get(name)
    if (!reader) {
      reader = this.fonts.reader(this.objects.dict(this.objects.dict(this.resources?.get('Font'))?.get(name)))
      this.named.set(name, reader)
    }
    return reader
  }
}
