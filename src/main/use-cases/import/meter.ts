/** The rate is that of so many milliseconds of work at most. */
const WINDOW = 60_000
/** Below these a rate would be a guess. */
const FEWEST_FILES = 5
const SHORTEST = 1500
/** Times kept at most. */
const MOST = 2000

/** How fast an import goes, pauses left out. */
export class ImportMeter {
  readonly #now: () => number
  /** When files were done, in milliseconds of work. */
  #done: number[] = [0]
  #before = 0
  #since: number | null

  /** `now` gives milliseconds that never go back. */
  constructor(now: () => number) {
    this.#now = now
    this.#since = now()
  }

  pause(): void {
    this.#before = this.#worked()
    this.#since = null
  }

  resume(): void {
    this.#since ??= this.#now()
  }

  /** Counts one file as done. */
  tick(): void {
    const worked = this.#worked()
    this.#done.push(worked)
    while (this.#done.length > MOST || worked - this.#done[1]! > WINDOW) this.#done.shift()
  }

  /** Files a minute lately; null until it can be told. */
  perMinute(): number | null {
    const files = this.#done.length - 1
    const time = this.#worked() - this.#done[0]!
    return files < FEWEST_FILES || time < SHORTEST ? null : (files / time) * 60_000
  }

  /** Seconds that so many files more will take at that rate. */
  remainingSeconds(files: number): number | null {
    const rate = this.perMinute()
    return rate === null || rate === 0 ? null : (files / rate) * 60
  }

  #worked(): number {
    return this.#before + (this.#since === null ? 0 : this.#now() - this.#since)
  }
}
