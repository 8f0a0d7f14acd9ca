import { z } from 'zod'

/**
 * How two sources' texts are related: the same article; a revised version of it by the same publisher; a syndicated copy that another
 * publisher printed; one holds part of the other; only quotations in common.
 */
export const RELATION_KINDS = ['same', 'revised', 'syndicated', 'excerpt', 'quotation'] as const
export const RelationKind = z.enum(RELATION_KINDS)
export type RelationKind = z.infer<typeof RelationKind>

/** What people read of them. */
export const RELATION_NAMES: Record<RelationKind, string> = {
  same: 'same article',
  revised: 'another version',
  syndicated: 'syndicated copy',
  excerpt: 'shares passages',
  quotation: 'shares a quotation'
}

/** A half-open range of a text in UTF-16 units. */
const Range = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })

/** A source with which another has text in common: `share` is the part of that one's words, `otherShare` of this one's. */
export const RelatedSource = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  kind: RelationKind,
  /** The agency that both credit. */
  agency: z.string().nullable(),
  /** True when this one was published before; null when that isn't known. */
  earlier: z.boolean().nullable(),
  share: z.number().min(0).max(1),
  otherShare: z.number().min(0).max(1),
  /** Passages in common: `a` in the source asked about, `b` in this one. */
  passages: z.array(z.object({ a: Range, b: Range }))
})
export type RelatedSource = z.infer<typeof RelatedSource>

/** A run of words that both versions have, or one only. */
export const DifferencePart = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })

/** Two versions side by side: paragraphs in order, each with its words; `a` and `b` are their numbers, null where a version lacks it. */
export const Difference = z.object({
  paragraphs: z.array(z.object({ a: z.int().nullable(), b: z.int().nullable(), parts: z.array(DifferencePart) })),
  /** Numbers of paragraphs. */
  unchanged: z.int(),
  changed: z.int(),
  removed: z.int(),
  added: z.int()
})
export type Difference = z.infer<typeof Difference>
