/** A length to a hundredth of a point. */
export function num(value: number): number {
  const rounded = Math.round(value * 100) / 100
  return rounded === 0 ? 0 : rounded
}

/** A glyph's number within a string operand: two bytes, as Latin-1. */
export function glyphCode(number: number): string {
  const bytes = String.fromCharCode(number >> 8, number & 255)
  return bytes.replace(/[()\\]/g, '\\$&').replaceAll('\r', '\\r')
}

const colors = new Map<string, string>()

/** A colour such as `#1c4e80` as operands. */
export function rgb(color: string): string {
  let known = colors.get(color)
  if (known === undefined) {
    const value = parseInt(color.slice(1), 16)
    known = [value >> 16, (value >> 8) & 255, value & 255]
      .map((part) => Math.round((part / 255) * 1000) / 1000)
      .join(' ')
    colors.set(color, known)
  }
  return known
}

/** A text in UTF-16 with its byte order mark, in hexadecimal. */
export function utf16(text: string): string {
  let hex = 'feff'
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0')
  return hex
}

/** Bytes of a string at most (ISO 19005-3, 6.1.13). */
const MOST_BYTES = 32_767

/**
 * An address as a PDF can hold it, in ASCII (ISO 32000-1, 12.6.4.7): others are written as browsers ask for them. Null for what is no
 * address, or longer than a string may be.
 */
export function asciiAddress(address: string): string | null {
  const parsed = URL.parse(address)
  if (parsed === null) return null
  const ascii = /^[\x21-\x7e]*$/.test(address) ? address : parsed.href
  return ascii.length > MOST_BYTES ? null : ascii
}

/** A text string (ISO 32000-1, 7.9.2): as it is in ASCII, otherwise in UTF-16. */
export function literal(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? `(${text.replace(/[()\\]/g, '\\$&')})` : `<${utf16(text)}>`
}
