import type { ExportProgress } from '../../shared/composition/export-report.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import type { Finding, PdfReport } from '../../shared/brief/check.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import type { ExportJob, ExportOutcome } from './job.ts'

/** What the worker thread does: what it is given, and what comes of it. */
export interface Jobs {
  /** An export, up to finished bytes; see `exportBrief`. */
  export: { given: ExportJob; result: ExportOutcome }
  /** What an export of a brief would show before it is made; see `findingsOf`. */
  check: { given: { input: ExportInput }; result: Finding[] }
  /** A PDF, verified; see `verifyPdf`. */
  verify: { given: { bytes: Uint8Array }; result: PdfReport }
}
export type JobName = keyof Jobs

/** Told to the thread: one job at a time, originals that a job asked for, and that it ends. */
export type ToWorker =
  | { [N in JobName]: { type: 'job'; name: N; given: Jobs[N]['given'] } }[JobName]
  | { type: 'original'; bytes: Uint8Array | null }
  | { type: 'end' }

/** Told by the thread. */
export type FromWorker =
  | { type: 'progress'; progress: ExportProgress }
  | { type: 'ask-original'; sourceId: string }
  | { type: 'done'; result: Jobs[JobName]['result'] }
  | { type: 'failed'; failure: Failure }

/** What a thread is started with: the formats whose libraries it loads at once, before it is asked for any. */
export interface StartedWith {
  formats: readonly string[]
  /** Shared with the thread, and not 0 when nobody waits for what it does any more: work in one go hears no message. */
  ended: Int32Array
}
