import type { Folded } from './fold.ts'

/*
 * Folding by the first rules, by which quotes were compared in exports whose proof names no rules. It stays as it is: what an
 * export said of its quotes must stay true of them.
 */

const SINGLE = "'‘’‚‛`´′‹›"
const DOUBLE = '"“”„‟«»″「」『』＂'
const DASH = '-‐‑‒–—―−'
/** Soft hyphen, zero-width characters, byte order mark and bidi controls: they print nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }
const SPACE = /\s/
const MARK = /\p{M}/u

const SPECIAL = new Map<string, string>()
for (const mark of SINGLE) SPECIAL.set(mark, "'")
for (const mark of DOUBLE) SPECIAL.set(mark, '"')
for (const mark of DASH) SPECIAL.set(mark, '-')
for (const [ligature, letters] of Object.entries(LIGATURES)) SPECIAL.set(ligature, letters)
SPECIAL.set('…', '...')

/** Code units that fold to themselves. */
const PLAIN = Array.from({ length: 0x7f }, (_, code) => code > 0x20 && !SPECIAL.has(String.fromCharCode(code)))

/** Folds a text by the first rules. Runs of white space become one space; leading and trailing ones stay (as one space). */
export function foldByRules1(text: string): Folded {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const push = (characters: string, start: number, end: number): void => {
    for (let k = 0; k < characters.length; k++) {
      starts.push(start)
      ends.push(end)
    }
    pieces.push(characters)
  }
  let i = 0
  while (i < text.length) {
    const plain = plainRun(text, i)
    if (plain > i) {
      pieces.push(text.slice(i, plain))
      for (; i < plain; i++) {
        starts.push(i)
        ends.push(i + 1)
      }
      continue
    }
    const character = text[i]!
    const code = text.charCodeAt(i)
    if (SPACE.test(character)) {
      const start = i
      while (i < text.length && (SPACE.test(text[i]!) || INVISIBLE.test(text[i]!))) i++
      if (pieces.at(-1) === ' ') ends[ends.length - 1] = i
      else push(' ', start, i)
      continue
    }
    if (code >= 0xad && INVISIBLE.test(character)) {
      i++
      continue
    }
    const special = SPECIAL.get(character)
    if (special !== undefined) {
      // '' and `` are typewriter double quotes, -- a typewriter dash.
      const twin = (special === "'" || character === '-') && text[i + 1] === character
      push(twin && special === "'" ? '"' : special, i, i + (twin ? 2 : 1))
      i += twin ? 2 : 1
      continue
    }
    if (code < 0x300 && !(text.charCodeAt(i + 1) >= 0x300)) {
      push(character, i, i + 1)
      i++
      continue
    }
    const start = i
    i += text.codePointAt(i)! > 0xffff ? 2 : 1
    while (i < text.length && MARK.test(String.fromCodePoint(text.codePointAt(i)!))) {
      i += text.codePointAt(i)! > 0xffff ? 2 : 1
    }
    push(text.slice(start, i).normalize('NFC'), start, i)
  }
  return { folded: pieces.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends), notes: [] }
}

/** The end of the ASCII letters, digits and unfolded punctuation from here on that no combining mark follows. */
function plainRun(text: string, from: number): number {
  let end = from
  while (end < text.length && PLAIN[text.charCodeAt(end)]) end++
  return end > from && text.charCodeAt(end) >= 0x300 ? end - 1 : end
}
