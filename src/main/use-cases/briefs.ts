import { DossierError } from '../../shared/api/errors.ts'
import type { Brief, BriefFields } from '../../shared/brief/brief.ts'
import { checkBrief } from '../../shared/brief/check-brief.ts'
import type { BriefCheck } from '../../shared/brief/check.ts'
import { readBriefMarkdown, type ReadBrief } from '../../shared/brief/markdown/read.ts'
import { resolveBrief, type Unresolved } from '../../shared/brief/markdown/resolve.ts'
import { writeBriefMarkdown } from '../../shared/brief/markdown/write.ts'
import { documentOf } from '../../shared/brief/templates.ts'
import { quotedWords, referencesOf, walkBlocks } from '../../shared/brief/walk.ts'
import type { PreparedText } from '../../shared/quote/prepared.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import type { OpenCase } from './open-case.ts'
import { quoteRange, type Making } from './quotes.ts'

/** Makes an empty brief of a template. */
export async function createBrief(
  open: OpenCase,
  { title, author, template }: { title: string; author: string; template: string },
  making: Making
): Promise<Brief> {
  const brief: Brief = {
    id: making.newId(),
    title,
    author,
    date: localDay(making.now()),
    tlp: open.store.record.tlp,
    language: 'en',
    template,
    createdAt: making.now().toISOString(),
    doc: documentOf(template, () => nodeId(making)),
    withheld: [],
    deletedAt: null
  }
  await open.store.addBrief(brief)
  return brief
}

/** Saves a brief's fields and document; resolves when they are on the disk. */
export async function saveBrief(open: OpenCase, id: string, fields: BriefFields, doc: Brief['doc']): Promise<void> {
  open.brief(id)
  await open.store.updateBrief(id, (brief) => ({ ...brief, ...fields, doc }))
}

/** Verifies and checks a brief as it is saved. */
export async function checkSavedBrief(open: OpenCase, id: string): Promise<BriefCheck> {
  const brief = open.brief(id)
  return checkBrief(brief.doc, await open.lookupFor(brief))
}

/**
 * Imports a brief from Markdown. Block quotes that are found in their sources become quote blocks with saved quotes; what
 * can't be located is kept and reported.
 * @throws DossierError `bad-request` when the front matter isn't valid
 */
export async function importBrief(
  open: OpenCase,
  markdown: string,
  fallbackTitle: string,
  making: Making
): Promise<{ brief: Brief; unresolved: Unresolved[] }> {
  const read = readMarkdown(markdown, making)
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
  for (const { id, speaker, ...range } of wanted) made.set(id, (await quoteRange(open, range, making, speaker)).id)
  const doc: Brief['doc'] = { type: 'doc', content: sections }
  for (const { node } of walkBlocks(doc)) {
    if (node.type === 'quoteBlock' && node.attrs.quoteId !== null) {
      node.attrs.quoteId = made.get(node.attrs.quoteId) ?? node.attrs.quoteId
    }
  }
  const brief: Brief = {
    title: fallbackTitle,
    author: '',
    date: localDay(making.now()),
    tlp: open.store.record.tlp,
    language: 'en',
    template: 'blank',
    ...read.fields,
    id: making.newId(),
    createdAt: making.now().toISOString(),
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

function readMarkdown(markdown: string, making: Making): ReadBrief {
  try {
    return readBriefMarkdown(markdown, () => nodeId(making))
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

/** A short id for a node of a brief: it need only be unique within it. */
function nodeId(making: Making): string {
  return making.newId().replaceAll('-', '').slice(0, 10)
}

/** The day that the user's calendar shows, as an ISO date. */
function localDay(now: Date): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
