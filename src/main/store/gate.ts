/**
 * Lets changes of a case pass, many at a time, and holds them back while something needs the case to stand still.
 */
export class Gate {
  readonly #passing = new Set<Promise<unknown>>()
  #held: Promise<void> | null = null

  /** Does a change, as soon as nothing holds it back. */
  async pass<T>(change: () => Promise<T>): Promise<T> {
    while (this.#held) await this.#held
    const passing = change()
    this.#passing.add(passing)
    try {
      return await passing
    } finally {
      this.#passing.delete(passing)
    }
  }

  /** Waits for the changes under way, then does its work while no other is begun. Holders wait for one another. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    while (this.#held) await this.#held
    let open = (): void => undefined
    this.#held = new Promise((resolve) => (open = resolve))
    try {
      await Promise.allSettled(this.#passing)
      return await work()
    } finally {
      this.#held = null
      open()
    }
  }
}
