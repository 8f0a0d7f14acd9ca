import { z } from 'zod'
import { Tlp } from '../source/source.ts'

/**
 * By which values of its facets an answer is narrowed: those of one facet are a choice, all facets hold together, and one without values narrows
 * nothing. A value of null stands for sources that have none, as in `SearchFacets`. What belongs to no source isn’t found then.
 */
export const Narrowing = z
  .object({
    publisher: z.array(z.string().nullable()),
    month: z.array(z.string().nullable()),
    language: z.array(z.string().nullable()),
    tag: z.array(z.string()),
    tlp: z.array(Tlp.nullable()),
    quoted: z.array(z.boolean()),
    /** Ids of briefs that cite the sources. */
    brief: z.array(z.string())
  })
  .partial()
export type Narrowing = z.infer<typeof Narrowing>

/** The facets of an answer, in the order in which they’re shown. */
export const FACETS = ['publisher', 'month', 'language', 'tag', 'tlp', 'quoted', 'brief'] as const
export type Facet = (typeof FACETS)[number]

/** The facets that a narrowing has values of. */
export function narrowedFacets(narrowing: Narrowing): Facet[] {
  return FACETS.filter((facet) => (narrowing[facet]?.length ?? 0) > 0)
}
