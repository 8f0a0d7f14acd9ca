import type { QuoteState } from '../quote/quote.ts'
import { atCharacter, toCodePoints } from '../quote/position.ts'
import { QUOTE_RULES } from '../quote/rules.ts'
import {
  PROOF_VERSION,
  type Evidence,
  type ProofFigure,
  type ProofParagraph,
  type ProofQuote,
  type ProofSource,
  type ProofStatement
} from './proof.ts'
import { proofContext, VOCABULARY } from './vocabulary.ts'

/** Characters of the source's text given before and after a quote. */
const CONTEXT = 32

/** A quote to be proven. Offsets are UTF-16 units of the source's text. */
export interface QuoteToProve extends Pick<ProofQuote, 'speaker' | 'attribution' | 'locator'> {
  number: number
  words: string
  state: QuoteState
  sourceNumber: number | null
  start: number | null
  end: number | null
}

/** A source to be named in a proof; `text` is the text in which its quotes were looked up. */
export type SourceToProve = Omit<ProofSource, 'id'>

export interface EvidenceInput extends Pick<Evidence, 'author' | 'generator' | 'handling'> {
  title: string
  date: string
  quotes: QuoteToProve[]
  sources: SourceToProve[]
  statements: ProofStatement[]
  figures: ProofFigure[]
  paragraphs: ProofParagraph[]
  includeTexts: boolean
}

/** Builds the evidence for a brief. What sources withhold is left out, whatever else is given. Pure. */
export function buildEvidence(input: EvidenceInput): Evidence {
  const sources = new Map(input.sources.map((source) => [source.sourceNumber, source]))
  return {
    '@context': proofContext(),
    type: 'AnnotationCollection',
    proofVersion: PROOF_VERSION,
    quoteRules: QUOTE_RULES,
    label: input.title,
    author: input.author,
    generator: input.generator,
    briefDate: input.date,
    handling: input.handling,
    total: input.quotes.length,
    first: {
      type: 'AnnotationPage',
      startIndex: 0,
      items: input.quotes.map((quote) => annotation(quote, sources.get(quote.sourceNumber ?? 0) ?? null))
    },
    sources: input.sources.map((source) => ({
      id: sourceId(source.sourceNumber),
      ...passedOn(source),
      text: input.includeTexts && source.withheld === 'no' ? source.text : null
    })),
    statements: input.statements,
    figures: input.figures,
    paragraphs: input.paragraphs
  }
}

/** A source without what it withholds. */
function passedOn(source: SourceToProve): SourceToProve {
  const { sourceNumber, withheld } = source
  if (withheld === 'no') return source
  const hashes = { originalSha256: null, textSha256: null, text: null, bytes: null }
  if (withheld === 'text') return { ...source, ...hashes }
  return {
    sourceNumber,
    withheld,
    title: null,
    authors: [],
    publisher: null,
    published: null,
    imported: null,
    url: null,
    language: null,
    fileName: null,
    mediaType: null,
    originalState: null,
    extractor: null,
    ...hashes
  }
}

function sourceId(number: number): string {
  return `${VOCABULARY}source:${number}`
}

function annotation(quote: QuoteToProve, source: SourceToProve | null): ProofQuote {
  const { start, end, locator, speaker, attribution } = quote
  const open = source?.withheld === 'no' ? source : null
  const located = open?.text != null && start !== null && end !== null ? { text: open.text, start, end } : null
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
    speaker: source?.withheld === 'source' ? null : speaker,
    attribution: source?.withheld === 'source' ? [] : attribution,
    locator: source?.withheld === 'source' ? { paragraph: null, page: null } : locator,
    originalSha256: open?.originalSha256 ?? null,
    textSha256: open?.textSha256 ?? null
  }
}

function before(text: string, offset: number): string {
  return text.slice(atCharacter(text, Math.max(0, offset - CONTEXT)), offset)
}

function after(text: string, offset: number): string {
  return text.slice(offset, atCharacter(text, Math.min(text.length, offset + CONTEXT)))
}
