import { z } from 'zod'
import { BriefRow } from './case.ts'
import { Quote } from '../../quote/quote.ts'
import { SourceRow } from '../../case/row.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

/**
 * What was undone or redone: `did` names it, null when there was nothing; `undo` and `redo` what would be next, in words for the middle of a sentence
 * (`quote Q3`), null when nothing would. The others are what it touched, as it is now.
 */
const Undone = z.object({
  did: z.string().nullable(),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  rows: z.array(SourceRow),
  /** Ids of sources that the list no longer shows. */
  removed: z.array(z.string()),
  /** All quotes of the sources that it touched, deleted ones too. */
  quotes: z.array(Quote),
  /** All briefs, when it touched one; else null. */
  briefs: z.array(BriefRow).nullable(),
  /** Ids of the briefs that it made another text of. */
  rewritten: z.array(z.string())
})

export const historyRequests = {
  /** Takes back the last edit of the case, whatever it was of; what was typed in a brief is none. */
  'history.undo': { does: 'edits', input: Nothing, output: Undone },
  /** Does again what was undone last. */
  'history.redo': { does: 'edits', input: Nothing, output: Undone }
} as const satisfies Record<string, RequestDeclaration>
