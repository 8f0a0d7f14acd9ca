import type { Worker } from 'node:worker_threads'

/** Wall time after which a file is given up whatever it took: so many times what it may take of a processor. */
const FAR = 10

/** What is asked of a thread. */
export type Measured = Pick<Worker, 'cpuUsage'> & { performance: Pick<Worker['performance'], 'eventLoopUtilization'> }

/** Milliseconds that went by, and those that the whole process had of processors. */
export interface Clock {
  wallMs: () => number
  processMs: () => number
}

const CLOCK: Clock = {
  wallMs: () => performance.now(),
  processMs: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
}

/**
 * Measures what a thread takes for a job: its own processor time, so that a machine that is busy with other work costs a good file nothing, and the time for which it merely waits.
 * A thread in a long native call tells nothing; what the whole process took meanwhile counts then.
 */
export class Effort {
  readonly #thread: Measured
  readonly #clock: Clock
  readonly #limitMs: number
  readonly #start: number
  readonly #idleAtStart: number
  #base: number | null = null
  #taken = 0
  #process: number
  #asked = false

  constructor(thread: Measured, limitMs: number, clock: Clock = CLOCK) {
    this.#thread = thread
    this.#clock = clock
    this.#start = clock.wallMs()
    this.#process = clock.processMs()
    this.#limitMs = limitMs
    this.#idleAtStart = thread.performance.eventLoopUtilization().idle
    this.#ask()
  }

  /** True when the job took more than it may: of a processor, of waiting, or ten times as much altogether. */
  isSpent(): boolean {
    this.#ask()
    const unknown = this.#asked ? Math.max(0, this.#clock.processMs() - this.#process) : 0
    const idle = this.#thread.performance.eventLoopUtilization().idle - this.#idleAtStart
    const wall = this.#clock.wallMs() - this.#start
    // Whose time that was isn't known: only as much as the whole limit is taken for the thread's.
    return this.#taken > this.#limitMs || unknown > this.#limitMs || idle > this.#limitMs || wall > this.#limitMs * FAR
  }

  #ask(): void {
    if (this.#asked) return
    this.#asked = true
    this.#thread.cpuUsage().then(
      ({ user, system }) => {
        const now = (user + system) / 1000
        this.#base ??= now
        this.#taken = now - this.#base
        this.#process = this.#clock.processMs()
        this.#asked = false
      },
      () => {
        // The thread has ended, which its job hears of.
      }
    )
  }
}
