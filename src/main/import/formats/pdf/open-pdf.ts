import { createRequire } from 'node:module'
import path from 'node:path'
import { getDocument, VerbosityLevel, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { DossierError } from '../../../../shared/errors/errors.ts'

/** Tables of Asian encodings, which many PDFs name without bringing them along. */
const CMAPS = folderOfPdfjs('cmaps')
/** Decoders of JBIG2 and JPEG 2000, compiled from the same sources as PDFium's. */
const DECODERS = folderOfPdfjs('wasm')
/** Pictures with more pixels aren't unpacked. */
const MOST_PIXELS = 80_000_000

function folderOfPdfjs(name: string): string {
  return path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name, path.sep)
}

/**
 * Opens a PDF with pdf.js such that nothing in it is executed or fetched, and no font of the system used; with `pictures` those of its pages can be unpacked.
 * The caller destroys the task.
 */
export function openPdf(bytes: Uint8Array, { pictures = false } = {}): PDFDocumentLoadingTask {
  return getDocument({
    // A copy: pdf.js takes the buffer away, and accepts no Node buffer.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: pictures,
    ...(pictures ? { wasmUrl: DECODERS, maxImageSize: MOST_PIXELS, isOffscreenCanvasSupported: false } : {}),
    enableXfa: false,
    stopAtErrors: false,
    cMapUrl: CMAPS,
    cMapPacked: true
  })
}

/** A PDF that can be opened, in which there is nothing to read. */
export class NoPages extends Error {}

/** The error for a PDF that can't be opened, by what pdf.js says of it. */
export function pdfError(error: unknown, name: string): DossierError {
  if (error instanceof DossierError) return error
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException') {
    return new DossierError(
      'unsupported',
      `“${name}” is protected by a password, so its text can’t be read. Nothing was imported; the file is unchanged. Open it with its password in a PDF program, save a copy without one and import that.`,
      { cause: error }
    )
  }
  const reason = error instanceof NoPages ? 'it has no pages' : 'it is damaged, was cut short, or isn’t one'
  return new DossierError(
    'unreadable',
    `“${name}” can’t be read as a PDF: ${reason}. Nothing was imported; the file is unchanged. Download or copy it again, or open it in a PDF program and save it anew.`,
    { cause: error }
  )
}
