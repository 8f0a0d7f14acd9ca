import { checkQuoteBlock } from '../../shared/brief/check-brief.ts'
import type { CaseReport } from '../../shared/brief/check.ts'
import { walkBlocks } from '../../shared/brief/walk.ts'
import { paragraphAt, sourceTitle } from '../../shared/source/source.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import { keyNumber, type OpenCase } from './open-case.ts'

/**
 * Verifies a whole case as it is on disk: every original and text by hash, every saved quote, and every quote block of
 * every brief, located or not; and the chain of custody. The check itself is logged, unless the case is open for reading only.
 */
export async function verifyCase(open: OpenCase): Promise<CaseReport> {
  open.forgetTexts()
  const records = open.store.sources().sort((a, b) => keyNumber(a.source.key) - keyNumber(b.source.key))
  const lookup = await open.lookup(records.map((record) => record.source.id))
  const sources: CaseReport['sources'] = records.map(({ source }) => ({
    key: source.key,
    title: sourceTitle(source),
    original: lookup.originals.get(source.id) ?? 'missing',
    text: lookup.loaded.get(source.id)?.state ?? 'missing'
  }))

  const quotes: CaseReport['quotes'] = open.quotes().map((quote) => {
    const source = lookup.source(quote.sourceId)!
    const { exact } = quote.target
    const { state, reason, start } = verifyQuote(exact, source.prepared, quote.target)
    const paragraph = start === null ? null : paragraphAt(source.blocks, start) || null
    return { key: quote.key, source: source.key, exact, state, paragraph, reason }
  })
  for (const brief of open.store.briefs()) {
    if (brief.deletedAt !== null) continue
    for (const { node } of walkBlocks(brief.doc)) {
      if (node.type !== 'quoteBlock') continue
      const check = checkQuoteBlock(node, lookup)
      const quote = check.quoteId === null ? undefined : lookup.quote(check.quoteId)
      quotes.push({
        ...(quote ? { key: quote.key } : {}),
        brief: brief.id,
        blockId: node.attrs.id,
        source: check.sourceId === null ? node.attrs.label : (lookup.source(check.sourceId)?.key ?? null),
        exact: check.exact,
        state: check.verification.state,
        paragraph: check.paragraph,
        reason: check.verification.reason
      })
    }
  }
  const ok =
    quotes.every(({ state }) => state === 'verbatim' || state === 'normalised') &&
    sources.every(({ original, text }) => original === 'intact' && text === 'intact')
  const chains = await open.store.custody()
  const log = {
    entries: chains.reduce((sum, chain) => sum + chain.entries.length, 0),
    breaks: chains.flatMap((chain) => chain.breaks)
  }
  const verdict = ok && log.breaks.length === 0
  await open.store.log({
    action: 'integrity-checked',
    subject: null,
    detail: { ok: verdict, sources: sources.length, quotes: quotes.length }
  })
  return { ok: verdict, quotes, sources, log }
}
