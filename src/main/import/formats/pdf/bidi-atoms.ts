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
    const strong = run.isRtl ? lastStrong(run.text) : null
    if (strong) return [{ ...run, kind: 'rtl', type: strong, from }]
    const cut = run.isActual ? [run.text] : signsOf(run.isRtl ? asShown(run.text) : run.text)
    const step = (run.right - run.left) / Math.max(1, run.text.length)
    let at = run.left
    return cut.map((text) => {
      const left = at
      at += step * text.length
      return { ...run, text, left, right: at, isRtl: false, ...kindOf(text), from }
    })
  })
}

/** Arabic digits and signs beside them as they look: pdf.js has put them in the order in which they're read by what it saw of them. */
function asShown(text: string): string {
  const order = bidi.getReorderedIndices(text, bidi.getEmbeddingLevels(text, 'rtl'))
  return order.map((i) => text[i]).join('')
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

/** The last strong class of a text that has letters from right to left, as it's read: a number behind it goes by it (W2). */
function lastStrong(text: string): BidiCharTypeName | null {
  const types = [...text].map((character) => bidi.getBidiCharTypeName(character))
  if (!types.some((type) => type === 'R' || type === 'AL')) return null
  return types.findLast((type) => type === 'R' || type === 'AL' || type === 'L') ?? null
}
