import { z } from 'zod'
import { MARK_COLOURS, Mark } from '../../case/records/mark.ts'
import { Narrowing } from '../../search/narrowing.ts'
import type { RequestDeclaration } from './request.ts'

const Colour = z.enum(MARK_COLOURS)

/** Passages that are marked, with a colour, a note and tags. Tags are given by their ids. */
export const markRequests = {
  /** The marks of a source, or of all sources that aren't in the trash (null), in the order of their places. */
  'mark.list': { does: 'reads', input: z.object({ sourceId: z.string().nullable() }), output: z.array(Mark) },
  /** Marks a range of a source's text, widened to whole words. The same range again answers the mark there is, with the tags added. */
  'mark.create': {
    does: 'edits',
    input: z.object({
      sourceId: z.string(),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      colour: Colour,
      tags: z.array(z.string())
    }),
    output: Mark
  },
  /** Sets what is given. */
  'mark.update': {
    does: 'edits',
    input: z.object({
      id: z.string(),
      colour: Colour.optional(),
      note: Mark.shape.note.optional(),
      tags: z.array(z.string()).optional()
    }),
    output: Mark
  },
  'mark.delete': { does: 'edits', input: z.object({ ids: z.array(z.string()).min(1) }), output: z.object({}) },
  /** Marks every place of a query in the texts of the sources that it finds. Answers how many marks were made, how many were there already, and in how many sources. */
  'mark.hits': {
    does: 'edits',
    input: z.object({
      query: z.string().max(100_000),
      typing: z.boolean().optional(),
      narrowing: Narrowing.optional(),
      colour: Colour,
      tags: z.array(z.string())
    }),
    output: z.object({
      made: z.int().nonnegative(),
      there: z.int().nonnegative(),
      sources: z.int().nonnegative()
    })
  }
} as const satisfies Record<string, RequestDeclaration>
