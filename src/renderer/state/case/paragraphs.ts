import { create } from 'zustand'
import type { QuoteCheck } from '../../../shared/brief/check.ts'
import type { Quote } from '../../../shared/quote/quote.ts'
import { paragraphAt, type Block } from '../../../shared/source/source.ts'
import { request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'

/** The paragraph number of each quote that is known, by the quote's id. A source's text never changes, so it holds. */
export const useParagraphs = create<{ of: ReadonlyMap<string, number> }>(() => ({ of: new Map() }))

const asked = new Set<string>()

forgetWithCase(() => {
  asked.clear()
  useParagraphs.setState({ of: new Map() })
})

function remember(entries: Iterable<readonly [string, number]>): void {
  const of = new Map(useParagraphs.getState().of)
  let changed = false
  for (const [id, paragraph] of entries) {
    if (paragraph < 1 || of.get(id) === paragraph) continue
    of.set(id, paragraph)
    changed = true
  }
  if (changed) useParagraphs.setState({ of })
}

/** Learns the paragraph numbers of quotes from the blocks of the text in which they stand. */
export function rememberParagraphs(blocks: readonly Block[], quotes: Iterable<Quote>): void {
  remember([...quotes].map((quote) => [quote.id, paragraphAt(blocks, quote.target.start)] as const))
}

/** Learns them from a brief's check. */
export function rememberChecks(checks: readonly QuoteCheck[]): void {
  remember(
    checks.flatMap((check) =>
      check.quoteId !== null && check.paragraph !== null ? [[check.quoteId, check.paragraph] as const] : []
    )
  )
}

/** Finds out the paragraph numbers of a source's quotes, once; a failure leaves them unknown and isn't worth a message. */
export async function learnParagraphs(sourceId: string): Promise<void> {
  if (asked.has(sourceId)) return
  asked.add(sourceId)
  const result = await request('source.get', { id: sourceId })
  if (result.ok) rememberParagraphs(result.value.text.blocks, result.value.quotes)
  else asked.delete(sourceId)
}
