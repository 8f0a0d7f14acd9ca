import { MOST_PROBLEMS } from './limits.ts'

/** What a check found. */
export class Findings {
  readonly problems = new Problems('problems')
  readonly warnings = new Problems('notes')
}

/** The first problems as sentences, the rest as a number: a bag can name a million missing files. */
class Problems {
  count = 0
  readonly #what: string
  readonly #sentences: string[] = []

  constructor(what: string) {
    this.#what = what
  }

  add(sentence: string | null): void {
    if (sentence === null || this.#sentences.includes(sentence)) return
    if (this.#sentences.length < MOST_PROBLEMS) this.#sentences.push(sentence)
    this.count++
  }

  list(): string[] {
    const more = this.count - this.#sentences.length
    return more === 0 ? this.#sentences : [...this.#sentences, `There are ${more} more ${this.#what}.`]
  }
}
