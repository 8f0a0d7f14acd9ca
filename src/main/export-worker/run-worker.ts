import { Worker } from 'node:worker_threads'
import type { ExportProgress } from '../../shared/composition/export-report.ts'
import { systemFailure } from '../../shared/errors/system-error.ts'
import { DossierError, type Failure } from '../../shared/errors/errors.ts'
import type { PdfReport } from '../../shared/brief/check.ts'
import { compose } from '../../shared/composition/compose.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { printedTexts } from '../../shared/composition/printed-texts.ts'
import { CERTAIN } from '../pdf/typeset/faces.ts'
import type { Uncovered } from '../pdf/typeset/uncovered.ts'
import type { DocumentFormat } from '../../shared/composition/options.ts'
import type { Secret } from '../../shared/redaction/redact.ts'
import type { HeldOriginal, Original } from '../redaction/originals.ts'
import type { Leak } from '../redaction/leak.ts'
import type { ScannedKind } from '../redaction/scan.ts'

/** What a worker is started for. */
export type WorkerJob =
  | { type: 'render'; input: ExportInput }
  | { type: 'coverage'; input: ExportInput }
  | { type: 'document'; input: ExportInput; format: DocumentFormat }
  | { type: 'verify'; bytes: Uint8Array }
  | { type: 'scan'; bytes: Uint8Array; secrets: Secret[]; kind: ScannedKind; what: string }
  | { type: 'originals'; originals: Original[]; secrets: Secret[] }

type WorkerResult =
  | { type: 'rendered'; bytes: Uint8Array; pages: number }
  | { type: 'covered'; lacking: Uncovered[] }
  | { type: 'written'; bytes: Uint8Array }
  | { type: 'verified'; report: PdfReport }
  | { type: 'scanned'; leaks: Leak[] }
  | { type: 'searched'; held: HeldOriginal[] }

/** What a worker tells. */
export type WorkerMessage =
  WorkerResult | { type: 'progress'; progress: ExportProgress } | { type: 'failed'; failure: Failure }

export interface RunOptions {
  onProgress?: (progress: ExportProgress) => void
  signal?: AbortSignal
}

/** Memory that a worker may use, in MiB: 500 pages need about 400. */
const MOST_MEMORY = 3072

/** Memory for new objects, in MiB. Left to itself it grows to five times this, which makes nothing faster. */
const YOUNG_MEMORY = 24

/**
 * Makes a PDF in a worker thread; see `renderPdf`. `workerUrl` is the built `pdf-worker.js` or this folder's `worker.ts`.
 *
 * Rejects with a `DossierError`: `cancelled` when the signal aborts (the worker is ended at once), `out-of-memory` when
 * the brief is too large, `internal` when the worker fails. Nothing is written in any case.
 */
export async function runPdfWorker(
  workerUrl: URL,
  input: ExportInput,
  options: RunOptions
): Promise<{ bytes: Uint8Array; pages: number }> {
  const result = await run(workerUrl, { type: 'render', input }, options)
  if (result.type !== 'rendered') throw crashed(TASKS.render, new Error(`The worker answered ${result.type}`))
  return { bytes: result.bytes, pages: result.pages }
}

/** Makes a brief in another format in a worker thread; see `renderDocument`. Otherwise as `runPdfWorker`. */
export async function runDocumentWorker(
  workerUrl: URL,
  input: ExportInput,
  format: DocumentFormat,
  options: RunOptions
): Promise<Uint8Array> {
  const result = await run(workerUrl, { type: 'document', input, format }, options)
  if (result.type !== 'written') throw crashed('Making the file', new Error(`The worker answered ${result.type}`))
  return result.bytes
}

/** Verifies a PDF in a worker thread; see `verifyPdf`, whose errors it passes on. Otherwise as `runPdfWorker`. */
export async function runVerifyWorker(workerUrl: URL, bytes: Uint8Array, options: RunOptions): Promise<PdfReport> {
  const result = await run(workerUrl, { type: 'verify', bytes }, options)
  if (result.type !== 'verified') throw crashed(TASKS.verify, new Error(`The worker answered ${result.type}`))
  return result.report
}

/**
 * Finds the characters that no font here has; see `uncovered`. A worker thread is started only for texts that may hold
 * such characters. Otherwise as `runPdfWorker`.
 */
export async function runCoverageWorker(workerUrl: URL, input: ExportInput, options: RunOptions): Promise<Uncovered[]> {
  // Only the worker formats the citations of other styles, and without them a brief can't be composed.
  const known = input.options.citations === 'numbered'
  if (known && printedTexts(compose(input).blocks).every(({ text }) => CERTAIN.test(text))) return []
  const result = await run(workerUrl, { type: 'coverage', input }, options)
  if (result.type !== 'covered') throw crashed(TASKS.coverage, new Error(`The worker answered ${result.type}`))
  return result.lacking
}

/** Searches a finished export in a worker thread; see `findLeaks`, whose errors it passes on. Otherwise as `runPdfWorker`. */
export async function runScanWorker(
  workerUrl: URL,
  job: { bytes: Uint8Array; secrets: Secret[]; kind: ScannedKind; what: string },
  options: RunOptions
): Promise<Leak[]> {
  const result = await run(workerUrl, { type: 'scan', ...job }, options)
  if (result.type !== 'scanned') throw crashed(TASKS.scan, new Error(`The worker answered ${result.type}`))
  return result.leaks
}

/** Searches originals of sources in a worker thread; see `heldOriginals`. Otherwise as `runPdfWorker`. */
export async function runOriginalsWorker(
  workerUrl: URL,
  job: { originals: Original[]; secrets: Secret[] },
  options: RunOptions
): Promise<HeldOriginal[]> {
  const result = await run(workerUrl, { type: 'originals', ...job }, options)
  if (result.type !== 'searched') throw crashed(TASKS.originals, new Error(`The worker answered ${result.type}`))
  return result.held
}

const TASKS: Record<WorkerJob['type'], string> = {
  render: 'Making the PDF',
  coverage: 'Looking for characters that can’t be printed',
  document: 'Making the file',
  verify: 'Verifying the PDF',
  scan: 'Searching the export for what is withheld',
  originals: 'Searching the originals for what is withheld'
}

function run(workerUrl: URL, job: WorkerJob, options: RunOptions): Promise<WorkerResult> {
  const { signal, onProgress } = options
  const what = TASKS[job.type]
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelled(what))
      return
    }
    const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: YOUNG_MEMORY }
    const worker = new Worker(workerUrl, { workerData: job, resourceLimits })
    const settle = (finish: () => void): void => {
      signal?.removeEventListener('abort', abort)
      worker.removeAllListeners()
      // An error that comes after the outcome is known must not end the program.
      worker.on('error', () => undefined)
      void worker.terminate()
      finish()
    }
    const abort = (): void => {
      settle(() => {
        reject(cancelled(what))
      })
    }
    signal?.addEventListener('abort', abort, { once: true })
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') {
        onProgress?.(message.progress)
        return
      }
      settle(() => {
        if (message.type === 'failed') reject(new DossierError(message.failure.code, message.failure.message))
        else resolve(message)
      })
    })
    worker.on('error', (error) => {
      settle(() => {
        reject(crashed(what, error))
      })
    })
    worker.on('exit', () => {
      settle(() => {
        reject(crashed(what, new Error('it ended early')))
      })
    })
  })
}

const KEPT = 'No file was written and the brief is unchanged.'

function cancelled(what: string): DossierError {
  return new DossierError('cancelled', `${what} was cancelled. ${KEPT}`)
}

function crashed(what: string, error: unknown): DossierError {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const [kept, advice] =
      what === TASKS.verify
        ? ['Nothing was changed.', 'The file may have been made to exhaust whoever opens it: don’t rely on it.']
        : [KEPT, 'Divide the brief and export its parts.']
    return new DossierError('out-of-memory', `${what} needs more memory than there is. ${kept} ${advice}`, {
      cause: error
    })
  }
  const refused = systemFailure(error)
  if (refused) {
    const message = `${refused.because}, so ${what.charAt(0).toLowerCase()}${what.slice(1)} failed. ${KEPT} ${refused.advice}`
    return new DossierError(refused.code, message, { cause: error })
  }
  const reason = error instanceof Error ? error.message : String(error)
  const advice = 'Try again; if it fails again, please report it.'
  return new DossierError('internal', `${what} failed: ${reason}. ${KEPT} ${advice}`, { cause: error })
}
