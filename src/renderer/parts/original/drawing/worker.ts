import './as-window.ts'
import 'pdfjs-dist/build/pdf.worker.mjs'
import { getDocument, VerbosityLevel, type PDFDocumentProxy, type PageViewport } from 'pdfjs-dist'
import type { DrawingResource } from '../../../../shared/api/contract.ts'
import { MOST_PAGES, type FromThread, type PageSize, type PlacedText, type ToThread } from './messages.ts'
import { unarm } from './unarmed.ts'

unarm()

/** The thread's end of its channel. */
const port = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToThread>) => void) | null
  postMessage: (message: FromThread, transfer: Transferable[]) => void
}

/** Pixels of the largest bitmap: what is drawn larger is drawn coarser. */
const LARGEST_BITMAP = 16_000_000
/** Pixels of the largest picture on a page that is unpacked. */
const LARGEST_PICTURE = 64_000_000

/** Canvases without a document. */
class CanvasFactory {
  create(width: number, height: number): { canvas: OffscreenCanvas | null; context: unknown } {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }

  reset({ canvas }: { canvas: OffscreenCanvas | null }, width: number, height: number): void {
    if (canvas) Object.assign(canvas, { width, height })
  }

  destroy(made: { canvas: OffscreenCanvas | null; context: unknown }): void {
    if (made.canvas) Object.assign(made.canvas, { width: 0, height: 0 })
    made.canvas = null
    made.context = null
  }
}

/** No filters: they are made of elements of a document. */
class FilterFactory {
  addFilter = (): string => 'none'
  addHCMFilter = (): string => 'none'
  addAlphaFilter = (): string => 'none'
  addLuminosityFilter = (): string => 'none'
  addHighlightHCMFilter = (): string => 'none'
  destroy(): void {
    // There is nothing to put away.
  }
}

const wanted = new Map<number, (bytes: Uint8Array | null) => void>()
let lastWant = 0

/** Tables and faces, asked for: this thread can reach nothing. */
class BinaryDataFactory {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const resource: DrawingResource = { kind: kind === 'cMapUrl' ? 'cmap' : 'face', name: filename }
    const want = ++lastWant
    const bytes = await new Promise<Uint8Array | null>((resolve) => {
      wanted.set(want, resolve)
      port.postMessage({ kind: 'wants', want, resource }, [])
    })
    if (bytes === null) throw new Error(`There is no ${filename}.`)
    return bytes
  }
}

let opened: PDFDocumentProxy | null = null
let picture: ImageBitmap | null = null

async function open(id: number, bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<void> {
  if (mediaType !== 'application/pdf') return openPicture(id, new Blob([bytes], { type: mediaType }))
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    // Glyphs are drawn as paths: no face of the file gets to the system's readers of faces.
    disableFontFace: true,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: LARGEST_PICTURE,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'faces/',
    CanvasFactory,
    FilterFactory,
    BinaryDataFactory
  })
  opened = await task.promise
  const pages: PageSize[] = []
  for (let number = 1; number <= Math.min(opened.numPages, MOST_PAGES); number++)
    pages.push(await sizeOf(opened, number))
  port.postMessage({ kind: 'opened', id, pages, count: opened.numPages }, [])
}

async function openPicture(id: number, blob: Blob): Promise<void> {
  picture = await createImageBitmap(blob)
  const { width, height } = picture
  port.postMessage({ kind: 'opened', id, pages: [{ width, height }], count: 1 }, [])
}

/** US Letter at 72 dots an inch, for a page that can't be read. */
const UNKNOWN_SIZE: PageSize = { width: 612, height: 792 }

async function sizeOf(document: PDFDocumentProxy, number: number): Promise<PageSize> {
  try {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
    return width > 0 && height > 0 ? { width, height } : UNKNOWN_SIZE
  } catch {
    // Drawing it tells why.
    return UNKNOWN_SIZE
  }
}

async function draw(id: number, number: number, scale: number): Promise<void> {
  const { bitmap, leftOut } = picture
    ? { bitmap: await drawPicture(picture, scale), leftOut: 0 }
    : await drawPage(number, scale)
  port.postMessage({ kind: 'drawn', id, bitmap, leftOut }, [bitmap])
}

function drawPicture(whole: ImageBitmap, scale: number): Promise<ImageBitmap> {
  const fitting = Math.min(scale, Math.sqrt(LARGEST_BITMAP / (whole.width * whole.height)))
  const side = (length: number): number => Math.max(1, Math.round(length * fitting))
  return createImageBitmap(whole, {
    resizeWidth: side(whole.width),
    resizeHeight: side(whole.height),
    resizeQuality: 'high'
  })
}

/** Draws a page, and counts the pictures that it couldn't draw: damaged ones, and JPEG 2000, which takes WebAssembly. */
async function drawPage(number: number, scale: number): Promise<{ bitmap: ImageBitmap; leftOut: number }> {
  const page = await document().getPage(number)
  const whole = page.getViewport({ scale: 1 })
  const most = Math.sqrt(LARGEST_BITMAP / (whole.width * whole.height))
  const viewport = page.getViewport({ scale: Math.min(scale, most) })
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  const canvasContext = canvas.getContext('2d', { willReadFrequently: true }) as unknown as CanvasRenderingContext2D
  await page.render({ canvasContext, canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
  // A picture that can't be unpacked is there without anything in it.
  const leftOut = [...page.objs].filter(([, object]) => object === null).length
  page.cleanup()
  return { bitmap: canvas.transferToImageBitmap(), leftOut }
}

async function readText(id: number, number: number): Promise<void> {
  if (picture) return port.postMessage({ kind: 'text', id, items: [] }, [])
  const page = await document().getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const placed = items.flatMap((item) => ('str' in item ? [place(item, viewport)] : []))
  port.postMessage({ kind: 'text', id, items: placed }, [])
}

/** Where a stretch of text stands: the matrix of its glyphs, taken to the page as it is shown. */
function place(
  { str, transform, width, hasEOL }: { str: string; transform: unknown[]; width: number; hasEOL: boolean },
  viewport: PageViewport
): PlacedText {
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number]
  const [va, vb, vc, vd, ve, vf] = viewport.transform as [number, number, number, number, number, number]
  const angle = Math.atan2(vb * a + vd * b, va * a + vc * b)
  const height = Math.hypot(va * c + vc * d, vb * c + vd * d)
  const x = va * e + vc * f + ve
  const y = vb * e + vd * f + vf
  // The base line of most faces lies at about four fifths of their height.
  const rise = height * 0.8
  const left = x + rise * Math.sin(angle)
  const top = y - rise * Math.cos(angle)
  return { text: str, left, top, width: width * viewport.scale, height, angle, endsLine: hasEOL }
}

function document(): PDFDocumentProxy {
  if (opened === null) throw new Error('No document is open.')
  return opened
}

async function answer(id: number, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    const reason = message.replace(/\p{C}/gu, '\uFFFD').slice(0, 150)
    port.postMessage({ kind: 'failed', id, name: name.slice(0, 100), reason }, [])
  }
}

port.onmessage = ({ data }) => {
  if (data.kind === 'open') void answer(data.id, () => open(data.id, data.bytes, data.mediaType))
  else if (data.kind === 'draw') void answer(data.id, () => draw(data.id, data.page, data.scale))
  else if (data.kind === 'text') void answer(data.id, () => readText(data.id, data.page))
  else {
    wanted.get(data.want)?.(data.bytes)
    wanted.delete(data.want)
  }
}
