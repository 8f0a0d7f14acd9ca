import { Worker } from 'node:worker_threads'
import { DossierError } from '../../shared/api/errors.ts'
import { refuseTooLarge } from './limits.ts'
import type { Extracted, FileHint } from './extracted.ts'
import { Answer } from './job.ts'

/** Extracts files one after another in a thread of its own. */
export interface ImportWorker {
  /**
   * Extracts one file. Rejects with a DossierError: those of `extract`, and `timeout`, `out-of-memory`, `cancelled` or
   * `unreadable` when the thread was ended or died. The next file is served by a fresh thread then.
   */
  extract(bytes: Uint8Array, hint: FileHint, signal?: AbortSignal): Promise<Extracted>
  /** Ends the thread. What still waits is rejected as `cancelled`. */
  close(): Promise<void>
}

/** What one file may cost. */
export interface ImportLimits {
  timeoutMs?: number
  memoryMb?: number
}

type Outcome =
  | { kind: 'answer'; answer: unknown }
  | { kind: 'error'; error: Error }
  | { kind: 'exit' }
  | { kind: 'timeout' }
  | { kind: 'abort' }

/**
 * Makes an import worker from the built (or, under Node 24, source) `worker` module. Its thread starts with the first file
 * and is reused until a file exceeds its time or memory, crashes it, or is cancelled.
 */
export function createImportWorker(
  workerUrl: URL,
  { timeoutMs = 30_000, memoryMb = 1024 }: ImportLimits = {}
): ImportWorker {
  let thread: Worker | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let lastId = 0
  const closing = new AbortController()

  const end = async (): Promise<void> => {
    const ended = thread
    thread = null
    await ended?.terminate()
  }

  const run = async (bytes: Uint8Array, hint: FileHint, signal: AbortSignal): Promise<Extracted> => {
    if (signal.aborted) throw cancelled(hint.name)
    thread ??= startThread(workerUrl, memoryMb)
    const id = ++lastId
    const outcome = await settle(thread, { id, bytes, hint }, timeoutMs, signal)
    const answer = outcome.kind === 'answer' ? Answer.safeParse(outcome.answer) : null
    if (!answer?.success || answer.data.id !== id) {
      await end()
      throw failure(outcome, hint.name, timeoutMs, memoryMb)
    }
    if (answer.data.ok) return answer.data.value
    throw new DossierError(answer.data.error.code, answer.data.error.message)
  }

  return {
    extract(bytes, hint, signal) {
      const combined = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      const result = queue.then(() => {
        refuseTooLarge(bytes.length, hint.name)
        return run(bytes, hint, combined)
      })
      queue = result.catch(() => null)
      return result
    },
    async close() {
      closing.abort()
      await queue
      await end()
    }
  }
}

function startThread(url: URL, memoryMb: number): Worker {
  const thread = new Worker(url, {
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMb,
      maxYoungGenerationSizeMb: Math.min(64, memoryMb),
      stackSizeMb: 4
    },
    execArgv: [],
    env: {},
    stdin: false
  })
  // An idle thread must not keep the program running.
  thread.unref()
  return thread
}

/** Waits for whatever comes first: an answer, an error, the thread's end, the time limit or the abort. */
function settle(
  thread: Worker,
  job: { id: number; bytes: Uint8Array; hint: FileHint },
  timeoutMs: number,
  signal: AbortSignal
): Promise<Outcome> {
  return new Promise<Outcome>((resolve) => {
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      signal.removeEventListener('abort', onAbort)
      thread.on('error', ignoreLateError).unref()
      resolve(outcome)
    }
    const onMessage = (answer: unknown): void => finish({ kind: 'answer', answer })
    const onError = (error: Error): void => finish({ kind: 'error', error })
    const onExit = (): void => finish({ kind: 'exit' })
    const onAbort = (): void => finish({ kind: 'abort' })
    const timer = setTimeout(() => finish({ kind: 'timeout' }), timeoutMs)
    thread.off('error', ignoreLateError)
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    thread.ref()
    signal.addEventListener('abort', onAbort)
    thread.postMessage(job)
  })
}

/** An error of a thread between two files shows at the next file, as its exit. */
function ignoreLateError(): void {
  return
}

function cancelled(name: string): DossierError {
  return new DossierError(
    'cancelled',
    `Importing “${name}” was cancelled. Nothing was imported from it; what was imported before is kept.`
  )
}

function failure(outcome: Outcome, name: string, timeoutMs: number, memoryMb: number): DossierError {
  const kept = 'Nothing was imported from it; the file is unchanged and the import goes on with the others.'
  switch (outcome.kind) {
    case 'abort':
      return cancelled(name)
    case 'timeout':
      return new DossierError(
        'timeout',
        `Reading “${name}” took longer than ${Math.round(timeoutMs / 1000)} seconds and was stopped. ${kept} Paste its text instead.`
      )
    case 'error':
      if ('code' in outcome.error && outcome.error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        return new DossierError(
          'out-of-memory',
          `Reading “${name}” needed more than ${memoryMb} MB of memory and was stopped. ${kept} Paste its text instead.`
        )
      }
      return new DossierError(
        'unreadable',
        `“${name}” could not be read (${outcome.error.message.slice(0, 200)}). ${kept}`,
        { cause: outcome.error }
      )
    case 'exit':
    case 'answer':
      return new DossierError('unreadable', `“${name}” could not be read: the importer stopped. ${kept}`)
  }
}
