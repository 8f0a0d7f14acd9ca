import type { Piece } from '../extracted/blocks.ts'
import { MONTH } from '../metadata/dates.ts'
import { isCaption } from './head-lines.ts'
import { countWords, endsSentence, withoutBlanksAtEnd } from '../extracted/wording.ts'

/** A dash, a point or a number; `12. Februar` is a date. */
const BULLET = new RegExp(`^\\s*(?:[-*•‣◦–]|(?!\\d{1,2}\\.\\s+${MONTH}(?!\\p{L}))\\(?\\d{1,3}[.)])\\s+(?=\\S)`, 'iu')
const UNSPACED = /[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]/u
/** Nobody wraps to fewer characters, or to more. */
const NARROWEST = 30
const WIDEST = 140
/** Lines of a head that nobody wrapped may be longer than the rest. */
const FEW_LONGER = 0.05

/** How the lines of a text were broken by hand, by a mailer or an editor. */
interface Wrapping {
  /** Characters for which a line has room. */
  width: number
  /** True when each line has as many words as there is room for, as programs do it. */
  exact: boolean
  /** Paragraphs begin with an indent. */
  indented: boolean
  /** Empty lines stand between paragraphs. */
  spaced: boolean
  /** A sentence that ends where a line is full ends a paragraph rather than not: most paragraphs of the text are one sentence. */
  brief: boolean
}

const STOP = /[.!?…]['"”’»)]{0,2}$/u
const SENTENCE_WITHIN = /(?<=\p{Ll}|\d|['"”’»)])[.!?…]['"”’»)]{0,2}\s["'“„«‘(¿¡]?\p{Lu}/gu
/** So many paragraphs must end with room left for each sentence that ends within a line. */
const SURER = 0.8

type Neighbours = [above: string, below: string]

/**
 * Puts the lines of a text together where they were broken to fit a width. Empty lines stay. `isOwnLine` tells the lines of a head that go on no
 * other line, such as a byline. Text that nobody wrapped is given back as it is.
 */
export function unwrap(lines: readonly string[], isOwnLine: (line: string) => boolean = () => false): string[] {
  const wrapping = wrappingOf(lines, isOwnLine)
  if (wrapping === null) return [...lines]
  const whole: string[] = []
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    if (above === undefined || !continues([above, line], wrapping) || isApart([above, line], wrapping, isOwnLine))
      whole.push(line)
    else whole.push(joinLines(whole.pop()!, line.trim()))
  })
  return whole
}

/** Whether a line of a head begins here, or ends above with room left. One that ends with a comma or a bar goes on. */
function isApart([above, line]: Neighbours, { width }: Wrapping, isOwnLine: (line: string) => boolean): boolean {
  // A day that ends a sentence begun on the line above.
  if (/\d\.$/u.test(line) && !isOwnLine(above) && !endsSentence(above) && above.length > width * 0.6) return false
  if (hadRoom([above, line], width)) return isOwnLine(line) || isOwnLine(above)
  return isOwnLine(line) && !/[,|•·–—]$|,\s[“"„«]/u.test(above)
}

/** True when the lines were broken to fit a width. */
export function isWrapped(lines: readonly string[]): boolean {
  return wrappingOf(lines, () => false) !== null
}

function wrappingOf(lines: readonly string[], isOwnLine: (line: string) => boolean): Wrapping | null {
  const pairs = neighbours(lines).filter((pair) => !pair.some(isOwnLine))
  const width = widthOf(pairs)
  if (width < NARROWEST || width > WIDEST) return null
  const open = pairs.filter(([above]) => !endsSentence(above))
  const full = open.filter((pair) => !hadRoom(pair, width))
  const goesOn = open.filter(([, below]) => /^\s*[\p{Ll}»”)\]–—,;]/u.test(below))
  const spaced = lines.some((line, index) => line.trim() === '' && index > 0 && index < lines.length - 1)
  const signs = open.filter((pair) => full.includes(pair) || goesOn.includes(pair))
  if (signs.length < (spaced ? 1 : 2) || goesOn.length === 0 || signs.length < open.length * 0.5) return null
  const ends = pairs.filter((pair) => hadRoom(pair, width) && beginsSentence(pair)).length
  const inner = lines.reduce((sum, line) => sum + (line.match(SENTENCE_WITHIN)?.length ?? 0), 0)
  return {
    width,
    brief: ends >= 2 && ends > inner * SURER,
    exact: full.length >= open.length * 0.8 && goesOn.every((pair) => !hadRoom(pair, width)),
    indented: pairs.filter(([above, below]) => indentOf(below) >= 2 && indentOf(above) < 2).length >= 2,
    spaced
  }
}

/** True when a sentence ends above and one begins below. */
function beginsSentence([above, below]: Neighbours): boolean {
  return STOP.test(above) && /^\s*["'“„«‘(¿¡]?\s?[\p{Lu}\p{N}]/u.test(below)
}

/** The length of the longest lines beside others; single longer ones don't count. */
function widthOf(pairs: readonly Neighbours[]): number {
  const lengths = pairs.map(([above]) => above.length).sort((a, b) => b - a)
  let width = lengths[0] ?? 0
  for (let longer = 1; longer <= Math.max(1, lengths.length * FEW_LONGER) && longer < lengths.length; longer++) {
    const next = lengths[longer]!
    if (width > next * 1.2 && lengths.length > 4) width = next
  }
  return width
}

function neighbours(lines: readonly string[]): Neighbours[] {
  const pairs: Neighbours[] = []
  for (let index = 0; index + 1 < lines.length; index++) {
    const [above, below] = [lines[index]!.trimEnd(), lines[index + 1]!.trimEnd()]
    if (above !== '' && below !== '' && !BULLET.test(below)) pairs.push([above, below])
  }
  return pairs
}

/** Whether a line goes on the line above it. */
function continues([above, below]: Neighbours, { width, exact, indented, spaced, brief }: Wrapping): boolean {
  if (above.trim() === '' || below.trim() === '' || BULLET.test(below)) return false
  if (indentOf(below) >= 2 && (indented || indentOf(below) > indentOf(above))) return false
  const room = hadRoom([above, below], width)
  if (brief && !indented && !room && beginsSentence([above, below])) return false
  if (exact) return !room
  if (spaced || indented) return !(room && hadMuchRoom([above, below], width) && /^\s*\p{Lu}/u.test(below))
  return !(hadMuchRoom([above, below], width) && endsSentence(above))
}

/** Whether the first word of a line would have fitted on the line above. */
function hadRoom([above, below]: Neighbours, width: number): boolean {
  return above.trimEnd().length + 1 + firstWord(below).length <= width
}

function hadMuchRoom(pair: Neighbours, width: number): boolean {
  return hadRoom(pair, width * 0.82)
}

function indentOf(line: string): number {
  return /^[ \t]*/u.exec(line)![0].length
}

/** What can't be broken: a word, or one character where no spaces are written. */
function firstWord(line: string): string {
  const word = line.trim().split(/\s+/u, 1)[0] ?? ''
  return UNSPACED.test(word.charAt(0)) ? word.charAt(0) : word
}

/** One space between two lines, none behind a hyphen that a word was broken at or where no spaces are written. */
function joinLines(above: string, line: string): string {
  const broken = /\p{L}-$/u.test(above) && /^\p{Ll}/u.test(line)
  const unspaced = UNSPACED.test(above.at(-1) ?? '') && UNSPACED.test(line.charAt(0))
  return broken || unspaced ? above + line : `${above} ${line}`
}

/** Makes paragraphs, list items, captions and sub-headings of the lines of a text's body. */
export function toPieces(lines: readonly string[]): Piece[] {
  const pieces = lines.flatMap((raw): Piece[] => {
    const text = withoutBlanksAtEnd(raw).replace(/^[ \t]+/, '')
    if (text === '') return []
    if (isCaption(text)) return [{ type: 'caption', text }]
    return [{ type: BULLET.test(text) ? 'listItem' : 'paragraph', text }]
  })
  return markSubheadings(pieces)
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
