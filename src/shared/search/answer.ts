import { z } from 'zod'
import { Tlp } from '../source/source.ts'

/** What a hit is, by the words of answers; a query names the same by `SCOPES`. */
export const HIT_KINDS = { sources: 'source', quotes: 'quote', notes: 'note', briefs: 'brief', marks: 'mark' } as const

/** A piece of a text, and in it the ranges `[start, end)` of what was found, in order and apart. */
const Snippet = z.object({ text: z.string(), marks: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])) })

/**
 * One thing that a search found. `id` is that of the source, the quote or the statement, or of what a note is on; `key` is by which people know it. `count` is how often
 * the query stands in its text, 0 where only its title or its metadata have it. `start` and `end` are a place in the text of its source: the first hit in a
 * source, the place of a quote; null where there’s none. Offsets are UTF-16 units, as everywhere in the program.
 */
export const SearchHit = z.object({
  kind: z.enum(HIT_KINDS),
  id: z.string(),
  key: z.string(),
  sourceId: z.string().nullable(),
  sourceKey: z.string().nullable(),
  briefId: z.string().nullable(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  count: z.int().nonnegative(),
  /** The better the higher; 0 where there are too many hits to be compared and the newest come first. */
  score: z.number(),
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
  snippet: Snippet
})
export type SearchHit = z.infer<typeof SearchHit>

function facet<T extends z.ZodType>(value: T) {
  return z.array(z.object({ value, count: z.int().positive() }))
}

/**
 * How many of the found sources have each value, the most frequent first; months (`2031-05`) the newest first. A value of null stands for those that have none; of
 * `tlp`, for those that are handled as the case is.
 */
export const SearchFacets = z.object({
  publisher: facet(z.string().nullable()),
  month: facet(z.string().nullable()),
  language: facet(z.string().nullable()),
  tag: facet(z.string()),
  tlp: facet(Tlp.nullable()),
  quoted: facet(z.boolean()),
  /** By id of the brief that cites them; those that none cites aren’t counted. */
  brief: z.array(z.object({ value: z.string(), title: z.string(), count: z.int().positive() }))
})
export type SearchFacets = z.infer<typeof SearchFacets>

/** How far the index is: `total` documents are to be looked at, `done` of them were. */
export const IndexProgress = z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() })
export type IndexProgress = z.infer<typeof IndexProgress>

/** What a search answers. */
export const SearchAnswer = z.object({
  query: z.string(),
  /** How the query was read, in the language of queries itself; empty when it asks nothing, and then nothing is found. */
  read: z.string(),
  /** How many hits there are, of which `hits` has some, and to how many sources they belong. */
  total: z.int().nonnegative(),
  sources: z.int().nonnegative(),
  /** What the query took, in milliseconds. */
  ms: z.number(),
  /** False while the index lacks something: it’s being made, or what was just changed is not in it yet. */
  complete: z.boolean(),
  hits: z.array(SearchHit),
  facets: SearchFacets.nullable()
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

/** In which sources each of some names stands, and how often; the most frequent first. */
export const NameTable = z.object({
  names: z.array(
    z.object({
      name: z.string(),
      /** How often it stands in the texts of the case. */
      count: z.int().nonnegative(),
      sources: z.array(
        z.object({ sourceId: z.string(), key: z.string(), title: z.string(), count: z.int().positive() })
      )
    })
  ),
  complete: z.boolean()
})
export type NameTable = z.infer<typeof NameTable>
