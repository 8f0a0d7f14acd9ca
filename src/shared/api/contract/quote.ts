import { z } from 'zod'
import { Quote } from '../../quote/quote.ts'
import { Id, type RequestDeclaration } from './request.ts'

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
  'quote.restore': { does: 'edits', input: Id, output: Quote }
} as const satisfies Record<string, RequestDeclaration>
