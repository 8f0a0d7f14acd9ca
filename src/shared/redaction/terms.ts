import type { WithholdReason } from '../brief/withheld.ts'
import { fold, isBorder, type Folded } from './fold.ts'

/** Words to be hidden wherever they stand. */
export interface Term {
  /** As `fold` makes them; never empty. */
  letters: string
  reason: WithholdReason
  /** Whether a match may not begin or end inside a word. */
  whole: boolean
}

/** A range of a text, in UTF-16 units, that is hidden. */
export interface Hidden {
  start: number
  end: number
  reason: WithholdReason
}

/** Makes a term. @throws Error when the words have nothing that could be found: no letter, digit or sign */
export function term(words: string, reason: WithholdReason, whole = true): Term {
  const { letters } = fold(words)
  if (letters === '') throw new Error('Withheld words must have at least one letter, digit or sign.')
  return { letters, reason, whole }
}

/** The ranges of a text that terms hide, in order, those that touch or overlap made one with the first one's reason. */
export function findHidden(text: string, terms: readonly Term[]): Hidden[] {
  if (text === '' || terms.length === 0) return []
  const folded = fold(text)
  const found = terms.flatMap((each) => rangesOf(folded, each))
  return merged(found)
}

/** True when any of the terms stands in the text. */
export function holdsAny(folded: Folded, terms: readonly Term[]): Term | null {
  return terms.find((each) => rangesOf(folded, each, true).length > 0) ?? null
}

function rangesOf(folded: Folded, { letters, reason, whole }: Term, first = false): Hidden[] {
  const ranges: Hidden[] = []
  for (let at = folded.letters.indexOf(letters); at >= 0; at = folded.letters.indexOf(letters, at + 1)) {
    const end = at + letters.length
    if (whole && !(isBorder(folded, at) && isBorder(folded, end))) continue
    ranges.push({ start: folded.starts[at]!, end: folded.ends[end - 1]!, reason })
    if (first) break
  }
  return ranges
}

function merged(ranges: Hidden[]): Hidden[] {
  const result: Hidden[] = []
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end)
    else result.push({ ...range })
  }
  return result
}

/** Addresses with their escapes read. */
export function addressesRead(addresses: readonly (string | null)[]): string[] {
  return addresses.flatMap((address) => {
    if (address === null || !address.includes('%')) return []
    try {
      return [decodeURIComponent(address)]
    } catch (error) {
      if (error instanceof URIError) return []
      throw error
    }
  })
}
