import type { Failure, Result } from '../../../shared/errors/errors.ts'

export type SaveState =
  | { phase: 'saved'; at: string | null }
  | { phase: 'waiting' }
  | { phase: 'saving' }
  | { phase: 'failed'; failure: Failure }

export interface SaveQueueOptions<T> {
  /** Takes what is to be saved, as it is at that moment. */
  take: () => T
  send: (value: T) => Promise<Result<{ savedAt: string }>>
  onState: (state: SaveState) => void
  /** Milliseconds without a change after which it saves. */
  quiet?: number
  /** Milliseconds after the first unsaved change at which it saves at the latest. */
  ceiling?: number
}

/**
 * Saves what changes, debounced with a ceiling, one save at a time. A change that comes while a save is under way is
 * saved after it; a save that fails leaves the change waiting, and the next change, `flush` or `retry` tries again. "Saved" is
 * reported only when an acknowledged save holds everything.
 */
export class SaveQueue<T> {
  readonly #options: Required<SaveQueueOptions<T>>
  #changes = 0
  #acknowledged = 0
  #firstAt: number | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #running: Promise<void> | null = null
  #savedAt: string | null = null

  constructor(options: SaveQueueOptions<T>) {
    this.#options = { quiet: 300, ceiling: 2000, ...options }
  }

  /** True when something has changed that no acknowledged save holds. */
  get unsaved(): boolean {
    return this.#changes > this.#acknowledged
  }

  /** Notes that something has changed. Cheap: called for every key. */
  touch(): void {
    this.#changes += 1
    if (this.#running) return
    const now = Date.now()
    if (this.#firstAt === null) {
      this.#firstAt = now
      this.#options.onState({ phase: 'waiting' })
    }
    this.#arm(Math.min(this.#options.quiet, this.#firstAt + this.#options.ceiling - now))
  }

  /** Saves at once what is unsaved. Resolves to true when everything is acknowledged, to false when a save failed. */
  async flush(): Promise<boolean> {
    if (this.#running) await this.#running
    if (this.unsaved) await this.#save()
    return !this.unsaved
  }

  /** Stops the timer. What is unsaved stays unsaved: flush first. */
  dispose(): void {
    this.#disarm()
  }

  #arm(delay: number): void {
    this.#disarm()
    this.#timer = setTimeout(() => void this.#save(), Math.max(0, delay))
  }

  #disarm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  async #save(): Promise<void> {
    while (this.#running) await this.#running
    if (!this.unsaved) return
    this.#running = this.#send()
    await this.#running
  }

  async #send(): Promise<void> {
    this.#disarm()
    this.#firstAt = null
    const holds = this.#changes
    this.#options.onState({ phase: 'saving' })
    let result: Result<{ savedAt: string }>
    try {
      result = await this.#options.send(this.#options.take())
    } catch (error) {
      result = { ok: false, error: { code: 'internal', message: unexpected(error) } }
    }
    this.#running = null
    if (!result.ok) {
      this.#options.onState({ phase: 'failed', failure: result.error })
      return
    }
    this.#acknowledged = holds
    this.#savedAt = result.value.savedAt
    if (!this.unsaved) {
      this.#options.onState({ phase: 'saved', at: this.#savedAt })
      return
    }
    this.#firstAt = Date.now()
    this.#options.onState({ phase: 'waiting' })
    this.#arm(this.#options.quiet)
  }
}

function unexpected(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `The brief could not be saved (${reason}). Your text is kept in this window. Try again.`
}
