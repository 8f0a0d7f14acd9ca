import { z } from 'zod'
import { Tlp } from '../source/source.ts'
import { Withheld } from './withheld.ts'

/**
 * The brief's document: ProseMirror JSON whose node names and attributes are the schema. It is defined here, free of any
 * editor; the editor's extensions follow it.
 *
 * doc > section+ ;
 * section > sectionTitle (statement | quoteBlock | bulletList | orderedList | subheading | table | figure)* ;
 * bulletList, orderedList > listItem+ ; listItem > statement (statement | bulletList | orderedList)* ;
 * table > tableRow+ ; tableRow > (tableHeader | tableCell)+ ;
 * statement, tableHeader, tableCell > (text | citation | hardBreak | note)* ; figure > (text | citation | note)* ; note > text*
 */
export const STATEMENT_KINDS = ['fact', 'judgement', 'assumption'] as const

/** Likelihood words of ICD 203 (Analytic Standards, 2015), in rising order, with their ranges in per cent. */
export const LIKELIHOODS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain'
] as const
export const CONFIDENCES = ['low', 'moderate', 'high'] as const
export const RELATIONS = ['supports', 'contradicts', 'context'] as const
export type Relation = (typeof RELATIONS)[number]

const Mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('code') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string() }) })
])
export type Mark = z.infer<typeof Mark>

export const TextNode = z.object({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(Mark).optional()
})
export type TextNode = z.infer<typeof TextNode>

/**
 * The link from a statement to a quote or a source. Exactly one of `quoteId` and `sourceId` is set when it is resolved;
 * else `label` keeps what was written (`S9`). `locator` is free text such as `¶ 3` on a citation of a whole source.
 */
export const Citation = z.object({
  type: z.literal('citation'),
  attrs: z.object({
    quoteId: z.string().nullable(),
    sourceId: z.string().nullable(),
    label: z.string().nullable(),
    relation: z.enum(RELATIONS),
    locator: z.string().nullable()
  })
})
export type Citation = z.infer<typeof Citation>

export const HardBreak = z.object({ type: z.literal('hardBreak') })
export type HardBreak = z.infer<typeof HardBreak>

/** A footnote: its words, at the place of its mark. */
export const Note = z.object({ type: z.literal('note'), content: z.array(TextNode).optional() })
export type Note = z.infer<typeof Note>

export const Inline = z.discriminatedUnion('type', [TextNode, Citation, HardBreak, Note])
export type Inline = z.infer<typeof Inline>

/** A paragraph that claims something. */
export const Statement = z.object({
  type: z.literal('statement'),
  attrs: z.object({
    id: z.string().min(1),
    kind: z.enum(STATEMENT_KINDS).nullable(),
    likelihood: z.enum(LIKELIHOODS).nullable(),
    confidence: z.enum(CONFIDENCES).nullable()
  }),
  content: z.array(Inline).optional()
})
export type Statement = z.infer<typeof Statement>

/**
 * Quoted words as they stand in the brief, with where they are claimed to come from. `quoteId` points to the saved quote
 * whose place is meant, `sourceId` to its source; both null means that it was never located, and `label` keeps what was
 * written as its source.
 */
export const QuoteBlock = z.object({
  type: z.literal('quoteBlock'),
  attrs: z.object({
    id: z.string().min(1),
    quoteId: z.string().nullable(),
    sourceId: z.string().nullable(),
    label: z.string().nullable()
  }),
  content: z.array(z.discriminatedUnion('type', [TextNode, HardBreak])).optional()
})
export type QuoteBlock = z.infer<typeof QuoteBlock>

export const Subheading = z.object({
  type: z.literal('subheading'),
  attrs: z.object({ level: z.int().min(3).max(6) }),
  content: z.array(TextNode).optional()
})
export type Subheading = z.infer<typeof Subheading>

export const ALIGNMENTS = ['start', 'end', 'center'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

export const TableCell = z.object({
  type: z.enum(['tableHeader', 'tableCell']),
  content: z.array(Inline).optional()
})
export type TableCell = z.infer<typeof TableCell>

export const TableRow = z.object({ type: z.literal('tableRow'), content: z.array(TableCell).min(1) })
export type TableRow = z.infer<typeof TableRow>

/**
 * A table without joined cells. Its first row is its header. `align` is for columns; where it or a row is short, what lacks
 * is unset or empty (`tableGrid`).
 */
export const Table = z.object({
  type: z.literal('table'),
  attrs: z.object({ id: z.string().min(1), align: z.array(z.enum(ALIGNMENTS).nullable()) }),
  content: z.array(TableRow).min(1)
})
export type Table = z.infer<typeof Table>

/**
 * The original of a source that is an image, with its caption. `alt` says what it shows for who can't see it. `sourceId` is
 * null when the source isn't known; `label` then keeps what was written (`S9`).
 */
export const Figure = z.object({
  type: z.literal('figure'),
  attrs: z.object({
    id: z.string().min(1),
    sourceId: z.string().nullable(),
    label: z.string().nullable(),
    alt: z.string()
  }),
  content: z.array(z.discriminatedUnion('type', [TextNode, Citation, Note])).optional()
})
export type Figure = z.infer<typeof Figure>

export interface ListItem {
  type: 'listItem'
  content: (Statement | List)[]
}
export interface List {
  type: 'bulletList' | 'orderedList'
  content: ListItem[]
}
const ListItem: z.ZodType<ListItem> = z.lazy(() =>
  z.object({ type: z.literal('listItem'), content: z.array(z.union([Statement, List])).min(1) })
)
const List: z.ZodType<List> = z.lazy(() =>
  z.object({ type: z.enum(['bulletList', 'orderedList']), content: z.array(ListItem).min(1) })
)

export const SectionTitle = z.object({ type: z.literal('sectionTitle'), content: z.array(TextNode).optional() })
export type SectionTitle = z.infer<typeof SectionTitle>
export type SectionBlock = Statement | QuoteBlock | Subheading | List | Table | Figure
const SectionBlock: z.ZodType<SectionBlock> = z.union([Statement, QuoteBlock, Subheading, List, Table, Figure])

export const Section = z.object({
  type: z.literal('section'),
  attrs: z.object({ id: z.string().min(1) }),
  content: z.tuple([SectionTitle], SectionBlock)
})
export type Section = z.infer<typeof Section>

export const BriefDocument = z.object({ type: z.literal('doc'), content: z.array(Section).min(1) })
export type BriefDocument = z.infer<typeof BriefDocument>

/** What stands above the sections. `date` is an ISO day, `language` a BCP 47 tag. */
export const BriefFields = z.object({
  title: z.string(),
  author: z.string(),
  date: z.iso.date(),
  tlp: Tlp,
  language: z.string()
})
export type BriefFields = z.infer<typeof BriefFields>

export const Brief = BriefFields.extend({
  id: z.string(),
  template: z.string(),
  createdAt: z.iso.datetime(),
  doc: BriefDocument,
  /** What a redacted export leaves out. */
  withheld: z.array(Withheld),
  deletedAt: z.iso.datetime().nullable()
})
export type Brief = z.infer<typeof Brief>
