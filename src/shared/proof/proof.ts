import { z } from 'zod'
import { OriginalState } from '../brief/check.ts'
import { QuoteState } from '../quote/quote.ts'
import { atCharacter, toCodePoints } from '../quote/position.ts'
import { Sha256 } from '../source/source.ts'

/** Version of the proof's format. Rises with every change that an older reader can't read. */
export const PROOF_VERSION = 1

/** Characters of the source's text given before and after a quote. */
const CONTEXT = 32

const VOCABULARY = 'urn:dossier:proof:'

/** Terms beyond those of Web Annotations, as JSON-LD 1.1 needs them declared. */
const CONTEXT_ENTRIES = ['http://www.w3.org/ns/anno.jsonld', { '@vocab': VOCABULARY }] as const

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
  originalSha256: Sha256.nullable(),
  textSha256: Sha256.nullable()
})
export type ProofQuote = z.infer<typeof ProofQuote>

export const ProofSource = z.object({
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
  /** Null where the source withholds its text. */
  originalSha256: Sha256.nullable(),
  originalState: OriginalState,
  extractor: z.string(),
  /** SHA-256 of `text` in UTF-8; null where the source withholds it. */
  textSha256: Sha256.nullable(),
  /** The text in which the quotes were looked up; null when the author doesn't pass it on. */
  text: z.string().nullable()
})
export type ProofSource = z.infer<typeof ProofSource>

/** The proof in a PDF: a W3C Annotation Collection (https://www.w3.org/TR/annotation-model/) with its sources. */
export const Proof = z.object({
  '@context': z.tuple([z.literal(CONTEXT_ENTRIES[0]), z.object({ '@vocab': z.literal(VOCABULARY) })]),
  type: z.literal('AnnotationCollection'),
  proofVersion: z.literal(PROOF_VERSION),
  label: z.string(),
  generator: z.string(),
  briefDate: z.iso.date(),
  handling: z.string(),
  total: z.int().nonnegative(),
  first: z.object({
    type: z.literal('AnnotationPage'),
    startIndex: z.literal(0),
    items: z.array(ProofQuote)
  }),
  sources: z.array(ProofSource)
})
export type Proof = z.infer<typeof Proof>

/** A quote to be proven. Offsets are UTF-16 units of the source's text. */
export interface QuoteToProve {
  number: number
  words: string
  state: QuoteState
  sourceNumber: number | null
  start: number | null
  end: number | null
}

/** A source to be named in a proof; `text` is the text in which its quotes were looked up. */
export type SourceToProve = Omit<ProofSource, 'id'>

export interface ProofInput {
  title: string
  generator: string
  date: string
  handling: string
  quotes: QuoteToProve[]
  sources: SourceToProve[]
  includeTexts: boolean
}

/** Builds the proof of a brief's quotes. Pure; the result satisfies `Proof`. */
export function buildProof(input: ProofInput): Proof {
  const sources = new Map(input.sources.map((source) => [source.sourceNumber, source]))
  return {
    '@context': [CONTEXT_ENTRIES[0], { ...CONTEXT_ENTRIES[1] }],
    type: 'AnnotationCollection',
    proofVersion: PROOF_VERSION,
    label: input.title,
    generator: input.generator,
    briefDate: input.date,
    handling: input.handling,
    total: input.quotes.length,
    first: {
      type: 'AnnotationPage',
      startIndex: 0,
      items: input.quotes.map((quote) => annotation(quote, sources.get(quote.sourceNumber ?? 0) ?? null))
    },
    sources: input.sources.map(({ text, ...source }) => ({
      id: sourceId(source.sourceNumber),
      ...source,
      text: input.includeTexts ? text : null
    }))
  }
}

function sourceId(number: number): string {
  return `${VOCABULARY}source:${number}`
}

function annotation(quote: QuoteToProve, source: SourceToProve | null): ProofQuote {
  const { start, end } = quote
  const located = source?.text != null && start !== null && end !== null ? { text: source.text, start, end } : null
  const words = {
    type: 'TextQuoteSelector' as const,
    exact: quote.words,
    prefix: located ? before(located.text, located.start) : '',
    suffix: located ? after(located.text, located.end) : ''
  }
  return {
    id: `${VOCABULARY}quote:${quote.number}`,
    type: 'Annotation',
    motivation: 'linking',
    target: {
      source: source ? sourceId(source.sourceNumber) : null,
      selector: located
        ? [
            words,
            {
              type: 'TextPositionSelector',
              start: toCodePoints(located.text, located.start),
              end: toCodePoints(located.text, located.end)
            }
          ]
        : [words]
    },
    quoteState: quote.state,
    quoteNumber: quote.number,
    originalSha256: source?.originalSha256 ?? null,
    textSha256: source?.textSha256 ?? null
  }
}

function before(text: string, offset: number): string {
  return text.slice(atCharacter(text, Math.max(0, offset - CONTEXT)), offset)
}

function after(text: string, offset: number): string {
  return text.slice(offset, atCharacter(text, Math.min(text.length, offset + CONTEXT)))
}
