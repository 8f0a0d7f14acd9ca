import { decodeWords } from 'postal-mime'
import { DossierError } from '../../../../shared/errors/errors.ts'
import { keptAs } from '../../../../shared/source/import-formats.ts'
import { readDate } from '../../metadata/dates.ts'
import { decode, type Decoded } from '../../encoding/decode.ts'
import { htmlCharset } from '../../encoding/html-charset.ts'
import { encodingOf } from '../../encoding/labels.ts'
import type { Extracted, FileHint, Given } from '../../extracted/extracted.ts'
import { webAddress, withGiven } from '../../metadata/findings.ts'
import { extractHtml } from '../html/html.ts'
import { contentOf, leaves, mediaType, parameter, readPart, type MimePart } from './mime.ts'

const HTML = /^(?:text\/html|application\/xhtml\+xml)$/

/** A page taken out of its wrapping, and what that says of it: where it came from, and when it was saved. */
export interface WrappedPage {
  decoded: Decoded
  given: Given
}

/**
 * Takes the root document out of a web page saved with its pictures in one file (MHTML, RFC 2557), frames and pictures left out. Throws `unreadable` when no
 * page is in it.
 */
export function readMhtml(bytes: Uint8Array, name: string): WrappedPage {
  const message = readPart(bytes)
  const root = rootOf(message)
  if (!root) {
    throw new DossierError(
      'unreadable',
      `“${name}” holds no web page that could be read. Nothing was imported; the file is unchanged. Save the page again, as HTML if possible.`
    )
  }
  const charset = parameter(root, 'content-type', 'charset')
  const decoded = decode(
    contentOf(root),
    (head) => (charset === null ? null : encodingOf(charset)) ?? htmlCharset(head)
  )
  return { decoded, given: givenBy(message, root) }
}

/** Makes a document of such a page, read as a page is. */
export function mhtmlDocument({ decoded, given }: WrappedPage, hint: FileHint): Extracted {
  const page = extractHtml(decoded.text, { ...hint, url: hint.url ?? given.url ?? null })
  return { ...page, ...keptAs('mhtml'), extractor: 'mhtml/1', metadata: withGiven(page.metadata, [given]) }
}

/** The document that `start` names, that has the saved address, or that comes first. */
function rootOf(message: MimePart): MimePart | undefined {
  const pages = leaves(message).filter((part) => HTML.test(mediaType(part)))
  const start = parameter(message, 'content-type', 'start')
  const saved = message.fields.get('snapshot-content-location') ?? message.fields.get('content-location')
  return (
    pages.find((part) => start !== null && part.fields.get('content-id') === start) ??
    pages.find((part) => saved !== undefined && part.fields.get('content-location') === saved) ??
    pages[0]
  )
}

/** What the wrapping says: browsers write the day of saving into `Date`. */
function givenBy(message: MimePart, root: MimePart): Given {
  const places = [
    message.fields.get('snapshot-content-location'),
    message.fields.get('content-location'),
    root.fields.get('content-location')
  ]
  const url = places
    .map((place) => (place === undefined ? null : webAddress(decodeWords(place).replace(/\s/g, ''))))
    .find((value) => value !== null)
  const written = message.fields.get('date') ?? ''
  // Without an offset a time would be read as that of this machine's place.
  const time = /(?:[+-]\d{4}|GMT|UTC|Z)(?:\s*\([^)]*\))?\s*$/.test(written) ? Date.parse(written) : Number.NaN
  const retrieved = Number.isNaN(time) ? readDate(written) : new Date(time).toISOString().replace('.000Z', 'Z')
  const detail = [url === undefined ? '' : `Content-Location: ${url}`, written === '' ? '' : `Date: ${written}`]
  return {
    from: 'container',
    detail: detail.filter(Boolean).join('; '),
    confidence: 0.9,
    ...(url === undefined ? {} : { url }),
    ...(retrieved === null ? {} : { retrieved })
  }
}
