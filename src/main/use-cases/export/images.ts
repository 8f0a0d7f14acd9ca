import { DossierError } from '../../../shared/errors/errors.ts'
import type { Brief } from '../../../shared/brief/brief.ts'
import { walkBlocks } from '../../../shared/brief/walk.ts'
import type { ExportImage } from '../../../shared/composition/input.ts'
import { isImageType } from '../../../shared/source/source.ts'
import { readImageHeader } from '../../import/formats/image/header.ts'
import { imageProblem } from '../../import/formats/image/limits.ts'
import { sha256 } from '../../base/hash.ts'
import type { CaseLookup, OpenCase } from '../open-case.ts'

/**
 * The images that a brief's figures show, by the id of their source. What isn't an image, or is no longer what was imported, is left
 * out: the export shows a warning in its place.
 * @throws DossierError `too-large`, `unreadable` for an image that can't be shown, `io`
 */
export async function figureImages(
  open: OpenCase,
  brief: Brief,
  lookup: CaseLookup
): Promise<ReadonlyMap<string, ExportImage>> {
  const images = new Map<string, ExportImage>()
  for (const { node } of walkBlocks(brief.doc)) {
    const sourceId = node.type === 'figure' ? node.attrs.sourceId : null
    const source = sourceId === null ? undefined : lookup.records.get(sourceId)?.source
    if (!source || images.has(source.id) || !isImageType(source.original.mediaType)) continue
    if (lookup.source(source.id)?.original !== 'intact') continue
    const bytes = await open.store.original(source.id)
    if (sha256(bytes) !== source.original.sha256) continue
    const header = readImageHeader(bytes)
    const problem = header ? imageProblem(header, bytes.length) : 'can’t be read'
    if (!header || problem !== null) {
      throw new DossierError(
        header ? 'too-large' : 'unreadable',
        `The image ${source.key} (“${source.original.name}”) ${problem}. Nothing was written. Take the figure out, or show a copy that you import as a source of its own.`
      )
    }
    images.set(source.id, { ...header, bytes })
  }
  return images
}
