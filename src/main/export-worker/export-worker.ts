import { Worker } from 'node:worker_threads'
import type { ExportProgress } from '../../shared/composition/export-report.ts'
import { endThread } from '../base/end-thread.ts'
import { Turns } from '../base/turns.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { systemFailure } from '../../shared/errors/system-error.ts'
import type { FromWorker, JobName, Jobs, StartedWith, ToWorker } from './protocol.ts'

export interface RunOptions {
  onProgress?: (progress: ExportProgress) => void
  /** Ends the thread at once, in whatever it is. */
  signal?: AbortSignal
  /** Gives an export the original of a source; null when it can't be had. */
  original?: (sourceId: string) => Promise<Uint8Array | null>
}

/** Memory that a worker may use, in MiB: 500 pages need about 400. */
const MOST_MEMORY = 3072

/** Memory for new objects, in MiB. Left to itself it grows to five times this, which makes nothing faster. */
const YOUNG_MEMORY = 24

/**
 * The thread that makes exports: started for the first job and kept for the next, with all that it has loaded, until it is ended. What a
 * job was given is in no other thread, and goes with it.
 *
 * A job that is cancelled, and one that fails otherwise than by an error it can tell, take the thread with them; the next job starts a new
 * one.
 */
export class ExportWorker {
  readonly #url: URL
  #thread: Worker | null = null
  /** What tells threads that they are ended; see `StartedWith`. */
  readonly #flags = new WeakMap<Worker, Int32Array>()
  /** Rejects the job that is being done. */
  #fail: (() => void) | null = null
  readonly #turns = new Turns()
  /** Resolves when the thread is gone that was ended last. */
  #gone: Promise<unknown> = Promise.resolve()
  /** How often it was ended: what was asked before isn't begun after. */
  #ends = 0

  /** `url` is the built `pdf-worker.js` or this folder's `worker.ts`. */
  constructor(url: URL) {
    this.#url = url
  }

  /** Starts the thread, which then loads what makes the formats. Nothing is changed when it runs already. */
  warm(...formats: string[]): void {
    this.#start(formats)
  }

  /**
   * Does a job in the thread, after those that it was given before.
   *
   * Rejects with a `DossierError`: as the job does, `cancelled` when the signal aborts or the worker is ended, `out-of-memory` when the
   * brief is too large, `internal` when the thread fails. Nothing is written in any case.
   */
  run<N extends JobName>(name: N, given: Jobs[N]['given'], options: RunOptions = {}): Promise<Jobs[N]['result']> {
    const ends = this.#ends
    return this.#turns.run(() => {
      if (options.signal?.aborted || ends !== this.#ends) throw cancelled(TASKS[name])
      return this.#run(name, given, options)
    })
  }

  /** Ends the thread, the job that it does and those that wait; resolves when nothing of them is left. The next job starts a new one. */
  async end(): Promise<void> {
    this.#ends++
    this.#fail?.()
    if (this.#thread) this.#terminate(this.#thread)
    await this.#gone
  }

  #run<N extends JobName>(
    name: N,
    given: Jobs[N]['given'],
    { onProgress, signal, original }: RunOptions
  ): Promise<Jobs[N]['result']> {
    const what = TASKS[name]
    return new Promise((resolve, reject) => {
      const thread = this.#start([])
      const settle = (): void => {
        signal?.removeEventListener('abort', abort)
        thread.off('message', hear).off('error', fail).off('exit', exit)
        // An idle thread doesn't keep the program from ending.
        thread.unref()
        this.#fail = null
      }
      const fail = (error: Error): void => {
        settle()
        this.#terminate(thread)
        reject(error instanceof DossierError ? error : crashed(name, error))
      }
      const exit = (): void => {
        fail(new Error('it ended early'))
      }
      const abort = (): void => {
        fail(cancelled(what))
      }
      const hear = (message: FromWorker): void => {
        switch (message.type) {
          case 'progress':
            onProgress?.(message.progress)
            break
          case 'ask-original':
            original!(message.sourceId).then((bytes) => {
              tell(thread, { type: 'original', bytes })
            }, fail)
            break
          case 'failed':
            settle()
            reject(new DossierError(message.failure.code, message.failure.message))
            break
          case 'done':
            settle()
            resolve(message.result as Jobs[N]['result'])
        }
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.#fail = () => {
        fail(cancelled(what))
      }
      thread.on('message', hear).on('error', fail).on('exit', exit)
      thread.ref()
      tell(thread, { type: 'job', name, given } as ToWorker)
    })
  }

  #terminate(thread: Worker): void {
    if (this.#thread === thread) this.#thread = null
    Atomics.store(this.#flags.get(thread)!, 0, 1)
    this.#gone = Promise.all([this.#gone, endThread(thread, () => tell(thread, { type: 'end' }))])
  }

  #start(formats: readonly string[]): Worker {
    if (this.#thread) return this.#thread
    const ended = new Int32Array(new SharedArrayBuffer(4))
    const thread = new Worker(this.#url, {
      workerData: { formats, ended } satisfies StartedWith,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: YOUNG_MEMORY }
    })
    const forget = (): void => {
      if (this.#thread === thread) this.#thread = null
    }
    // Between jobs there is nobody to tell, and after one its outcome is known: neither ends the program.
    thread.on('error', forget).on('exit', forget)
    thread.unref()
    this.#flags.set(thread, ended)
    this.#thread = thread
    return thread
  }
}

function tell(thread: Worker, message: ToWorker): void {
  thread.postMessage(message)
}

/** What a job is, for people. */
const TASKS: Record<JobName, string> = {
  export: 'Making the export',
  check: 'Looking for characters that can’t be printed',
  verify: 'Verifying the PDF'
}

const KEPT = 'No file was written and the brief is unchanged.'

function cancelled(what: string): DossierError {
  return new DossierError('cancelled', `${what} was cancelled. ${KEPT}`)
}

function crashed(name: JobName, error: unknown): DossierError {
  const what = TASKS[name]
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const [kept, advice] =
      name === 'verify'
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
