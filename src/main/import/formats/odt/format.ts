import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { documentReading } from '../../extracted/extracted.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

const PACKED = /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?$/
/** The one element of a text in a single file of XML. */
const FLAT = /^(?:<\?xml[^>]*>)?\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<office:document[\s>]/i

export const ODT: ImportFormat = {
  ...describedFormat('odt'),
  sniff: async (file) => {
    const zip = await file.zip()
    if (zip !== null) return sureIf(PACKED.test((await zip.text('mimetype')).trim()), SURE.certain)
    return sureIf(file.text !== null && FLAT.test(file.text), SURE.likely)
  },
  read: async (bytes, hint) => documentReading(await (await import('./odt.ts')).extractOdt(bytes, hint)),
  // One that is too large to be read whole has its parts taken as files.
  async *unpack(file, hint) {
    yield* (await import('../zip/zip.ts')).unpackZip(file, hint)
  }
}
