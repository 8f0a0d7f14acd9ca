import type { PdfReport, SignatureReport, TimeReport } from '../brief/check.ts'
import type { KnownKey } from '../signature/judge.ts'
import { say } from '../wording/say.ts'

/** A report on a PDF with what the time stamps beside it show. One that is of other bytes, or can’t be read, is a problem. */
export function withTimes(report: PdfReport, times: TimeReport[]): PdfReport {
  const found = times.filter(({ state }) => state === 'wrong' || state === 'unreadable').map(({ message }) => message)
  return { ...report, ok: report.ok && found.length === 0, problems: [...report.problems, ...found], times }
}

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
    const who = required.name === null ? say('the key {1*}', required.key.id) : say('“{1*}”', required.name)
    return [say('There is no signature by {1>} beside the PDF, though one is required. Ask {2>} for it.', who, who)]
  }
  return signature && (signature.state === 'wrong' || signature.state === 'unreadable') ? [signature.message] : []
}
