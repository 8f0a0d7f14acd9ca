import type { PreparedText } from '../../quote/prepared.ts'
import { verifyQuote } from '../../quote/verify.ts'
import type { Citation, Figure, QuoteBlock, Section } from '../brief.ts'
import { mapReferences } from '../map.ts'
import { blockText, quotedWords, type IdBlock } from '../walk.ts'
import type { ReadBrief } from './read.ts'

/** What labels are looked up in. */
export interface ResolveLookup {
  sourceByKey(key: string): { id: string; prepared: PreparedText } | undefined
  quoteByKey(key: string): { id: string; sourceId: string } | undefined
  /** The id of the saved quote over this range of a source's text; makes it where there is none. */
  quoteAt(sourceId: string, start: number, end: number, speaker: string | null): string
}

/** Something that was kept although it couldn't be resolved. */
export interface Unresolved {
  exact: string
  source: string | null
  reason: string
}

/**
 * Resolves the labels of a brief read from Markdown: citations to sources and quotes, quote blocks to their place in the
 * source. What can't be resolved keeps its label and words and is reported.
 */
export function resolveBrief(
  read: ReadBrief,
  lookup: ResolveLookup
): { sections: Section[]; unresolved: Unresolved[] } {
  const unresolved: Unresolved[] = read.keptAsText.map((kept) => ({ ...kept, source: null }))

  const citation = (node: Citation, holder: IdBlock): Citation => {
    if (node.attrs.label === null) return node
    const { label } = node.attrs
    const source = lookup.sourceByKey(label)
    const quote = lookup.quoteByKey(label)
    if (!source && !quote) {
      unresolved.push({ exact: blockText(holder), source: label, reason: `${label} isn’t in this case.` })
      return node
    }
    return {
      type: 'citation',
      attrs: { ...node.attrs, label: null, quoteId: quote?.id ?? null, sourceId: quote ? null : (source?.id ?? null) }
    }
  }

  const figure = (node: Figure): Figure => {
    const { label } = node.attrs
    if (label === null) return node
    const source = lookup.sourceByKey(label)
    if (source) return { ...node, attrs: { ...node.attrs, label: null, sourceId: source.id } }
    unresolved.push({ exact: blockText(node), source: label, reason: `${label} isn’t in this case.` })
    return node
  }

  const quoteBlock = (block: QuoteBlock): QuoteBlock => {
    const words = quotedWords(block)
    const report = (reason: string): void => {
      unresolved.push({ exact: words, source: block.attrs.label, reason })
    }
    const { label, id } = block.attrs
    if (label === null) {
      report('The quote names no source.')
      return block
    }
    const quote = lookup.quoteByKey(label)
    if (quote) return { ...block, attrs: { id, label: null, quoteId: quote.id, sourceId: quote.sourceId } }
    const source = lookup.sourceByKey(label)
    if (!source) {
      report(`${label} isn’t in this case.`)
      return block
    }
    const found = verifyQuote(words, source.prepared)
    const located = found.state === 'verbatim' || found.state === 'normalised'
    if (!located) report(found.reason)
    const quoteId =
      located && found.start !== null && found.end !== null
        ? lookup.quoteAt(source.id, found.start, found.end, read.speakers.get(id) ?? null)
        : null
    return { ...block, attrs: { id, label: null, quoteId, sourceId: source.id } }
  }

  return { sections: mapReferences(read.sections, { citation, quoteBlock, figure }), unresolved }
}
