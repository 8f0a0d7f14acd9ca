import { z } from 'zod'

const FORMAT = 'application/x-dossier-passage'

const Passage = z.object({
  quoteId: z.string().nullable(),
  sourceId: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative()
})

/** What is dragged from the reader or the quote list: a saved quote, or a passage that is to become one. */
export type DraggedPassage = z.infer<typeof Passage>

/** Puts a passage into a drag. */
export function writePassage(data: DataTransfer, passage: DraggedPassage): void {
  data.setData(FORMAT, JSON.stringify(passage))
  data.effectAllowed = 'copy'
}

/** Reads the passage of a drag; null when the drag holds something else. */
export function readPassage(data: DataTransfer): DraggedPassage | null {
  const written = data.getData(FORMAT)
  if (written === '') return null
  try {
    return Passage.parse(JSON.parse(written))
  } catch {
    // Another program may offer the same format; what doesn't parse is not a passage.
    return null
  }
}
