/** What an RTF file is made of (Rich Text Format 1.9.1, "Contents of an RTF file"). */
export type Token =
  | { kind: 'open' }
  | { kind: 'close' }
  /** A control word with its number, or a control symbol such as `*` or `~`. */
  | { kind: 'word'; name: string; value: number | null }
  /** Characters of the file's code page: literal, or written `\'xx`. */
  | { kind: 'bytes'; bytes: Uint8Array }

const BACKSLASH = 0x5c
const LONGEST_WORD = 40
const LONGEST_NUMBER = 12

/** Takes an RTF file apart. What is written wrongly is passed over; a file that ends in the middle ends the tokens. */
export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    if (byte === 0x7b || byte === 0x7d) {
      yield { kind: byte === 0x7b ? 'open' : 'close' }
      at++
    } else if (byte === BACKSLASH) {
      const { token, end } = control(bytes, at + 1)
      if (token) yield token
      at = end
    } else if (byte === 0x0d || byte === 0x0a || byte === 0) at++
    else {
      const start = at
      while (at < bytes.length && isPlain(bytes[at]!)) at++
      yield { kind: 'bytes', bytes: bytes.subarray(start, at) }
    }
  }
}

function isPlain(byte: number): boolean {
  return byte !== 0x7b && byte !== 0x7d && byte !== BACKSLASH && byte !== 0x0d && byte !== 0x0a && byte !== 0
}

function control(bytes: Uint8Array, at: number): { token: Token | null; end: number } {
  const byte = bytes[at]
  if (byte === undefined) return { token: null, end: at }
  if (byte === 0x27) {
    const value = Number.parseInt(characters(bytes, at + 1, at + 3), 16)
    return { token: Number.isNaN(value) ? null : { kind: 'bytes', bytes: Uint8Array.of(value) }, end: at + 3 }
  }
  // A backslash before a line's end is a paragraph's end.
  if (byte === 0x0d || byte === 0x0a) return { token: { kind: 'word', name: 'par', value: null }, end: at + 1 }
  if (!isLetter(byte)) return { token: { kind: 'word', name: String.fromCharCode(byte), value: null }, end: at + 1 }
  let end = at
  while (end < bytes.length && end - at < LONGEST_WORD && isLetter(bytes[end]!)) end++
  const name = characters(bytes, at, end)
  const start = end
  if (bytes[end] === 0x2d) end++
  while (end < bytes.length && end - start < LONGEST_NUMBER && isDigit(bytes[end]!)) end++
  const value = end > start ? Number.parseInt(characters(bytes, start, end), 10) : Number.NaN
  if (bytes[end] === 0x20) end++
  if (name === 'bin') return { token: null, end: end + Math.max(0, value || 0) }
  return { token: { kind: 'word', name, value: Number.isNaN(value) ? null : value }, end }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function characters(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}
