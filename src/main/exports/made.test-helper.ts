import type { ExportFormatId } from '../../shared/composition/export-formats.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { Manuscript } from './format.ts'
import { MAKERS } from './makers.ts'

/** The bytes of a brief's file in a format. */
export async function madeAs(format: ExportFormatId, input: ExportInput): Promise<Uint8Array> {
  const { make } = await MAKERS[format]()
  return (await make(await Manuscript.of(input), { onProgress: () => undefined })).bytes
}
