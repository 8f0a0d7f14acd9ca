import { fold } from './fold.ts'

/**
 * True when words say so much that they stand in another place only because they were taken from there: four words and
 * twenty letters. Where a script has no spaces, the letters alone count.
 */
export function isDistinctive(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  return letters >= 20 && (words.length >= 4 || letters / words.length >= 12)
}

/** Letters and digits in a row that are compared at once, and how far apart such runs are taken from the texts. */
const RUN = 32
const STRIDE = 8
const BASE = 31
const HIGHEST = power(BASE, RUN - 1)

function power(base: number, exponent: number): number {
  let result = 1
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base)
  return result
}

/** What of a text is compared: its folded letters and digits. */
function lettersOf(text: string): string {
  return fold(text).letters.replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

/** Finds in other texts what was taken from some texts: any 39 letters and digits in a row, some eight words. */
export class Passages {
  private readonly runs = new Map<number, { letters: string; about: string }[]>()

  /** Takes in a text; `about` names it. */
  add(text: string, about: string): void {
    const letters = lettersOf(text)
    for (let i = 0; i + RUN <= letters.length; i += STRIDE) {
      const run = letters.slice(i, i + RUN)
      let hash = 0
      for (let k = 0; k < RUN; k++) hash = (Math.imul(hash, BASE) + run.charCodeAt(k)) | 0
      const known = this.runs.get(hash)
      if (!known) this.runs.set(hash, [{ letters: run, about }])
      else if (!known.some((each) => each.letters === run)) known.push({ letters: run, about })
    }
  }

  /** The name of a text from which this one has something; null when there is none. */
  find(text: string): string | null {
    if (this.runs.size === 0) return null
    const letters = lettersOf(text)
    let hash = 0
    for (let i = 0; i < letters.length; i++) {
      if (i >= RUN) hash = (hash - Math.imul(letters.charCodeAt(i - RUN), HIGHEST)) | 0
      hash = (Math.imul(hash, BASE) + letters.charCodeAt(i)) | 0
      const start = i - RUN + 1
      const known = start < 0 ? undefined : this.runs.get(hash)
      const match = known?.find((each) => letters.startsWith(each.letters, start))
      if (match) return match.about
    }
    return null
  }
}
