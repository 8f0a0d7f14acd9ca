import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { documentReading } from '../../extracted/extracted.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

/** Junk may stand before a PDF's header (PDF 32000-1, annex H 3.4.1). */
const HEADER = /^[\s\S]{0,1019}%PDF-\d/

export const PDF: ImportFormat = {
  ...describedFormat('pdf'),
  sniff: ({ head }) => sureIf(HEADER.test(head), SURE.certain),
  read: async (bytes, hint) => documentReading(await (await import('./pdf.ts')).extractPdf(bytes, hint))
}
