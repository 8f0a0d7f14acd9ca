import { z } from 'zod'

/** How a piece of evidence stands to a hypothesis: it speaks against it, agrees with it, or says nothing of it. */
export const RATINGS = ['inconsistent', 'consistent', 'not-applicable'] as const
export const Rating = z.enum(RATINGS)
export type Rating = z.infer<typeof Rating>
