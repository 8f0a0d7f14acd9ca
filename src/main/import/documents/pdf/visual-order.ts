/** A piece of a line, or of white space between two. */
export interface Run {
  text: string
  left: number
  right: number
  base: number
  size: number
  /** Its script runs from right to left; `text` has its characters in the order in which they're read. */
  isRtl: boolean
  /** It's what the page says it stands for: brackets in it are as they're meant. */
  isActual?: boolean | undefined
}

/** `even` runs from left to right within a line of the other direction, `odd` from right to left. */
type Level = 'even' | 'odd'

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const LTR_LETTER = /(?![\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u
const BRACKET = /[()[\]{}«»‹›⟨⟩]/
const BRACKETS = new RegExp(BRACKET, 'g')
const PAIRS = '()[]{}«»‹›⟨⟩'
const BRACKET_WITHIN = /(?<=(?<before>[\p{L}\p{N}]?))(?<bracket>[()[\]{}«»‹›⟨⟩])(?=(?<after>[\p{L}\p{N}]?))/gu
/** What stands between the digits of one number or date, and at its ends (UAX #9: CS, ES, ET). */
const IN_NUMBER = /^[.,:/+%‰°$€£₪#-]+$/u

/** What stands at a number's end, and goes with it (ET). */
const UNIT = /^[%‰°#$€£₪]$/u

/** How many letters of a text run from right to left, and how many don't. */
export function countDirections(text: string): { rtl: number; ltr: number } {
  const rtl = text.match(RTL)?.length ?? 0
  if (rtl === 0 && !LTR_LETTER.test(text)) return { rtl: 0, ltr: 0 }
  return { rtl, ltr: (text.match(/\p{L}/gu)?.length ?? 0) - rtl }
}

/**
 * The runs of a line in the order in which they're read (the reverse of UAX #9): in a line from right to left numbers and names keep their own
 * direction. Brackets that run from right to left are turned when `mirrors`: a page shows `(` there as `)`.
 */
export function inLogicalOrder(runs: readonly Run[], isRtlPage: boolean, mirrors: boolean): readonly Run[] {
  if (!runs.some(({ isRtl }) => isRtl)) return runs
  const { rtl, ltr } = countDirections(runs.map(({ text }) => text).join(''))
  const isRtl = isRtlPage || rtl >= ltr
  const visual = [...runs].sort((a, b) => a.left - b.left || a.right - b.right)
  const levels = isRtl ? levelsOfRtlLine(visual) : levelsOfLtrLine(visual)
  const shown = visual.map((run, i) => (mirrors && levels[i] === 'odd' ? mirrored(run) : run))
  const ordered: Run[] = []
  let i = isRtl ? shown.length - 1 : 0
  const step = isRtl ? -1 : 1
  const inner: Level = isRtl ? 'even' : 'odd'
  while (i >= 0 && i < shown.length) {
    const group: Run[] = []
    for (; i >= 0 && i < shown.length && levels[i] === inner; i += step) group.unshift(shown[i]!)
    ordered.push(...group)
    if (i >= 0 && i < shown.length) ordered.push(shown[i]!)
    i += step
  }
  return ordered
}

function levelsOfRtlLine(visual: readonly Run[]): Level[] {
  const isNumber = visual.map(({ text, isRtl }) => !isRtl && /\p{N}/u.test(text))
  const isLatin = visual.map(({ text, isRtl }) => !isRtl && LTR_LETTER.test(text))
  const levels = visual.map((_, i): Level => (isLatin[i] || isNumber[i] ? 'even' : 'odd'))
  for (let i = 0; i < visual.length; i++) {
    if (levels[i] === 'even' || visual[i]!.isRtl) continue
    let end = i
    while (end < visual.length && levels[end] === 'odd' && !visual[end]!.isRtl) end++
    const before = i - 1
    const between = visual
      .slice(i, end)
      .map(({ text }) => text)
      .join('')
    const isWithinNames = isLatin[before] && isLatin[end]
    const isWithinNumber = IN_NUMBER.test(between) && isNumber[before] === true && isNumber[end] === true
    const closes = isLatin[before] && closesWhatIsOpen(visual, levels, before, between)
    if (isWithinNames || isWithinNumber) levels.fill('even', i, end)
    else if (closes) levels[i] = 'even'
    else {
      if (isNumber[before] === true && UNIT.test(visual[i]!.text)) levels[i] = 'even'
      if (isNumber[end] === true && UNIT.test(visual[end - 1]!.text)) levels[end - 1] = 'even'
    }
    i = end - 1
  }
  return levels
}

/** `Sollen (Board)` at the line's left end: its closing bracket belongs to the name. */
function closesWhatIsOpen(visual: readonly Run[], levels: readonly Level[], last: number, next: string): boolean {
  const closing = PAIRS.indexOf(next[0] ?? '')
  if (closing < 0 || closing % 2 === 0) return false
  let open = 0
  for (let i = last; i >= 0 && levels[i] === 'even'; i--)
    for (const character of visual[i]!.text)
      if (character === PAIRS[closing - 1]) open++
      else if (character === next[0]) open--
  return open > 0
}

function levelsOfLtrLine(visual: readonly Run[]): Level[] {
  const levels = visual.map(({ isRtl }): Level => (isRtl ? 'odd' : 'even'))
  for (let i = 1; i < visual.length; i++) {
    if (levels[i] === 'odd' || !visual[i - 1]!.isRtl) continue
    let end = i
    while (end < visual.length && !visual[end]!.isRtl && !LTR_LETTER.test(visual[end]!.text)) end++
    if (visual[end]?.isRtl) levels.fill('odd', i, end)
  }
  return levels
}

function mirrored(run: Run): Run {
  if (run.isActual || !BRACKET.test(run.text)) return run
  if (!run.isRtl) return { ...run, text: turned(run.text) }
  let isInName = false
  const text = run.text.replace(BRACKET_WITHIN, (...found) => {
    const { before = '', bracket = '', after = '' } = found.at(-1) as Record<string, string>
    const isName = (LTR_LETTER.test(before) && LTR_LETTER.test(after)) || (isInName && LTR_LETTER.test(before))
    isInName = isName && PAIRS.indexOf(bracket) % 2 === 0
    return isName ? bracket : turned(bracket)
  })
  return { ...run, text }
}

function turned(text: string): string {
  return text.replace(BRACKETS, (bracket) => PAIRS[PAIRS.indexOf(bracket) ^ 1]!)
}

/** How many brackets of a text have their other one where it belongs. */
export function pairedBrackets(text: string): number {
  const open: number[] = []
  let paired = 0
  for (const bracket of text.match(BRACKETS) ?? []) {
    const index = PAIRS.indexOf(bracket)
    if (index % 2 === 0) open.push(index)
    else if (open.at(-1) === index - 1) {
      open.pop()
      paired++
    }
  }
  return paired
}
