import type { Piece } from '../../extracted/blocks.ts'
import { fieldOf, readFieldLine } from '../../metadata/fields.ts'
import { htmlToPieces } from '../../markup/pieces.ts'
import { toPieces } from '../../article/paragraphs.ts'
import { countWords, normaliseForMatch, withoutBlanksAtEnd, withoutQuoteMarks } from '../../extracted/wording.ts'
import { forwardedField, isForwardingLine } from './forwarded.ts'

/** With less than this share of the HTML part's words, a text part only says that there is one. */
const STUB = 0.5

/** Fewer words than these that only the HTML part has are a turn of layout. */
const MORE = 2

/** What tells that a line is a field of a head stands in as many characters at its beginning. */
const LONGEST_FIELD = 1_000

/** A mail's text, and what its reader must know of the part that wasn't taken. */
export interface Body {
  pieces: Piece[]
  notice: string | null
}

/**
 * The blocks of a mail's body: of its text part, or of its HTML part when the text is missing, a stub, or says all the same but less. Where each says what
 * the other doesn't, the text part is taken with a notice. Quoted replies become quotes; nothing is loaded, pictures are left out.
 */
export function bodyOf(text: string, html: string): Body {
  const plain = plainPieces(text)
  if (html === '') return { pieces: plain, notice: null }
  const marked = htmlToPieces(html)
  if (wordsOf(plain) < wordsOf(marked) * STUB) return { pieces: marked, notice: null }
  const more = wordsBeyond(marked, plain)
  if (more < MORE) return { pieces: plain, notice: null }
  if (wordsBeyond(plain, marked) === 0) return { pieces: marked, notice: null }
  const notice = `This mail holds its text twice, and the two differ: the HTML part has ${more.toLocaleString('en')} words that the plain text, which was taken, hasn’t. Look at the mail in your mail program, too.`
  return { pieces: plain, notice }
}

/** How many words the first has that the second hasn't, each as often as it stands there. */
function wordsBeyond(pieces: readonly Piece[], others: readonly Piece[]): number {
  const left = new Map<string, number>()
  for (const word of eachWord(others)) left.set(word, (left.get(word) ?? 0) + 1)
  let beyond = 0
  for (const word of eachWord(pieces)) {
    const many = left.get(word) ?? 0
    if (many === 0) beyond++
    else left.set(word, many - 1)
  }
  return beyond
}

function eachWord(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ text }) => normaliseForMatch(text.replace(/https?:\/\/\S+/g, '')).match(/\S+/g) ?? [])
}

function wordsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + countWords(text.replace(/https?:\/\/\S+/g, '')), 0)
}

/** A run of lines that are quoted equally deep, or that stand as they are, such as a signature. */
interface Run {
  depth: number
  /** Lines that are never joined to paragraphs. */
  fixed: boolean
  lines: string[]
}

/** The blocks of a plain text body. Of nested quotations the inner ones keep their marks, the outermost are quotes by their kind. */
export function plainPieces(text: string): Piece[] {
  return runsOf(text.split('\n')).flatMap(({ depth, fixed, lines }) => {
    const pieces = fixed ? lines.map((line): Piece => ({ type: 'paragraph', text: line.trim() })) : toPieces(lines)
    if (depth === 0) return pieces
    const marks = depth === 1 ? '' : `${'>'.repeat(depth - 1)} `
    return pieces.map((piece): Piece => ({ type: 'quote', text: marks + piece.text }))
  })
}

function runsOf(lines: readonly string[]): Run[] {
  const runs: Run[] = []
  let signed = -1
  for (const [index, raw] of lines.entries()) {
    const marks = /^ ?(?:> ?){1,50}/.exec(raw)?.[0] ?? ''
    const depth = marks.replace(/[^>]/g, '').length
    const line = withoutBlanksAtEnd(raw.slice(marks.length))
    if (/^-- ?$/.test(raw.slice(marks.length))) signed = depth
    else if (depth !== signed) signed = -1
    const fixed = signed >= 0 || isForwardedField(lines, index) || isForwardingLine(line)
    const last = runs.at(-1)
    if (last?.depth === depth && last.fixed === fixed) last.lines.push(line)
    else runs.push({ depth, fixed, lines: [line] })
  }
  return runs
}

/** A line `From: …` beside another such line: the head of a forwarded message. */
function isForwardedField(lines: readonly string[], index: number): boolean {
  return isField(lines[index]!) && (isField(lines[index - 1] ?? '') || isField(lines[index + 1] ?? ''))
}

function isField(line: string): boolean {
  const bare = withoutQuoteMarks(line).slice(0, LONGEST_FIELD)
  const field = readFieldLine(bare)
  return (field !== null && fieldOf(field.key) !== null) || forwardedField(bare) !== null
}
