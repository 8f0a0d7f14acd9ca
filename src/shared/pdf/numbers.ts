/** A number rounded to four decimals: programs that write a file anew differ in those behind. */
export function numberText(value: number): string {
  const rounded = Math.round(value * 10_000) / 10_000
  return String(rounded === 0 ? 0 : rounded)
}

/** Whether a number is none but becomes a whole one when it is rounded to four decimals. */
export function isNearWhole(value: number): boolean {
  return !Number.isInteger(value) && Number.isInteger(Math.round(value * 10_000) / 10_000)
}
