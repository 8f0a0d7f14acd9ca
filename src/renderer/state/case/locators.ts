import { create } from 'zustand'
import type { QuoteCheck } from '../../../shared/brief/check.ts'
import type { Quote } from '../../../shared/quote/quote.ts'
import { locatorOf } from '../../../shared/source/locator.ts'
import type { Block } from '../../../shared/source/source.ts'
import { request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'

/** The locator of each quote that is known, by the quote's id. A source's text never changes, so it holds. */
export const useLocators = create<{ of: ReadonlyMap<string, string> }>(() => ({ of: new Map() }))

const asked = new Set<string>()

forgetWithCase(() => {
  asked.clear()
  useLocators.setState({ of: new Map() })
})

function remember(entries: Iterable<readonly [string, string | null]>): void {
  const of = new Map(useLocators.getState().of)
  let changed = false
  for (const [id, locator] of entries) {
    if (locator === null || of.get(id) === locator) continue
    of.set(id, locator)
    changed = true
  }
  if (changed) useLocators.setState({ of })
}

/** Learns the locators of quotes from the blocks of the text in which they stand. */
export function rememberLocators(blocks: readonly Block[], quotes: Iterable<Quote>): void {
  remember([...quotes].map((quote) => [quote.id, locatorOf(blocks, quote.target)] as const))
}

/** Learns them from a brief's check. */
export function rememberChecks(checks: readonly QuoteCheck[]): void {
  remember(checks.flatMap(({ quoteId, locator }) => (quoteId === null ? [] : [[quoteId, locator] as const])))
}

/** Finds out the locators of a source's quotes, once; a failure leaves them unknown and isn't worth a message. */
export async function learnLocators(sourceId: string): Promise<void> {
  if (asked.has(sourceId)) return
  asked.add(sourceId)
  const result = await request('source.get', { id: sourceId })
  if (result.ok) rememberLocators(result.value.text.blocks, result.value.quotes)
  else asked.delete(sourceId)
}
