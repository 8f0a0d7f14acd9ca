/** Holds an import up while it's paused. */
export class Gate {
  #closed: PromiseWithResolvers<unknown> | null = null

  get paused(): boolean {
    return this.#closed !== null
  }

  pause(): void {
    if (this.#closed) return
    this.#closed = Promise.withResolvers()
  }

  resume(): void {
    this.#closed?.resolve(null)
    this.#closed = null
  }

  /** Resolves at once, or when the import goes on. */
  async passed(): Promise<void> {
    while (this.#closed) await this.#closed.promise
  }
}
