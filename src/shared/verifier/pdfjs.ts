import { getDocument, VerbosityLevel, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { DossierError } from '../errors/errors.ts'
import type { Shown } from './shown.ts'
import type { FoundByOthers, OtherReader } from './others.ts'
import { say, sentences, type Said } from '../wording/say.ts'

/** pdf.js as another reader than ours. */
export const pdfJs: OtherReader = { frame: readFrame, shown: readShown }

async function readFrame(bytes: Uint8Array, known: readonly Said[]): Promise<FoundByOthers> {
  return withDocument(bytes, known, async (document) => ({
    title: await readTitle(document),
    attachments: await readAttachments(document),
    pages: document.numPages
  }))
}

/** Reads what the pages of a PDF show with pdf.js. Throws `not-a-proof` when it can’t be read as a PDF. */
export async function readShown(bytes: Uint8Array, known: readonly Said[]): Promise<Shown> {
  return withDocument(bytes, known, async (document) => {
    const read: Shown = { quotes: [], pages: [], artifacts: [], strays: [], heads: [], covered: [] }
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await readPage(page, number, read)
      page.cleanup()
    }
    return read
  })
}

/** Opens a PDF with pdf.js: nothing in it is executed or fetched. */
async function withDocument<T>(
  bytes: Uint8Array,
  known: readonly Said[],
  read: (document: PDFDocumentProxy) => Promise<T>
): Promise<T> {
  const task = getDocument({
    // pdf.js takes the buffer away.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: false
  })
  try {
    return await read(await task.promise)
  } catch (error) {
    throw unreadable(error, known)
  } finally {
    await task.destroy()
  }
}

function unreadable(error: unknown, known: readonly Said[]): DossierError {
  if (error instanceof DossierError) return error
  if (error instanceof Error && error.name === 'PasswordException')
    return new DossierError(
      'not-a-proof',
      say(
        'This PDF is protected by a password, so nothing in it can be read. An export of Dossier’s is not: ask for the PDF as it was exported.'
      ),
      { cause: error }
    )
  const read =
    error instanceof Error
      ? say(
          'This file can’t be read as a PDF ({1*}). Check that it is complete and not protected by a password.',
          error.message
        )
      : say('This file can’t be read as a PDF. Check that it is complete and not protected by a password.')
  return new DossierError('not-a-proof', sentences(read, ...known), { cause: error })
}

const Info = z.object({ info: z.object({ Title: z.string().optional() }) })

async function readTitle(document: PDFDocumentProxy): Promise<string> {
  const info = Info.safeParse(await document.getMetadata())
  return info.success ? (info.data.info.Title ?? '') : ''
}

const AttachmentEntry = z.object({ filename: z.string(), content: z.instanceof(Uint8Array) })

async function readAttachments(document: PDFDocumentProxy): Promise<FoundByOthers['attachments']> {
  const found: unknown = await document.getAttachments()
  const entries: unknown[] = found instanceof Map ? [...found.values()] : Object.values(found ?? {})
  return entries.flatMap((entry) => {
    const parsed = AttachmentEntry.safeParse(entry)
    return parsed.success ? [{ name: parsed.data.filename, bytes: parsed.data.content }] : []
  })
}

/** Roles by marked content, and to which quote of the page content belongs. */
interface PageStructure {
  known: Set<string>
  quoteOf: Map<string, number>
  quotes: number
  /** Which table's header content belongs to. */
  headOf: Map<string, number>
  heads: number
}

type StructNode = Awaited<ReturnType<PDFPageProxy['getStructTree']>>

function pageStructure(root: StructNode | null): PageStructure {
  const structure: PageStructure = { known: new Set(), quoteOf: new Map(), quotes: 0, headOf: new Map(), heads: 0 }
  const walk = (node: StructNode, quote: number | null, head: number | null): void => {
    const inner = quote ?? (node.role === 'BlockQuote' ? structure.quotes++ : null)
    const within = head ?? (node.role === 'THead' ? structure.heads++ : null)
    for (const kid of node.children) {
      if ('role' in kid) walk(kid, inner, within)
      else if (kid.type === 'content') {
        structure.known.add(kid.id)
        if (inner !== null) structure.quoteOf.set(kid.id, inner)
        if (within !== null) structure.headOf.set(kid.id, within)
      }
    }
  }
  if (root) walk(root, null, null)
  return structure
}

async function readPage(page: PDFPageProxy, number: number, read: Shown): Promise<void> {
  const structure = pageStructure((await page.getStructTree()) as StructNode | null)
  const content = await page.getTextContent({ includeMarkedContent: true })
  const annotations = (await page.getAnnotations()) as { subtype?: string }[]
  if (annotations.some(({ subtype }) => subtype !== 'Link')) read.covered.push(number)

  const quotes = Array.from({ length: structure.quotes }, () => '')
  const heads = Array.from({ length: structure.heads }, () => '')
  let text = ''
  /** Marked content that is open: the id of what belongs to the structure, `artifact`, or null for other. */
  const open: (string | null)[] = []
  for (const item of content.items) {
    if ('str' in item) {
      const owner = open.findLast((each) => each !== null) ?? null
      const shown = item.str + (item.hasEOL ? '\n' : '')
      if (owner === 'artifact') read.artifacts.at(-1)!.text += shown
      else if (owner !== null) {
        text += shown
        const quote = structure.quoteOf.get(owner)
        if (quote !== undefined) quotes[quote] += shown
        const head = structure.headOf.get(owner)
        if (head !== undefined) heads[head] += shown
      } else if (shown.trim() !== '') read.strays.push({ page: number, text: shown })
    } else if (item.type === 'endMarkedContent') open.pop()
    else {
      const artifact = 'tag' in item && item.tag === 'Artifact'
      if (artifact) read.artifacts.push({ page: number, text: '' })
      open.push(artifact ? 'artifact' : structure.known.has(item.id) ? item.id : null)
    }
  }
  read.pages.push(text)
  read.heads.push(...heads)
  quotes.forEach((each, i) => {
    read.quotes.push({ page: number, text: each, first: i === 0, last: i === quotes.length - 1 })
  })
}
