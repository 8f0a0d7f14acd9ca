import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

export const RTF: ImportFormat = {
  ...describedFormat('rtf'),
  sniff: ({ head }) => sureIf(head.startsWith('{\\rtf'), SURE.certain),
  read: async (bytes, hint) => (await import('./read.ts')).readRtfFile(bytes, hint),
  async *unpack(file, hint) {
    yield* (await import('./read.ts')).unpackRtf(file, hint)
  }
}
