import { z } from 'zod'
import { Rating } from '../../brief/rating.ts'

const Outcome = z.object({ order: z.array(z.array(z.string())), change: z.enum(['leader', 'order']).nullable() })

/** The hypotheses of a brief, held against the evidence. Hypotheses and evidence are named by the ids of their records, and numbered in their order. */
export const HypothesesAnswer = z.object({
  hypotheses: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      text: z.string(),
      rank: z.int(),
      inconsistent: z.int(),
      consistent: z.int(),
      notApplicable: z.int(),
      unrated: z.int()
    })
  ),
  evidence: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      text: z.string(),
      /** What it's linked to and is still there: quotes and sources with their keys, statements with their numbers. */
      quotes: z.array(z.object({ id: z.string(), key: z.string() })),
      sources: z.array(z.object({ id: z.string(), key: z.string() })),
      statements: z.array(z.object({ id: z.string(), number: z.int() })),
      ratings: z.record(z.string(), Rating),
      /** False for one that stands to all hypotheses alike. */
      tellsApart: z.boolean(),
      leftOut: Outcome,
      turned: Outcome
    })
  )
})
export type HypothesesAnswer = z.infer<typeof HypothesesAnswer>
