import { inflateSync } from 'node:zlib'
import { latin1 } from '../../encoding/decode.ts'
import type { PlacedText } from './line.ts'
import { marksOf, type Mark } from './marked-content.ts'

/** What pdf.js gives of a page: pieces of text, and where marked content begins and ends. */
export type ContentItem = PlacedText | { type: string; tag?: unknown; id?: unknown }

/** A page's program is never so large once it's unpacked. */
const LARGEST_PROGRAM = 32 * 1024 ** 2
const LONGEST_DICTIONARY = 1_500
/** What stands for more characters than a few words describes what is shown. */
const LONGEST = 80
const NO_PROGRAM = /\/(?:Type|Subtype|Length1|FunctionType|ShadingType|N)\b/

/**
 * The texts that parts of a PDF's pages say they stand for, which pdf.js doesn't give: a letter's shape in Thai, Arabic or Hindi seldom says which
 * characters it shows. A page's program is known by the order of its marked content, so nothing is taken from another one.
 */
export class ActualTexts {
  readonly #bytes: Uint8Array
  #programs: Map<string, Mark[]> | null = null

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The page's pieces of text, those for which the page has a text in its stead. */
  applyTo(items: readonly ContentItem[]): readonly ContentItem[] {
    if (!hasDoubtfulSpans(items)) return items
    const names = items.flatMap((item) => ('str' in item || item.type === 'endMarkedContent' ? [] : [nameOf(item)]))
    this.#programs ??= programsOf(this.#bytes)
    const marks = this.#programs.get(names.join(' '))
    return marks ? replaced(items, marks) : items
  }
}

/** Whether a part that may have a text of its own shows more than plain letters, which pdf.js reads right. */
function hasDoubtfulSpans(items: readonly ContentItem[]): boolean {
  let isSpan = false
  return items.some((item) => {
    if ('str' in item) return isSpan && !/^[A-Za-z0-9 ]*$/.test(item.str)
    isSpan = item.type !== 'endMarkedContent' && item.tag === 'Span' && item.id === null
    return false
  })
}

function nameOf({ tag, id }: { tag?: unknown; id?: unknown }): string {
  const number = typeof id === 'string' ? (/_mc(\d+)$/.exec(id)?.[1] ?? '') : ''
  return `${typeof tag === 'string' ? tag : ''}${number}`
}

function replaced(items: readonly ContentItem[], marks: readonly Mark[]): ContentItem[] {
  const out: ContentItem[] = []
  let next = 0
  let depth = 0
  let open: { text: string; depth: number; shown: PlacedText[] } | null = null
  for (const item of items) {
    if ('str' in item) {
      if (open) open.shown.push(item)
      else out.push(item)
      continue
    }
    if (item.type === 'endMarkedContent') {
      if (open?.depth === depth) {
        // A gap before what is shown is a space of its own.
        const letters = open.shown.filter(({ str }) => str.trim() !== '')
        const left = Math.min(...letters.map(leftOf))
        const spaces = open.shown.filter(
          (item) => item.str !== '' && item.str.trim() === '' && left >= leftOf(item) + item.width / 2
        )
        if (letters.length > 0) out.push(...spaces, inStead(open.text, letters))
        else if (spaces.length > 0) out.push(inStead(open.text, spaces))
        open = null
      }
      depth--
      out.push(item)
      continue
    }
    depth++
    out.push(item)
    const text = marks[next++]?.actualText ?? null
    if (open === null && text !== null && text.length <= LONGEST) open = { text, depth, shown: [] }
  }
  return out
}

function leftOf({ transform }: PlacedText): number {
  return transform[4] ?? 0
}

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u

/** One piece in the place of those that are shown. */
function inStead(text: string, shown: readonly PlacedText[]): PlacedText {
  const widest = shown.reduce((a, b) => (b.width > a.width ? b : a))
  const at = (item: PlacedText, index: number): number => item.transform[index] ?? 0
  const isLevel = shown.every((item) => Math.abs(at(item, 1)) < Math.abs(at(item, 0)) * 0.01)
  const left = isLevel ? Math.min(...shown.map((item) => at(item, 4))) : at(shown[0]!, 4)
  const right = isLevel ? Math.max(...shown.map((item) => at(item, 4) + item.width)) : 0
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => at(widest, index))
  return {
    str: text,
    dir: RTL.test(text) ? 'rtl' : widest.dir === 'ttb' ? 'ttb' : 'ltr',
    transform: [a!, b!, c!, d!, left, at(isLevel ? widest : shown[0]!, 5)],
    width: isLevel ? right - left : shown.reduce((sum, { width }) => sum + width, 0),
    height: widest.height,
    isActual: true
  }
}

/** The file's programs that hold such texts, by the names of their marks. */
function programsOf(bytes: Uint8Array): Map<string, Mark[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const programs = new Map<string, Mark[]>()
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const before = latin1(file.subarray(Math.max(0, at - LONGEST_DICTIONARY), at))
    if (NO_PROGRAM.test(before.slice(Math.max(0, before.lastIndexOf(' obj'))))) continue
    const end = file.indexOf('endstream', at)
    const data = file.subarray(at + (file[at + 6] === 0x0d ? 8 : 7), end === -1 ? file.length : end)
    const program = unpacked(data)
    if (!program.includes('/ActualText')) continue
    const marks = marksOf(program)
    programs.set(marks.map(({ name }) => name).join(' '), marks)
  }
  return programs
}

function unpacked(data: Buffer): string {
  if (data.includes('/ActualText')) return latin1(data)
  try {
    return latin1(inflateSync(data, { maxOutputLength: LARGEST_PROGRAM }))
  } catch (error) {
    // What isn't packed so, is encrypted or cut off is the reader's to tell of.
    if (error instanceof Error) return ''
    throw error
  }
}
