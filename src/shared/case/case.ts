import { z } from 'zod'
import { Anchor } from './custody.ts'
import { Quote } from '../quote/quote.ts'
import { Source, Tlp } from '../source/source.ts'
import { Brief } from '../brief/brief.ts'
import type { KeptRecord } from './records/kind.ts'

/** Version of the case's format on disk. Rises with every change that an older version can't read. */
export const CASE_SCHEMA = 8

/** `case.json`. */
export const CaseRecord = z.object({
  schema: z.literal(CASE_SCHEMA),
  /** Stands in names of files. */
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/),
  title: z.string(),
  tlp: Tlp,
  createdAt: z.iso.datetime(),
  /** Ids of the briefs in the order in which they are listed. */
  briefs: z.array(z.string()),
  custody: Anchor.optional(),
  /** How far each device's log was when the document that keeps its end (`audit/heads/<device>.json`) was last written. */
  anchored: z.record(z.string(), z.int().positive()).optional()
})
export type CaseRecord = z.infer<typeof CaseRecord>

/** `sources/ab/<id>/meta.json`: a source with its quotes. */
export const SourceRecord = z.object({
  schema: z.literal(CASE_SCHEMA),
  source: Source,
  quotes: z.array(Quote),
  custody: Anchor.optional()
})
export type SourceRecord = z.infer<typeof SourceRecord>

/** `briefs/<id>.json`. */
export const BriefRecord = z.object({ schema: z.literal(CASE_SCHEMA), brief: Brief, custody: Anchor.optional() })
export type BriefRecord = z.infer<typeof BriefRecord>

/** All that a case's documents say; texts, originals and the log are beside it. */
export interface CaseContents {
  record: CaseRecord
  sources: SourceRecord[]
  briefs: BriefRecord[]
  /** Those of known kinds, in any order. */
  records: KeptRecord[]
}
