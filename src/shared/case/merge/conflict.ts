import { z } from 'zod'

export const DECISIONS = ['a', 'b', 'both'] as const
export type Decision = (typeof DECISIONS)[number]

export const CONFLICT_KINDS = [
  'case',
  'metadata',
  'note',
  'speaker',
  'attribution',
  'grading',
  'handling',
  'deletion',
  'extraction',
  'brief',
  'block',
  'record'
] as const

/** Two copies say different things. Its strings are for people, and whole. */
export const Conflict = z.object({
  /** The same for the same conflict of the same copies, whichever is called `a`. */
  id: z.string(),
  kind: z.enum(CONFLICT_KINDS),
  /** What it is about: `S5`, `Q3`, a brief’s title with a section’s, or the case’s title. */
  subject: z.string(),
  /** Which of its fields: “Headline”, “Note”, “Statement”. */
  field: z.string(),
  /** What stood in the copy that both come from; null when that isn't known. */
  base: z.string().nullable(),
  a: z.string(),
  b: z.string(),
  /** What the merge did. */
  outcome: z.string(),
  /** What may be decided instead; empty when it is only told. */
  choices: z.array(z.enum(DECISIONS))
})
export type Conflict = z.infer<typeof Conflict>
