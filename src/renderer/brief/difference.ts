import type { DifferencePart } from '../../shared/quote/quote.ts'

/** One thing to draw in a quote's words: `quoted` covers words of its own, `source` is inserted at its place. */
export interface DifferenceMark {
  kind: 'quoted' | 'source'
  /** Offset in the quote's words, in UTF-16 units. */
  at: number
  text: string
}

const ELLIPSIS = /^\s*[[(]?\s*(…|\.{3}|\. \. \.)\s*[\])]?\s*$/

/**
 * Where a comparison is to be drawn in the words that it was made of. Null when the words have changed since, so that
 * nothing is drawn at the wrong place. Neither an ellipsis nor what it left out is
 * drawn: shortening is no difference.
 */
export function differenceMarks(parts: readonly DifferencePart[], words: string): DifferenceMark[] | null {
  const marks: DifferenceMark[] = []
  let at = 0
  for (const { kind, text } of parts) {
    if (kind === 'omitted') continue
    if (kind === 'source') {
      marks.push({ kind, at, text })
      continue
    }
    if (!words.startsWith(text, at)) return null
    if (kind === 'quoted' && !ELLIPSIS.test(text)) marks.push({ kind, at, text })
    at += text.length
  }
  return at === words.length || parts.length === 0 ? marks : null
}
