import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { documentReading } from '../../extracted/extracted.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

const read: ImportFormat['read'] = async (bytes, hint) =>
  documentReading((await import('./image.ts')).extractImage(bytes, hint))

export const PNG: ImportFormat = {
  ...describedFormat('png'),
  sniff: ({ head }) => sureIf(head.startsWith('\x89PNG\r\n\x1A\n'), SURE.certain),
  read
}

export const JPEG: ImportFormat = {
  ...describedFormat('jpeg'),
  sniff: ({ head }) => sureIf(head.startsWith('\xFF\xD8\xFF'), SURE.certain),
  read
}
