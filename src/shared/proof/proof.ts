import { z } from 'zod'
import { CONFIDENCES, LIKELIHOODS, RELATIONS, STATEMENT_KINDS } from '../brief/brief.ts'
import { OriginalState } from '../brief/check.ts'
import { QuoteState } from '../quote/quote.ts'
import { Sha256 } from '../source/source.ts'
import { Drawn } from './drawn.ts'
import { PROOF_CONTEXT } from './vocabulary.ts'

/**
 * Stands for the fingerprint of a proof while its PDF is made, in print as in the digests: it depends on all that is drawn. It has every
 * hexadecimal digit, so that fonts have them too.
 */
export const FINGERPRINT_PLACE = '0123456789abcdef'.repeat(4)

/** Version of the proof's format. Rises with every change that an older reader can't read. */
export const PROOF_VERSION = 3

/** The entry of a PDF’s document information that holds the fingerprint of the proof. */
export const FINGERPRINT_KEY = 'DossierEvidence'

/** The entry that holds the version of the proof: the file itself asks to be judged by no less. Proofs before the third have none. */
export const VERSION_KEY = 'DossierProofVersion'

/** Where in a source's original something stands, as it is cited; null where unknown. Both count from 1. */
export const ProofLocator = z.object({ paragraph: z.int().positive().nullable(), page: z.int().positive().nullable() })

/** A quote as the brief prints it, and where its source has it. */
export const ProofQuote = z.object({
  id: z.string(),
  type: z.literal('Annotation'),
  motivation: z.literal('linking'),
  target: z.object({
    /** `id` of the source in `sources`; null when the brief's quote was never located in one. */
    source: z.string().nullable(),
    selector: z.tuple(
      [
        z.object({
          type: z.literal('TextQuoteSelector'),
          /** The words to the letter as they stand in the brief. */
          exact: z.string(),
          prefix: z.string(),
          suffix: z.string()
        })
      ],
      z.object({
        type: z.literal('TextPositionSelector'),
        /** Code points, end exclusive, in the text whose SHA-256 the source gives. */
        start: z.int().nonnegative(),
        end: z.int().nonnegative()
      })
    )
  }),
  quoteState: QuoteState,
  quoteNumber: z.int().positive(),
  /** Who said it, and through whom it came, from the outlet to the origin, where known. */
  speaker: z.string().nullable(),
  attribution: z.array(z.string()),
  locator: ProofLocator,
  /** Null without a source, and where the source withholds its text. */
  originalSha256: Sha256.nullable(),
  textSha256: Sha256.nullable()
})
export type ProofQuote = z.infer<typeof ProofQuote>

/** How a source's text was recognised in the pictures of its original. */
const ProofRecognition = z.object({
  /** The engine with its version, such as `tesseract 5.1.0`. */
  engine: z.string(),
  /** ISO 639-2 codes. */
  languages: z.array(z.string()),
  /** When: ISO 8601, UTC. */
  recognised: z.string(),
  /** Mean confidence of its words, 0 to 100, as the engine tells it. */
  confidence: z.number(),
  /** How often the author corrected the text since. */
  corrections: z.int().nonnegative()
})

/** A source. What it withholds is null: with `text` its hashes and text, with `source` all but its number. */
export const ProofSource = z.object({
  id: z.string(),
  sourceNumber: z.int().positive(),
  withheld: z.enum(['no', 'text', 'source']),
  title: z.string().nullable(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  imported: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  fileName: z.string().nullable(),
  mediaType: z.string().nullable(),
  bytes: z.int().nonnegative().nullable(),
  originalSha256: Sha256.nullable(),
  originalState: OriginalState.nullable(),
  extractor: z.string().nullable(),
  /** How its text was recognised in pictures; left out for a text that the original has as text, and for a withheld source. */
  recognition: ProofRecognition.optional(),
  /** SHA-256 of `text` in UTF-8. */
  textSha256: Sha256.nullable(),
  /** The text in which the quotes were looked up; null when the author doesn't pass it on. */
  text: z.string().nullable()
})
export type ProofSource = z.infer<typeof ProofSource>

/** A statement as printed, without its citations and the marks of notes. */
export const ProofStatement = z.object({
  statementNumber: z.int().positive(),
  kind: z.enum(STATEMENT_KINDS).nullable(),
  /** In the words of ICD 203; null where the author gives none. */
  likelihood: z.enum(LIKELIHOODS).nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  text: z.string(),
  citations: z.array(
    z.object({
      relation: z.enum(RELATIONS),
      /** Number of the source; null when the citation leads nowhere. */
      source: z.int().positive().nullable(),
      /** Number of the printed quote; null when the source as a whole is cited, or words that aren’t printed. */
      quote: z.int().positive().nullable(),
      /** Where in the source, in the author’s words. */
      locator: z.string().nullable()
    })
  )
})
export type ProofStatement = z.infer<typeof ProofStatement>

/** A paragraph, heading, cell, label, caption or note as it is printed. */
export const ProofParagraph = z.object({
  /** The element of the structure that holds it (ISO 32000-1, 14.8.4), such as `H2`, `P`, `TD`, `Note`. */
  role: z.string(),
  /** Its text without the marks of notes; U+FFFC stands for the numbers of pages. */
  text: z.string()
})
export type ProofParagraph = z.infer<typeof ProofParagraph>

/** An image that the brief shows. */
export const ProofFigure = z.object({
  figureNumber: z.int().positive(),
  /** SHA-256 of the image file; null when it is withheld. */
  imageSha256: Sha256.nullable(),
  /** What it shows, for who can’t see it. */
  alternative: z.string()
})
export type ProofFigure = z.infer<typeof ProofFigure>

/** What a brief claims and what it rests on: all of the proof that is known before a page is drawn. */
export const Evidence = z.object({
  '@context': PROOF_CONTEXT,
  type: z.literal('AnnotationCollection'),
  proofVersion: z.literal(PROOF_VERSION),
  /** The rules by which the quotes were compared with their sources; the first ones where it is absent. */
  quoteRules: z.int().positive().optional(),
  label: z.string(),
  author: z.string().nullable(),
  generator: z.string(),
  briefDate: z.iso.date(),
  handling: z.string(),
  total: z.int().nonnegative(),
  first: z.object({
    type: z.literal('AnnotationPage'),
    startIndex: z.literal(0),
    items: z.array(ProofQuote)
  }),
  sources: z.array(ProofSource),
  statements: z.array(ProofStatement),
  figures: z.array(ProofFigure),
  /** All that is printed, in reading order, but the contents, running heads and the fingerprint. */
  paragraphs: z.array(ProofParagraph)
})
export type Evidence = z.infer<typeof Evidence>

/** What of it stands in print. */
export const PrintedParts = z.object({
  /** Their names, in print’s order. */
  appendices: z.array(z.string()),
  /** The style of citations. */
  citations: z.string(),
  /** Whether the list of sources gives the SHA-256 of their originals. */
  sourceHashes: z.boolean(),
  /** Whether the fingerprint is printed. */
  fingerprint: z.boolean(),
  redacted: z.boolean()
})
export type PrintedParts = z.infer<typeof PrintedParts>

/** The proof in a PDF: a W3C Annotation Collection (https://www.w3.org/TR/annotation-model/) with what it rests on. */
export const Proof = Evidence.extend({ printed: PrintedParts, ...Drawn.shape })
export type Proof = z.infer<typeof Proof>

/** A proof as the text whose SHA-256 in UTF-8 is its fingerprint: JSON by RFC 8785. */
export function proofText(proof: object): string {
  return JSON.stringify(inOrder(proof))
}

/** The same with the members of objects sorted by the UTF-16 units of their names. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inOrder)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]))
}
