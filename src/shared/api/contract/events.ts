import { z } from 'zod'
import { LockHolder } from '../../case/holder.ts'
import { SourceRow } from '../../case/row.ts'
import { ExportProgress } from '../../composition/export-report.ts'
import { ImportProgress } from '../../import/report.ts'
import { IndexProgress } from '../../search/answer.ts'
import { RecognitionProgress } from '../../source/recognition-report.ts'
import { Quote } from '../../quote/quote.ts'

/** What main tells the renderer unasked. */
export const events = {
  'import.progress': ImportProgress,
  'recognition.progress': RecognitionProgress,
  'export.progress': ExportProgress,
  /** How far the index for search is; told while it’s being made, and when it’s there. */
  'search.progress': IndexProgress,
  /** A source was imported or changed: the row replaces the one of the same id. */
  'source.row': SourceRow,
  /** Sources were found new, changed or gone since the case was opened. */
  'source.rows': z.object({ rows: z.array(SourceRow), removed: z.array(z.string()) }),
  /** Something was found or mended since the case was opened. */
  'case.notice': z.object({ notice: z.string() }),
  /** Nobody else writes the case any more: opening it again gives the right to write it. */
  'case.free': z.object({}),
  /** Who else writes the open case, from another profile or machine. */
  'case.others': z.object({ others: z.array(LockHolder) }),
  /** All documents were looked at. */
  'case.followed': z.object({ conflictCopies: z.int().nonnegative() }),
  /** A quote was made, changed, deleted or restored outside the renderer's own requests. */
  'quote.changed': Quote,
  /** Marks of these sources, or what they're tagged with, are others now; `tags`: so is the codebook, or how often its tags are used. */
  'marks.changed': z.object({ sourceIds: z.array(z.string()), tags: z.boolean() }),
  /** What the analyst says of the list of names is another now. */
  'names.changed': z.object({}),
  /** A command was chosen in the application menu. */
  'menu.command': z.object({ command: z.string() })
} as const
export type Events = typeof events
export type EventName = keyof Events
export type EventData<N extends EventName> = z.output<Events[N]>
/** Tells the shell something unasked. */
export type Emit = <N extends EventName>(name: N, data: EventData<N>) => void
