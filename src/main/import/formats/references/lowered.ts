const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉'

/** Digits above or below the line. */
export function lowered(digits: string, isAbove: boolean): string {
  const signs = isAbove ? { '+': '⁺', '-': '⁻', '−': '⁻' } : { '+': '₊', '-': '₋', '−': '₋' }
  return digits.replace(/[0-9+−-]/g, (char) =>
    /\d/.test(char) ? (isAbove ? SUPERSCRIPTS : SUBSCRIPTS)[Number(char)]! : signs[char as '+']
  )
}
