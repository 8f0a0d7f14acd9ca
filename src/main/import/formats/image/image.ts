import { DossierError } from '../../../../shared/errors/errors.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { noFindings, toMetadata } from '../../metadata/findings.ts'
import { addHints } from '../../metadata/hints.ts'
import { readImageHeader, type ImageHeader } from './header.ts'
import { imageProblem } from './limits.ts'

/** What the reader of a source that is an image is told. */
export const IMAGE_NOTICE = 'This is an image: it can be shown and cited. To quote from it, let its text be recognised.'

/** A file's name isn't much of a title, so it's shown for confirmation. */
const NAMED = 0.4

/**
 * Makes a source without text of a PNG or JPEG. Only its header is read. Throws `unreadable` for a file that isn't whole and
 * `too-large` for more pixels or bytes than a PDF can reasonably show.
 */
export function extractImage(bytes: Uint8Array, hint: FileHint): Extracted {
  const { mediaType } = imageHeader(bytes, hint.name)
  const findings = noFindings()
  const title = hint.name
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  if (title !== '') findings.title.push({ value: title, from: 'file-name', detail: hint.name, confidence: NAMED })
  addHints(findings, hint)
  return {
    extractor: 'image/1',
    mediaType,
    extension: mediaType === 'image/png' ? 'png' : 'jpg',
    text: '',
    blocks: [],
    metadata: toMetadata(findings),
    notice: IMAGE_NOTICE
  }
}

function imageHeader(bytes: Uint8Array, name: string): ImageHeader {
  const header = readImageHeader(bytes)
  if (!header) {
    throw new DossierError(
      'unreadable',
      `“${name}” is an image that isn’t whole, or of a kind that can’t be shown. Nothing was imported; the file is unchanged. Open it in another program, save it as PNG or JPEG and import that.`
    )
  }
  const problem = imageProblem(header, bytes.length)
  if (problem !== null) {
    throw new DossierError(
      'too-large',
      `“${name}” ${problem}. Nothing was imported; the file is unchanged. Save a smaller copy and import that.`
    )
  }
  return header
}
