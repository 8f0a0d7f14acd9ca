import { z } from 'zod'
import { OriginalState } from '../brief/check.ts'
import { QuoteState } from '../quote/quote.ts'
import { Sha256 } from '../source/source.ts'
import { PROOF_CONTEXT } from './vocabulary.ts'
import type { Evidence, ProofQuote, ProofSource } from './proof.ts'

/** A quote as the brief prints it, and where its source has it. */
const QuoteOfVersion1 = z.object({
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
  originalSha256: Sha256.nullable(),
  textSha256: Sha256.nullable()
})

const SourceOfVersion1 = z.object({
  id: z.string(),
  sourceNumber: z.int().positive(),
  title: z.string(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  imported: z.string(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  originalSha256: Sha256,
  originalState: OriginalState,
  extractor: z.string(),
  /** SHA-256 of `text` in UTF-8. */
  textSha256: Sha256,
  /** The text in which the quotes were looked up; null when the author doesn't pass it on. */
  text: z.string().nullable()
})

/** The first version of the proof: a W3C Annotation Collection (https://www.w3.org/TR/annotation-model/) with its sources. */
export const ProofOfVersion1 = z.object({
  '@context': PROOF_CONTEXT,
  type: z.literal('AnnotationCollection'),
  proofVersion: z.literal(1),
  label: z.string(),
  generator: z.string(),
  briefDate: z.iso.date(),
  handling: z.string(),
  total: z.int().nonnegative(),
  first: z.object({
    type: z.literal('AnnotationPage'),
    startIndex: z.literal(0),
    items: z.array(QuoteOfVersion1)
  }),
  sources: z.array(SourceOfVersion1)
})
export type ProofOfVersion1 = z.infer<typeof ProofOfVersion1>

/** The first version's proof with the members of today's that it has. */
export function evidenceOfVersion1(proof: ProofOfVersion1): Evidence {
  return {
    ...proof,
    proofVersion: 3,
    author: null,
    first: { ...proof.first, items: proof.first.items.map(quoteOfToday) },
    sources: proof.sources.map((source): ProofSource => ({ ...source, withheld: 'no' })),
    statements: [],
    figures: [],
    paragraphs: []
  }
}

function quoteOfToday(quote: ProofOfVersion1['first']['items'][number]): ProofQuote {
  return { ...quote, speaker: null, attribution: [], locator: { paragraph: null, page: null } }
}
