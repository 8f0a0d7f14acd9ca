import { z } from 'zod'
import { Doubt } from '../../../shared/source/recognition.ts'

/** What was recognised on a page: paragraphs in reading order, the words of which the engine wasn't sure as ranges of each. */
export const RecognisedPage = z.object({
  /** What the original calls the page. */
  label: z.string().min(1).nullable(),
  paragraphs: z.array(z.object({ type: z.enum(['paragraph', 'heading']), text: z.string(), doubts: z.array(Doubt) })),
  /** How many words, and the sum of their confidences, each 0 to 100. */
  words: z.int().nonnegative(),
  confidence: z.number().nonnegative()
})
export type RecognisedPage = z.infer<typeof RecognisedPage>
