import { z } from 'zod'

/** Why something is withheld. Each code is printed on the bar and explained in the document. */
export const WITHHOLD_REASONS = ['S', 'P', 'L', 'I', 'C', 'O'] as const
export type WithholdReason = (typeof WITHHOLD_REASONS)[number]

export const REASON_MEANINGS: Record<WithholdReason, string> = {
  S: 'protection of a source',
  P: 'personal data',
  L: 'legal privilege',
  I: 'ongoing investigation',
  C: 'confidential business information',
  O: 'other reasons'
}

/** What stands for something withheld in a title, a name or data: the same whatever was there. */
export function withheldText(reason: WithholdReason): string {
  return `[withheld: ${reason}]`
}

/** What stands for it in the text of a brief, where it is printed as a bar: screen readers and programs read this. */
export function withheldBar(reason: WithholdReason): string {
  return `withheld\u00a0(${reason})`
}

/**
 * Something that a redacted export of a brief leaves out: a whole source; a name or other words, wherever they stand (any
 * of `terms`, regardless of case); or a passage of one block of the brief, which is all of it when `exact` is null.
 */
export const Withheld = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('source'),
    id: z.string().min(1),
    sourceId: z.string().min(1),
    reason: z.enum(WITHHOLD_REASONS)
  }),
  z.object({
    kind: z.literal('words'),
    id: z.string().min(1),
    terms: z.array(z.string().trim().min(1)).min(1),
    /** Near forms of the terms of which somebody decided that they may stay. */
    left: z.array(z.string().trim().min(1)).optional(),
    reason: z.enum(WITHHOLD_REASONS)
  }),
  z.object({
    kind: z.literal('passage'),
    id: z.string().min(1),
    blockId: z.string().min(1),
    exact: z.string().min(1).nullable(),
    reason: z.enum(WITHHOLD_REASONS)
  })
])
export type Withheld = z.infer<typeof Withheld>

/**
 * How something is like withheld words: a part of a name; its initials; its parts in another order; with another ending; within a
 * longer word; spelt otherwise; in an address or a file's name; in another alphabet.
 */
export const NEAR_KINDS = [
  'part',
  'initials',
  'order',
  'inflection',
  'compound',
  'spelling',
  'address',
  'script'
] as const
export type NearKind = (typeof NEAR_KINDS)[number]

/** Words that a redacted export would show though they are like withheld ones: to be withheld too, or left. */
export const NearForm = z.object({
  /** As it is written where it first stands. */
  form: z.string(),
  /** The withheld words that it is like, and the entry that holds them. */
  like: z.string(),
  entryId: z.string(),
  kind: z.enum(NEAR_KINDS),
  count: z.int().positive(),
  /** Where it first stands: a place of the brief, in words, with its block if it is one; and the words around it. */
  place: z.string(),
  nodeId: z.string().nullable(),
  excerpt: z.string()
})
export type NearForm = z.infer<typeof NearForm>

/** What a redacted export hides, for its author: how often for each reason, and what to look at before it goes out. */
export const RedactionReport = z.object({
  counts: z.partialRecord(z.enum(WITHHOLD_REASONS), z.int().positive()),
  /** Sentences. They name what is withheld: they are for the author alone. */
  warnings: z.array(z.string())
})
export type RedactionReport = z.infer<typeof RedactionReport>

/** What is withheld after it was decided that a near form is withheld too, or left. */
export function decideNear(withheld: readonly Withheld[], near: NearForm, withhold: boolean): Withheld[] {
  return withheld.map((entry): Withheld => {
    if (entry.id !== near.entryId || entry.kind !== 'words') return entry
    return withhold
      ? { ...entry, terms: [...entry.terms, near.form] }
      : { ...entry, left: [...(entry.left ?? []), near.form] }
  })
}
