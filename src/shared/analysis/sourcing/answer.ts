import { z } from 'zod'

/** A text that is drafted from the case and may be edited. `isOutdated` is true of an edited one whose draft has changed since. */
const DraftedText = z.object({
  text: z.string(),
  draft: z.string(),
  isEdited: z.boolean(),
  isOutdated: z.boolean(),
  /** ISO 8601, in UTC; null while it is the draft. */
  editedAt: z.string().nullable()
})

/** How the sources of a brief are described: its source summary statement, and the descriptor of each source that it cites, in the order of the keys. */
export const SourcingAnswer = z.object({
  summary: DraftedText,
  descriptors: z.array(DraftedText.extend({ source: z.string(), sourceId: z.string(), title: z.string() }))
})
export type SourcingAnswer = z.infer<typeof SourcingAnswer>
