import { toCodePoints } from '../quote/position.ts'
import type { Quote, QuoteState } from '../quote/quote.ts'
import type { Source } from '../source/source.ts'

/** Terms beyond those of Web Annotations, as JSON-LD 1.1 needs them declared. */
const VOCABULARY = 'urn:dossier:annotation:'

/** The context that a document of annotations names once, at its top. */
export const ANNOTATION_CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { '@vocab': VOCABULARY }] as const

/** What was said of a quote: the analyst's note (`commenting`), a tag, or who speaks (`identifying`). */
export interface AnnotationBody {
  type: 'TextualBody'
  value: string
  format: 'text/plain'
  purpose: 'commenting' | 'tagging' | 'identifying'
}

/** The words with what stands around them (TextQuoteSelector of the model). */
export interface WordsSelector {
  type: 'TextQuoteSelector'
  exact: string
  prefix: string
  suffix: string
}

/** Where they stand (TextPositionSelector of the model): code points, end exclusive. */
export interface PositionSelector {
  type: 'TextPositionSelector'
  start: number
  end: number
}

/** A saved quote as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/). */
export interface QuoteAnnotation {
  id: string
  type: 'Annotation'
  motivation: 'highlighting'
  created: string
  body?: AnnotationBody[]
  target: {
    type: 'SpecificResource'
    /** IRI of the source's text. */
    source: string
    selector: [WordsSelector] | [WordsSelector, PositionSelector]
    textSha256: string
    originalSha256: string
  }
  quoteKey: string
  sourceKey: string
  /** What verification found; absent when it isn't known. */
  quoteState?: QuoteState
  /** From the outlet to the origin; absent when nothing is known. */
  attribution?: string[]
}

/** Where a quote's text is to be found, and what is known of the quote there. */
export interface AnnotatedText {
  /** IRI of the text, which may be relative to the document that the annotation stands in. */
  iri: string
  text: string
  state: QuoteState | null
}

/**
 * Makes a quote a W3C Web Annotation: a TextQuoteSelector and, where the quote was made on this very text, a
 * TextPositionSelector in code points; note, tags and speaker as bodies.
 */
export function toAnnotation(quote: Quote, source: Source, { iri, text, state }: AnnotatedText): QuoteAnnotation {
  const { exact, prefix, suffix, start, end, textSha256 } = quote.target
  const words: WordsSelector = { type: 'TextQuoteSelector', exact, prefix, suffix }
  const body = bodies(quote)
  return {
    id: `urn:dossier:quote:${quote.id}`,
    type: 'Annotation',
    motivation: 'highlighting',
    created: quote.createdAt,
    ...(body.length > 0 ? { body } : {}),
    target: {
      type: 'SpecificResource',
      source: iri,
      selector:
        textSha256 === source.text.sha256
          ? [words, { type: 'TextPositionSelector', start: toCodePoints(text, start), end: toCodePoints(text, end) }]
          : [words],
      textSha256: source.text.sha256,
      originalSha256: source.original.sha256
    },
    quoteKey: quote.key,
    sourceKey: source.key,
    ...(state === null ? {} : { quoteState: state }),
    ...(quote.attribution.length > 0 ? { attribution: quote.attribution } : {})
  }
}

function bodies(quote: Quote): AnnotationBody[] {
  const body = (value: string, purpose: AnnotationBody['purpose']): AnnotationBody[] =>
    value.trim() === '' ? [] : [{ type: 'TextualBody', value, format: 'text/plain', purpose }]
  return [
    ...body(quote.note, 'commenting'),
    ...quote.tags.flatMap((tag) => body(tag, 'tagging')),
    ...body(quote.speaker ?? '', 'identifying')
  ]
}

/**
 * The text before and after the annotations of an AnnotationCollection with one page, so that a long one can be written
 * as it is made: `before`, the annotations as JSON with commas between, `after(total)`. `id` is the collection's IRI.
 */
export function collectionFrame(
  id: string,
  label: string,
  generator: string
): { before: string; after: (total: number) => string } {
  const head = {
    '@context': ANNOTATION_CONTEXT,
    id,
    type: 'AnnotationCollection',
    label,
    generator: { type: 'Software', name: generator }
  }
  const page = { id: `${id}:page:1`, type: 'AnnotationPage', partOf: id, startIndex: 0 }
  const open = (value: object): string => JSON.stringify(value).slice(0, -1)
  return {
    before: `${open(head)},"first":${open(page)},"items":[`,
    after: (total) => `]},"total":${total}}\n`
  }
}
