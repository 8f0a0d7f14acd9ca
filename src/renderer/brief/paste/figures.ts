import type { Editor } from '@tiptap/core'
import { imageTypeOf } from '../../../shared/source/source.ts'
import { findNode } from '../../state/brief/document.ts'
import { whenSettled } from '../../state/brief/settled.ts'
import { importPictures } from '../../state/import/import.ts'
import { count } from '../../ui/format.ts'
import { announce, showMessage } from '../../state/window/toasts.ts'
import { redrawViews } from '../case-context.ts'
import { comingFigures } from './coming.ts'
import type { PastedPicture } from './picture.ts'

/**
 * Imports the pictures of figures that were pasted and gives the figures their sources. A figure whose picture can't be imported is taken away, and
 * that is told. Both belong to the paste: undo takes figures away with it, and leaves the sources.
 */
export async function importFigures(
  editor: Editor,
  pictures: readonly (PastedPicture & { file?: File })[]
): Promise<void> {
  for (const { id } of pictures) comingFigures.add(id)
  redrawViews()
  const held = await Promise.all(
    pictures.map(async ({ id, alt, bytes, file }) => ({ id, alt, bytes: bytes ?? (await bytesOfFile(file)) }))
  )
  const good = held.filter(
    (each): each is (typeof held)[number] & { bytes: Uint8Array<ArrayBuffer> } => each.bytes !== null
  )
  const sources = good.length === 0 ? [] : await importPictures(good.map(({ alt, bytes }) => ({ alt, bytes })))
  for (const { id } of pictures) comingFigures.delete(id)
  const sourceOf = new Map(good.map(({ id }, index) => [id, sources[index] ?? null]))
  whenSettled(editor, (view) => {
    const tr = view.state.tr.setMeta('addToHistory', false)
    for (const { id } of pictures) {
      const found = findNode(tr.doc, id)
      const sourceId = sourceOf.get(id) ?? null
      if (!found) continue
      if (sourceId === null) tr.delete(found.pos, found.pos + found.node.nodeSize)
      else tr.setNodeAttribute(found.pos, 'sourceId', sourceId)
    }
    if (tr.docChanged) view.dispatch(tr)
  })
  redrawViews()
  const lost = pictures.length - [...sourceOf.values()].filter((id) => id !== null).length
  if (lost > 0)
    showMessage(
      `${count(lost, 'picture')} could not be imported and ${lost === 1 ? 'was' : 'were'} left out. The words were pasted.`
    )
  else announce(`${count(pictures.length, 'picture')} imported.`)
}

async function bytesOfFile(file: File | undefined): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!file) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  return imageTypeOf(bytes) === null ? null : bytes
}
