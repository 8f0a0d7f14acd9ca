import { writeBriefMarkdown } from '../../shared/brief/markdown/write.ts'
import type { Brief, QuoteBlock } from '../../shared/brief/brief.ts'
import { quotedWords, walkBlocks } from '../../shared/brief/walk.ts'
import type { BriefRecord } from '../../shared/case/case.ts'
import { briefFile } from '../../shared/exchange/bundle-files.ts'
import { prepareText, type PreparedText } from '../../shared/quote/prepared.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import { type BagBuilder } from './bag-builder.ts'
import { type BundleCase, type BundleIndex } from './bundle-case.ts'
import { toJson } from './bundle-json.ts'

/** Writes a brief as Dossier keeps it and, unless it's deleted, as Markdown. */
export async function writeBrief(
  builder: BagBuilder,
  source: BundleCase,
  index: BundleIndex,
  record: BriefRecord,
  number: number
): Promise<void> {
  const { brief } = record
  const file = briefFile(brief.title, number)
  await builder.add(`${file}.json`, toJson(record))
  if (brief.deletedAt !== null) return
  const texts = await quotedTexts(source, index, brief)
  const present = (id: string): { key: string; sourceId: string; start: number; end: number } | undefined => {
    const quote = index.quotes.get(id)
    return quote && !quote.deleted ? { ...quote, ...quote.target } : undefined
  }
  const foundBySource = (block: QuoteBlock): boolean => {
    const quote = block.attrs.quoteId === null ? undefined : present(block.attrs.quoteId)
    const prepared = quote && texts.get(quote.sourceId)
    if (!quote || !prepared) return false
    const found = verifyQuote(quotedWords(block), prepared)
    return found.start === quote.start && found.end === quote.end
  }
  const markdown = writeBriefMarkdown(brief, {
    quoteKey: (id) => present(id)?.key,
    sourceKey: (id) => index.sourceKeys.get(id),
    foundBySource
  })
  await builder.add(`${file}.md`, markdown)
}

/** The texts from which a brief quotes. */
async function quotedTexts(source: BundleCase, index: BundleIndex, brief: Brief): Promise<Map<string, PreparedText>> {
  const texts = new Map<string, PreparedText>()
  for (const { node } of walkBlocks(brief.doc)) {
    const quoteId = node.type === 'quoteBlock' ? node.attrs.quoteId : null
    const sourceId = quoteId === null ? undefined : index.quotes.get(quoteId)?.sourceId
    if (sourceId === undefined || texts.has(sourceId)) continue
    texts.set(sourceId, prepareText((await source.text(sourceId)).text))
  }
  return texts
}
