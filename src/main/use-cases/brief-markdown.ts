import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import { readBriefMarkdown, type ReadBrief } from '../../shared/brief/markdown/read.ts'
import { resolveBrief, type Unresolved } from '../../shared/brief/markdown/resolve.ts'
import { writeBriefMarkdown } from '../../shared/brief/markdown/write.ts'
import { quotedWords, referencesOf, walkBlocks } from '../../shared/brief/walk.ts'
import type { PreparedText } from '../../shared/quote/prepared.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import { refuseInCase } from '../store/enclosing-case.ts'
import { readingError, storageError, writeDurably } from '../base/durable.ts'
import { localDay, nodeId } from './briefs.ts'
import type { OpenCase } from './open-case.ts'
import { quoteRange, type ClockAndIds } from './quotes.ts'

/**
 * Imports a brief from Markdown. Block quotes that are found in their sources become quote blocks with saved quotes; what
 * can't be located is kept and reported.
 * @throws DossierError `bad-request` when the front matter isn't valid
 */
export async function importBrief(
  open: OpenCase,
  markdown: string,
  fallbackTitle: string,
  clockAndIds: ClockAndIds
): Promise<{ brief: Brief; unresolved: Unresolved[] }> {
  const read = readMarkdown(markdown, clockAndIds)
  const texts = await labelledTexts(open, read)
  const wanted: { id: string; sourceId: string; start: number; end: number; speaker: string | null }[] = []
  const { sections, unresolved } = resolveBrief(read, {
    sourceByKey: (key) => texts.get(key),
    quoteByKey: (key) => open.store.catalogue.quoteByKey(key),
    quoteAt: (sourceId, start, end, speaker) => {
      const id = `pending-${wanted.length}`
      wanted.push({ id, sourceId, start, end, speaker })
      return id
    }
  })
  const made = new Map<string, string>()
  for (const { id, speaker, ...range } of wanted)
    made.set(id, (await quoteRange(open, range, clockAndIds, { speaker })).id)
  const doc: Brief['doc'] = { type: 'doc', content: sections }
  for (const { node } of walkBlocks(doc)) {
    if (node.type === 'quoteBlock' && node.attrs.quoteId !== null) {
      node.attrs.quoteId = made.get(node.attrs.quoteId) ?? node.attrs.quoteId
    }
  }
  const brief: Brief = {
    title: fallbackTitle,
    author: '',
    date: localDay(clockAndIds.now()),
    tlp: open.store.record.tlp,
    language: 'en',
    template: 'blank',
    ...read.fields,
    id: clockAndIds.newId(),
    createdAt: clockAndIds.now().toISOString(),
    doc,
    withheld: [],
    deletedAt: null
  }
  await open.store.addBrief(brief)
  return { brief, unresolved }
}

/** Writes a brief as Markdown. */
export async function exportBrief(open: OpenCase, id: string): Promise<string> {
  const brief = open.brief(id)
  const lookup = await open.lookupFor(brief)
  return writeBriefMarkdown(brief, {
    quoteKey: (quoteId) => lookup.quote(quoteId)?.key,
    sourceKey: (sourceId) => lookup.source(sourceId)?.key,
    foundBySource: (block) => {
      const quote = block.attrs.quoteId === null ? undefined : lookup.quote(block.attrs.quoteId)
      const source = quote && lookup.source(quote.sourceId)
      if (!quote || !source) return false
      const found = verifyQuote(quotedWords(block), source.prepared)
      return found.start === quote.target.start && found.end === quote.target.end
    }
  })
}

function readMarkdown(markdown: string, clockAndIds: ClockAndIds): ReadBrief {
  try {
    return readBriefMarkdown(markdown, () => nodeId(clockAndIds))
  } catch (error) {
    if (error instanceof SyntaxError) throw new DossierError('bad-request', error.message, { cause: error })
    throw error
  }
}

/** The sources that a read brief's labels name, with their texts. */
async function labelledTexts(
  open: OpenCase,
  read: ReadBrief
): Promise<Map<string, { id: string; prepared: PreparedText }>> {
  const labels = new Set<string | null>()
  for (const { node } of walkBlocks({ type: 'doc', content: read.sections })) {
    for (const { label } of referencesOf(node)) labels.add(label)
  }
  const texts = new Map<string, { id: string; prepared: PreparedText }>()
  for (const label of labels) {
    const source = label === null ? undefined : await open.sourceByKey(label)
    if (label !== null && source) texts.set(label, { id: source.id, prepared: (await open.text(source.id)).prepared })
  }
  return texts
}

/** Reads a brief's Markdown. @throws DossierError `unsupported` for what isn't text in UTF-8, `not-found`, `denied`, `io` */
export async function readMarkdownFile(path: string): Promise<string> {
  const name = basename(path)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw readingError(error, `“${name}”`, 'Nothing was imported.')
  }
  const text = textOf(bytes)
  if (text !== null) return text
  throw new DossierError(
    'unsupported',
    `“${name}” isn’t text in UTF-8, as Markdown is. Nothing was imported. Save the brief as Markdown; an article is imported as a source instead.`
  )
}

/** The text that bytes are in UTF-8, without a byte-order mark; null when they are something else. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0) || Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Writes a brief as Markdown to a file, whole or not at all. @throws DossierError `bad-request` within a case, or a storage failure */
export async function writeMarkdown(open: OpenCase, briefId: string, path: string): Promise<void> {
  await refuseInCase(path, open.store.path)
  const markdown = await exportBrief(open, briefId)
  try {
    await writeDurably(path, markdown)
  } catch (error) {
    throw storageError(error, `“${basename(path)}”`, 'A file of that name, if there was one, is unchanged.')
  }
}
