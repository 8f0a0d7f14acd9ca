import { Passages } from '../../shared/redaction/distinct.ts'
import { fold, isBorder, type Folded } from '../../shared/redaction/fold.ts'
import type { Secret } from '../../shared/redaction/redact.ts'

/**
 * How a stretch of a file is to be searched. `text` is what people or programs read, `data` a decoded stream that may hold
 * text besides other things, `noise` compressed or binary, in which a short word stands by chance.
 */
export type Reading = 'text' | 'data' | 'noise'

/** Letters from which on a word is searched for in data, and in noise and inside other words. */
const IN_DATA = 4
const ANYWHERE = 8

interface Wanted {
  letters: string
  weight: number
  about: string
  /** Longer forms in which it may stand, and where in them. */
  within: { letters: string; at: number }[]
}

/** Letters of a word; those beyond the first alphabets count twice, as they come by chance less often. */
function weightOf(letters: string): number {
  let weight = 0
  for (const letter of letters.match(/[\p{L}\p{N}]/gu) ?? []) weight += letter.charCodeAt(0) < 0x250 ? 1 : 2
  return weight
}

const HEAD = 4

/** What no part of a file may hold. */
export class SecretIndex {
  private readonly short: Wanted[] = []
  private readonly long = new Map<number, Wanted[]>()
  private readonly heads = new Uint8Array(0x10000)
  private readonly passages = new Passages()

  constructor(secrets: readonly Secret[]) {
    for (const { kind, text, about, within = [] } of secrets) {
      if (kind === 'text') {
        this.passages.add(text, about)
        continue
      }
      const { letters } = fold(text)
      const forms = within
        .map((form) => fold(form).letters)
        .map((form) => ({ letters: form, at: form.indexOf(letters) }))
      const wanted = { letters, weight: weightOf(letters), about, within: forms.filter(({ at }) => at >= 0) }
      if (letters.length < HEAD) this.short.push(wanted)
      else {
        const head = headOf(letters, 0)
        this.heads[head] = 1
        this.long.set(head, [...(this.long.get(head) ?? []), wanted])
      }
    }
  }

  /** The names of the secrets that a text holds. */
  find(text: string, reading: Reading): Set<string> {
    const found = new Set<string>()
    const folded = fold(text)
    const { letters } = folded
    for (const wanted of this.short) {
      for (let at = letters.indexOf(wanted.letters); at >= 0; at = letters.indexOf(wanted.letters, at + 1)) {
        if (counts(wanted, folded, at, reading)) found.add(wanted.about)
      }
    }
    for (let at = 0; at + HEAD <= letters.length; at++) {
      const head = headOf(letters, at)
      if (this.heads[head] === 0) continue
      for (const wanted of this.long.get(head)!) {
        if (letters.startsWith(wanted.letters, at) && counts(wanted, folded, at, reading)) found.add(wanted.about)
      }
    }
    const passage = reading === 'noise' ? null : this.passages.find(text)
    if (passage !== null) found.add(passage)
    return found
  }
}

function headOf(letters: string, at: number): number {
  return (
    (letters.charCodeAt(at) +
      letters.charCodeAt(at + 1) * 37 +
      letters.charCodeAt(at + 2) * 1369 +
      letters.charCodeAt(at + 3) * 50653) &
    0xffff
  )
}

function counts({ letters, weight, within }: Wanted, folded: Folded, at: number, reading: Reading): boolean {
  if (within.some((form) => folded.letters.startsWith(form.letters, at - form.at))) return false
  if (weight >= ANYWHERE) return true
  if (reading === 'noise' || (reading === 'data' && weight < IN_DATA)) return false
  return isBorder(folded, at) && isBorder(folded, at + letters.length)
}
