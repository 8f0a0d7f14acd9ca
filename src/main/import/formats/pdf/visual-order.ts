import { toAtoms, type Atom } from './bidi-atoms.ts'
import { levelsOf, PAIRS } from './bidi-levels.ts'
import { joinRuns, type Run } from './run.ts'

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const LTR_LETTER = /(?![\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u
/** What ends a sentence or a part of it stands at the left of a line from right to left. */
const END_IN_FRONT = /^[.,:;!?]/
const BRACKET = /[()[\]{}«»‹›⟨⟩]/
const BRACKETS = new RegExp(BRACKET, 'g')
const BRACKET_WITHIN = /(?<=(?<before>[\p{L}\p{N}]?))(?<bracket>[()[\]{}«»‹›⟨⟩])(?=(?<after>[\p{L}\p{N}]?))/gu
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
  const hasRtl = runs.some(({ isRtl }) => isRtl)
  if (!hasRtl && !isRtlPage) return runs
  const { rtl, ltr } = countDirections(runs.map((run) => run.text).join(''))
  const visual = [...runs].sort((a, b) => a.left - b.left || a.right - b.right)
  const endsAtLeft = END_IN_FRONT.test(visual.map((run) => run.text).join(''))
  if (!hasRtl && !(rtl + ltr === 0 && endsAtLeft)) return runs
  const isRtl = isRtlPage || rtl >= ltr || (endsAtLeft && visual.at(-1)!.isRtl)
  return isRtl ? fromRight(toAtoms(visual), mirrors) : fromLeft(toAtoms(visual), mirrors)
}

function fromRight(atoms: readonly Atom[], mirrors: boolean): Run[] {
  const levels = levelsOf(atoms)
  const ordered: Run[] = []
  for (let i = 0; i < atoms.length; i++) {
    const start = i
    while (levels[i] === 'even' && levels[i + 1] === 'even') i++
    if (levels[i] === 'even') ordered.unshift(joinRuns(atoms.slice(start, i + 1)))
    else ordered.unshift(mirrors ? mirrored(atoms[i]!) : atoms[i]!)
  }
  return ordered
}

/** In a line from left to right, signs and numbers between words from right to left are read with them. */
function fromLeft(atoms: readonly Atom[], mirrors: boolean): Run[] {
  const ordered: Run[] = []
  for (let i = 0; i < atoms.length; i++) {
    const start = i
    if (atoms[start]!.isRtl)
      for (let k = i + 1; k < atoms.length && atoms[k]!.kind !== 'ltr'; k++) if (atoms[k]!.isRtl) i = k
    if (atoms[start]!.isRtl) ordered.push(joinRuns(fromRight(atoms.slice(start, i + 1), mirrors)))
    else ordered.push(atoms[i]!)
  }
  return ordered
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
