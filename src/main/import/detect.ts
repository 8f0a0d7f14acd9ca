import { DossierError } from '../../shared/api/errors.ts'
import { latin1 } from './decode.ts'

/** Formats that can be imported. */
export type Format = 'text' | 'markdown' | 'html'

/* eslint-disable no-control-regex -- the first bytes of binary formats are control characters */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-|^[\s\S]{0,1000}\n%PDF-1/, 'a PDF document'],
  [/^\xD0\xCF\x11\xE0/, 'an old Office document (.doc, .xls or .msg)'],
  [/^\{\\rtf/, 'an RTF document'],
  [
    /^\x89PNG|^GIF8|^\xFF\xD8\xFF|^BM[\s\S]{4}\0\0\0\0|^II\*\0|^MM\0\*|^RIFF[\s\S]{4}WEBP|^\0\0\0[\s\S]ftyp(?:heic|heix|mif1|avif)|^8BPS/,
    'an image'
  ],
  [/^\0\0\0[\s\S]ftyp|^\x1A\x45\xDF\xA3|^RIFF[\s\S]{4}AVI/, 'a video'],
  [/^ID3|^OggS|^fLaC|^RIFF[\s\S]{4}WAVE|^\xFF[\xFB\xF3\xF2][\s\S]{2}/, 'a sound recording'],
  [/^\x1F\x8B|^BZh|^\xFD7zXZ|^7z\xBC\xAF|^Rar!|^\x28\xB5\x2F\xFD/, 'a compressed archive'],
  [/^SQLite format 3/, 'a database'],
  [/^\x7FELF|^MZ[\s\S]{58}|^\xCF\xFA\xED\xFE|^\xCA\xFE\xBA\xBE/, 'a program'],
  [/^wOF[F2]|^OTTO|^\0\x01\0\0\0/, 'a font'],
  [/^WARC\/1\./, 'a web archive (WARC)'],
  [/^(?:From: <Saved by |[\s\S]{0,2000}^Content-Type: multipart\/related)/im, 'a web archive (MHTML)'],
  [/^(?:[A-Z][\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,60}?Content-Type: multipart\//i, 'an e-mail message'],
  [/^(?:\xEF\xBB\xBF)?\s*<\?xml[^>]*>\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?!html|!doctype html)/i, 'an XML file'],
  [/^(?:\xEF\xBB\xBF)?\s*<svg[\s>]/i, 'an image']
]
/* eslint-enable no-control-regex */

/**
 * Tells the format of a file by its content, its name deciding only between plain text, Markdown and fragments of HTML.
 * Throws `unsupported` for formats that can't be imported, `empty` for a file without content, `unreadable` for bytes that
 * are no text.
 */
export function detect(bytes: Uint8Array, name: string): Format {
  if (bytes.length === 0) throw emptyFile(name)
  const head = latin1(bytes.subarray(0, 8192))
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) throw unsupported(name, zipKind(bytes))
  for (const [signature, kind] of SIGNATURES) if (signature.test(head)) throw unsupported(name, kind)
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const ascii = head.replaceAll('\0', '').replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
  if (isBinary(bytes)) {
    throw new DossierError(
      'unreadable',
      `“${name}” holds no text that could be read. Nothing was imported; the file is unchanged. Open it in its own program and save it as text or as a web page.`
    )
  }
  if (/^json$/.test(extension) && /^\s*[{[]/.test(ascii)) throw unsupported(name, 'a JSON file')
  if (isHtml(ascii, extension)) return 'html'
  return isMarkdown(ascii, extension) ? 'markdown' : 'text'
}

/** The error for a file in which no text is left to read. */
export function emptyFile(name: string): DossierError {
  return new DossierError(
    'empty',
    `“${name}” holds no text. Nothing was imported; choose another file, or save the article again.`
  )
}

function unsupported(name: string, kind: string): DossierError {
  return new DossierError(
    'unsupported',
    `“${name}” is ${kind}, which can’t be imported yet. Nothing was imported; the file is unchanged. Save or copy its text as .txt, .md or .html and import that.`
  )
}

function zipKind(bytes: Uint8Array): string {
  const names = latin1(bytes.subarray(0, 65_536)) + latin1(bytes.subarray(Math.max(0, bytes.length - 65_536)))
  if (names.includes('word/')) return 'a Word document'
  if (names.includes('xl/')) return 'an Excel workbook'
  if (names.includes('ppt/')) return 'a PowerPoint presentation'
  if (names.includes('application/epub+zip')) return 'an e-book (EPUB)'
  if (names.includes('application/vnd.oasis.opendocument')) return 'an OpenDocument file'
  return 'a ZIP archive'
}

function isHtml(head: string, extension: string): boolean {
  const start = head.replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)+/, '')
  if (/^<!doctype\s+html|^<(?:html|head|body)[\s>]/i.test(start)) return true
  if (/^(?:html?|xhtml|shtml|php|aspx?)$/.test(extension)) return /<[a-z!/]/i.test(head) || /^html?$/.test(extension)
  // A page without doctype that was saved under another name, or pasted.
  const tags = head.match(/<(?:p|div|h[1-6]|article|section|meta|title|span|table|ul)[\s>]/gi)?.length ?? 0
  return !/^(?:md|markdown|mdown|mkd|txt|text)$/.test(extension) && /^</.test(start) && tags >= 3
}

function isMarkdown(head: string, extension: string): boolean {
  if (/^(?:md|markdown|mdown|mkd|mkdn|mdwn)$/.test(extension)) return true
  if (/^(?:txt|text|asc)$/.test(extension)) return false
  if (/^\s*---[ \t]*\r?\n[\s\S]{0,4000}?\n---[ \t]*\r?\n/.test(head) && /^[\w-]+:\s/m.test(head)) return true
  const signs = [/^#{1,6} \S/m, /\]\(https?:\/\//, /^> \S/m, /\*\*\S[^*\n]*\S\*\*/, /^[-*] \S/m]
  return signs.filter((sign) => sign.test(head)).length >= 2
}

/** Control characters in plenty: no text in any encoding (UTF-16 has NUL in every second byte only). */
function isBinary(bytes: Uint8Array): boolean {
  const size = Math.min(bytes.length, 65_536)
  let controls = 0
  let nuls = 0
  const place = [0, 0]
  for (let i = 0; i < size; i++) {
    const byte = bytes[i]!
    if (byte === 0) {
      nuls++
      place[i & 1]!++
    } else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  const isUtf16 = nuls > size * 0.3 && Math.min(...place) < nuls * 0.1
  const isUtf32 = bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0
  return controls > size * 0.02 || (nuls > size * 0.02 && !isUtf16 && !isUtf32)
}
