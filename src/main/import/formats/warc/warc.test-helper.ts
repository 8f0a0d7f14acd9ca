import { gzipSync } from 'node:zlib'

/** A record of a web archive as it is to be written, with whatever lies about it. */
export interface RawRecord {
  type?: string
  url?: string
  date?: string
  block?: Buffer | string
  /** What the record claims instead of the truth. */
  length?: number | string
  fields?: Record<string, string>
}

/** Writes a record (WARC 1.1, ISO 28500). */
export function rawRecord({ type = 'response', url, date, block = '', length, fields = {} }: RawRecord): Buffer {
  const content = Buffer.from(block)
  const all = {
    'WARC-Type': type,
    ...(url === undefined ? {} : { 'WARC-Target-URI': url }),
    'WARC-Date': date ?? '2031-03-04T09:05:00Z',
    'Content-Length': `${length ?? content.length}`,
    ...fields
  }
  const header = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${header.join('')}\r\n`), content, Buffer.from('\r\n\r\n')])
}

/** Writes a response (RFC 9112). */
export function rawResponse(body: Buffer | string, fields: Record<string, string> = {}, status = '200 OK'): Buffer {
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...fields }
  const header = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${header.join('')}\r\n`), Buffer.from(body)])
}

/** A page with a title and text. */
export function rawPage(title: string, more = ''): string {
  const text = '<p>The harbour board held the memo back for two years, two officials said on Tuesday.</p>'.repeat(4)
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${text}${more}</body></html>`
}

/** A web archive of pages, each in a record. */
export function rawWarc(records: readonly RawRecord[]): Buffer {
  return Buffer.concat(records.map(rawRecord))
}

/** The same, each record compressed by itself. */
export function rawWarcGz(records: readonly RawRecord[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(rawRecord(record))))
}
