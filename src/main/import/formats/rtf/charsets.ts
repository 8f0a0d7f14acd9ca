import iconv from 'iconv-lite'

/** Code pages of the fonts' character sets (RTF 1.9.1, \fcharset). Default (1) and symbol (2) have none. */
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  85: 10006,
  86: 10081,
  88: 10029,
  89: 10007,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850
}
export const SYMBOL = 2
const NAMES: Readonly<Record<number, string>> = {
  10000: 'macintosh',
  10006: 'macgreek',
  10007: 'maccyrillic',
  10029: 'maccenteuro',
  10081: 'macturkish',
  65001: 'utf-8',
  437: 'cp437',
  850: 'cp850',
  20866: 'koi8-r',
  21866: 'koi8-u',
  20932: 'euc-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030'
}

/** The code page that a font's character set stands for; null when the document's own holds. */
export function codePageOf(charset: number): number | null {
  return CHARSETS[charset] ?? null
}

/** Characters of a code page; one that isn't known is read as windows-1252, the default of RTF's writers. */
export function decodeBytes(bytes: Uint8Array, codePage: number): string {
  const part = codePage - 28590
  const named = NAMES[codePage] ?? (part >= 1 && part <= 16 ? `iso-8859-${part}` : `cp${codePage}`)
  return iconv.decode(Buffer.from(bytes), iconv.encodingExists(named) ? named : 'windows-1252')
}
