import { Worker } from 'node:worker_threads'
import { DossierError } from '../../shared/errors/errors.ts'
import { systemFailure } from '../../shared/errors/system-error.ts'
import { endThread } from '../base/end-thread.ts'
import type { FromWorker, JobName, Jobs, ToWorker } from './protocol.ts'

/** SQLite can’t read the index any more; it has to be made anew, of which nothing is lost. */
export class IndexDamaged extends Error {}

interface Waiting {
  resolve: (result: never) => void
  reject: (error: Error) => void
}

/** The thread that holds the index of a case. It does what it’s asked one after the other. */
export class SearchThread {
  readonly #thread: Worker
  readonly #waiting = new Map<number, Waiting>()
  #last = 0
  #failure: Error | null = null

  /** `url` is the built `search-worker.js` or this folder's `worker.ts`. */
  constructor(url: URL) {
    this.#thread = new Worker(url)
    this.#thread
      .on('message', (message: FromWorker) => this.#hear(message))
      .on('error', (error: Error) => this.#fail(error))
      .on('exit', () => this.#fail(new Error('The thread ended early.')))
    this.#thread.unref()
  }

  /**
   * Asks the index. Rejects with `IndexDamaged`, with a `DossierError` of the system's (`io`, `disk-full`), or `internal` when the thread fails.
   */
  ask<N extends JobName>(name: N, given: Jobs[N]['given'], moved: ArrayBuffer[] = []): Promise<Jobs[N]['result']> {
    if (this.#failure) return Promise.reject(this.#failure)
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      // Only while something is asked does the thread keep the program from ending.
      this.#thread.ref()
      this.#thread.postMessage({ id, name, given } as ToWorker, moved)
    })
  }

  /** Ends the thread; what was asked and isn't answered is rejected. */
  async end(): Promise<void> {
    this.#failure ??= new DossierError(
      'no-case',
      'The case was closed while it was searched. Open it and search again.'
    )
    await endThread(this.#thread, () => this.#thread.postMessage('end' satisfies ToWorker))
  }

  #hear(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (this.#waiting.size === 0) this.#thread.unref()
    if (!waiting) return
    if ('result' in message) waiting.resolve(message.result as never)
    else waiting.reject(errorOf(message.failed))
  }

  #fail(error: Error): void {
    this.#failure ??= new DossierError(
      'internal',
      `The search failed: ${error.message}. Nothing of the case was changed. Open the case again; if it fails again, please report it.`,
      { cause: error }
    )
    for (const { reject } of this.#waiting.values()) reject(this.#failure)
    this.#waiting.clear()
  }
}

function errorOf({ damaged, message, code }: { damaged: boolean; message: string; code: string | undefined }): Error {
  if (damaged) return new IndexDamaged(message)
  const refused = systemFailure(Object.assign(new Error(message), { code }))
  const said = refused
    ? `${refused.because}, so the search index couldn’t be written. Nothing of the case was changed. ${refused.advice}`
    : `The search index couldn’t be written: ${message}. Nothing of the case was changed. Try again.`
  return new DossierError(refused?.code ?? 'io', said)
}
