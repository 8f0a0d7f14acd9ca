import iconv from 'iconv-lite'
import jschardet from 'jschardet'

/** Text made of bytes, and the name of the encoding that made it. */
export interface Decoded {
  text: string
  encoding: string
}

/** Labels that pages use for one encoding while they are written in its superset (WHATWG Encoding, section 4.2). */
const SUPERSETS: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  iso8859_1: 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  shift_jis: 'cp932',
  sjis: 'cp932',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949'
}

/** Below this share of broken sequences a text counts as damaged UTF-8 rather than as another encoding. */
const TOLERATED_DAMAGE = 0.02

/**
 * Decodes the bytes of a text file: byte-order mark, UTF-16 without a mark, valid UTF-8, the charset that the file
 * declares, then detection by frequency; windows-1252 when nothing fits. `declared` finds a declaration in the first
 * bytes, read as Latin-1. Line ends become line feeds; NUL, other control characters and lone surrogates become U+FFFD,
 * so that they are seen. Everything else stays as it is, bidirectional controls included.
 */
export function decode(bytes: Uint8Array, declared: (head: string) => string | null = () => null): Decoded {
  const { text, encoding } = decodeRaw(bytes, declared)
  return { text: cleanCharacters(text), encoding }
}

function decodeRaw(bytes: Uint8Array, declared: (head: string) => string | null): Decoded {
  const marked = byteOrderMark(bytes) ?? silentUtf16(bytes)
  if (marked) return { text: iconvDecode(bytes, marked), encoding: marked }
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }

  const label = declared(latin1(bytes.subarray(0, 4096)))
  const named = label === null ? null : knownEncoding(label)
  if (named !== null && !/^utf-?(8|16)/.test(named)) return { text: iconvDecode(bytes, named), encoding: named }

  const lenient = new TextDecoder('utf-8').decode(bytes)
  if (damagedShare(lenient) < TOLERATED_DAMAGE) return { text: lenient, encoding: 'utf-8' }
  const guess = jschardet.detect(bytes.subarray(0, 200_000))
  const guessed = guess.encoding && guess.confidence > 0.5 ? knownEncoding(guess.encoding) : null
  const encoding = guessed !== null && !guessed.startsWith('utf') ? guessed : 'windows-1252'
  return { text: iconvDecode(bytes, encoding), encoding }
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

/** UTF-16 without a mark shows as NUL in nearly every second byte of Western text. */
function silentUtf16(bytes: Uint8Array): string | null {
  const size = Math.min(bytes.length, 2048) & ~1
  if (size < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = size / 2
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
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

/** Share of the characters beyond ASCII that could not be decoded. */
function damagedShare(text: string): number {
  let damaged = 0
  let wide = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    wide++
    if (unit === 0xfffd) damaged++
  }
  return wide === 0 ? 0 : damaged / wide
}

function knownEncoding(label: string): string | null {
  const name = label.trim().toLowerCase()
  const resolved = SUPERSETS[name] ?? name
  return iconv.encodingExists(resolved) ? resolved : null
}

function iconvDecode(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
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

/** The charset that the head of a page declares: of its XML declaration or a meta element. */
export function declaredCharset(head: string): string | null {
  const match =
    /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head) ?? /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  return match?.[1] ?? null
}
