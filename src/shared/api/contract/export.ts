import { z } from 'zod'
import { BriefCheck, Finding } from '../../brief/check.ts'
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
/** The key that signs the PDF, by id or name; the signature goes into a file beside it. */
const Signing = z.object({ keyId: z.string(), passphrase: z.string() }).nullable().optional()
/** Whether the page that checks the PDF in a browser is written beside it. */
const WithPage = z.boolean().optional()
const DocumentRequest = ExportRequest.extend({
  format: z.enum(DOCUMENT_FORMATS),
  path: chosenTo(
    (request) => exportPurpose((request as { format: DocumentFormat }).format),
    DOCUMENT_FORMATS.map(exportPurpose)
  )
})

/** What became of an export to several files. */
export const ExportedFiles = z.discriminatedUnion('stopped', [
  z.object({
    stopped: z.literal(false),
    /** A report for each file, in the order in which they were asked for. */
    reports: z.array(z.union([ExportReport, DocumentReport])),
    /** What a redacted export hides, and what it shows that is like withheld words; null for others. */
    hidden: z.object({ report: RedactionReport, near: z.array(NearForm) }).nullable()
  }),
  z.object({ stopped: z.literal('findings'), findings: z.array(Finding) }),
  z.object({ stopped: z.literal('near-forms'), near: z.array(NearForm) })
])
export type ExportedFiles = z.infer<typeof ExportedFiles>

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
    input: ExportRequest.extend({ path: chosen('export-pdf'), sign: Signing, withPage: WithPage }),
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
  'export.close': { does: 'steers', input: Nothing, output: Nothing },

  /** Writes files of several formats, named by their ids, all of them or none. What is to be looked at first is an answer, and nothing was written. */
  'export.files': {
    does: 'writes',
    long: true,
    from: 'terminal',
    input: ExportRequest.extend({
      files: z.array(z.object({ format: z.string(), path: z.string() })).min(1),
      sign: Signing,
      withPage: WithPage
    }),
    output: ExportedFiles
  }
} as const satisfies Record<string, RequestDeclaration>
