import iconv from 'iconv-lite'
import { guessEncoding } from './guess.ts'
import { codecOf, encodingOf } from './labels.ts'
import { readMixedUtf8 } from './mixed-utf8.ts'
import { decodeSevenBit, sevenBitIn, type SevenBit } from './seven-bit.ts'
import { silentUtf16 } from './utf16.ts'
import { logicalHebrew } from './visual-hebrew.ts'

/** Text made of bytes, and how. */
export interface Decoded {
  text: string
  /** The name of the encoding: the web's, where it has one (WHATWG Encoding). */
  encoding: string
  /** How it was found: by a mark or by bytes that mean nothing else (`evident`), as the file `declares` it, or by what the text looks like (`guessed`). */
  by: 'evident' | 'declared' | 'guessed'
  /** False when another encoding would do nearly as well. */
  isSure: boolean
  /** The encoding that the file declares and that wasn't believed; null where there is none. */
  disbelieved: string | null
  /** How many characters could not be read, and are U+FFFD. */
  damaged: number
  /** How many characters of a text in UTF-8 weren't, and were read as windows-1252. */
  odd: number
  /** Whether Hebrew in visual order was put in logical order. */
  isTurned: boolean
}

/** Below this share of broken sequences a text counts as damaged UTF-8 rather than as another encoding. */
const TOLERATED_DAMAGE = 0.02
/** With so many whole sequences a text that is damaged elsewhere is UTF-8 whatever it declares. */
const MANY_SEQUENCES = 20
/** With so many a text that declares nothing may be UTF-8 with some bytes of another encoding. */
const FEW_SEQUENCES = 4
/** How much more a text must look like another encoding than like the one that it declares, so that the declaration isn't believed. */
const DISBELIEF = 3
/** What is looked at for a declaration. */
const HEAD = 1 << 20
const MULTI_BYTE = /^(?:shift_jis|euc-jp|gbk|gb18030|big5|euc-kr)$/
const HEBREW = /^(?:iso-8859-8|windows-1255|cp862)$/

/**
 * Decodes the bytes of a text file: byte-order mark, UTF-16 without a mark, encodings that switch by signs, valid UTF-8, the encoding that the file declares unless the text shows that
 * it is another one, then what the text looks like; windows-1252 when nothing fits. `declared` finds a declaration, a label, in the beginning of the file, read as
 * Latin-1. Hebrew in visual order becomes logical. Line ends become line feeds; NUL, other control characters and lone surrogates become U+FFFD,
 * so that they are seen. Everything else stays as it is, bidirectional controls included.
 */
export function decode(bytes: Uint8Array, declared: (head: string) => string | null = () => null): Decoded {
  const { text, ...how } = decodeRaw(bytes, declared)
  const logical = HEBREW.test(how.encoding)
    ? logicalHebrew(text, how.encoding === 'iso-8859-8' && how.by === 'declared')
    : text
  return { ...how, text: cleanCharacters(logical), isTurned: logical !== text }
}

function decodeRaw(bytes: Uint8Array, declared: (head: string) => string | null): Decoded {
  const marked = byteOrderMark(bytes) ?? silentUtf16(bytes)
  if (marked) return evident(decodeAs(bytes, marked), marked)
  const label = declared(latin1(bytes.subarray(0, HEAD)))
  const named = label === null ? null : encodingOf(label)
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null) {
    const other = named === null || named.startsWith('utf-8') ? sevenBitIn(bytes) : otherThanUtf8(bytes, utf8, named)
    if (other === null) return evident(utf8, 'utf-8')
    const text = decodeAs(bytes, other)
    return { ...evident(text, other), by: named === other ? 'declared' : 'evident', damaged: damagedIn(text) }
  }
  const mixed = mixedUtf8(bytes, named)
  if (mixed) return mixed
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const { damaged, wide } = damageOf(lenient)
  const isUtf8 = damaged < wide * TOLERATED_DAMAGE
  if (isUtf8 && (named === null || named === 'utf-8' || wide - damaged >= MANY_SEQUENCES))
    return { ...evident(lenient, 'utf-8'), damaged }
  // A stray byte doesn't make another encoding of one that switches by signs.
  if (named !== null && named === sevenBitIn(bytes)) {
    const text = decodeAs(bytes, named)
    return { ...evident(text, named), by: 'declared', damaged: damagedIn(text) }
  }
  const isPossible = named !== null && !/^utf-|^(?:iso-2022|hz)|^replacement$/.test(named)
  const found = legacy(bytes, isPossible ? named : null)
  return isPossible ? found : { ...found, disbelieved: named }
}

function evident(text: string, encoding: string): Decoded {
  return { text, encoding, by: 'evident', isSure: true, disbelieved: null, damaged: 0, odd: 0, isTurned: false }
}

/** A text in UTF-8 with some bytes of windows-1252; null when it's rather something else. */
function mixedUtf8(bytes: Uint8Array, named: string | null): Decoded | null {
  const mixed = readMixedUtf8(bytes)
  if (mixed === null || mixed.odd === 0) return null
  const { text, whole, odd, lost } = mixed
  // Where nothing or something else is declared, by chance fewer of another encoding's letters look like UTF-8.
  const isMost =
    named === 'utf-8' ? odd <= whole : odd * 3 <= whole && whole >= (named === null ? FEW_SEQUENCES : MANY_SEQUENCES)
  if (!isMost || lost > (whole + odd) * TOLERATED_DAMAGE) return null
  return { ...evident(text, 'utf-8'), odd, damaged: damagedIn(text) }
}

/** The encoding that bytes are in which are valid UTF-8 too and declare another one; null for UTF-8. */
function otherThanUtf8(bytes: Uint8Array, utf8: string, named: string): string | null {
  if (/^(?:iso-2022-|hz-)/.test(named)) return named
  if (named === 'utf-7') return /\+[A-Za-z0-9/+]{2,}-/.test(utf8) ? named : null
  // Few double bytes of an Eastern encoding may look like letters beyond ASCII of UTF-8; its own letters of these scripts have three bytes.
  const isChance = /[\u0080-\u07FF]/.test(utf8) && !/[\u0800-\u{10FFFF}]/u.test(utf8)
  if (!MULTI_BYTE.test(named) || !isChance) return null
  return damagedIn(decodeAs(bytes, named)) === 0 ? named : null
}

/** Decodes what is no UTF-8. */
function legacy(bytes: Uint8Array, named: string | null): Decoded {
  const guess = guessEncoding(bytes)
  if (named !== null) {
    const text = decodeAs(bytes, named)
    const damaged = damagedIn(text)
    const isBroken = MULTI_BYTE.test(named) && damaged > text.length * TOLERATED_DAMAGE
    const isOther =
      guess !== null && !MULTI_BYTE.test(named) && guess.over(named) > (guess.isSure ? DISBELIEF : DISBELIEF * 2)
    if (guess === null || !(isBroken || isOther)) return { ...evident(text, named), by: 'declared', damaged }
  }
  const encoding = guess?.encoding ?? 'windows-1252'
  const text = decodeAs(bytes, encoding)
  const isSure = guess?.isSure ?? false
  return { ...evident(text, encoding), by: 'guessed', isSure, disbelieved: named, damaged: damagedIn(text) }
}

/** Decodes bytes of a named encoding. What it doesn't have becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (/^(?:iso-2022-[jk]|hz-)/.test(encoding)) return decodeSevenBit(bytes, encoding as SevenBit)
  if (encoding === 'x-user-defined')
    return latin1(bytes).replace(/[\u0080-\u00FF]/g, (char) => String.fromCharCode(0xf700 + char.charCodeAt(0)))
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), codecOf(encoding))
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** How many of the characters beyond ASCII could not be decoded. */
function damageOf(text: string): { damaged: number; wide: number } {
  let damaged = 0
  let wide = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    wide++
    if (unit === 0xfffd) damaged++
  }
  return { damaged, wide }
}

function damagedIn(text: string): number {
  return damageOf(text).damaged
}

/** The bytes as Latin-1, for looking at their beginning only. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function cleanCharacters(text: string): string {
  return showControls(text.replace(/^\uFEFF/, '').replace(/\r\n?|\f|\v/g, '\n'))
}

/**
 * Makes control characters (but tab and line feed) and lone surrogates U+FFFD, so that they are seen and do nothing where the text is shown. The length
 * stays the same.
 */
export function showControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD').toWellFormed()
}
