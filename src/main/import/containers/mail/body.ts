import type { Piece } from '../../blocks.ts'
import { fieldOf, readFieldLine } from '../../fields.ts'
import { htmlToPieces } from '../../html/pieces.ts'
import { toPieces } from '../../text/paragraphs.ts'
import { countWords, withoutBlanksAtEnd } from '../../wording.ts'
import { forwardedField, isForwardingLine } from './forwarded.ts'

/** With less than this share of the HTML part's words, a text part only says that there is one. */
const STUB = 0.5

/**
 * The blocks of a mail's body: of its text part, or of its HTML part when the text is missing or a stub. Quoted replies become quotes; nothing is
 * loaded, pictures are left out.
 */
export function bodyPieces(text: string, html: string): Piece[] {
  const plain = plainPieces(text)
  if (html === '') return plain
  const marked = htmlToPieces(html)
  return wordsOf(plain) < wordsOf(marked) * STUB ? marked : plain
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
  const bare = line.replace(/^[ >]+/, '')
  const field = readFieldLine(bare)
  return (field !== null && fieldOf(field.key) !== null) || forwardedField(bare) !== null
}
