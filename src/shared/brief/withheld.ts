import { z } from 'zod'

/** Why something is withheld. Each code is printed on the bar and explained in the document. */
export const WITHHOLD_REASONS = ['S', 'P', 'L', 'I', 'C', 'O'] as const
export type WithholdReason = (typeof WITHHOLD_REASONS)[number]

export const REASON_MEANINGS: Record<WithholdReason, string> = {
  S: 'protection of a source',
  P: 'personal data',
  L: 'legal privilege',
  I: 'ongoing investigation',
  C: 'confidential business information',
  O: 'other reasons'
}

/** What a redacted export has in the place of what it withholds: the same whatever was there. */
export function withheldText(reason: WithholdReason): string {
  return `[withheld: ${reason}]`
}

/**
 * Something that a redacted export of a brief leaves out: a whole source; a name or other words, wherever they stand (any
 * of `terms`, regardless of case); or a passage of one block of the brief, which is all of it when `exact` is null.
 */
export const Withheld = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('source'),
    id: z.string().min(1),
    sourceId: z.string().min(1),
    reason: z.enum(WITHHOLD_REASONS)
  }),
  z.object({
    kind: z.literal('words'),
    id: z.string().min(1),
    terms: z.array(z.string().trim().min(1)).min(1),
    reason: z.enum(WITHHOLD_REASONS)
  }),
  z.object({
    kind: z.literal('passage'),
    id: z.string().min(1),
    blockId: z.string().min(1),
    exact: z.string().min(1).nullable(),
    reason: z.enum(WITHHOLD_REASONS)
  })
])
export type Withheld = z.infer<typeof Withheld>
