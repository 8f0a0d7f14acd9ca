import { DossierError } from '../../../../shared/errors/errors.ts'
import type { ContainerFile, Entry, FileHint, Given } from '../../extracted/extracted.ts'
import { piecesOf } from '../../container/byte-source.ts'
import { entryName, shown } from '../../container/entry-name.ts'
import { isReadPage, readPageRecord, type ArchivedPage } from './page.ts'
import type { PageList } from './page-list.ts'
import { PassedOverRecords } from './passed-over.ts'
import { warcRecords, type WarcRecord } from './records.ts'

/** With more damaged places a file is no archive any more. */
const MOST_DAMAGED = 1000

/**
 * Takes the pages out of a web archive (WARC 1.0 and 1.1, ISO 28500; `.warc` and `.warc.gz`), one by one: HTML pages and PDFs that were answered with 200 or stored as
 * resources, each once per address and content, with address and time of archiving. Other documents are named as passed over, one by one; what pages loaded, redirections, error pages
 * and fragments together. A page that is damaged
 * or over 64 MB comes as an error, as does one that the archive only notes as unchanged; the next ones follow.
 */
export async function* unpackWarc(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  const seen = new PagesSeen()
  yield* unpackPages(warcRecords(piecesOf(file, hint.name)), hint.name, seen, null)
  yield* missingPages(seen, hint.name)
  yield* seen.passedOver.entries(hint.name)
}

/** The pages that an archive gave already, maybe in several files. */
export class PagesSeen {
  readonly #contents = new Set<string>()
  readonly #addresses = new Set<string>()
  /** Pages that are only noted as unchanged, by address. */
  readonly #unchanged = new Map<string, string | null>()
  /** What else the archive holds. */
  readonly passedOver = new PassedOverRecords()

  /** False when the page was there before, at the same address with the same content. */
  add({ url, digest, fault }: ArchivedPage): boolean {
    this.#addresses.add(url)
    if (fault !== null) return true
    const key = `${digest} ${url}`
    if (this.#contents.has(key)) return false
    this.#contents.add(key)
    return true
  }

  noteUnchanged(url: string, before: string | null): void {
    if (!this.#unchanged.has(url)) this.#unchanged.set(url, before)
  }

  /** The pages noted as unchanged of which the archive holds no copy, and when they were archived. */
  missing(): [url: string, before: string | null][] {
    return [...this.#unchanged].filter(([url]) => !this.#addresses.has(url))
  }
}

/** The pages among records, those of the list where there is one. `name` is the archive's. */
export async function* unpackPages(
  records: AsyncIterable<WarcRecord>,
  name: string,
  seen: PagesSeen,
  list: PageList | null
): AsyncGenerator<Entry> {
  let waiting: ArchivedPage | null = null
  let asked: { url: string; destination: string | null } | null = null
  let damaged = 0
  const settle = function* (destination: string | null): Generator<Entry> {
    const page = waiting
    waiting = null
    if (page === null) return
    if (list === null ? !isReadPage(page, destination) : !list.has(page.url)) seen.passedOver.add('piece')
    else if (!seen.add(page)) seen.passedOver.add('again')
    else yield toEntry(page, name, list?.titleOf(page.url) ?? null)
  }
  for await (const record of records) {
    if (record.fault === 'damaged' && record.fields.size === 0) {
      if (++damaged > MOST_DAMAGED) throw tooDamaged(name)
      yield damagedPlace(record, name)
    }
    const found = readPageRecord(record)
    if (found?.kind === 'request') {
      // Some programs write the request before its response, some behind it.
      if (waiting !== null && isFor(waiting, found.url)) yield* settle(found.destination)
      else asked = found
      continue
    }
    if (waiting !== null) yield* settle(asked !== null && isFor(waiting, asked.url) ? asked.destination : null)
    if (found?.kind === 'page') waiting = found
    else if (found?.kind === 'other') seen.passedOver.add(found.what, found.url)
    else if (found?.kind === 'redirect') {
      seen.passedOver.add('redirect')
      list?.follow(found.url, found.to)
    } else if (found?.kind === 'revisit' && (list === null || list.has(found.url)))
      seen.noteUnchanged(found.url, found.before)
  }
  yield* settle(asked?.destination ?? null)
}

function isFor(page: ArchivedPage, url: string): boolean {
  return page.url === url
}

/** Errors for pages that an archive only notes as unchanged, without a copy. */
export function* missingPages(seen: PagesSeen, name: string): Generator<Entry> {
  for (const [url, before] of seen.missing()) {
    const since = before === null ? 'since an earlier archiving' : `since it was archived on ${before.slice(0, 10)}`
    const message = `“${shown(url)}” is only noted as unchanged ${since} in “${name}”. It was not imported; the archive is unchanged. Import the archive that holds its text.`
    yield failedEntry(url, nameOf(url, 'text/html'), new DossierError('not-found', message))
  }
}

function toEntry(page: ArchivedPage, archive: string, title: string | null): Entry {
  const { url, retrieved, bytes, fault } = page
  const name = nameOf(url, page.mediaType)
  if (fault !== null) {
    const message = `“${shown(url)}” in “${archive}” ${fault}. It was not imported; the archive is unchanged. Archive the page again, or paste its text.`
    return failedEntry(url, name, new DossierError(/^has more/.test(fault) ? 'too-large' : 'unreadable', message))
  }
  const place: Given = { from: 'container', detail: `WARC-Target-URI: ${url}`, confidence: 0.98, url }
  const time: Given[] =
    retrieved === null ? [] : [{ from: 'container', detail: `WARC-Date: ${retrieved}`, confidence: 0.98, retrieved }]
  const named: Given[] = title === null ? [] : [{ from: 'container', detail: title, confidence: 0.5, title }]
  return { path: url, hint: { name, url, given: [place, ...time, ...named] }, bytes, error: null }
}

function failedEntry(path: string, name: string, error: DossierError): Entry {
  return { path, hint: { name, url: null, given: [] }, bytes: new Uint8Array(), error: error.toFailure() }
}

function damagedPlace({ at }: WarcRecord, archive: string): Entry {
  const message = `“${archive}” is damaged at byte ${at}: what stands there could not be read. What stands behind it is read; the archive is unchanged. Copy or download it again.`
  return failedEntry(`byte ${at}`, archive, new DossierError('unreadable', message))
}

function tooDamaged(name: string): DossierError {
  return new DossierError(
    'unreadable',
    `“${name}” is damaged in over ${MOST_DAMAGED} places and was not read any further. What was taken out of it before is kept; the archive is unchanged. Copy or download it again.`
  )
}

/** `https://courier.example/2031/memo` as `memo.html`. */
function nameOf(url: string, mediaType: ArchivedPage['mediaType']): string {
  const { hostname, pathname } = new URL(url)
  const last = decoded(pathname.split('/').findLast((part) => part !== '') ?? hostname)
  const extension = mediaType === 'application/pdf' ? '.pdf' : '.html'
  const hasOne = mediaType === 'application/pdf' ? /\.pdf$/i.test(last) : /\.(?:x?html?)$/i.test(last)
  return entryName(hasOne ? last : `${last}${extension}`, `page${extension}`)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    // Not every address is in UTF-8; then it's shown as it is.
    if (error instanceof URIError) return part
    throw error
  }
}
