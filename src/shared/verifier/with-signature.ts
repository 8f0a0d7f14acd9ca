import type { PdfReport, SignatureReport } from '../brief/check.ts'
import type { KnownKey } from '../signature/judge.ts'

/** A report on a PDF with the signature beside it. One that doesn't fit, and one that is required and missing, are problems. */
export function withSignature(
  report: PdfReport,
  signature: SignatureReport | null,
  required: KnownKey | null
): PdfReport {
  const found = problemsOf(signature, required)
  return { ...report, ok: report.ok && found.length === 0, problems: [...report.problems, ...found], signature }
}

function problemsOf(signature: SignatureReport | null, required: KnownKey | null): string[] {
  if (required && signature?.keyId !== required.key.id) {
    const who = required.name === null ? `the key ${required.key.id}` : `“${required.name}”`
    return [`There is no signature by ${who} beside the PDF, though one is required. Ask ${who} for it.`]
  }
  return signature && (signature.state === 'wrong' || signature.state === 'unreadable') ? [signature.message] : []
}
