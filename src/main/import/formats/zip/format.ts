import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

/** Any zip that is nothing else. */
export const ZIP: ImportFormat = {
  ...describedFormat('zip'),
  sniff: async (file) => sureIf((await file.zip()) !== null, SURE.certain),
  async *unpack(file, hint) {
    yield* (await import('./zip.ts')).unpackZip(file, hint)
  }
}
