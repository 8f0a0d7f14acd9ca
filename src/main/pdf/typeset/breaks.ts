import LineBreaker from 'linebreak'
import type { Span } from './line.ts'

/** A place where a line may end, or must. */
export interface Opportunity {
  position: number
  required: boolean
}

const SOFT_HYPHEN = 0xad
const HANGUL = /\p{Script=Hangul}/u
/** Thai, Lao, Burmese and Khmer have no spaces between words: UAX #14 leaves them to a dictionary (class SA). */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+/g

/** Made when it is first needed: it reads dictionaries. */
let words: Intl.Segmenter | undefined

/**
 * Places where a line may end, in order (UAX #14), with those that addresses and scripts without spaces allow besides.
 * The last is the text's end. Soft hyphens are left to hyphenation; Korean breaks at its spaces, not inside words.
 */
export function opportunities(text: string, spans: readonly Span[]): Opportunity[] {
  const found: Opportunity[] = []
  const breaker = new LineBreaker(text)
  const kept = keptWithWord(spans)
  const korean = HANGUL.test(text)
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const { position, required } = next
    const end = position === text.length
    if (!required && !end) {
      if (kept.has(position) || text.charCodeAt(position - 1) === SOFT_HYPHEN) continue
      if (korean && HANGUL.test(text[position - 1]!) && HANGUL.test(text[position]!)) continue
    }
    found.push({ position, required })
  }
  const more = [...addressBreaks(spans), ...dictionaryBreaks(text)].filter((position) => !kept.has(position))
  if (more.length === 0) return found
  const positions = new Map(more.map((position) => [position, { position, required: false }]))
  for (const each of found) positions.set(each.position, each)
  return [...positions.values()].sort((a, b) => a.position - b.position)
}

/** Where a reference begins that must not stand alone on a line: it stays with the word before it. */
function keptWithWord(spans: readonly Span[]): Set<number> {
  const kept = new Set<number>()
  let offset = 0
  for (const [i, span] of spans.entries()) {
    const before = spans[i - 1]?.text ?? ''
    if (span.anchor !== null && span.target !== null && before.trim() !== '') kept.add(offset)
    offset += span.text.length
  }
  return kept
}

function addressBreaks(spans: readonly Span[]): number[] {
  const found: number[] = []
  let offset = 0
  for (const span of spans) {
    if (span.address) {
      for (const { index, 0: match } of span.text.matchAll(/[/:?&=#]+|[._-](?=[^\s._-])/g)) {
        const position = index + (/[._-]/.test(match) ? 0 : match.length)
        if (position > 0 && position < span.text.length) found.push(offset + position)
      }
    }
    offset += span.text.length
  }
  return found
}

function dictionaryBreaks(text: string): number[] {
  const found: number[] = []
  for (const { index, 0: run } of text.matchAll(UNSPACED)) {
    words ??= new Intl.Segmenter('th', { granularity: 'word' })
    for (const { index: at } of words.segment(run)) if (at > 0) found.push(index + at)
  }
  return found
}
