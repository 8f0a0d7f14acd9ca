import type { Folded } from './fold.ts'
import { noteLabels } from './note-mark.ts'
import type { FoldedWords, Range } from './prepared.ts'
import { say, type Said } from '../wording/say.ts'

/** A mark of a note in a quote that the source doesn't have there, and the one that it has, if any. */
export interface OtherNote {
  quoted: string
  source: string | null
}

/**
 * Compares the marks of notes in quoted words with those of the passage where their folded form stands. Marks of the source
 * may be left out; one that the quote has must stand there, by its number, in whatever writing. Null when all do.
 */
export function otherNote({ notes }: FoldedWords, place: Range, text: Folded): OtherNote | null {
  for (const { at, mark } of notes) {
    const there = notesAt(text, place.start + at).map((note) => note.mark)
    const labels = new Set(there.flatMap(noteLabels))
    if (!noteLabels(mark).every((label) => labels.has(label)))
      return { quoted: mark, source: there.length === 0 ? null : there.join('') }
  }
  return null
}

/** Where a folded range of a text ends in it: behind the marks that stand at its end when the quoted words end with one too. */
export function endOf({ form, notes }: FoldedWords, place: Range, text: Folded): number {
  const end = text.ends[place.end - 1]!
  if (!notes.some(({ at }) => at >= form.length)) return end
  return notesAt(text, place.end).at(-1)?.end ?? end
}

/** One sentence: which mark of a note the quote has, and what the source has there. */
export function describeOtherNote({ quoted, source }: OtherNote): Said {
  return source === null
    ? say('The quote has the mark of a note “{1*}”; the source has none there.', quoted)
    : say('The source has the mark of a note “{1*}” where the quote has “{2*}”.', source, quoted)
}

function notesAt({ notes }: Folded, at: number): Folded['notes'] {
  let low = 0
  let high = notes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (notes[middle]!.at < at) low = middle + 1
    else high = middle
  }
  let end = low
  while (notes[end]?.at === at) end++
  return notes.slice(low, end)
}
