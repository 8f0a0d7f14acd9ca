import type { ExportInput, ExportSource } from '../../../../shared/composition/input.ts'
import { collectionFrame, toAnnotation, type QuoteAnnotation } from '../../../../shared/exchange/annotations.ts'
import { toCslItem, type CslItem } from '../../../../shared/exchange/csl.ts'
import { prepareText } from '../../../../shared/quote/prepared.ts'
import { verifyQuote } from '../../../../shared/quote/verify.ts'
import { inOneGo } from '../../format.ts'

export const make = inOneGo(({ input }) => writeAnnotations(input))

/** A text that annotations refer to, with the source that it was taken from. */
export interface AnnotatedSource {
  /** IRI by which targets name it. */
  id: string
  sourceKey: string
  /** Null where the source is withheld, or holds what is. */
  originalSha256: string | null
  textSha256: string | null
  reference: CslItem
  /** Absent when the author doesn't pass it on. */
  text?: string
}

/**
 * The saved quotes that the brief cites or shows as a W3C AnnotationCollection
 * (https://www.w3.org/TR/annotation-model/), in the order of their sources and places, with the sources that they are
 * taken from; these hold their texts when `includeTexts` is chosen.
 */
export function writeAnnotations(input: ExportInput): string {
  const { brief, generator, options } = input
  const sources = [...input.sources].sort((a, b) => a.number - b.number)
  const items = sources.flatMap((source) => annotationsOf(source, input))
  const frame = collectionFrame(`urn:dossier:brief:${brief.id}:quotes`, brief.title, generator)
  const collection = JSON.parse(
    `${frame.before}${items.map((item) => JSON.stringify(item)).join(',')}${frame.after(items.length)}`
  ) as object
  const annotated = sources.map(({ source, text, withheld }): AnnotatedSource => ({
    id: iriOf(source.id),
    sourceKey: source.key,
    originalSha256: withheld === 'no' ? source.original.sha256 : null,
    textSha256: withheld === 'no' ? text.sha256 : null,
    reference: toCslItem(source),
    ...(options.includeTexts && withheld === 'no' ? { text: text.text } : {})
  }))
  return `${JSON.stringify({ ...collection, sources: annotated }, null, 2)}\n`
}

function annotationsOf({ source, text, withheld }: ExportSource, { quotes }: ExportInput): QuoteAnnotation[] {
  const prepared = prepareText(text.text)
  return quotes
    .filter((quote) => quote.sourceId === source.id)
    .sort((a, b) => a.target.start - b.target.start || a.target.end - b.target.end)
    .map((quote) => {
      // Without the text nothing can be said of it.
      const state = withheld === 'no' ? verifyQuote(quote.target.exact, prepared, quote.target).state : null
      return toAnnotation(quote, source, { iri: iriOf(source.id), text: text.text, state })
    })
}

function iriOf(sourceId: string): string {
  return `urn:dossier:source:${sourceId}:text`
}
