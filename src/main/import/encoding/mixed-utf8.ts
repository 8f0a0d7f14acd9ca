import iconv from 'iconv-lite'

/** UTF-8 in which some bytes are windows-1252, as when a page takes in text of another system. */
export interface MixedUtf8 {
  text: string
  /** How many characters beyond ASCII are whole in UTF-8. */
  whole: number
  /** How many characters were read as windows-1252. */
  odd: number
  /** How many runs of bytes are neither, each U+FFFD. */
  lost: number
}

/** Bytes that aren't UTF-8 stand so many together at most where they are odd ones of windows-1252. */
const LONGEST_RUN = 3
/** When so many are odd and more than are whole, the text is no UTF-8. */
const HOPELESS = 200

/** Reads valid sequences of UTF-8 as such, and what is between them as windows-1252 where it makes sense there. Null when hardly anything is UTF-8. */
export function readMixedUtf8(bytes: Uint8Array): MixedUtf8 | null {
  const pieces: Uint8Array[] = []
  let [whole, odd, lost, kept] = [0, 0, 0, 0]
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at)
    if (length > 0) {
      if (length > 1) whole++
      at += length
      continue
    }
    const start = at
    while (at < bytes.length && sequenceAt(bytes, at) === 0) at++
    const run = bytes.subarray(start, at)
    const isOdd = isWindows(run, bytes[start - 1] ?? 0x20, bytes[at] ?? 0x20)
    if (isOdd) odd += run.length
    else lost++
    if (odd + lost > HOPELESS && odd + lost > whole) return null
    pieces.push(
      bytes.subarray(kept, start),
      Buffer.from(isOdd ? iconv.decode(Buffer.from(run), 'windows-1252') : '\uFFFD')
    )
    kept = at
  }
  pieces.push(bytes.subarray(kept))
  return { text: new TextDecoder('utf-8').decode(Buffer.concat(pieces)), whole, odd, lost }
}

/** How many bytes the valid sequence at a place has (Unicode, table 3-7); 0 where there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const second = bytes[at + 1] ?? 0
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < least || second > most) return 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** Letters that are words: `à`, `è`, `é`, `ó`. */
const WORDS = [0xe0, 0xe8, 0xe9, 0xf3]

/** Whether bytes are characters of windows-1252 that may stand between their neighbours, rather than a part of a sequence of UTF-8 that was cut. */
function isWindows(run: Uint8Array, before: number, behind: number): boolean {
  if (run.length > LONGEST_RUN || run.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))) return false
  // Between letters that UTF-8 has, as in Cyrillic and Chinese, it's one of them that was cut.
  if (before > 0x7f && behind > 0x7f) return false
  const [first = 0, second = 0] = run
  if (run.length > 1) {
    if (first === 0x80 || (first === 0xe2 && second < 0xc0)) return false
    return first < 0xc0 || second >= 0xc0 || isLetter(before)
  }
  // `Â` and `Ã` are what is left of most characters that were cut, `â` of signs, `Ð` and `Ñ` of Cyrillic.
  if (first === 0xc2 || first === 0xc3) return isCapital(before)
  if (first === 0xe2) return isLetter(behind)
  if (first > 0xc3 && !WORDS.includes(first)) return isLetter(before) || isLetter(behind)
  // Signs within words are another encoding's letters.
  const isSign = first > 0xa0 && first < 0xc0 && first !== 0xad && first !== 0xb7
  return !(isSign && isLetter(before) && isLetter(behind))
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a
}

function isLetter(byte: number): boolean {
  return isCapital(byte & ~0x20)
}
