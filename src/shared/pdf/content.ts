import type { PdfObjects } from './file.ts'
import { END, Keyword, Lexer } from './lexer.ts'
import { fontReader, type FontReader } from './unicode-map.ts'
import {
  isArray,
  isDict,
  MalformedPdf,
  Name,
  PdfString,
  Stream,
  type Dict,
  type Resolved,
  type Value
} from './value.ts'

/** A stretch of marked content with its text; `mcid` is null outside the structure. */
export interface MarkedText {
  mcid: number | null
  artifact: boolean
  text: string
}

/** What the stream of a page's content may have: whatever else there is, readers know in different ways. */
const CONTENT_ENTRIES = new Set(['Length', 'Filter', 'DecodeParms'])

/**
 * The decoded content of a page, its streams joined by line feeds. Throws `MalformedPdf` when one can't be decoded, has other
 * entries than those of its packing, or goes on in the next without white space, which readers join in different ways.
 */
export function contentOf(objects: PdfObjects, page: Dict): Uint8Array {
  const contents = objects.get(page, 'Contents')
  const streams = isArray(contents) ? contents.map(objects.resolve) : [contents]
  const parts = streams.map((stream) => partOf(objects, stream))
  if (parts.length === 1) return parts[0]!
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0))
  let at = 0
  parts.forEach((part, i) => {
    const next = parts[i + 1]
    if (part.length === 0 || (next && !isWhite(part.at(-1)) && !isWhite(next[0])))
      throw new MalformedPdf('the content of a page stands in streams that aren’t parted')
    whole.set(part, at)
    whole[at + part.length] = 10
    at += part.length + 1
  })
  return whole
}

function partOf(objects: PdfObjects, stream: Resolved): Uint8Array {
  if (stream === null) return new Uint8Array()
  if (!(stream instanceof Stream)) throw new MalformedPdf('the content of a page isn’t a stream')
  for (const key of stream.dict.keys())
    if (!CONTENT_ENTRIES.has(key)) throw new MalformedPdf(`the content of a page has the entry “${key}”`)
  const data = objects.data(stream)
  if (!data) throw new MalformedPdf('the content of a page is packed in a way that isn’t known here')
  return data
}

function isWhite(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13
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

/** Is told each operator of a content with its operands, and the text that it shows, if any. */
export type Visit = (operator: string, operands: readonly Value[], shown: string) => void

/** The text that a page's content shows, in the order of painting: a stretch for each marked content. */
export function textOf(
  objects: PdfObjects,
  page: Dict,
  content: Uint8Array,
  fonts: FontCache,
  visit: Visit = () => undefined
): MarkedText[] {
  const reader = new TextReader(objects, objects.dict(page.get('Resources')), fonts)
  const lexer = new Lexer(content, 0, true)
  let operands: Value[] = []
  for (let token = lexer.next(); token !== END; token = lexer.next()) {
    if (!(token instanceof Keyword)) operands.push(token)
    else {
      // Where an image ends that stands within the content, readers guess.
      if (token.text === 'ID') throw new MalformedPdf('the content of a page holds an image')
      visit(token.text, operands, reader.operator(token.text, operands))
      operands = []
    }
  }
  if (operands.length > 0) throw new MalformedPdf('the content of a page is cut off')
  return reader.finish()
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
