/** Random numbers that a seed repeats (mulberry32). */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed * 2654435761
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  one<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)]
  }

  /** One of the items, half of the time one of the first two: so that two users meet. */
  often<T>(items: readonly T[]): T | undefined {
    return this.below(2) === 0 ? this.one(items) : this.one(items.slice(0, 2))
  }
}
