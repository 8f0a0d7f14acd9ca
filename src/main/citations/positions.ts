import type { CitationPoint, Cite } from '../../shared/composition/citations.ts'

/** Where a cite stands after others of its source, as CSL 1.0.2 defines it (Locators and positions). */
export interface Position {
  kind: 'first' | 'subsequent' | 'ibid' | 'ibid-with-locator'
  /** Number of the note that cites the source first; null in that note itself, and outside notes. */
  firstNote: number | null
  /** Whether it was cited a few notes ago. */
  near: boolean
}

/** Finds the position of each cite. `nearDistance` is the number of notes within which a cite is near. */
export function findPositions(points: readonly CitationPoint[], nearDistance: number): Position[][] {
  const firstNotes = new Map<string, number>()
  const lastNotes = new Map<string, number>()
  return points.map((point, i) =>
    point.cites.map((cite, k): Position => {
      const last = lastNotes.get(cite.sourceId)
      lastNotes.set(cite.sourceId, point.note)
      if (last === undefined) {
        firstNotes.set(cite.sourceId, point.note)
        return { kind: 'first', firstNote: null, near: false }
      }
      const first = firstNotes.get(cite.sourceId)!
      const previous = k > 0 ? point.cites[k - 1] : onlyCiteBefore(points[i - 1], point)
      const kind = previous?.sourceId === cite.sourceId ? repeated(previous, cite) : 'subsequent'
      return { kind, firstNote: first === point.note ? null : first, near: point.note - last <= nearDistance }
    })
  )
}

/** The cite that a first cite may repeat: the only one of the note before, or the last before it in the text. */
function onlyCiteBefore(before: CitationPoint | undefined, point: CitationPoint): Cite | undefined {
  if (!before) return undefined
  if (point.note === 0) return before.cites.at(-1)
  return before.cites.length === 1 && before.note === point.note - 1 ? before.cites[0] : undefined
}

/** A repeated cite without the locator of the one before it refers to the whole work again: that isn't the same place. */
function repeated(previous: Cite, cite: Cite): Position['kind'] {
  if (previous.locator !== null && cite.locator === null) return 'subsequent'
  return cite.locator === null || sameLocator(previous, cite) ? 'ibid' : 'ibid-with-locator'
}

function sameLocator({ locator: a }: Cite, { locator: b }: Cite): boolean {
  return a !== null && b !== null && a.label === b.label && a.value === b.value
}
