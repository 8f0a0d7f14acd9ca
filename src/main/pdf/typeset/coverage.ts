/** A set of code points as bits in pages of 256: a fortieth of what a `Set` of an East Asian font takes. */
export class Coverage {
  private readonly pages = new Map<number, Uint32Array>()

  constructor(codePoints: Iterable<number>) {
    for (const point of codePoints) {
      let page = this.pages.get(point >> 8)
      if (!page) this.pages.set(point >> 8, (page = new Uint32Array(8)))
      page[(point >> 5) & 7]! |= 1 << (point & 31)
    }
  }

  has(codePoint: number): boolean {
    const page = this.pages.get(codePoint >> 8)
    return page !== undefined && (page[(codePoint >> 5) & 7]! & (1 << (codePoint & 31))) !== 0
  }
}
