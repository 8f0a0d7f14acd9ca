import { z } from 'zod'
import { BriefCheck } from '../../brief/check.ts'
import { NearForm, RedactionReport } from '../../brief/withheld.ts'
import { DocumentReport, ExportReport } from '../../composition/export-report.ts'
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../composition/export-formats.ts'
import { ExportOptions } from '../../composition/options.ts'
import { chosen, chosenTo, exportPurpose, written } from '../place.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

export const WrittenPdf = ExportReport.extend(written)
export type WrittenPdf = z.infer<typeof WrittenPdf>
export const WrittenDocument = DocumentReport.extend(written)
export type WrittenDocument = z.infer<typeof WrittenDocument>

const ExportRequest = z.object({
  briefId: z.string(),
  options: ExportOptions,
  acceptFindings: z.boolean(),
  /** Write a redacted export though it shows what is like withheld words. */
  acceptNear: z.boolean().optional()
})
const DocumentRequest = ExportRequest.extend({
  format: z.enum(DOCUMENT_FORMATS),
  path: chosenTo(
    (request) => exportPurpose((request as { format: DocumentFormat }).format),
    DOCUMENT_FORMATS.map(exportPurpose)
  )
})

export const exportRequests = {
  /** The check of the brief with what only an export finds: characters that can’t be printed. */
  'export.check': {
    does: 'reads',
    input: z.object({ briefId: z.string(), options: ExportOptions }),
    output: BriefCheck
  },
  /** Writes the PDF. With findings and `acceptFindings` false it fails with `findings` and writes nothing. */
  'export.pdf': {
    does: 'writes',
    long: true,
    input: ExportRequest.extend({
      path: chosen('export-pdf'),
      /** The key that signs the PDF, by id or name; the signature goes into a file beside it. */
      sign: z.object({ keyId: z.string(), passphrase: z.string() }).nullable().optional()
    }),
    output: WrittenPdf
  },
  /** The same in another format. */
  'export.document': { does: 'writes', long: true, input: DocumentRequest, output: WrittenDocument },
  /** What a redacted export of the brief would hide, and what to look at before it goes out. */
  'export.redactionPreview': { does: 'reads', input: z.object({ briefId: z.string() }), output: RedactionReport },
  /** What a redacted export of the brief would show that is like withheld words, and is to be decided. */
  'export.nearForms': { does: 'reads', input: z.object({ briefId: z.string() }), output: z.array(NearForm) },
  'export.cancel': { does: 'steers', input: Nothing, output: Nothing },
  /** Ends what is kept ready for exports, and a check or an export that is under way: the dialog was closed. */
  'export.close': { does: 'steers', input: Nothing, output: Nothing }
} as const satisfies Record<string, RequestDeclaration>
