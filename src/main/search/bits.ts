/** A set of small numbers, a bit each. Sets of different lengths go together: what a set has no room for isn't in it. */
export class Bits {
  #words: Uint32Array

  constructor(words: Uint32Array = new Uint32Array(0)) {
    this.#words = words
  }

  static of(numbers: Iterable<number>): Bits {
    const bits = new Bits()
    for (const number of numbers) bits.add(number)
    return bits
  }

  get words(): Uint32Array {
    return this.#words
  }

  has(number: number): boolean {
    return ((this.#words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0
  }

  add(number: number): void {
    const at = number >>> 5
    if (at >= this.#words.length) this.#grow(at + 1)
    this.#words[at]! |= 1 << (number & 31)
  }

  delete(number: number): void {
    const at = number >>> 5
    if (at < this.#words.length) this.#words[at]! &= ~(1 << (number & 31))
  }

  copy(): Bits {
    return new Bits(this.#words.slice())
  }

  /** Keeps what is in the other set too. */
  keep(other: Bits): this {
    const words = this.#words
    const theirs = other.#words
    for (let i = 0; i < words.length; i++) words[i]! &= theirs[i] ?? 0
    return this
  }

  /** Adds all of the other set. */
  join(other: Bits): this {
    const theirs = other.#words
    if (theirs.length > this.#words.length) this.#grow(theirs.length)
    for (let i = 0; i < theirs.length; i++) this.#words[i]! |= theirs[i]!
    return this
  }

  /** Takes away all of the other set. */
  without(other: Bits): this {
    const words = this.#words
    const theirs = other.#words
    const length = Math.min(words.length, theirs.length)
    for (let i = 0; i < length; i++) words[i]! &= ~theirs[i]!
    return this
  }

  /** How many numbers are in the set. */
  count(): number {
    let sum = 0
    for (let word of this.#words) {
      word -= (word >>> 1) & 0x55555555
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
      sum += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
    }
    return sum
  }

  /** Tells each number, in order. */
  each(tell: (number: number) => void): void {
    const words = this.#words
    for (let i = 0; i < words.length; i++) {
      for (let word = words[i]!; word !== 0; word &= word - 1) tell((i << 5) + 31 - Math.clz32(word & -word))
    }
  }

  #grow(length: number): void {
    const words = new Uint32Array(Math.max(length, this.#words.length * 2))
    words.set(this.#words)
    this.#words = words
  }
}
