import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { latin1 } from '../../encoding/decode.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

const VERSION = /^WARC\/\d|^\s+WARC\/\d\.\d\r?\n/

export const WARC: ImportFormat = {
  ...describedFormat('warc'),
  sniff: ({ head, unpacked }) =>
    sureIf(VERSION.test(unpacked === null ? head : latin1(unpacked.subarray(0, 64))), SURE.certain),
  async *unpack(file, hint) {
    yield* (await import('./warc.ts')).unpackWarc(file, hint)
  }
}
