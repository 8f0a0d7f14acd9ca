/** A linear model over yes-or-no signs, taught by AdaGrad. Taught the same way it becomes the same. */
export class LinearModel {
  readonly weights: Record<string, number> = {}
  readonly #squares: Record<string, number> = {}
  readonly #sums: Record<string, number> = {}
  #snapshots = 0

  /** One step towards what the signs should have told: `gradient` is the truth (0 to 1) less what was told. */
  step(signs: readonly string[], gradient: number, rate: number): void {
    if (Math.abs(gradient) < 1e-3) return
    for (const sign of signs) {
      const square = (this.#squares[sign] ?? 0.1) + gradient ** 2
      this.#squares[sign] = square
      this.weights[sign] = (this.weights[sign] ?? 0) + (rate * gradient) / Math.sqrt(square)
    }
  }

  /** Takes note of the weights as they are now, for their mean. */
  note(): void {
    this.#snapshots++
    for (const [sign, weight] of Object.entries(this.weights)) this.#sums[sign] = (this.#sums[sign] ?? 0) + weight
  }

  /** The mean of the weights at all times of which note was taken: steadier than the last ones. */
  mean(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.#sums).map(([sign, total]) => [sign, total / this.#snapshots]))
  }
}

/** The likelihood of each of several scores (softmax). */
export function likelihoods(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const all = powers.reduce((total, one) => total + one, 0)
  return powers.map((power) => power / all)
}

/** How often each sign was seen. */
export class SignCounts {
  readonly #seen = new Map<string, number>()

  add(signs: readonly string[]): void {
    for (const sign of signs) this.#seen.set(sign, (this.#seen.get(sign) ?? 0) + 1)
  }

  /** The signs seen at least so often, and those that were never counted. */
  often(signs: readonly string[], least: number): string[] {
    return signs.filter((sign) => (this.#seen.get(sign) ?? least) >= least)
  }
}

/** Weights below it count next to nothing. */
const LEAST = 0.1

/** Weights as they are kept: without those that count next to nothing, in the order of their signs. */
export function rounded(weights: Record<string, number>): Record<string, number> {
  const kept = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= LEAST)
  return Object.fromEntries(
    kept.map(([sign, weight]) => [sign, Number(weight.toFixed(2))] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  )
}
