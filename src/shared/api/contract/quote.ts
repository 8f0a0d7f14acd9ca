import { z } from 'zod'
import { Quote, QuoteState, Verification } from '../../quote/quote.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

export const quoteRequests = {
  /** Saved quotes in the order of their keys. */
  'quote.list': {
    does: 'reads',
    input: z.object({ offset: z.int().nonnegative(), limit: z.int().positive() }),
    output: z.array(Quote)
  },
  'quote.create': {
    does: 'edits',
    input: z.object({ sourceId: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() }),
    output: Quote
  },
  'quote.update': {
    does: 'edits',
    input: z.object({ id: z.string(), speaker: z.string().nullable(), note: z.string(), tags: z.array(z.string()) }),
    output: Quote
  },
  'quote.delete': { does: 'edits', input: Id, output: Quote },
  'quote.restore': { does: 'edits', input: Id, output: Quote },

  /** Locates words in a source and saves them as a quote when they are verbatim or normalised; else `quote` is null and the verification says why. */
  'quote.words': {
    does: 'edits',
    from: 'terminal',
    input: z.object({
      sourceId: z.string(),
      words: z.string(),
      prefix: z.string().optional(),
      suffix: z.string().optional()
    }),
    output: z.object({ quote: Quote.nullable(), verification: Verification })
  },
  /** Saved quotes in the order of their keys, each with the key of its source, its text verified, its range there in Unicode code points, and its locator (`p. 200, ¶ 3`). */
  'quote.states': {
    does: 'reads',
    from: 'terminal',
    input: Nothing,
    output: z.array(
      z.object({
        quote: Quote,
        source: z.string(),
        state: QuoteState,
        start: z.int(),
        end: z.int(),
        locator: z.string().nullable()
      })
    )
  }
} as const satisfies Record<string, RequestDeclaration>
