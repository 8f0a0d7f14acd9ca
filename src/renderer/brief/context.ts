import type { SourceRow } from '../../shared/case/row.ts'
import type { QuoteCheck } from '../../shared/brief/check.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import { formatPublished } from '../ui/format.ts'

/** What the views inside the editor need to know of the case. They are plain DOM and hear of changes through `subscribe`. */
export interface BriefContext {
  quote: (id: string | null) => Quote | undefined
  source: (id: string | null) => SourceRow | undefined
  /** The source of a citation or quote block, directly or through its quote. */
  sourceOf: (quoteId: string) => string | null
  check: (blockId: string | null) => QuoteCheck | undefined
  locator: (quoteId: string | null) => string | undefined
  number: (sourceId: string | null) => number | undefined
  show: (target: { quoteId: string | null; sourceId: string | null; blockId: string | null }) => void
  /** True while the picture of a figure is being imported. */
  isComing: (figureId: string | null) => boolean
  subscribe: (listener: () => void) => () => void
}

/** A quote's attribution as it stands under its words: speaker, publisher, date, place in the source. */
export function attribution(
  quote: Quote | undefined,
  source: SourceRow | undefined,
  locator: string | undefined
): string {
  const parts = [quote?.speaker, source?.publisher ?? source?.title, source && formatPublished(source)]
  if (locator !== undefined) parts.push(locator)
  return parts.filter(Boolean).join(', ')
}
