import { hashRuns, RUN } from './fingerprint.ts'
import { sameWord, WORD_WEIGHT, type Words } from './words.ts'

/** A half-open range of a text in UTF-16 units. */
export interface Range {
  start: number
  end: number
}

/** The same words in two texts; punctuation, case, accents and white space may differ. */
export interface Passage {
  a: Range
  b: Range
  /** Number of words; a text without spaces counts two characters (Thai: four) as one. */
  words: number
}

/** A passage by the numbers of its words. */
export interface Run {
  a: number
  b: number
  length: number
}

/** Places in the second text that are tried for words of the first: a bound for texts that repeat themselves. */
const MOST_PLACES = 32

/**
 * The longest runs of words that two texts share, in order of the first text, each at least six words long. No word of the first text is in two
 * of them; a part of the second is when the first repeats it. Takes time in proportion to the texts' lengths.
 */
export function sharedRuns(a: Words, b: Words): Run[] {
  const here = hashRuns(a, RUN)
  const places = new Places(hashRuns(b, RUN))
  const runs: Run[] = []
  let at = 0
  while (at < here.length) {
    const found = longestAt(a, b, at, places, here[at]!, runs.at(-1))
    if (found === null) {
      at++
      continue
    }
    at = found.a + found.length
    takeBack(a, b, found, runs)
    runs.push(found)
  }
  return runs
}

/** Where each hash stands in a text: a table with linear probing, made for one comparison. */
class Places {
  readonly #hashes: Int32Array
  readonly #first: Int32Array
  readonly #next: Int32Array

  constructor(hashes: Int32Array) {
    this.#hashes = hashes
    this.#first = new Int32Array(2 << (32 - Math.clz32(hashes.length)))
    this.#next = new Int32Array(hashes.length)
    for (let at = hashes.length - 1; at >= 0; at--) {
      const cell = this.#cell(hashes[at]!)
      this.#next[at] = this.#first[cell]! - 1
      this.#first[cell] = at + 1
    }
  }

  /** The first place of a hash, -1 when it has none. */
  first(hash: number): number {
    return this.#first[this.#cell(hash)]! - 1
  }

  /** The place after this one that has the same hash, or -1. */
  next(place: number): number {
    return this.#next[place]!
  }

  #cell(hash: number): number {
    const mask = this.#first.length - 1
    let cell = hash & mask
    while (this.#first[cell]! > 0 && this.#hashes[this.#first[cell]! - 1] !== hash) cell = (cell + 1) & mask
    return cell
  }
}

function longestAt(
  a: Words,
  b: Words,
  at: number,
  places: Places,
  hash: number,
  previous: Run | undefined
): Run | null {
  let best: Run | null = null
  let tried = 0
  const expected = previous === undefined ? at : previous.b + (at - previous.a)
  for (let other = places.first(hash); other >= 0 && tried < MOST_PLACES; other = places.next(other), tried++) {
    let length = 0
    while (
      at + length < a.hashes.length &&
      other + length < b.hashes.length &&
      sameWord(a, at + length, b, other + length)
    )
      length++
    if (weigh(a, at, length) < RUN * WORD_WEIGHT) continue
    const nearer = best !== null && Math.abs(other - expected) < Math.abs(best.b - expected)
    if (best === null || length > best.length || (length === best.length && nearer)) best = { a: at, b: other, length }
  }
  return best
}

/** Words that the run before took and that continue this longer one to the left belong to this one. */
function takeBack(a: Words, b: Words, run: Run, runs: Run[]): void {
  for (let previous = runs.at(-1); previous !== undefined; previous = runs.at(-1)) {
    const floor = previous.a + previous.length > run.a - 1 && previous.length < run.length ? previous.a : run.a
    while (run.a > floor && run.b > 0 && sameWord(a, run.a - 1, b, run.b - 1)) {
      run.a--
      run.b--
      run.length++
    }
    const left = Math.min(previous.length, run.a - previous.a)
    if (left === previous.length) return
    previous.length = left
    if (weigh(a, previous.a, left) >= RUN * WORD_WEIGHT) return
    runs.pop()
  }
}

/** The weight of some words of a text, in units of `WORD_WEIGHT` a word. */
export function weigh(words: Words, from: number, length: number): number {
  let weight = 0
  for (let at = from; at < from + length; at++) weight += words.weights[at]!
  return weight
}

/** A run as ranges of the two texts. */
export function toPassage(a: Words, b: Words, run: Run): Passage {
  const last = run.length - 1
  return {
    a: { start: a.starts[run.a]!, end: a.ends[run.a + last]! },
    b: { start: b.starts[run.b]!, end: b.ends[run.b + last]! },
    words: weigh(a, run.a, run.length) / WORD_WEIGHT
  }
}
