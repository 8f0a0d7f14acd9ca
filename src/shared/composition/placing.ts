import type { Run } from './block.ts'
import { STYLE_FORMS } from './citations.ts'
import type { CitationStyle } from './options.ts'

const NO_BREAK_SPACE = '\u00a0'
const NARROW_SPACE = '\u202f'

/** Punctuation after which the mark of a note stands, with the quote marks and brackets that close after it. */
const PUNCTUATION = /^[.,;:!?…。，、；：！？،؛؟]+[”’»)\]]*/u

/** The full stop of a sentence, not that of an initial or of an abbreviation such as `U.S.`. */
const FULL_STOP = /(?<=(?:^|[\s“‘«([])[^.\s]{2,})\.\s*$/u

/** What follows when the sentence goes on: its full stop belonged to an abbreviation. */
const GOES_ON = /^\s*\p{Ll}/u

/**
 * Puts citations into the text where their style wants them: a number stays with its word, the mark of a note follows the
 * punctuation without space, and a citation in the text stands before the full stop of its sentence. `parts` are the runs of
 * the text and, as arrays, those of each citation.
 */
export function placeCitations(parts: readonly (Run | Run[])[], style: CitationStyle): Run[] {
  const runs: Run[] = []
  let taken = ''
  for (const [i, part] of parts.entries()) {
    if (!Array.isArray(part)) {
      const text = part.text.slice(taken.length)
      if (taken === '' || text !== '' || part.note) runs.push({ ...part, text })
      taken = ''
      continue
    }
    const next = parts[i + 1]
    const after = next === undefined || Array.isArray(next) ? '' : next.text
    if (style === 'numbered') apart(runs, NO_BREAK_SPACE)
    else if (STYLE_FORMS[style].inNotes) taken = punctuation(runs, after)
    else if (stopMoves(runs, after)) {
      runs.push(...part, { text: '.' })
      continue
    } else apart(runs, ' ')
    runs.push(...part)
  }
  return runs
}

/** A space between a citation and what stands before it. */
function apart(runs: Run[], space: string): void {
  const before = runs.at(-1)?.text ?? ''
  if (before !== '' && !/[\s([]$/u.test(before)) runs.push({ text: space })
}

/** Takes the space before a note's mark away, and punctuation after it to before it; returns what was taken. */
function punctuation(runs: Run[], after: string): string {
  const last = runs.at(-1)
  if (last && !last.note) last.text = last.text.trimEnd()
  const taken = PUNCTUATION.exec(after)?.[0] ?? ''
  if (taken !== '') runs.push({ text: taken })
  else if (last?.note) runs.push({ text: NARROW_SPACE })
  return taken
}

/** Takes a sentence's full stop away, that the citation may stand before it; whether there was one. */
function stopMoves(runs: readonly Run[], after: string): boolean {
  const last = runs.at(-1)
  if (!last || last.note || !FULL_STOP.test(last.text) || GOES_ON.test(after)) return false
  last.text = last.text.replace(FULL_STOP, ' ')
  return true
}
