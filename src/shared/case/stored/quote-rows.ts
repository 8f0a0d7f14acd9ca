import type { Brief } from '../../brief/brief.ts'
import { checkQuoteBlock, type CheckLookup } from '../../brief/check-brief.ts'
import type { CaseReport } from '../../brief/check.ts'
import { walkBlocks } from '../../brief/walk.ts'
import { locatorOfFound } from '../../quote/locate.ts'
import { prepareText } from '../../quote/prepared.ts'
import { verifyQuote } from '../../quote/verify.ts'
import { paragraphAt, type SourceText } from '../../source/source.ts'
import type { SourceRecord } from '../case.ts'

type QuoteRow = CaseReport['quotes'][number]

/** Verifies the saved quotes of a source in its text; null for a text that can't be read. */
export function savedQuotes({ source, quotes }: SourceRecord, text: SourceText | null): QuoteRow[] {
  // What is in the trash is checked with all that is stored; its quotes are in use nowhere.
  const saved = source.deletedAt === null ? quotes.filter(({ deletedAt }) => deletedAt === null) : []
  if (saved.length === 0) return []
  const prepared = prepareText(text?.text ?? '')
  return saved.map(({ key, target }) => {
    const verification = verifyQuote(target.exact, prepared, target)
    const { state, reason, start } = verification
    const blocks = text?.blocks ?? []
    const paragraph = start === null ? null : paragraphAt(blocks, start) || null
    const locator = locatorOfFound(blocks, verification)
    return { key, source: source.key, exact: target.exact, state, paragraph, locator, reason }
  })
}

/** Verifies the quote blocks of a brief, located or not; none of one in the trash. */
export function quoteBlocks({ id, deletedAt, doc }: Brief, lookup: CheckLookup): QuoteRow[] {
  if (deletedAt !== null) return []
  return [...walkBlocks(doc)].flatMap(({ node }): QuoteRow[] => {
    if (node.type !== 'quoteBlock') return []
    const check = checkQuoteBlock(node, lookup)
    const quote = check.quoteId === null ? undefined : lookup.quote(check.quoteId)
    return [
      {
        ...(quote ? { key: quote.key } : {}),
        brief: id,
        blockId: node.attrs.id,
        source: check.sourceId === null ? node.attrs.label : (lookup.source(check.sourceId)?.key ?? null),
        exact: check.exact,
        state: check.verification.state,
        paragraph: check.paragraph,
        locator: check.locator,
        reason: check.verification.reason
      }
    ]
  })
}
