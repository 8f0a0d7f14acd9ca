import { z } from 'zod'
import { NAME_KINDS } from '../names/weigh.ts'
import { FORM_RULES } from './read-entities.ts'

export const NameKind = z.enum(NAME_KINDS)

/** An entry of the list of names. */
export const NameRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: NameKind,
  /** Its other forms, the most frequent first. */
  also: z.array(z.string()),
  /** How many passages it has, and in how many sources. */
  count: z.int(),
  sources: z.int(),
  /** True for a surname or an acronym alone, which may be several. */
  isBare: z.boolean(),
  /** True where the analyst said something of it. */
  isRuled: z.boolean()
})
export type NameRow = z.infer<typeof NameRow>

/** A form of a name, and why it counts as its own. */
export const NameFormRow = z.object({
  /** What forms are compared by. */
  form: z.string(),
  written: z.string(),
  rules: z.array(z.enum(FORM_RULES)),
  count: z.int(),
  sources: z.int()
})
export type NameFormRow = z.infer<typeof NameFormRow>

/** Where a name stands, with the words around it. Offsets count in the source's text, those of `name` in the snippet. */
export const NamePassage = z.object({
  sourceId: z.string(),
  /** The source's key. */
  source: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  exact: z.string(),
  locator: z.string().nullable(),
  snippet: z.string(),
  name: z.tuple([z.int(), z.int()])
})
export type NamePassage = z.infer<typeof NamePassage>

/** An entry with all of its forms and passages, as it leaves the program: offsets are Unicode code points. */
export const NameEntry = NameRow.omit({ also: true }).extend({
  aliases: z.array(NameFormRow.omit({ form: true })),
  passages: z.array(z.object({ source: z.string(), start: z.int(), end: z.int(), exact: z.string() }))
})
export type NameEntry = z.infer<typeof NameEntry>
