import { romanNumber } from './counters.ts'
import type { Line } from './line.ts'

const SIGN = /^[•‣◦▪■●○·∙]\s*(?=\S)/u
const DASH = /^[-–—*]\s+(?=\S)/u
const NUMBER = /^(?:\(\d{1,3}\)|\[\d{1,3}\]|\d{1,3}[.)])\s+(?=\S)/u
const LETTER = /^(\(?)(\p{Lu}|\p{Ll}|[ivxl]{2,5}|[IVXL]{2,5})([.)])\s+(?=\S)/u
const SAME_LEFT = 4

/** Whether a block's first line begins with the mark of a list's item: asked only of lines that begin a block. */
export function isListItem(text: string): boolean {
  return SIGN.test(text) || DASH.test(text) || NUMBER.test(text) || LETTER.test(text)
}

/**
 * The lines that begin an item of a list. A sign always does; a dash or number when what stands above has ended (`ends`); a letter only as one of several
 * that count: initials of names and `v.` stand at lines' heads too.
 */
export function listItems(lines: readonly Line[], ends: (above: Line, line: Line) => boolean): Set<Line> {
  const items = new Set<Line>()
  const letters = new Map<Line, Letter>()
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const isFree = above === undefined || Math.abs(above.base - line.base) < line.size * 0.35 || ends(above, line)
    if (SIGN.test(line.text) || (isFree && (DASH.test(line.text) || NUMBER.test(line.text)))) items.add(line)
    const letter = letterOf(line.text)
    if (letter !== null && isFree) letters.set(line, letter)
  })
  for (const [line, letter] of letters)
    for (const [other, next] of letters)
      if (isNext(letter, next) && Math.abs(line.left - other.left) < SAME_LEFT) {
        items.add(line)
        items.add(other)
      }
  return items
}

interface Letter {
  /** Its marks, such as `(` and `)`, with whether it's a capital. */
  form: string
  /** Its places in the alphabet and among the Roman numbers. */
  values: readonly (number | null)[]
}

function letterOf(text: string): Letter | null {
  const match = LETTER.exec(text)
  if (!match) return null
  const [, open = '', letter = '', close = ''] = match
  const isCapital = letter === letter.toUpperCase()
  const place = letter.length === 1 ? letter.toLowerCase().charCodeAt(0) : null
  return { form: `${open}${close}${isCapital}`, values: [place, romanNumber(letter)] }
}

function isNext(letter: Letter, next: Letter): boolean {
  return letter.form === next.form && letter.values.some((value, i) => value !== null && next.values[i] === value + 1)
}
