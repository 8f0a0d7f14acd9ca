import { z } from 'zod'
import { BriefCheck } from '../brief/check.ts'
import { DOCUMENT_FORMATS } from './export-formats.ts'

export const ExportProgress = z.object({
  stage: z.enum(['verify', 'layout', 'paint', 'read-back', 'write']),
  /** 0 to 1. */
  fraction: z.number()
})
export type ExportProgress = z.infer<typeof ExportProgress>

export const ExportReport = z.object({
  path: z.string(),
  pages: z.int().positive(),
  sha256: z.string(),
  bytes: z.int().positive(),
  /** Path of the signature beside it; null when it wasn't signed. */
  signature: z.string().nullable(),
  /** The page beside it that checks it in a browser, with its SHA-256; null when none was asked for. */
  page: z.object({ path: z.string(), sha256: z.string() }).nullable(),
  /** Whether it leaves out what the brief marks as withheld. */
  redacted: z.boolean(),
  findings: BriefCheck.shape.findings,
  /** Hash of the entry of the log that tells of it: noted elsewhere, it shows later that the log goes on from there. Null when nothing was logged. */
  logHead: z.string().nullable()
})
export type ExportReport = z.infer<typeof ExportReport>

/** What became of an export in a format other than PDF. */
export const DocumentReport = ExportReport.omit({ pages: true, signature: true, page: true }).extend({
  format: z.enum(DOCUMENT_FORMATS)
})
export type DocumentReport = z.infer<typeof DocumentReport>
