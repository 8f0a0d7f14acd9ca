import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { isBinary } from '../../sniff/file-start.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

/** A single compressed text, looked at once it is whole. */
export const GZIP: ImportFormat = {
  ...describedFormat('gzip'),
  sniff: ({ unpacked }) => sureIf(unpacked !== null && unpacked.length > 0 && !isBinary(unpacked), SURE.certain),
  read: async (bytes, hint, formats) => (await import('./gzip.ts')).readGzip(bytes, hint, formats),
  async *unpack(file, hint, formats) {
    yield* (await import('./gzip.ts')).unpackGzip(file, hint, formats)
  }
}
