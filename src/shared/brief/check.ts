import { z } from 'zod'
import { QuoteState, Verification } from '../quote/quote.ts'

/** The verification of one quote block of a brief. What is wrong with a cited quote is a finding. */
export const QuoteCheck = z.object({
  /** The quote block's id. */
  blockId: z.string(),
  quoteId: z.string().nullable(),
  sourceId: z.string().nullable(),
  /** The words as they stand in the brief. */
  exact: z.string(),
  /** Paragraph number in the source, where located. */
  paragraph: z.int().positive().nullable(),
  verification: Verification
})
export type QuoteCheck = z.infer<typeof QuoteCheck>

export const FINDING_CODES = [
  'unsupported-statement',
  'quote-normalised',
  'quote-altered',
  'quote-missing',
  'citation-unresolved',
  'original-altered',
  'original-missing',
  'uncovered-character'
] as const

/** One thing that the export gate names. `nodeId` is the statement's or quote block's id. */
export const Finding = z.object({
  code: z.enum(FINDING_CODES),
  nodeId: z.string().nullable(),
  /** Number and title of the section it stands in; empty for a finding about a source. */
  section: z.string(),
  /** The words concerned, shortened. */
  excerpt: z.string(),
  /** One sentence: what is wrong. */
  message: z.string()
})
export type Finding = z.infer<typeof Finding>

export const BriefCheck = z.object({
  quotes: z.array(QuoteCheck),
  findings: z.array(Finding),
  /** Number (from 1) under which a source is cited, by order of first appearance. */
  sourceNumbers: z.record(z.string(), z.int().positive()),
  words: z.int().nonnegative()
})
export type BriefCheck = z.infer<typeof BriefCheck>

export const OriginalState = z.enum(['intact', 'altered', 'missing'])
export type OriginalState = z.infer<typeof OriginalState>

/** Verification of a whole case. */
export const CaseReport = z.object({
  ok: z.boolean(),
  quotes: z.array(
    z.object({
      key: z.string().optional(),
      brief: z.string().optional(),
      blockId: z.string().optional(),
      source: z.string().nullable(),
      exact: z.string(),
      state: QuoteState,
      paragraph: z.int().positive().nullable(),
      reason: z.string()
    })
  ),
  sources: z.array(z.object({ key: z.string(), title: z.string(), original: OriginalState, text: OriginalState })),
  /** The chain of custody: how many entries it has, and where it's broken. */
  log: z.object({
    entries: z.int().nonnegative(),
    breaks: z.array(z.object({ device: z.string(), line: z.int().positive(), message: z.string() }))
  }),
  /** A sentence for each document that can't be read. */
  problems: z.array(z.string())
})
export type CaseReport = z.infer<typeof CaseReport>

/** Verification of an exported PDF from the PDF alone. */
export const PdfReport = z.object({
  ok: z.boolean(),
  title: z.string(),
  quotes: z.array(
    z.object({
      page: z.int().positive().nullable(),
      exact: z.string(),
      state: QuoteState,
      source: z.string(),
      reason: z.string()
    })
  ),
  /** Sentences about the proof as a whole: damaged, inconsistent, texts not carried. */
  problems: z.array(z.string())
})
export type PdfReport = z.infer<typeof PdfReport>
