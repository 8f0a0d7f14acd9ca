import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { PdfDocument } from './pdfkit.ts'
import { pdfText } from './structure.ts'

/** Source texts get a tenth smaller at most for twice the time. */
const COMPRESSION = 3

export interface Attachment {
  name: string
  mediaType: string
  description: string
  date: Date
}

/** Writes the bytes of an embedded file, whose object has the number `file`. */
export type Completion = ((bytes: Uint8Array) => void) & { readonly file: number }

/**
 * Embeds a file that belongs to the document as a whole (ISO 19005-3, 6.8); its bytes are given when all else of the
 * document is written. pdfkit's own writes the check sum as text where its bytes belong.
 */
export function attach(pdf: PdfDocument, { name, mediaType, description, date }: Attachment): Completion {
  const file = pdf.ref({
    Type: 'EmbeddedFile',
    Subtype: mediaType.replaceAll('/', '#2F').replaceAll('+', '#2B'),
    Filter: 'FlateDecode'
  })
  const specification = pdf.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: pdfText(name),
    UF: pdfText(name),
    Desc: pdfText(description),
    EF: { F: file, UF: file }
  })
  specification.end()
  pdf.addNamedEmbeddedFile(name, specification)
  pdf._root.data.AF = [specification]
  const complete = (bytes: Uint8Array): void => {
    const CheckSum = new Uint8Array(createHash('md5').update(bytes).digest())
    file.data.Params = { Size: bytes.length, CreationDate: date, ModDate: date, CheckSum }
    file.end(deflateSync(bytes, { level: COMPRESSION }))
  }
  return Object.assign(complete, { file: file.id })
}
