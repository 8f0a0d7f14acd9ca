import { Worker } from 'node:worker_threads'
import { endThread } from '../../base/end-thread.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import { toDossierError } from '../../../shared/errors/system-error.ts'
import { Effort } from './effort.ts'
import { Answer, END, type Job } from './job.ts'

/** What one file may cost. */
export interface ImportLimits {
  /** Of a processor, in milliseconds; as much of waiting. */
  timeoutMs?: number
  memoryMb?: number
}

/** What a thread does, as its failures tell it. */
interface Doing {
  cancelled(name: string): DossierError
  /** What became of the file, and of what else was to be done. */
  kept: string
  /** What to do when it takes too much. */
  instead: string
}

export const IMPORTING: Doing = {
  cancelled: (name) =>
    new DossierError(
      'cancelled',
      `Importing “${name}” was cancelled. Nothing was imported from it; what was imported before is kept.`
    ),
  kept: 'Nothing was imported from it; the file is unchanged and the import goes on with the others.',
  instead: 'Paste its text instead.'
}

export const RECOGNISING: Doing = {
  cancelled: (name) =>
    new DossierError(
      'cancelled',
      `Recognising the text of “${name}” was cancelled. It has the text that it had; what was recognised before is kept.`
    ),
  kept: 'The source has the text that it had, and its original is unchanged.',
  instead: 'Recognise its text with another program, and import that.'
}

const MEGABYTE = 1 << 20
/** Milliseconds between two looks at memory and time. */
const WATCH_EVERY = 100
/** Megabytes that an idle thread's heap may keep; most pages leave it with 100. */
const LARGEST_HEAP = 150
/** Longest wait for a thread to end: one in a long native call can't be interrupted, and the next file needn't wait for it. */
const LONGEST_END = 1_000

type Outcome =
  | { kind: 'answer'; answer: unknown }
  | { kind: 'error'; error: Error }
  | { kind: 'exit' }
  | { kind: 'timeout' }
  | { kind: 'memory' }
  | { kind: 'abort' }

type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>

type Asked<K extends Job['kind']> = Omit<Extract<Job, { kind: K }>, 'id'>

/** A thread that answers one job after the other, started when it's needed and ended when it misbehaves. */
export class ImportThread {
  readonly #url: URL
  readonly #limits: Required<ImportLimits>
  readonly #doing: Doing
  #thread: Worker | null = null
  #lastId = 0

  constructor(url: URL, limits: Required<ImportLimits>, doing: Doing) {
    this.#url = url
    this.#limits = limits
    this.#doing = doing
  }

  /** False before its first job, and once it was given up. */
  get isRunning(): boolean {
    return this.#thread !== null
  }

  async ask<K extends Job['kind']>(
    asked: Asked<K> & Pick<Job, 'kind' | 'hint'>,
    signal: AbortSignal
  ): Promise<AnswerOf<K>> {
    const { name } = asked.hint
    if (signal.aborted) throw this.#doing.cancelled(name)
    this.#thread ??= startThread(this.#url, this.#limits.memoryMb)
    const id = ++this.#lastId
    const outcome = await settle(this.#thread, { ...asked, id }, this.#limits, signal)
    const answer = outcome.kind === 'answer' ? Answer.safeParse(outcome.answer).data : undefined
    if (answer?.id !== id || (answer.kind !== asked.kind && answer.kind !== 'failed')) {
      await this.end(outcome.kind === 'abort' ? 'ask' : 'stop')
      throw failure(outcome, name, this.#limits, this.#doing)
    }
    if (asked.kind === 'read') await this.#renew()
    if (answer.kind === 'failed') throw new DossierError(answer.error.code, answer.error.message)
    return answer as AnswerOf<K>
  }

  /** A heap doesn't shrink again: after a file that needed much of it the next one gets a thread of its own. */
  async #renew(): Promise<void> {
    const thread = this.#thread
    if (!thread) return
    // Its answer has to be waited for, although an idle thread keeps no program running.
    thread.ref()
    // A thread that ended behind its answer can't say; the next file gets another one.
    const heap = await thread.getHeapStatistics().catch(() => null)
    thread.unref()
    if (heap === null || heap.total_heap_size > LARGEST_HEAP * MEGABYTE) await this.end()
  }

  /** Ends the thread: asked, or stopped at once where each moment more costs time or memory. */
  async end(how: 'ask' | 'stop' = 'ask'): Promise<void> {
    const ended = this.#thread
    this.#thread = null
    if (!ended) return
    const gone = how === 'stop' ? ended.terminate() : endThread(ended, () => ended.postMessage(END))
    let timer: NodeJS.Timeout | undefined
    await Promise.race([gone, new Promise((passed) => (timer = setTimeout(passed, LONGEST_END)))])
    clearTimeout(timer)
  }
}

function startThread(url: URL, memoryMb: number): Worker {
  const thread = new Worker(url, {
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMb,
      // Collected more often, it keeps the process smaller by a tenth than with four times as much, and takes no longer.
      maxYoungGenerationSizeMb: Math.min(8, memoryMb),
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

/**
 * Waits for whatever comes first: an answer, an error, the thread's end, the time limit, the abort, or the process growing by more than the memory
 * limit: the thread's own limit doesn't count what lies outside its heap, such as inflated data.
 */
function settle(
  thread: Worker,
  job: { id: number },
  { timeoutMs, memoryMb }: Required<ImportLimits>,
  signal: AbortSignal
): Promise<Outcome> {
  return new Promise<Outcome>((resolve) => {
    const finish = (outcome: Outcome): void => {
      clearInterval(watch)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      signal.removeEventListener('abort', onAbort)
      thread.on('error', ignoreLateError).unref()
      resolve(outcome)
    }
    const onMessage = (answer: unknown): void => finish({ kind: 'answer', answer })
    const onError = (error: Error): void => finish({ kind: 'error', error })
    const onExit = (): void => finish({ kind: 'exit' })
    const onAbort = (): void => finish({ kind: 'abort' })
    const effort = new Effort(thread, timeoutMs)
    const most = process.memoryUsage.rss() + memoryMb * MEGABYTE
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) finish({ kind: 'memory' })
      else if (effort.isSpent()) finish({ kind: 'timeout' })
    }, WATCH_EVERY)
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

function failure(
  outcome: Outcome,
  name: string,
  { timeoutMs, memoryMb }: Required<ImportLimits>,
  doing: Doing
): DossierError {
  const { kept, instead } = doing
  switch (outcome.kind) {
    case 'abort':
      return doing.cancelled(name)
    case 'timeout':
      return new DossierError(
        'timeout',
        `Reading “${name}” took more than ${Math.round(timeoutMs / 1000)} seconds of work and was stopped. ${kept} ${instead}`
      )
    case 'memory':
      return tooHungry(name, memoryMb, doing)
    case 'error':
      if ('code' in outcome.error && outcome.error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        return tooHungry(name, memoryMb, doing)
      return (
        toDossierError(outcome.error, { what: `“${name}”`, done: 'read', kept }) ??
        new DossierError('unreadable', `“${name}” could not be read: the importer stumbled over it. ${kept}`, {
          cause: outcome.error
        })
      )
    case 'exit':
    case 'answer':
      return new DossierError('unreadable', `“${name}” could not be read: the importer stopped. ${kept}`)
  }
}

function tooHungry(name: string, memoryMb: number, { kept, instead }: Doing): DossierError {
  return new DossierError(
    'out-of-memory',
    `Reading “${name}” needed more than ${memoryMb} MB of memory and was stopped. ${kept} ${instead}`
  )
}
