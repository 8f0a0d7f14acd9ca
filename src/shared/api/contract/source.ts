import { z } from 'zod'
import { Difference, RelatedSource } from '../../analysis/copies/related.ts'
import { Stored } from '../../brief/check.ts'
import { SourceRow } from '../../case/row.ts'
import { Quote } from '../../quote/quote.ts'
import { Source, SourceText, Tlp } from '../../source/source.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

/** New values for metadata fields; null clears one, fields not given stay as they are. */
const MetadataChange = z
  .object({
    title: z.string().nullable(),
    authors: z.array(z.string()).nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    modified: z.string().nullable(),
    retrieved: z.string().nullable(),
    url: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    language: z.string().nullable(),
    section: z.string().nullable(),
    edition: z.string().nullable(),
    page: z.string().nullable(),
    wordCount: z.string().nullable(),
    documentId: z.string().nullable(),
    agencies: z.array(z.string()).nullable()
  })
  .partial()

/** A source in the trash. */
const TrashedSource = z.object({ row: SourceRow, deletedAt: z.string() })
export type TrashedSource = z.infer<typeof TrashedSource>

/** Sources, and what their parts of one gesture have in common, which are undone together. */
const Many = z.object({ ids: z.array(z.string()).min(1), gesture: z.string().optional() })

export const sourceRequests = {
  'source.get': {
    does: 'reads',
    input: Id,
    output: z.object({ source: Source, text: SourceText, quotes: z.array(Quote) })
  },
  /** Sets what is given; every set value counts as confirmed by the user. */
  'source.update': {
    does: 'edits',
    input: z.object({
      id: z.string(),
      metadata: MetadataChange,
      tlp: Tlp.nullable().optional(),
      note: z.string().optional()
    }),
    output: Source
  },
  /** Sets the same of many sources; tags are added and taken away. Answers the rows. */
  'source.updateMany': {
    does: 'edits',
    input: z.object({
      ids: z.array(z.string()).min(1),
      /** What the parts of one gesture have in common: they are undone together. */
      gesture: z.string().optional(),
      metadata: MetadataChange,
      tlp: Tlp.nullable().optional(),
      addTags: z.array(z.string().trim().min(1)),
      removeTags: z.array(z.string())
    }),
    output: z.array(SourceRow)
  },
  /** Confirms metadata as they are: they no longer want a look. */
  'source.confirm': {
    does: 'edits',
    input: Many,
    output: z.array(SourceRow)
  },
  /** Puts sources into the trash, with their quotes. Answers their keys. */
  'source.delete': { does: 'edits', input: Many, output: z.object({ keys: z.array(z.string()) }) },
  /** Takes sources out of the trash, with their quotes. */
  'source.restore': {
    does: 'edits',
    input: Many,
    output: z.object({ rows: z.array(SourceRow), quotes: z.array(Quote) })
  },
  /** What is in the trash, deleted last first. */
  'source.trash': { does: 'reads', input: Nothing, output: z.array(TrashedSource) },
  /** Takes sources out of the trash for good, with their files. That can't be undone. */
  'source.purge': { does: 'edits', input: z.object({ ids: z.array(z.string()).min(1) }), output: Nothing },
  /** Sources with which one has its text in common, the nearest first. */
  'source.related': { does: 'reads', input: Id, output: z.array(RelatedSource) },
  /** How the text of one source differs from another's. */
  'source.difference': { does: 'reads', input: z.object({ a: z.string(), b: z.string() }), output: Difference },
  /** Hashes a source's original and text again. */
  'source.stored': { does: 'reads', input: Id, output: Stored },

  /** All sources, in the order of their keys, each with how many quotes it has. */
  'source.list': {
    does: 'reads',
    from: 'terminal',
    input: Nothing,
    output: z.array(z.object({ source: Source, quotes: z.int().nonnegative() }))
  },
  /** A source by its key, such as S3, in capitals or not. */
  'source.byKey': { does: 'reads', from: 'terminal', input: z.object({ key: z.string() }), output: Source },
  'source.byId': { does: 'reads', from: 'terminal', input: Id, output: Source }
} as const satisfies Record<string, RequestDeclaration>
