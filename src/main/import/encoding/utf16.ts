/** Bytes that are looked at. */
const SAMPLE = 1 << 15
/** High bytes of the punctuation and letters of Chinese, Japanese and Korean. */
const EASTERN = (byte: number): boolean =>
  byte === 0x30 || (byte >= 0x4e && byte <= 0x9f) || (byte >= 0xac && byte <= 0xd7) || byte === 0xff

/** High bytes of the scripts that people write: Latin to Arabic, those of India to Thai and Georgian, typographic marks, Eastern ones; surrogates of emoji. */
const isScript = (byte: number): boolean =>
  byte === 0 ||
  byte === 1 ||
  (byte >= 3 && byte <= 6) ||
  (byte >= 9 && byte <= 0x10) ||
  (byte >= 0x1e && byte <= 0x26) ||
  byte === 0x31 ||
  EASTERN(byte) ||
  (byte >= 0xd8 && byte <= 0xdf) ||
  byte === 0xfe

/**
 * The byte order of UTF-16 without a mark; null when it's another encoding. Its characters' high bytes are of few kinds, NUL among them for spaces, line ends and digits, while texts
 * of other encodings hold no NUL. Eastern texts without any of these show their own full stops and commas.
 */
export function silentUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, SAMPLE) & ~1
  if (size < 8) return null
  return fits(bytes.subarray(0, size), 1) ? 'utf-16le' : fits(bytes.subarray(0, size), 0) ? 'utf-16be' : null
}

/** Whether the bytes read well with the high ones at even (0) or odd (1) places. */
function fits(bytes: Uint8Array, high: 0 | 1): boolean {
  const kinds = new Array<number>(256).fill(0)
  let highNuls = 0
  let lowNuls = 0
  let eastern = 0
  let marks = 0
  let wrong = 0
  const half = bytes.length / 2
  for (let at = 0; at < bytes.length; at += 2) {
    const upper = bytes[at + high]!
    const lower = bytes[at + 1 - high]!
    kinds[upper]!++
    if (upper === 0) {
      highNuls++
      if (lower < 32 && lower !== 9 && lower !== 10 && lower !== 12 && lower !== 13) wrong++
    }
    if (lower === 0) lowNuls++
    if (EASTERN(upper)) eastern++
    if ((upper === 0x30 && (lower === 1 || lower === 2)) || (upper === 0xff && lower === 0x0c)) marks++
    if (!isScript(upper) || (upper === 0xff && lower >= 0xfe)) wrong++
  }
  if (wrong > half * 0.01) return false
  // An alphabet has one or two high bytes, beside those of spaces and typographic marks; Eastern scripts have many.
  const letters = kinds
    .map((count, byte) => (byte === 0 || byte === 0x20 || EASTERN(byte) ? 0 : count))
    .sort((a, b) => b - a)
    .slice(0, 3)
    .reduce((sum, count) => sum + count, 0)
  if (highNuls + kinds[0x20]! + eastern + letters <= half * 0.95) return false
  if (marks > half * 0.01) return true
  // Some Eastern characters have a NUL as their low byte, such as “一”.
  const isEastern = eastern > half * 0.05
  return highNuls > half * 0.01 && highNuls > lowNuls * (isEastern ? 1 : 4)
}
