/** Holds an import up while it's paused. */
export class PauseToken {
  #held: PromiseWithResolvers<unknown> | null = null

  get paused(): boolean {
    return this.#held !== null
  }

  pause(): void {
    if (this.#held) return
    this.#held = Promise.withResolvers()
  }

  resume(): void {
    this.#held?.resolve(null)
    this.#held = null
  }

  /** Resolves at once, or when the import goes on. */
  async untilResumed(): Promise<void> {
    while (this.#held) await this.#held.promise
  }
}
