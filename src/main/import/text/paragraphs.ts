import type { Piece } from '../blocks.ts'
import { countWords, endsSentence } from '../wording.ts'

/** With fewer neighbouring lines there is nothing to judge a width by. */
const FEWEST_PAIRS = 3
const BULLET = /^\s*(?:[-*•‣◦–]|\(?\d{1,3}[.)])\s+(?=\S)/u

/**
 * The width at which a text was wrapped by hand or by a mailer, or null when its lines are whole paragraphs. A wrapped line
 * is one whose successor's first word had no place on it; in text of one paragraph a line that is chance.
 */
export function wrapWidth(lines: readonly string[]): number | null {
  const pairs = adjacentLines(lines)
  if (pairs.length < FEWEST_PAIRS) return null
  const lengths = pairs.map(([line]) => line.length).sort((a, b) => a - b)
  const all = pairs.flatMap(([line, next]) => [line.length, next.length]).sort((a, b) => a - b)
  const width = all[Math.floor(all.length * 0.97)] ?? all.at(-1)!
  const typical = lengths[Math.floor(lengths.length * 0.5)]!
  if (width > 140 || typical < 25) return null
  const open = pairs.filter(([line]) => !endsSentence(line))
  const full = open.filter(([line, next]) => line.length + 1 + firstWord(next).length > width - 2)
  const nearlyFull = open.filter(([line, next]) => line.length + 1 + firstWord(next).length > width * 0.82)
  if (open.length === 0 || open.length < pairs.length * 0.35) return null
  return full.length >= open.length * 0.5 || nearlyFull.length >= open.length * 0.75 ? width : null
}

function adjacentLines(lines: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!.trim()
    const next = lines[i + 1]!.trim()
    if (line !== '' && next !== '' && !BULLET.test(next)) pairs.push([line, next])
  }
  return pairs
}

/** Makes paragraphs, list items and sub-headings of the lines of a plain text's body. */
export function toPieces(lines: readonly string[]): Piece[] {
  const width = wrapWidth(lines)
  const spaced = lines.some((line, index) => line.trim() === '' && index > 0 && index < lines.length - 1)
  const pieces: Piece[] = []
  let gap = true
  lines.forEach((raw, index) => {
    const line = raw.replace(/^[ \t]+|[ \t]+$/g, '')
    if (line === '') {
      gap = true
      return
    }
    const previous = pieces.at(-1)
    const isItem = BULLET.test(line)
    if (previous && width !== null && !gap && !isItem && joins(lines[index - 1] ?? '', raw, width, spaced)) {
      previous.text = joinLines(previous.text, line)
    } else {
      pieces.push({ type: isItem ? 'listItem' : 'paragraph', text: line })
    }
    gap = false
  })
  return markSubheadings(pieces)
}

/** Whether a line of wrapped text goes on the paragraph above it. */
function joins(above: string, line: string, width: number, spaced: boolean): boolean {
  if (spaced && !/^\s{2,}\S/u.test(line)) return true
  const indented = /^[ \t]+/u.exec(line)?.[0].length ?? 0
  const aboveIndented = /^[ \t]+/u.exec(above)?.[0].length ?? 0
  if (indented > aboveIndented && indented >= 2) return false
  const hadRoom = above.trimEnd().length + 1 + firstWord(line.trim()).length <= width * 0.82
  return !(hadRoom && endsSentence(above))
}

/** One space between two lines, none behind a hyphen that a word was broken at. */
function joinLines(above: string, line: string): string {
  const broken = /\p{L}-$/u.test(above) && /^\p{Ll}/u.test(line)
  return broken ? above + line : `${above} ${line}`
}

function firstWord(line: string): string {
  return line.split(/\s+/u, 1)[0] ?? ''
}

/** Short lines without a full stop between long paragraphs are sub-headings. */
function markSubheadings(pieces: Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1]
    const previous = pieces[index - 1]
    if (piece.type !== 'paragraph' || next?.type !== 'paragraph' || previous === undefined) return piece
    const short = piece.text.length <= 70 && countWords(piece.text) <= 9 && countWords(piece.text) >= 1
    const fits = /^[\p{Lu}\p{N}]/u.test(piece.text) && !/[.!?…,;:"”’»)]$/u.test(piece.text)
    return short && fits && next.text.length > 100 && endsSentence(previous.text)
      ? { type: 'heading', level: 2, text: piece.text }
      : piece
  })
}
