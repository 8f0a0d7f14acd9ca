import { MOST_PROBLEMS } from './limits.ts'
import { say, type Said } from '../wording/say.ts'

/** What a check found. */
export class Findings {
  readonly problems = new Problems((more) => say('There are {1#} more problems.', more))
  readonly warnings = new Problems((more) => say('There are {1#} more notes.', more))
}

/** The first problems as sentences, the rest as a number: a bag can name a million missing files. */
class Problems {
  count = 0
  readonly #rest: (more: number) => Said
  readonly #sentences: Said[] = []

  constructor(rest: (more: number) => Said) {
    this.#rest = rest
  }

  add(sentence: Said | null): void {
    if (sentence === null || this.#sentences.includes(sentence)) return
    if (this.#sentences.length < MOST_PROBLEMS) this.#sentences.push(sentence)
    this.count++
  }

  list(): Said[] {
    const more = this.count - this.#sentences.length
    return more === 0 ? this.#sentences : [...this.#sentences, this.#rest(more)]
  }
}
