import { z } from 'zod'
import { MARK_COLOURS } from '../records/mark.ts'
import { TagColour } from '../records/tag.ts'

/** A tag as it's listed, in the order of `Codebook.tags`. */
export const TagRow = z.object({
  /** Of its record; of a tag that sources and quotes have though the codebook says nothing of it, `=` and its name. */
  id: z.string(),
  name: z.string(),
  colour: TagColour.nullable(),
  description: z.string(),
  parent: z.string().nullable(),
  depth: z.int().nonnegative(),
  /** How many are tagged with it. */
  marks: z.int().nonnegative(),
  quotes: z.int().nonnegative(),
  sources: z.int().nonnegative(),
  /** How many are tagged with it or with one below it, each counted once. */
  total: z.int().nonnegative()
})
export type TagRow = z.infer<typeof TagRow>

/** What a tag retrieves: a mark, a quote, or a source as a whole. */
export const Passage = z.object({
  kind: z.enum(['mark', 'quote', 'source']),
  id: z.string(),
  /** By which people know it: `Q3`, `S12`; that of its source for a mark. */
  key: z.string(),
  sourceId: z.string(),
  sourceKey: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  /** Its range in the source's text, in UTF-16 units; null for a source as a whole. */
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
  /** Its words; empty for a source as a whole. */
  words: z.string(),
  speaker: z.string().nullable(),
  note: z.string(),
  /** The names of its tags. */
  tags: z.array(z.string()),
  colour: z.enum(MARK_COLOURS).nullable()
})
export type Passage = z.infer<typeof Passage>
