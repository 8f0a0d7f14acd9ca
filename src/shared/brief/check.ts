import { z } from 'zod'
import { QuoteState, Verification } from '../quote/quote.ts'

/** Whether what is stored of a source is still what was imported. */
export const OriginalState = z.enum(['intact', 'altered', 'missing'])
export type OriginalState = z.infer<typeof OriginalState>

/** The two things that are stored of a source: its original, and the text that was taken from it. */
export const Stored = z.object({
  original: OriginalState,
  text: OriginalState,
  /** True when the text was recognised in pictures. */
  recognised: z.boolean().optional()
})
export type Stored = z.infer<typeof Stored>

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
  /** Where in the source, as it is shown (`p. 200, ¶ 3`), where located. */
  locator: z.string().nullable(),
  verification: Verification,
  /** Whether its source is what was imported; `missing` where there is no source. */
  stored: Stored
})
export type QuoteCheck = z.infer<typeof QuoteCheck>

export const FINDING_CODES = [
  'unsupported-statement',
  'quote-normalised',
  'quote-altered',
  'quote-missing',
  'citation-unresolved',
  'figure-no-image',
  'original-altered',
  'original-missing',
  'metadata-doubtful',
  'uncovered-character'
] as const

/** One thing that the export gate names. `nodeId` is the id of the block that it is about. */
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
      /** Where in the source, as it is shown: `¶ 3`, `p. 200, ¶ 3`. */
      locator: z.string().nullable(),
      reason: z.string()
    })
  ),
  sources: z.array(Stored.extend({ key: z.string(), title: z.string() })),
  /** How many statements the briefs make, and those that no quote or source supports. */
  statements: z.object({
    checked: z.int().nonnegative(),
    unsupported: z.array(z.object({ brief: z.string(), blockId: z.string(), section: z.string(), excerpt: z.string() }))
  }),
  /** The chain of custody: how many entries it has, and where it's broken. */
  log: z.object({
    entries: z.int().nonnegative(),
    breaks: z.array(z.object({ device: z.string(), line: z.int().positive(), message: z.string() }))
  }),
  /** A sentence for each document that can't be read, or isn't as the log tells of it. */
  problems: z.array(z.string()),
  /** Sentences about what is no fault and yet worth knowing. */
  notices: z.array(z.string())
})
export type CaseReport = z.infer<typeof CaseReport>

/**
 * What became of the signature beside a PDF. `unknown-key`: it can't be checked without the signer's public key. `wrong`: it
 * doesn't fit the file.
 */
export const SIGNATURE_STATES = ['valid', 'wrong', 'unknown-key', 'unreadable'] as const
export const SignatureReport = z.object({
  state: z.enum(SIGNATURE_STATES),
  /** 16 hexadecimal digits; empty when the signature can't be read. */
  keyId: z.string(),
  /** The name under which this machine knows the key. */
  name: z.string().nullable(),
  /** What the signer vouches for along with the file; null unless it is checked. */
  comment: z.string().nullable(),
  /** When it was signed, as the signer's clock had it: ISO 8601, UTC. */
  signedAt: z.string().nullable(),
  message: z.string()
})
export type SignatureReport = z.infer<typeof SignatureReport>

/**
 * What became of the signature within a PDF (PAdES). `wrong`: the file was changed after it was signed, or the signature isn’t one. `unchecked`: where the check
 * runs there is no cryptography for it.
 */
export const EmbeddedSignature = z.object({
  state: z.enum(['valid', 'wrong', 'unchecked']),
  /** Whom the certificate names, and who issued it. */
  signer: z.string(),
  issuer: z.string(),
  /** Whether the certificate is signed by its own key: nobody else vouches for the name. */
  selfSigned: z.boolean(),
  /** From when to when the certificate is valid: ISO 8601, UTC; null where it can’t be read. */
  notBefore: z.string().nullable(),
  notAfter: z.string().nullable(),
  /** Whether it was valid then by the signer’s clock, and is now. */
  validAtSigning: z.boolean(),
  validNow: z.boolean(),
  /** As the signer’s clock had it: ISO 8601, UTC. */
  signedAt: z.string(),
  /** What the signer says of it; empty where nothing. */
  name: z.string(),
  reason: z.string(),
  place: z.string(),
  /** The page on which it shows itself in its frame, from 1; null where it doesn’t. */
  shownOn: z.int().nullable(),
  /** SHA-256 of the certificate, to compare; null where it can’t be read. */
  certificate: z.string().nullable(),
  message: z.string()
})
export type EmbeddedSignature = z.infer<typeof EmbeddedSignature>

/**
 * What a time stamp beside a PDF shows. `valid`: by an authority’s signature, which holds. `unchecked`: it is of this file, but what vouches for its time can’t be
 * checked here. `wrong`: it is of other bytes, or was changed.
 */
export const TimeReport = z.object({
  kind: z.enum(['rfc3161', 'opentimestamps']),
  state: z.enum(['valid', 'unchecked', 'wrong', 'unreadable']),
  /** ISO 8601, UTC; null where it shows none. */
  time: z.string().nullable(),
  message: z.string()
})
export type TimeReport = z.infer<typeof TimeReport>

/** Verification of an exported PDF from the PDF alone. */
export const PdfReport = z.object({
  ok: z.boolean(),
  title: z.string(),
  /** Version of the proof that the PDF carries. */
  proofVersion: z.int().positive(),
  /** SHA-256 of the evidence of its proof; null in the first version, which has none. */
  fingerprint: z.string().nullable(),
  quotes: z.array(
    z.object({
      page: z.int().positive().nullable(),
      exact: z.string(),
      state: QuoteState,
      /** Whether it was looked up in its source: false where the PDF doesn't carry the text. */
      checked: z.boolean(),
      /** True when its source's text was recognised in pictures, as the proof says. */
      recognised: z.boolean().optional(),
      source: z.string(),
      reason: z.string()
    })
  ),
  /** Statements that no page shows as the proof has them, with what is shown instead. */
  statements: z.array(
    z.object({
      number: z.int().positive(),
      page: z.int().positive().nullable(),
      text: z.string(),
      shown: z.string().nullable()
    })
  ),
  /** Pages that aren't drawn as they were exported. */
  pages: z.array(
    z.object({
      page: z.int().positive(),
      /** Whether the words are those of the export. */
      words: z.enum(['same', 'differ']),
      message: z.string()
    })
  ),
  /** Sentences about what doesn't hold: damaged, inconsistent, changed, not carried. */
  problems: z.array(z.string()),
  /** Sentences about what the check can't show, which is no failure. */
  notes: z.array(z.string()),
  /** Null when there is no signature beside the file. */
  signature: SignatureReport.nullable(),
  /** Null when there is no signature within the file. */
  embedded: EmbeddedSignature.nullable(),
  /** Of the time stamps beside the file. */
  times: z.array(TimeReport)
})
export type PdfReport = z.infer<typeof PdfReport>
