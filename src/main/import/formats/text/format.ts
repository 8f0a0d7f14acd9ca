import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

/** Any text that is nothing else. */
export const TEXT: ImportFormat = {
  ...describedFormat('text'),
  sniff: ({ text }) => sureIf(text !== null, SURE.possible),
  read: async (bytes, hint) => (await import('./read.ts')).readText(bytes, hint),
  async *unpack(file, hint) {
    yield* (await import('./read.ts')).unpackText(file, hint)
  }
}
