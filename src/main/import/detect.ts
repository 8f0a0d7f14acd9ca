import { constants, gunzipSync } from 'node:zlib'
import { DossierError } from '../../shared/errors/errors.ts'
import { latin1 } from './decode.ts'
import { detectZip, type ZipFormat } from './detect-zip.ts'
import { silentUtf16 } from './encoding/utf16.ts'
import { knownUnsupported, UNSUPPORTED, type Unsupported } from './signatures.ts'

/** Formats whose name decides between them where the content doesn't. */
export type TextFormat = 'text' | 'markdown' | 'html'
/** Formats that can be imported. `gzip` is a single compressed text. */
export type Format =
  | TextFormat
  | ZipFormat
  | 'mhtml'
  | 'pdf'
  | 'rtf'
  | 'mail'
  | 'mbox'
  | 'warc'
  | 'gzip'
  | 'image'
  | 'ris'
  | 'bibtex'
  | 'csl-json'

const HEAD = 8192
/** Junk may stand before a PDF's header (PDF 32000-1, annex H 3.4.1). */
const PDF = /^[\s\S]{0,1019}%PDF-\d/
const FIELD = '[A-Za-z][A-Za-z0-9-]*[ \\t]*:[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\r?\\n)*'
const FIELDS = new RegExp(`^(?:${FIELD}){2,}`)
/** Fields that mail programs write and people don't. */
const TECHNICAL =
  /^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature|content-transfer-encoding|content-type|x-mailer|x-originating-ip|user-agent):/im
const BIBTEX = /^\s*(?:%[^\n]*\n\s*)*@[a-z]+\s*[{(]\s*[^\s,{}()"=]*\s*[,=}]?/i
const BIBTEX_ENTRY =
  /^\s*@(?:article|book|booklet|inbook|incollection|inproceedings|conference|manual|mastersthesis|thesis|misc|online|electronic|www|phdthesis|proceedings|collection|report|techreport|unpublished|newsarticle|string|preamble|comment)\s*[{(]/im
const CSL_TYPE =
  /"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)"/

/**
 * Tells the format of a file by its content, its name deciding only between plain text, Markdown, fragments of HTML, and mails that people could have
 * typed. Throws `unsupported` for formats that can't be imported, `empty` for a file without content, `unreadable` for bytes that are no text
 * and for archives that aren't whole.
 */
export async function detect(bytes: Uint8Array, name: string): Promise<Format> {
  if (bytes.length === 0) throw emptyFile(name)
  const head = latin1(bytes.subarray(0, HEAD))
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06'))
    return supported(await detectZip(bytes, name), name)
  if (head.startsWith('\x1F\x8B')) return supported(gzipKind(bytes), name)
  if (PDF.test(head)) return 'pdf'
  if (head.startsWith('\x89PNG\r\n\x1A\n') || head.startsWith('\xFF\xD8\xFF')) return 'image'
  const known = knownUnsupported(bytes, head)
  if (known) return supported(known, name)
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (/^WARC\/\d/.test(head)) return 'warc'
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const ascii = head.replaceAll('\0', '').replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
  const wrapped = messageKind(ascii, extension)
  if (wrapped) return wrapped
  if (isBinary(bytes)) {
    throw new DossierError(
      'unreadable',
      `“${name}” holds no text that could be read. Nothing was imported; the file is unchanged. Open it in its own program and save it as text or as a web page.`
    )
  }
  return supported(textKind(ascii, extension), name)
}

/** The error for a file in which no text is left to read. */
export function emptyFile(name: string): DossierError {
  return new DossierError(
    'empty',
    `“${name}” holds no text. Nothing was imported; choose another file, or save the article again.`
  )
}

/** The error for a format that can't be imported. */
export function unsupported(name: string, { kind, advice }: Unsupported): DossierError {
  return new DossierError(
    'unsupported',
    `“${name}” is ${kind}, which can’t be imported. Nothing was imported; the file is unchanged. ${advice}`
  )
}

function supported<F extends Format>(found: F | Unsupported, name: string): F {
  if (typeof found === 'string') return found
  throw unsupported(name, found)
}

/** By the beginning of what is compressed: a web archive, or a text that the reader looks at once it is whole. */
function gzipKind(bytes: Uint8Array): 'warc' | 'gzip' | Unsupported {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 22 }
    const inner = gunzipSync(bytes.subarray(0, 1024), options)
    if (latin1(inner.subarray(0, 5)) === 'WARC/') return 'warc'
    return isBinary(inner) || inner.length === 0 ? UNSUPPORTED.gzip : 'gzip'
  } catch (error) {
    // No gzip after all, or one whose first bytes grow without end.
    if (error instanceof Error) return UNSUPPORTED.gzip
    throw error
  }
}

/** Mailboxes, mails and saved pages begin with header fields (RFC 5322). */
function messageKind(head: string, extension: string): 'mbox' | 'mail' | 'mhtml' | null {
  const postmark = /^From \S[^\n]*\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)/.exec(head)
  if (postmark && FIELDS.test(head.slice(postmark[0].length))) return 'mbox'
  const fields = FIELDS.exec(head)?.[0] ?? ''
  const has = (names: string): boolean => new RegExp(`^(?:${names})[ \\t]*:`, 'im').test(fields)
  if (/^From: <Saved by /im.test(fields) || has('snapshot-content-location')) return 'mhtml'
  const isRelated = /^Content-Type:\s*multipart\/related/im.test(fields)
  if (isRelated && !has('to|received|return-path|delivered-to')) return 'mhtml'
  const isMail = has('from|sender|return-path|received') && has('date|subject|to|message-id|received')
  return isMail && (TECHNICAL.test(fields) || extension === 'eml') ? 'mail' : null
}

function textKind(head: string, extension: string): Format | Unsupported {
  if (/^(?:<\?xml[^>]*>)?\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<office:document[\s>]/i.test(head)) return 'odt'
  if (/^\s*<\?xml[^>]*>\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?!html|!doctype html)/i.test(head)) return UNSUPPORTED.xml
  if (/^\s*<svg[\s>]/i.test(head)) return UNSUPPORTED.drawing
  if (isRis(head, extension)) return 'ris'
  if (BIBTEX.test(head) && (BIBTEX_ENTRY.test(head) || extension === 'bib')) return 'bibtex'
  if (
    /^\s*(?:\[\s*\{|\{\s*"(?:items|message|id|type|title|DOI)")/.test(head) &&
    CSL_TYPE.test(head) &&
    /"(?:title|id)"\s*:/.test(head)
  )
    return 'csl-json'
  if (extension === 'json' && /^\s*[{[]/.test(head)) return UNSUPPORTED.json
  if (isHtml(head, extension)) return 'html'
  return isMarkdown(head, extension) ? 'markdown' : 'text'
}

/** Records that begin with their type; databases put lines about themselves before the first one. */
function isRis(head: string, extension: string): boolean {
  if (/^\s*(?:TY {2}- |ty {2}- )/.test(head)) return true
  const hasType = /^\s{0,4}TY[ \t\u00A0\xC2]{0,3}-[ \t]*[A-Z]{2,8}[ \t]*\r?$/im.test(head)
  return hasType && (extension === 'ris' || /^(?:ER|AU|A1|TI|T1) {1,2}-/m.test(head))
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

/** Control characters in plenty: no text in any encoding but UTF-16 and UTF-32, whose characters hold such bytes. */
function isBinary(bytes: Uint8Array): boolean {
  if (silentUtf16(bytes) !== null) return false
  const isMarked = /^(?:\xFF\xFE|\xFE\xFF|\0\0\xFE\xFF)/.test(latin1(bytes.subarray(0, 4)))
  if (isMarked) return false
  const size = Math.min(bytes.length, 65_536)
  const shifts = latin1(bytes.subarray(0, HEAD)).includes('\u001B$)C')
  let controls = 0
  for (let i = 0; i < size; i++) {
    const byte = bytes[i]!
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && !(shifts && byte < 16))) controls++
  }
  return controls > size * 0.02
}
