/**
 * Numbers that count with the pages: digits, and Roman numbers that stand by themselves. A line's wording with a place for each, and its numbers.
 */
export interface Counted {
  wording: string
  numbers: readonly number[]
}

const COUNTER = /\d{1,9}|(?<![\p{L}\p{M}\p{N}’'])(?:[ivxlc]{1,9}|[IVXLC]{1,9})(?![\p{L}\p{M}\p{N}’'])/gu
const VALUES: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
const ROMAN = /^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/

/** Takes the numbers out of a line. */
export function counted(text: string): Counted {
  const numbers: number[] = []
  const wording = text.replace(/\s+/g, ' ').replace(COUNTER, (written) => {
    const value = numberOf(written)
    if (value === null) return written
    numbers.push(value)
    return '#'
  })
  return { wording, numbers }
}

function numberOf(written: string): number | null {
  return /^\d/.test(written) ? Number(written) : romanNumber(written)
}

/** The value of a Roman number up to 399, in small or capital letters; null for what is none. */
export function romanNumber(written: string): number | null {
  const lower = written.toLowerCase()
  if (lower === '' || !ROMAN.test(lower)) return null
  return [...lower].reduce((sum, letter, i) => {
    const value = VALUES[letter]!
    return sum + (value < (VALUES[lower[i + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}
