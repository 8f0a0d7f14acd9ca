import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ActualTexts, type ContentItem } from './actual-text.ts'
import { upright } from './frame.ts'
import type { Cell, Line, PlacedText } from './line.ts'
import { toLines } from './lines.ts'
import { NoPages } from './open-pdf.ts'
import { cellsOf } from './table-cells.ts'
import type { PageText } from './text.ts'

/** A document in which nearly all is set apart as furniture was tagged by mistake. */
const MOST_ARTIFACTS = 0.5

/** A page's lines, or that they couldn't be read. */
export interface ReadPage extends PageText {
  failed: boolean
}

/** A page that can't be read doesn't keep the others from being read, unless none can. */
export async function readPages(document: PDFDocumentProxy, bytes: Uint8Array): Promise<ReadPage[]> {
  const pages: ReadPage[] = []
  const actualTexts = new ActualTexts(bytes)
  let failure: unknown = null
  for (let number = 1; number <= document.numPages; number++) {
    try {
      pages.push(await readPage(document, number, actualTexts))
    } catch (error) {
      failure = error
      pages.push({ lines: [], turned: [], width: 0, height: 0, failed: true })
    }
  }
  if (pages.every(({ failed }) => failed)) throw failure ?? new NoPages()
  return pages
}

async function readPage(document: PDFDocumentProxy, number: number, actualTexts: ActualTexts): Promise<ReadPage> {
  const page = await document.getPage(number)
  const view = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const cells = hasNeighbours(items) ? cellsOf(await page.getStructTree()) : new Map<string, Cell>()
  const content = contentOf(actualTexts.applyTo(items), cells)
  const { toPage, width, height } = upright(content, {
    toPage: view.transform as number[],
    width: view.width,
    height: view.height
  })
  const lines = toLines(content, toPage)
  page.cleanup()
  const isTurned = ({ angle }: Line): boolean => angle !== undefined
  return {
    lines: lines.filter((line) => !isTurned(line)),
    turned: lines.filter(isTurned),
    width,
    height,
    failed: false
  }
}

/** Whether parts of a tagged page begin beside one another, as cells do: its structure takes time to be had. */
function hasNeighbours(items: readonly ContentItem[]): boolean {
  const bases = new Set<number>()
  let isFirst = false
  for (const item of items) {
    if (!('str' in item)) isFirst ||= typeof item.id === 'string'
    else if (isFirst && item.str.trim() !== '') {
      const base = Math.round(item.transform[5] ?? 0)
      if (bases.has(base)) return true
      bases.add(base)
      isFirst = false
    }
  }
  return false
}

/** The page's text without what a tagged PDF sets apart as no part of its content (14.8.2.2), with the cells of tables. */
function contentOf(items: readonly ContentItem[], cells: ReadonlyMap<string, Cell>): PlacedText[] {
  const open: { isArtifact: boolean; cell: Cell | undefined }[] = []
  const all: PlacedText[] = []
  const content: PlacedText[] = []
  for (const item of items) {
    const outer = open.at(-1)
    if ('str' in item) {
      const placed = outer?.cell ? { ...item, cell: outer.cell } : item
      all.push(placed)
      if (!outer?.isArtifact) content.push(placed)
    } else if (item.type === 'endMarkedContent') open.pop()
    else {
      const own = typeof item.id === 'string' ? cells.get(item.id) : undefined
      open.push({ isArtifact: item.tag === 'Artifact' || outer?.isArtifact === true, cell: own ?? outer?.cell })
    }
  }
  const length = (list: readonly PlacedText[]): number => list.reduce((sum, { str }) => sum + str.trim().length, 0)
  return length(content) < length(all) * (1 - MOST_ARTIFACTS) ? all : content
}
