import { z } from 'zod'
import { Passage, TagRow } from '../../case/codebook/passages.ts'
import { Tag, TagColour, TagName } from '../../case/records/tag.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

/** The codebook: the tags of the case, and what is tagged with them. A tag that has only a name is changed as any other, and has a record from then on. */
export const tagRequests = {
  /** All tags in the order in which they're shown, those below another behind it. */
  'tag.list': { does: 'reads', input: Nothing, output: z.array(TagRow) },
  /** Makes a tag. `bad-request` when there is one of that name. */
  'tag.create': {
    does: 'edits',
    input: z.object({
      name: TagName,
      colour: TagColour.nullable(),
      description: Tag.shape.description,
      parent: z.string().nullable()
    }),
    output: Tag
  },
  /** Sets what is given: renames it, wherever it is used, or moves it in the hierarchy. `bad-request` for a name that another has, and for a place below itself. */
  'tag.update': {
    does: 'edits',
    input: z.object({
      id: z.string(),
      name: TagName.optional(),
      colour: TagColour.nullable().optional(),
      description: Tag.shape.description.optional(),
      parent: z.string().nullable().optional()
    }),
    output: Tag
  },
  /** Makes tags one: what is tagged with any of `ids` is tagged with `into`, and what stands below them stands below that. */
  'tag.merge': {
    does: 'edits',
    input: z.object({ ids: z.array(z.string()).min(1), into: z.string() }),
    output: Tag
  },
  /** Takes a tag away, from all that is tagged with it. What stands below it moves up. */
  'tag.delete': { does: 'edits', input: Id, output: Nothing },
  /** Gives tags to passages and sources, and takes tags away from them, by the tags' ids. Parts of one gesture are undone together. */
  'tag.give': {
    does: 'edits',
    input: z.object({
      marks: z.array(z.string()),
      quotes: z.array(z.string()),
      sources: z.array(z.string()),
      add: z.array(z.string()),
      remove: z.array(z.string()),
      gesture: z.string().optional()
    }),
    output: Nothing
  },
  /** All that is tagged with a tag, with `below` also with those that stand below it: by source, in the order of the text, sources as a whole first. */
  'tag.passages': {
    does: 'reads',
    input: z.object({ id: z.string(), below: z.boolean() }),
    output: z.array(Passage)
  }
} as const satisfies Record<string, RequestDeclaration>
