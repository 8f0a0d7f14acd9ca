import type { Node, Schema } from '@tiptap/pm/model'
import type { Foreign } from './foreign.ts'
import { NOTHING_LEFT_OUT, type LeftOut } from './left-out.ts'
import type { PastedPicture } from './picture.ts'

/** Turns plain text into statements, one for each line that isn't blank. */
export function textToBlocks(text: string, schema: Schema): Node[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.map((line) => schema.nodes['statement']!.create(null, schema.text(line)))
}

/** Plain text as what is pasted. */
export function readPlain(text: string, schema: Schema): Foreign {
  return { blocks: textToBlocks(text, schema), pictures: [], lacking: new Map(), leftOut: NOTHING_LEFT_OUT }
}

/** What is to be pasted, with the pictures that are to be imported. */
export interface Ready {
  blocks: Node[]
  pictures: (PastedPicture & { file?: File })[]
  leftOut: LeftOut
}

/**
 * Programs put a picture on the clipboard by itself, beside markup that only names it: as many as the markup lacks take their places in turn. A
 * picture that nothing holds is left out, with its figure.
 */
export function withFiles(
  { blocks, pictures, lacking, leftOut }: Foreign,
  files: readonly File[],
  schema: Schema
): Ready {
  if (blocks.length === 0 && files.length > 0) {
    const own = files.map((file) => ({ id: crypto.randomUUID(), alt: '', bytes: null, file }))
    const figure = (id: string): Node => schema.nodes['figure']!.create({ id, sourceId: null, label: null, alt: '' })
    return { blocks: own.map(({ id }) => figure(id)), pictures: own, leftOut }
  }
  const missing = pictures.filter(({ id }) => lacking.has(id))
  if (missing.length > 0 && missing.length === files.length) {
    const given = pictures.map((picture) => {
      const file = files[missing.indexOf(picture)]
      return file ? { ...picture, file } : picture
    })
    return { blocks, pictures: given, leftOut }
  }
  const left = { ...leftOut }
  for (const why of lacking.values()) left[why] += 1
  return {
    blocks: blocks.filter(({ attrs }) => !lacking.has(String(attrs['id']))),
    pictures: pictures.filter(({ id }) => !lacking.has(id)),
    leftOut: left
  }
}
