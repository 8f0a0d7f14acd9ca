import { z } from 'zod'

const Range = z.tuple([z.number(), z.number()])
/** An annotated article: who is quoted with what, as ranges of the text. */
export const AnnotatedRow = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(
    z.object({
      kind: z.string(),
      source: z.array(Range).default([]),
      cue: z.array(Range).default([]),
      content: z.array(Range)
    })
  )
})
export type AnnotatedArticle = z.infer<typeof AnnotatedRow>
/** Half-open, in UTF-16 units. */
export type Span = z.infer<typeof Range>
