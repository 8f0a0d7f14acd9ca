import iconv from 'iconv-lite'

/** Encodings that write other scripts in ASCII's own bytes, switched to by signs. */
export type SevenBit = 'iso-2022-jp' | 'iso-2022-kr' | 'hz-gb-2312'

const ESCAPE = 0x1b
const BAD = 0xff
/** Pairs of an HZ stretch: what looks like one by chance has rarely even one that is whole. */
const HZ = /~\{((?:[!-}][!-~])+)~\}/g

/** The encoding of this kind whose switching signs stand in the bytes; null where there are none. Bytes beyond ASCII belong to another one. */
export function sevenBitIn(bytes: Uint8Array): SevenBit | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1 << 20)).toString('latin1')
  const escape = head.indexOf('\u001B$')
  if (escape !== -1) {
    if (head.includes('\u001B$)C')) return 'iso-2022-kr'
    if (head.includes('\u001B$B') || head.includes('\u001B$@')) return 'iso-2022-jp'
  }
  if (!head.includes('~{')) return null
  const stretches = [...head.matchAll(HZ)].map(([, pairs = '']) => hz(Buffer.from(`~{${pairs}~}`, 'latin1')))
  return stretches.length >= 2 && stretches.every((text) => /^[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]+$/.test(text))
    ? 'hz-gb-2312'
    : null
}

/** Decodes bytes of such an encoding. What it doesn't have becomes U+FFFD. */
export function decodeSevenBit(bytes: Uint8Array, encoding: SevenBit): string {
  return { 'iso-2022-jp': iso2022jp, 'iso-2022-kr': iso2022kr, 'hz-gb-2312': hz }[encoding](bytes)
}

/** ISO-2022-JP (RFC 1468) with the half-width katakana and JIS X 0212 that Microsoft's kind has, by way of EUC-JP. */
function iso2022jp(bytes: Uint8Array): string {
  const out: number[] = []
  let mode: 'ascii' | 'roman' | 'katakana' | 'x0208' | 'x0212' = 'ascii'
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === ESCAPE) {
      const sign = String.fromCharCode(...bytes.subarray(at + 1, at + 4))
      const [length, next] = jisMode(sign)
      if (length > 0) {
        mode = next
        at += length
        continue
      }
    }
    if (byte === 0x0a || byte === 0x0d) mode = 'ascii'
    if (mode === 'ascii' || byte <= 0x20 || byte > 0x7e) out.push(byte > 0x7f ? BAD : byte)
    else if (mode === 'roman') out.push(...(byte === 0x5c ? YEN : byte === 0x7e ? OVERLINE : [byte]))
    else if (mode === 'katakana') out.push(0x8e, byte | 0x80)
    else {
      const second = bytes[at + 1] ?? 0
      if (second < 0x21 || second > 0x7e) {
        out.push(BAD)
        continue
      }
      if (mode === 'x0212') out.push(0x8f)
      out.push(byte | 0x80, second | 0x80)
      at++
    }
  }
  return iconv.decode(Buffer.from(out), 'euc-jp')
}

/** The yen sign and the overline of JIS X 0201 as JIS X 0208 has them. */
const YEN = [0xa1, 0xef]
const OVERLINE = [0xa1, 0xb1]

function jisMode(sign: string): [length: number, mode: 'ascii' | 'roman' | 'katakana' | 'x0208' | 'x0212'] {
  if (sign.startsWith('(B')) return [2, 'ascii']
  if (sign.startsWith('(J')) return [2, 'roman']
  if (sign.startsWith('(I')) return [2, 'katakana']
  if (/^\$[@B]/.test(sign)) return [2, 'x0208']
  if (sign.startsWith('$(D')) return [3, 'x0212']
  return [0, 'ascii']
}

/** ISO-2022-KR (RFC 1557), by way of EUC-KR. */
function iso2022kr(bytes: Uint8Array): string {
  const out: number[] = []
  let isKorean = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === ESCAPE && String.fromCharCode(...bytes.subarray(at + 1, at + 4)) === '$)C') at += 3
    else if (byte === 0x0e) isKorean = true
    else if (byte === 0x0f) isKorean = false
    else {
      if (byte === 0x0a) isKorean = false
      out.push(byte > 0x7f ? BAD : isKorean && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte)
    }
  }
  return iconv.decode(Buffer.from(out), 'euc-kr')
}

/** HZ (RFC 1843), by way of GB 2312. */
function hz(bytes: Uint8Array): string {
  const out: number[] = []
  let isChinese = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    const next = bytes[at + 1]
    if (!isChinese && byte === 0x7e && (next === 0x7e || next === 0x7b || next === 0x0a)) {
      if (next === 0x7e) out.push(byte)
      isChinese = next === 0x7b
      at++
    } else if (isChinese && byte === 0x7e && next === 0x7d) {
      isChinese = false
      at++
    } else {
      if (byte === 0x0a) isChinese = false
      const isPair = isChinese && byte > 0x20 && byte < 0x7f && next !== undefined && next > 0x20 && next < 0x7f
      if (isPair) out.push(byte | 0x80, bytes[++at]! | 0x80)
      else out.push(byte > 0x7f ? BAD : byte)
    }
  }
  return iconv.decode(Buffer.from(out), 'gb18030')
}
