import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { fieldsAtStart, hasField } from '../../sniff/header-fields.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

export const MHTML: ImportFormat = {
  ...describedFormat('mhtml'),
  sniff: ({ ascii }) => {
    const fields = fieldsAtStart(ascii)
    const isSaved = /^From: <Saved by /im.test(fields) || hasField(fields, 'snapshot-content-location')
    const isRelated = /^Content-Type:\s*multipart\/related/im.test(fields)
    return sureIf(isSaved || (isRelated && !hasField(fields, 'to|received|return-path|delivered-to')), SURE.likely)
  },
  read: async (bytes, hint) => (await import('./read.ts')).readMhtmlFile(bytes, hint),
  async *unpack(file, hint) {
    yield* (await import('./read.ts')).unpackMhtml(file, hint)
  }
}
