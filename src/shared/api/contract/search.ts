import { z } from 'zod'
import { NameTable, SearchAnswer } from '../../search/answer.ts'
import { Narrowing } from '../../search/narrowing.ts'
import { SCOPES } from '../../search/query.ts'
import type { RequestDeclaration } from './request.ts'

/** Longer queries are none that anybody types. */
const Query = z.string().max(100_000)

/** Full-text search of the open case, in the language of `docs/search.md`. Every query can be read, so that none is refused. */
export const searchRequests = {
  /**
   * What a query finds, ranked, a page of it: with `typing`, its last word may be the beginning of one. It answers at once, `complete` false while the index is being
   * made; `search.progress` tells how far it is. With `facets`, how many of the found sources have each publisher, month and so on, the same for all pages; those
   * of a facet that is narrowed by, as if it weren’t. Offsets are UTF-16 units.
   */
  'search.query': {
    does: 'reads',
    input: z.object({
      query: Query,
      typing: z.boolean().optional(),
      /** Only what is of a kind; null for all. With `sources` each source is one hit. */
      scope: z.enum(SCOPES).nullable().optional(),
      /** Only what belongs to sources with these values. */
      narrowing: Narrowing.optional(),
      limit: z.int().nonnegative().max(1_000),
      offset: z.int().nonnegative().optional(),
      facets: z.boolean().optional()
    }),
    output: SearchAnswer
  },
  /** All places of a query in the text of a source, in order, in UTF-16 units: those that are marked and gone through in the reader. */
  'search.hits': {
    does: 'reads',
    input: z.object({ query: Query, typing: z.boolean().optional(), sourceId: z.string() }),
    output: z.object({
      places: z.array(z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }))
    })
  },
  /** In which sources names stand, and how often: each name is the words of a line in a row. Empty lines are left out. */
  'search.names': {
    does: 'reads',
    input: z.object({ names: z.array(z.string().max(1_000)).max(1_000) }),
    output: NameTable
  },

  /** The same as `search.query` when the index has all that the case has, for which it waits. Offsets are Unicode code points. */
  'search.list': {
    does: 'reads',
    from: 'terminal',
    input: z.object({ query: Query, scope: z.enum(SCOPES).nullable(), limit: z.int().nonnegative() }),
    output: SearchAnswer
  }
} as const satisfies Record<string, RequestDeclaration>
