/**
 * A lock that many share, or one holds alone: changes of a case run side by side, and wait while something needs the case to stand still.
 */
export class SharedExclusiveLock {
  readonly #sharing = new Set<Promise<unknown>>()
  #held: Promise<void> | null = null

  /** Does a change beside others, as soon as nobody holds the lock alone. */
  async shared<T>(change: () => Promise<T>): Promise<T> {
    while (this.#held) await this.#held
    const sharing = change()
    this.#sharing.add(sharing)
    try {
      return await sharing
    } finally {
      this.#sharing.delete(sharing)
    }
  }

  /** Waits for the changes under way, then does its work while no other is begun. Holders wait for one another. */
  async exclusive<T>(work: () => Promise<T>): Promise<T> {
    while (this.#held) await this.#held
    let open = (): void => undefined
    this.#held = new Promise((resolve) => (open = resolve))
    try {
      await Promise.allSettled(this.#sharing)
      return await work()
    } finally {
      this.#held = null
      open()
    }
  }
}
