import { romanNumber } from './counters.ts'
import type { Line } from './line.ts'

const SIGN = /^[•‣◦▪■●○·∙]\s*(?=\S)/u
const DASH = /^[-–—*]\s+(?=\S)/u
const NUMBER = /^(?:\(\d{1,3}\)|\[\d{1,3}\]|\d{1,3}[.)])\s+(?=\S)/u
const LETTER = /^(\(?)(\p{Lu}|\p{Ll}|[ivxl]{2,5}|[IVXL]{2,5})([.)])\s+(?=\S)/u
const SAME_LEFT = 4
const REACH = 60
/** What ends with a full stop and doesn't end a sentence before a number. */
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:nos?|nrs?|arts?|pp?|ss?|secs?|vols?|chs?|chap|paras?|figs?|exs?|eqs?|abs|bl|bd|kap|núm|nº|rdn|rn|vgl|cf|ca|approx|sept?|oct|nov|dec|jan|feb|mar|apr|aug)\.$/iu

/** Whether a block's first line begins with the mark of a list's item: asked only of lines that begin a block. */
export function isListItem(text: string): boolean {
  return SIGN.test(text) || DASH.test(text) || NUMBER.test(text) || LETTER.test(text)
}

/**
 * The lines that begin an item of a list. A sign always does; a dash or number when what stands above has ended (`ends`); letters, and numbers elsewhere,
 * as one of several that count: initials of names, `v.` and days of a month stand at lines' heads too.
 */
export function listItems(lines: readonly Line[], ends: (above: Line, line: Line) => boolean): Set<Line> {
  const items = new Set<Line>()
  const counting: { line: Line; mark: Mark }[] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const isFree = (): boolean =>
      above === undefined ||
      Math.abs(above.base - line.base) < line.size * 0.35 ||
      (!ABBREVIATION.test(above.text) && ends(above, line))
    if (SIGN.test(line.text) || ((DASH.test(line.text) || NUMBER.test(line.text)) && isFree())) items.add(line)
    const mark = markOf(line.text)
    if (mark !== null) counting.push({ line, mark })
  })
  // Most pages have few; a list of very many has its numbers in order.
  counting.forEach(({ line, mark }, i) => {
    for (const next of counting.slice(i + 1, i + 1 + REACH))
      if (isNext(mark, next.mark) && Math.abs(line.left - next.line.left) < SAME_LEFT) {
        items.add(line)
        items.add(next.line)
      }
  })
  return items
}

interface Mark {
  /** Its signs, such as `(` and `)`, with whether it's a number or a capital. */
  form: string
  /** What it may count. */
  values: readonly (number | null)[]
}

function markOf(text: string): Mark | null {
  const match = LETTER.exec(text)
  if (match) {
    const [, open = '', letter = '', close = ''] = match
    const place = letter.length === 1 ? letter.toLowerCase().charCodeAt(0) : null
    return { form: `${open}${close}${letter === letter.toUpperCase()}`, values: [place, romanNumber(letter)] }
  }
  const [mark] = NUMBER.exec(text) ?? []
  return mark === undefined ? null : { form: mark.replace(/\d+/, '#').trim(), values: [Number(/\d+/.exec(mark)![0])] }
}

function isNext(mark: Mark, next: Mark): boolean {
  return mark.form === next.form && mark.values.some((value, i) => value !== null && next.values[i] === value + 1)
}
