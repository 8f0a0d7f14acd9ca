/** Characters that one call may give `String.fromCharCode`. */
const CHUNK = 8192

/** The bytes from `start` to `end`, each as the character of its number (ISO 8859-1). */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = ''
  if (end - start <= 64) {
    for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!)
    return text
  }
  for (let i = start; i < end; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, Math.min(end, i + CHUNK)))
  return text
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Bytes in lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte]!
  return text
}

/** Bytes that stand in hexadecimal, two digits each. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1)
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(hex.slice(i * 2, i * 2 + 2), 16)
  return bytes
}

/** UTF-16, the high byte first; what isn't well formed as U+FFFD, a last odd byte left out. */
export function utf16(bytes: Uint8Array, start = 0): string {
  let text = ''
  for (let i = start; i + 1 < bytes.length; i += 2) text += String.fromCharCode(bytes[i]! * 256 + bytes[i + 1]!)
  return text.toWellFormed()
}

/** Where a byte sequence begins in bytes, from `from` on; -1 where it doesn't. */
export function indexOf(bytes: Uint8Array, wanted: string, from: number): number {
  const first = wanted.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1
    while (i < wanted.length && bytes[at + i] === wanted.charCodeAt(i)) i++
    if (i === wanted.length) return at
  }
  return -1
}

/** Whether two byte sequences are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && sameWithin(a, b, 0, a.length)
}

/** Whether two byte sequences are the same from `start` up to `end`. */
export function sameWithin(a: Uint8Array, b: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (a[i] !== b[i]) return false
  return true
}
