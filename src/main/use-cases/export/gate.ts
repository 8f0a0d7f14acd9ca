import type { ExportProgress } from '../../../shared/composition/export-report.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { Brief } from '../../../shared/brief/brief.ts'
import type { BriefCheck, Finding } from '../../../shared/brief/check.ts'
import { blockText, walkBlocks } from '../../../shared/brief/walk.ts'
import { decideNear, type NearForm, type RedactionReport } from '../../../shared/brief/withheld.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { DEFAULT_EXPORT_OPTIONS, type DocumentFormat, type ExportOptions } from '../../../shared/composition/options.ts'
import { nearForms } from '../../../shared/redaction/near.ts'
import { placeOfSecret } from '../../../shared/redaction/places.ts'
import type { HeldOriginals } from '../../../shared/redaction/plan.ts'
import { redact, toBeSearched, type Secret } from '../../../shared/redaction/redact.ts'
import { reportRedaction } from '../../../shared/redaction/report.ts'
import { runCoverageWorker, runOriginalsWorker, runScanWorker } from '../../export-worker/run-worker.ts'
import type { Uncovered } from '../../pdf/typeset/uncovered.ts'
import type { Original } from '../../redaction/originals.ts'
import { leaked } from '../../redaction/leak.ts'
import type { KeyRing } from '../../sign/key-ring.ts'
import type { OpenCase } from '../open-case.ts'
import { exportInput } from './input.ts'
import { refuseTellingNames } from './names.ts'

/** What is asked of an export. */
export interface ExportRequest {
  briefId: string
  options: ExportOptions
  acceptFindings: boolean
  /** Show what is like withheld words. */
  acceptNear?: boolean | undefined
  /** Where the files are to stand. */
  paths: readonly string[]
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
  { briefId, options, acceptFindings, acceptNear, paths }: ExportRequest,
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
  refuseTellingNames(whole, paths, acceptNear === true)
  const near = nearForms(whole)
  if (acceptNear !== true) refuseNear(near.length)
  const withheld = near.reduce((list, each) => decideNear(list, each, false), whole.brief.withheld)
  const decided = { ...whole, brief: { ...whole.brief, withheld } }
  return { ...redact(decided, await searchOriginals(open, decided, deps)), findings, title }
}

/** @throws DossierError `near-forms` when there are any */
function refuseNear(count: number): void {
  if (count === 0) return
  throw new DossierError(
    'near-forms',
    `The redacted export would show ${count === 1 ? 'one form' : `${count} forms`} like withheld words. Nothing was written. Look at ${count === 1 ? 'it' : 'them'}, withhold what gives something away and leave the rest, then export again.`
  )
}

/** Searches the stored files of the sources whose hashes an export would tell, some at a time. */
async function searchOriginals(open: OpenCase, input: ExportInput, deps: ExportDeps): Promise<HeldOriginals> {
  const { secrets, sourceIds } = toBeSearched(input)
  const held = new Map<string, string | null>()
  let batch: Original[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const job = { originals: batch, secrets }
    for (const { sourceId, about } of await runOriginalsWorker(deps.pdfWorker, job, { signal: deps.signal })) {
      held.set(sourceId, about)
    }
    batch = []
    size = 0
  }
  if (secrets.length === 0) return held
  for (const sourceId of sourceIds) {
    const bytes = await originalOf(open, sourceId)
    if (bytes === null) {
      // What can't be searched isn't told of.
      held.set(sourceId, null)
      continue
    }
    if (size + bytes.length > MOST_AT_ONCE) await flush()
    batch.push({ sourceId, bytes })
    size += bytes.length
  }
  await flush()
  return held
}

/** The bytes of a source's original; null when they aren't there. */
async function originalOf(open: OpenCase, sourceId: string): Promise<Uint8Array | null> {
  try {
    return await open.store.original(sourceId)
  } catch (error) {
    if (error instanceof DossierError) return null
    throw error
  }
}

/** A finished export that isn't written yet. */
export interface Made {
  format: 'pdf' | DocumentFormat
  path: string
  bytes: Uint8Array
}

/**
 * Searches a finished redacted export for what is withheld.
 * @throws DossierError `leak` when it holds any, with its place in the brief
 */
export async function refuseLeaks(
  { input, secrets }: Prepared,
  { format, bytes }: Made,
  deps: ExportDeps
): Promise<void> {
  if (secrets === null) return
  const { kind, what } = SEARCHED[format]
  const leaks = await runScanWorker(deps.pdfWorker, { bytes, secrets, kind, what }, { signal: deps.signal })
  if (leaks.length > 0) throw leaked(leaks, what, (about) => placeOfSecret(input, secrets, about))
}

/** Bytes of originals that are searched at once. */
const MOST_AT_ONCE = 64 << 20

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

/** What a redacted export of a brief would show that is like withheld words, and of which nobody has decided. */
export async function findNearForms(open: OpenCase, briefId: string): Promise<NearForm[]> {
  return nearForms(await exportInput(open, briefId, { ...DEFAULT_EXPORT_OPTIONS, redacted: true }, ''))
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
