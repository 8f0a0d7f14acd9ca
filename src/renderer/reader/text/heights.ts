import { estimateHeight, type Setting, type Slab } from './slabs.ts'

/** How high the slabs of a text are, in pixels: as they were measured, else about as they will be. */
export class SlabHeights {
  readonly #slabs: readonly Slab[]
  readonly #measured = new Map<number, number>()
  #setting: Setting
  /** Where each slab begins, counted from the first, and where the last one ends; null until it's asked for. */
  #tops: Float64Array | null = null
  #estimates: Float64Array | null = null

  constructor(slabs: readonly Slab[], setting: Setting) {
    this.#slabs = slabs
    this.#setting = setting
  }

  /** How the text is set, by which heights are estimated. */
  get setting(): Setting {
    return this.#setting
  }

  /** Says how the text is set now: what was measured before holds no more. */
  reset(setting: Setting): void {
    this.#setting = setting
    this.#measured.clear()
    this.#estimates = null
    this.#tops = null
  }

  /** Keeps the height that a slab has on the page. */
  measure(index: number, height: number): void {
    if (this.#measured.get(index) === height) return
    this.#measured.set(index, height)
    this.#tops = null
  }

  /** How high the slabs `[from, to)` are together. */
  between(from: number, to: number): number {
    const tops = this.#allTops()
    return tops[to]! - tops[from]!
  }

  /** The first of the slabs `[from, to)` of which more than so many pixels, counted from the top of `from`, stand below; `to` for none. */
  reaching(from: number, to: number, pixels: number): number {
    const tops = this.#allTops()
    const wanted = tops[from]! + pixels
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >> 1
      if (tops[middle + 1]! <= wanted) low = middle + 1
      else high = middle
    }
    return low
  }

  #allTops(): Float64Array {
    if (this.#tops) return this.#tops
    this.#estimates ??= Float64Array.from(this.#slabs, (slab) => estimateHeight(slab, this.#setting))
    const tops = new Float64Array(this.#slabs.length + 1)
    for (let index = 0; index < this.#slabs.length; index++)
      tops[index + 1] = tops[index]! + (this.#measured.get(index) ?? this.#estimates[index]!)
    return (this.#tops = tops)
  }
}
