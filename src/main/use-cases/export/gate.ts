import { basename } from 'node:path'
import type { ExportProgress, ExportReport } from '../../../shared/api/contract.ts'
import { DossierError } from '../../../shared/api/errors.ts'
import type { Brief } from '../../../shared/brief/brief.ts'
import type { BriefCheck, Finding } from '../../../shared/brief/check.ts'
import { blockText, walkBlocks } from '../../../shared/brief/walk.ts'
import type { RedactionReport } from '../../../shared/brief/withheld.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { DEFAULT_EXPORT_OPTIONS, type DocumentFormat, type ExportOptions } from '../../../shared/composition/options.ts'
import { redact, type Secret } from '../../../shared/redaction/redact.ts'
import { reportRedaction } from '../../../shared/redaction/report.ts'
import { runCoverageWorker, runScanWorker } from '../../pdf/run-worker.ts'
import type { Uncovered } from '../../pdf/uncovered.ts'
import type { KeyRing } from '../../sign/key-ring.ts'
import { storageError, writeDurably } from '../../store/durable.ts'
import { sha256 } from '../../store/hash.ts'
import type { OpenCase } from '../open-case.ts'
import { exportInput } from './input.ts'

/** What is asked of an export. */
export interface ExportRequest {
  briefId: string
  path: string
  options: ExportOptions
  acceptFindings: boolean
}

/** What exporting needs besides the case. */
export interface ExportDeps {
  pdfWorker: URL
  generator: string
  ring: KeyRing
  now: () => Date
  onProgress: (progress: ExportProgress) => void
  signal: AbortSignal
}

/** An export that is past the gate. */
export interface Prepared {
  /** What it is made from: in a redacted export without what is withheld. */
  input: ExportInput
  /** What the finished file must not hold; null where nothing is withheld. */
  secrets: Secret[] | null
  /** As found before anything was withheld. */
  findings: Finding[]
  title: string
}

/** What every export begins with: the brief as it is on disk, verified, past the gate, redacted if asked for. */
export async function prepareExport(
  open: OpenCase,
  { briefId, options, acceptFindings }: Omit<ExportRequest, 'path'>,
  deps: ExportDeps
): Promise<Prepared> {
  deps.onProgress({ stage: 'verify', fraction: 0 })
  const whole = await exportInput(open, briefId, options, deps.generator)
  const findings = await allFindings(whole, deps.pdfWorker, deps.signal)
  if (findings.length > 0 && !acceptFindings) {
    const count = findings.length
    throw new DossierError(
      'findings',
      `${count === 1 ? 'One thing needs' : `${count} things need`} a look before this brief is exported. Nothing was written.`
    )
  }
  const { title } = whole.brief
  if (!options.redacted) return { input: whole, secrets: null, findings, title }
  return { ...redact(whole), findings, title }
}

/**
 * What every export ends with: the search of a redacted one for what is withheld, then the finished bytes on the disk, whole or
 * not at all, and a line in the log.
 */
export async function finishExport(
  open: OpenCase,
  { input, secrets, findings, title }: Prepared,
  { path, format, bytes }: { path: string; format: 'pdf' | DocumentFormat; bytes: Uint8Array },
  deps: ExportDeps
): Promise<Omit<ExportReport, 'pages' | 'signature'>> {
  if (secrets !== null) {
    const { kind, what } = SEARCHED[format]
    await runScanWorker(deps.pdfWorker, { bytes, secrets, kind, what }, { signal: deps.signal })
  }
  if (deps.signal.aborted) throw new DossierError('cancelled', 'The export was cancelled. Nothing was written.')
  deps.onProgress({ stage: 'write', fraction: 0 })
  try {
    await writeDurably(path, bytes)
  } catch (error) {
    throw storageError(error, `“${basename(path)}”`, 'A file of that name, if there was one, is unchanged.')
  }
  const hash = sha256(bytes)
  const head = await open.store.log({
    action: 'brief-exported',
    subject: input.brief.id,
    detail: { title, format, sha256: hash, findings: findings.length, redacted: secrets !== null }
  })
  deps.onProgress({ stage: 'write', fraction: 1 })
  return { path, sha256: hash, bytes: bytes.length, findings, logHead: head?.sha256 ?? null }
}

const SEARCHED: Record<'pdf' | DocumentFormat, { kind: 'pdf' | 'zip' | 'text'; what: string }> = {
  pdf: { kind: 'pdf', what: 'PDF' },
  docx: { kind: 'zip', what: 'Word file' },
  html: { kind: 'text', what: 'HTML file' },
  markdown: { kind: 'text', what: 'Markdown file' },
  'csl-json': { kind: 'text', what: 'CSL-JSON file' },
  annotations: { kind: 'text', what: 'file of annotations' }
}

/**
 * Checks a brief as `brief.check` does, and what only an export shows: characters that no font here has.
 * @throws DossierError `damaged` when a cited source can't be read
 */
export async function checkExport(
  open: OpenCase,
  request: { briefId: string; options: ExportOptions },
  pdfWorker: URL
): Promise<BriefCheck> {
  const input = await exportInput(open, request.briefId, request.options, '')
  return { ...input.check, findings: await allFindings(input, pdfWorker) }
}

/** What a redacted export of a brief would hide. Nothing is written. */
export async function previewRedaction(open: OpenCase, briefId: string, generator: string): Promise<RedactionReport> {
  return reportRedaction(await exportInput(open, briefId, { ...DEFAULT_EXPORT_OPTIONS, redacted: true }, generator))
}

async function allFindings(input: ExportInput, pdfWorker: URL, signal?: AbortSignal): Promise<Finding[]> {
  const lacking = await runCoverageWorker(pdfWorker, input, signal ? { signal } : {})
  return [...input.check.findings, ...lacking.map((each) => uncoveredFinding(each, input.brief))]
}

function uncoveredFinding({ character, codePoint, count, where }: Uncovered, brief: Brief): Finding {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  const placed = [...walkBlocks(brief.doc)].find(({ node }) => blockText(node).includes(character))
  const often = count === 1 ? 'it is' : `its ${count} uses are`
  return {
    code: 'uncovered-character',
    nodeId: placed?.node.attrs.id ?? null,
    section: where,
    excerpt: character,
    message: `No font here has ${code} (${character}); ${often} printed as [${code}].`
  }
}
