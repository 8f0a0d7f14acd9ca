import bidiFactory, { type BidiCharTypeName } from 'bidi-js'
import type { Run } from './run.ts'

const bidi = bidiFactory()

/** What a piece of a line is to the bidirectional algorithm: strong either way, a number, or a character that takes its direction from beside it. */
type Kind = 'rtl' | 'ltr' | 'number' | 'neutral'

/** The smallest piece of a line that is never read backwards. */
export interface Atom extends Run {
  kind: Kind
  /** The class of its first character (UAX #9, table 4). */
  type: BidiCharTypeName
  /** The run that it's cut from, counted from the left. */
  from: number
}

/**
 * Cuts the runs of a line, sorted from the left, into words, numbers and single signs. A run without a letter from right to left has its characters as
 * the page shows them, and the algorithm may have put a full stop at the left of a number that it follows.
 */
export function toAtoms(visual: readonly Run[]): Atom[] {
  return visual.flatMap((run, from): Atom[] => {
    const [first = ''] = run.text
    const type = bidi.getBidiCharTypeName(first)
    if (run.isRtl) {
      const isNumber = /^\p{Nd}[\p{Nd}.,:/٫٬]*$/u.test(run.text)
      return [{ ...run, kind: isNumber ? 'number' : 'rtl', type: isNumber ? type : rtlType(run.text), from }]
    }
    const cut = run.isActual ? [run.text] : signsOf(run.text)
    const step = (run.right - run.left) / Math.max(1, run.text.length)
    let at = run.left
    return cut.map((text) => {
      const left = at
      at += step * text.length
      return { ...run, text, left, right: at, ...kindOf(text), from }
    })
  })
}

function signsOf(text: string): string[] {
  const signs: string[] = []
  let last: BidiCharTypeName | null = null
  for (const character of text) {
    const type = bidi.getBidiCharTypeName(character)
    const goesOn = type === 'NSM' || (type === last && (type === 'L' || type === 'EN' || type === 'AN'))
    if (goesOn && signs.length > 0) signs[signs.length - 1] += character
    else signs.push(character)
    if (type !== 'NSM') last = type
  }
  return signs
}

function kindOf(text: string): { kind: Kind; type: BidiCharTypeName } {
  const types = [...text].map((character) => bidi.getBidiCharTypeName(character))
  const strong = types.find((type) => type === 'L')
  if (strong) return { kind: 'ltr', type: strong }
  const digit = types.find((type) => type === 'EN' || type === 'AN')
  return digit ? { kind: 'number', type: digit } : { kind: 'neutral', type: types[0] ?? 'ON' }
}

/** The last strong class of a text, whose characters are in the order in which they're read: a number behind it goes by it (W2). */
function rtlType(text: string): BidiCharTypeName {
  const strong = [...text]
    .map((character) => bidi.getBidiCharTypeName(character))
    .findLast((type) => type === 'R' || type === 'AL' || type === 'L')
  return strong ?? 'R'
}
