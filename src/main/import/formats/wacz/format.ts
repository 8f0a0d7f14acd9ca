import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

export const WACZ: ImportFormat = {
  ...describedFormat('wacz'),
  sniff: async (file) => {
    const zip = await file.zip()
    const isCollection = zip?.has('datapackage.json') === true && zip.some(/^archive\/.*\.warc(?:\.gz)?$/i)
    return sureIf(isCollection, SURE.certain)
  },
  async *unpack(file, hint) {
    yield* (await import('./wacz.ts')).unpackWacz(file, hint)
  }
}
