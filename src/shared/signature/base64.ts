// Both platforms have it; the library of types for pure code doesn't.
declare function atob(text: string): string

/** The bytes of a text in Base64 (RFC 4648, 4), padded; null when it holds anything else. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
