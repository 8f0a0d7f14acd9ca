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

const BLOCK = 'application/x-dossier-block'
const SECTION = 'application/x-dossier-section'

/** What of a brief is dragged: a block or a section, by the id of either or of what stands in it; null for a block that has none. */
export interface DraggedPart {
  kind: 'block' | 'section'
  id: string | null
}

/** Puts a block or a section of the open brief into a drag. */
export function writePart(data: DataTransfer, { kind, id }: DraggedPart): void {
  data.setData(kind === 'block' ? BLOCK : SECTION, id ?? '-')
  data.effectAllowed = 'move'
}

/** Reads the block or section of a drag that has ended; null when it holds none. */
export function readPart(data: DataTransfer): DraggedPart | null {
  const kind = data.types.includes(BLOCK) ? 'block' : data.types.includes(SECTION) ? 'section' : null
  if (kind === null) return null
  const id = data.getData(kind === 'block' ? BLOCK : SECTION)
  return { kind, id: id === '-' || id === '' ? null : id }
}

/** What a drag holds, which is all that can be known of it while it's under way. */
export function draggedKind(data: DataTransfer): 'passage' | DraggedPart['kind'] | null {
  if (data.types.includes(FORMAT)) return 'passage'
  return readPart(data)?.kind ?? null
}
