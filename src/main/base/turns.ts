/** Does pieces of work one after the other, in the order in which they are given. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  /** Does a piece of work after those that were given before. The result is its caller's, failed or not; who comes next only waits. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Resolves when all that was given by now is done. */
  async settled(): Promise<void> {
    await this.#last
  }
}
