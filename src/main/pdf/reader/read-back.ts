import type { PdfReport } from '../../../shared/brief/check.ts'
import type { Draft } from '../../../shared/verifier/draft.ts'
import { verifyPdf } from '../../../shared/verifier/verify.ts'
import { nodePlatform } from './node-platform.ts'

/**
 * Verifies a PDF that was just made, by the verifier's own code. No second reader is asked: what readers treat in different ways the strict
 * one refuses, and loading another takes longer than reading.
 */
export function readBack(bytes: Uint8Array, draft: Draft): Promise<PdfReport> {
  return verifyPdf(bytes, { ...nodePlatform, others: null }, draft)
}
