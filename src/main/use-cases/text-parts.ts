import { setImmediate as nextTurn } from 'node:timers/promises'

/** A longer text is looked through in parts of about this many characters, and other requests come in between. */
const PART = 60_000

/** A text in parts, each to the end of a paragraph, with the place where it begins; between them the program's other work gets its turn. */
export async function* textParts(text: string): AsyncGenerator<{ from: number; part: string }> {
  for (let from = 0; from < text.length;) {
    const line = from + PART < text.length ? text.indexOf('\n', from + PART) : -1
    const to = line < 0 ? text.length : line + 1
    if (from > 0) await nextTurn()
    yield { from, part: text.slice(from, to) }
    from = to
  }
}
