import type { ExportProgress } from '../../shared/composition/export-report.ts'
import { compose, type Composition } from '../../shared/composition/compose.ts'
import { UNTITLED } from '../../shared/composition/front.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { printable } from '../../shared/composition/printable.ts'
import { PROOF_NAME } from '../../shared/composition/summary.ts'
import { Stream, type Resolved } from '../../shared/pdf/value.ts'
import { buildEvidence } from '../../shared/proof/build.ts'
import {
  FINGERPRINT_KEY,
  FINGERPRINT_PLACE,
  PROOF_VERSION,
  proofText,
  VERSION_KEY,
  type Proof
} from '../../shared/proof/proof.ts'
import { directionOfLanguage } from '../../shared/source/direction.ts'
import type { Draft } from '../../shared/verifier/draft.ts'
import { proofAsMade } from '../../shared/verifier/read-proof.ts'
import { withCitations } from '../citations/format.ts'
import { prepareImages } from './images/images.ts'
import { layOutPages } from './layout/lay-out-pages.ts'
import { Furniture } from './paint/furniture.ts'
import { writeOutline } from './paint/outline.ts'
import { paintPage } from './paint/page.ts'
import { Painter } from './paint/paint.ts'
import { drawn, EMPTY } from './proof/drawn.ts'
import { evidenceInput, printedParts } from './proof/evidence.ts'
import { nodePlatform } from './reader/node-platform.ts'
import { fontsFor } from './typeset/fonts.ts'
import { geometry } from './typeset/styles.ts'
import { attach, type Completion } from './writer/attachment.ts'
import { finish, nameFile, openDocument, propertyOffset } from './writer/document.ts'
import type { WaitingContent } from './writer/page-content.ts'
import type { PdfDocument } from './writer/pdfkit.ts'
import { writeStructure } from './writer/structure.ts'

/** A finished PDF, and what was read of it before it was. */
export interface RenderedPdf {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
  draft: Draft
}

/**
 * Makes the PDF of a brief: A4 or Letter, tagged, with the proof attached. The bytes depend on the input alone: same
 * input, same bytes, whatever the time, time zone, user or folder.
 */
export async function renderPdf(
  given: ExportInput,
  onProgress: (progress: ExportProgress) => void = () => undefined
): Promise<RenderedPdf> {
  const input = await withCitations(printable(given))
  const composition = compose(input, 'pdf', FINGERPRINT_PLACE)
  return renderComposition(input, composition, onProgress)
}

/** Makes the PDF of a brief from its blocks; see `renderPdf`. */
export function renderComposition(
  input: ExportInput,
  composition: Composition,
  onProgress: (progress: ExportProgress) => void = () => undefined
): RenderedPdf {
  const { pdf, contents, complete, pages } = paintDocument(input, composition, onProgress)
  let draft: Draft | undefined
  const bytes = finish(pdf, (written) => {
    const waiting = new Map<number, Resolved>([
      [complete.file, EMPTY],
      ...contents.map(({ object, bytes }) => [object, new Stream(new Map(), bytes)] as const)
    ])
    const read = drawn(written, waiting)
    const proof: Proof = {
      ...buildEvidence(evidenceInput(input, composition)),
      printed: printedParts(input, composition),
      ...read.digests
    }
    const fingerprint = nodePlatform.sha256(proofText(proof))
    for (const content of contents) content.complete(fingerprint)
    const file = Buffer.from(`${JSON.stringify(proof)}\n`)
    nameFile(pdf, file)
    complete(file)
    const start = Buffer.from(written.bytes.buffer).indexOf(FINGERPRINT_PLACE, propertyOffset(pdf, FINGERPRINT_KEY))
    draft = {
      bytes: written.bytes,
      fingerprint: { start, end: start + FINGERPRINT_PLACE.length },
      waiting: new Set(waiting.keys()),
      drawn: read,
      proof: { bytes: file, read: proofAsMade(proof, fingerprint) }
    }
  })
  if (!draft) throw new Error('The PDF was finished without its proof.')
  bytes.set(Buffer.from(draft.proof.read.drawing!.fingerprint), draft.fingerprint.start)
  return { bytes, pages, draft }
}

/** A document with all its pages, as it is written before its last objects. */
interface Painted {
  pdf: PdfDocument
  /** Those that wait for the fingerprint. */
  contents: readonly WaitingContent[]
  /** Writes the proof. */
  complete: Completion
  pages: number
}

/** Lays out and paints a document. */
function paintDocument(
  input: ExportInput,
  composition: Composition,
  onProgress: (progress: ExportProgress) => void
): Painted {
  const { brief } = input
  const area = geometry(input.options.paper, directionOfLanguage(brief.language))
  const fonts = fontsFor(brief.language)
  const images = prepareImages(input)
  onProgress({ stage: 'layout', fraction: 0 })
  const { root, pages } = layOutPages(fonts, composition.blocks, images, input.options, area)
  onProgress({ stage: 'layout', fraction: 1 })

  const date = new Date(`${brief.date}T00:00:00Z`)
  const pdf = openDocument({
    title: brief.title.trim() === '' ? UNTITLED : brief.title,
    author: brief.author.trim(),
    language: brief.language,
    direction: area.direction,
    date,
    generator: input.generator,
    width: area.width,
    height: area.height
  })
  pdf.info[FINGERPRINT_KEY] = FINGERPRINT_PLACE
  pdf.info[VERSION_KEY] = String(PROOF_VERSION)
  const painter = new Painter(pdf, images)
  const furniture = new Furniture(fonts, input, area, pages.length)
  const outline = [{ item: pdf.outline, level: 0 }]
  pages.forEach((page, i) => {
    paintPage(painter, furniture, page, area, i + 1)
    writeOutline(outline, page)
    // A page's lines are as large as all that is written of it.
    page.rows = []
    onProgress({ stage: 'paint', fraction: (i + 1) / pages.length })
  })
  painter.end()
  writeStructure(pdf, painter.parents, root)
  const complete = attach(pdf, {
    name: PROOF_NAME,
    mediaType: 'application/ld+json',
    description: 'The quotes of this brief as W3C Web Annotations, with the hashes of their sources',
    date
  })
  return { pdf, contents: painter.waiting, complete, pages: pages.length }
}
