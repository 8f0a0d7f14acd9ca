import { createHash } from 'node:crypto'
import { decode, latin1 } from '../../encoding/decode.ts'
import { readDate } from '../../metadata/dates.ts'
import { htmlCharset } from '../../encoding/html-charset.ts'
import { encodingOf } from '../../encoding/labels.ts'
import { webAddress } from '../../metadata/findings.ts'
import { DamagedBody, decodedBody, readResponse, type HttpResponse } from './http.ts'
import { readFields, type Fields, type WarcRecord } from './records.ts'
import { textSize } from './text-size.ts'

/** With less text a page without a title is a piece of another page. */
const FRAGMENT_TEXT = 1500
/** With less text nothing is an article, not even a page with a title. */
const LEAST_TEXT = 150
const CUT_OFF = 'is cut off: the archive doesn’t hold its end'

/** A page or document as it was archived. */
export interface ArchivedPage {
  kind: 'page'
  url: string
  /** When it was archived, ISO 8601. */
  retrieved: string | null
  mediaType: 'text/html' | 'application/pdf'
  bytes: Uint8Array
  /** SHA-256 of `bytes`. */
  digest: string
  /** Why `bytes` isn't all of it, in words. */
  fault: string | null
}

/** A page that was found unchanged since it was archived before. */
interface Revisit {
  kind: 'revisit'
  url: string
  retrieved: string | null
  /** When it was archived. */
  before: string | null
}

/** A request and what it was for: `document`, `iframe`, `empty` and so on (Fetch Metadata); null when it doesn't say. */
interface Request {
  kind: 'request'
  url: string
  destination: string | null
}

/** An address that leads to another one. */
interface Redirect {
  kind: 'redirect'
  url: string
  to: string
}

/** Something that was archived and is no page. */
interface Other {
  kind: 'other'
  url: string
  what: OtherKind
}

/** `document`: of a kind that people read; `resource`: what a page is made of; `error`: an answer other than the page. */
export type OtherKind = 'document' | 'resource' | 'error'

/** What a record says about pages; null when nothing. */
export function readPageRecord(record: WarcRecord): ArchivedPage | Revisit | Request | Redirect | Other | null {
  const { fields, block } = record
  const url = addressIn(fields)
  const type = fields.get('warc-type')?.toLowerCase()
  if (url === null) return type === 'response' || type === 'resource' ? other('', 'resource') : null
  const isRules = /\/robots\.txt$/i.test(new URL(url).pathname)
  const retrieved = readDate(fields.get('warc-date') ?? '')
  switch (type) {
    case 'request':
      return { kind: 'request', url, destination: destinationIn(block) }
    case 'response': {
      const response = readResponse(block)
      if (isRules) return other(url, 'resource')
      if (response === null) return record.fault === null ? other(url, 'resource') : brokenPage(url, retrieved, record)
      return redirectIn(url, response) ?? pageIn(url, retrieved, response, record) ?? otherIn(url, response)
    }
    case 'resource': {
      const own = new Map([['content-type', fields.get('content-type') ?? '']])
      const stored = { status: 200, fields: own, body: block }
      return pageIn(url, retrieved, stored, record) ?? otherIn(url, stored)
    }
    case 'revisit': {
      const response = readResponse(block)
      const isPage = response?.status === 200 && mediaTypeOf(response) !== null
      const before = readDate(fields.get('warc-refers-to-date') ?? '')
      return isPage ? { kind: 'revisit', url, retrieved, before } : other(url, 'resource')
    }
    case 'conversion':
    case 'continuation':
      return other(url, 'resource')
    default:
      return null
  }
}

/** Whether a page is one that somebody reads, rather than a piece that another page loaded. `destination` is its request's. */
export function isReadPage({ mediaType, bytes, fault }: ArchivedPage, destination: string | null): boolean {
  if (destination !== null && destination !== '') return destination === 'document'
  if (mediaType === 'application/pdf' || fault !== null) return true
  const html = latin1(bytes)
  const size = textSize(html, FRAGMENT_TEXT)
  return size >= FRAGMENT_TEXT || (size >= LEAST_TEXT && /<title[^>]*>\s*[^<\s]/i.test(html.slice(0, 1 << 16)))
}

function addressIn(fields: Fields): string | null {
  // Some versions of wget put angle brackets around it.
  return webAddress(fields.get('warc-target-uri') ?? '')
}

/** A page of which not even the header could be read. */
function brokenPage(url: string, retrieved: string | null, record: WarcRecord): ArchivedPage | Other {
  const isFile = /\.(?:js|css|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|mp4|webm|mp3|json|xml)$/i.test(
    new URL(url).pathname
  )
  if (isFile) return other(url, 'resource')
  return {
    kind: 'page',
    url,
    retrieved,
    mediaType: 'text/html',
    bytes: new Uint8Array(),
    digest: '',
    fault: faultOf(record)
  }
}

/** Media types of documents that aren't taken out, with those of whole archives. */
const DOCUMENT =
  /^(?:application\/(?:msword|rtf|epub\+zip|zip|vnd\.(?:ms-(?:excel|powerpoint|word)|openxmlformats-officedocument|oasis\.opendocument)\S*)|text\/(?:rtf|csv|markdown))$/

function otherIn(url: string, { status, fields }: HttpResponse): Other {
  const type = (fields.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (status !== 200) return other(url, 'error')
  return other(url, DOCUMENT.test(type) ? 'document' : 'resource')
}

function other(url: string, what: OtherKind): Other {
  return { kind: 'other', url, what }
}

function redirectIn(url: string, { status, fields }: HttpResponse): Redirect | null {
  const location = fields.get('location')
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null
  const to = URL.canParse(location, url) ? webAddress(new URL(location, url).href) : null
  return to === null ? null : { kind: 'redirect', url, to }
}

function pageIn(
  url: string,
  retrieved: string | null,
  response: HttpResponse,
  record: WarcRecord
): ArchivedPage | null {
  if (response.status !== 200) return null
  const declared = mediaTypeOf(response)
  if (declared === null) return null
  const page = { kind: 'page' as const, url, retrieved }
  const fault = faultOf(record) ?? (record.fault === 'short' && isCutOff(response) ? CUT_OFF : null)
  if (fault !== null) return { ...page, mediaType: declared, bytes: new Uint8Array(), digest: '', fault }
  try {
    const body = decodedBody(response)
    const mediaType = body.subarray(0, 1024).includes('%PDF-') ? 'application/pdf' : declared
    const bytes = mediaType === 'text/html' ? withCharset(body, response.fields) : body
    return { ...page, mediaType, bytes, digest: createHash('sha256').update(body).digest('hex'), fault: null }
  } catch (error) {
    if (!(error instanceof DamagedBody)) throw error
    return {
      ...page,
      mediaType: declared,
      bytes: new Uint8Array(),
      digest: '',
      fault: `can’t be unpacked (${error.message})`
    }
  }
}

function faultOf({ fault, fields }: WarcRecord): string | null {
  const truncated = fields.get('warc-truncated')
  if (fault === 'large') return 'has more than 64 MB'
  if (fault === 'cut') return CUT_OFF
  if (fault === 'damaged') return 'is damaged'
  if (truncated !== undefined) return `was not archived to its end (${truncated})`
  return null
}

function isCutOff({ fields, body }: HttpResponse): boolean {
  const announced = fields.get('content-length') ?? ''
  return /^\d{1,15}$/.test(announced) && Number(announced) > body.length
}

/** Null for what is neither a page nor a PDF. */
function mediaTypeOf({ fields, body }: HttpResponse): ArchivedPage['mediaType'] | null {
  const type = (fields.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'text/html'
  if (type === 'application/pdf' || type === 'application/x-pdf') return 'application/pdf'
  if (type !== '' && type !== 'application/octet-stream' && type !== 'unk') return null
  const start = latin1(body.subarray(0, 1024)).trimStart()
  if (start.startsWith('%PDF-')) return 'application/pdf'
  return /^<!doctype html|^<html[\s>]/i.test(start) ? 'text/html' : null
}

/**
 * The page in UTF-8 when only its HTTP field says how it is encoded, or says another encoding than the page: saved without that field, nothing would. Other pages stay byte for byte as they were.
 */
function withCharset(body: Buffer, fields: Fields): Uint8Array {
  const label = /charset\s*=\s*["']?([\w.:-]+)/i.exec(fields.get('content-type') ?? '')?.[1]
  const charset = label === undefined ? null : encodingOf(label)
  // The field stands above what the page says of itself (HTML, section 13.2.3.2).
  if (charset === null || charset === htmlCharset(latin1(body.subarray(0, 1 << 20)))) return body
  const { text, encoding } = decode(body, () => charset)
  return encoding === 'utf-8' || encoding.startsWith('utf-16') ? body : new TextEncoder().encode(text)
}

function destinationIn(block: Buffer): string | null {
  const { fields } = readFields(block.subarray(0, 1 << 16))
  if (fields.get('x-requested-with')?.toLowerCase() === 'xmlhttprequest') return 'empty'
  return fields.get('sec-fetch-dest')?.toLowerCase() ?? null
}
