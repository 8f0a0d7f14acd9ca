import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { LARGEST_FILE } from '../../extracted/limits.ts'
import { endOfHeader, readFields, type Fields } from './records.ts'

/** An HTTP response as it was archived (RFC 9112). */
export interface HttpResponse {
  status: number
  fields: Fields
  /** As it was sent: still chunked and compressed. */
  body: Buffer
}

/** Reads an archived response; null when it's none. */
export function readResponse(block: Buffer): HttpResponse | null {
  const end = endOfHeader(block)
  const { first, fields } = readFields(end === -1 ? block.subarray(0, 1 << 16) : block.subarray(0, end))
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(first)?.[1]
  if (status === undefined) return null
  return { status: Number(status), fields, body: end === -1 ? Buffer.alloc(0) : block.subarray(end) }
}

/** The body of a response could not be unpacked. */
export class DamagedBody extends Error {
  override readonly name = 'DamagedBody'
}

const options = { maxOutputLength: LARGEST_FILE }
const DECODERS: ReadonlyMap<string, { isSo: (body: Buffer) => boolean; decode: (body: Buffer) => Buffer }> = new Map([
  ['gzip', { isSo: isGzip, decode: (body) => gunzipSync(body, options) }],
  ['x-gzip', { isSo: isGzip, decode: (body) => gunzipSync(body, options) }],
  ['br', { isSo: (body) => !isMarkup(body), decode: (body) => brotliDecompressSync(body, options) }],
  [
    'zstd',
    {
      isSo: (body) => body.length > 4 && body.readUInt32LE(0) === 0xfd2fb528,
      decode: (body) => zstdDecompressSync(body, options)
    }
  ],
  ['deflate', { isSo: (body) => !isMarkup(body), decode: inflated }]
])

/**
 * A response's body as the browser showed it: out of its chunks and unpacked (gzip, br, zstd, deflate). Many programs archive the body unpacked and leave the fields
 * that say otherwise; such a body stays as it is. Throws a DamagedBody when it can't be unpacked or is over 64 MB then.
 */
export function decodedBody({ fields, body }: HttpResponse): Buffer {
  const chunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '') ? withoutChunks(body) : body
  const codings = (fields.get('content-encoding') ?? '').toLowerCase().split(',')
  return codings.reduceRight((bytes, coding) => {
    const decoder = DECODERS.get(coding.trim())
    if (!decoder?.isSo(bytes)) return bytes
    try {
      return decoder.decode(bytes)
    } catch (error) {
      if (error instanceof Error) throw new DamagedBody(error.message, { cause: error })
      throw error
    }
  }, chunked)
}

function isGzip(body: Buffer): boolean {
  return body[0] === 0x1f && body[1] === 0x8b
}

/** Markup or a PDF that nothing packs any more. */
function isMarkup(body: Buffer): boolean {
  return /^\s*(?:\xEF\xBB\xBF\s*)?(?:<[!?a-z]|%PDF-)/i.test(body.toString('latin1', 0, 64))
}

/** With or without the wrapping that the name promises: servers do both. */
function inflated(body: Buffer): Buffer {
  const isWrapped = ((body[0] ?? 0) & 0x0f) === 8 && body.length > 1 && body.readUInt16BE(0) % 31 === 0
  return isWrapped ? inflateSync(body, options) : inflateRawSync(body, options)
}

/** A chunked body in one piece; as it is when it isn't chunked any more. */
function withoutChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = []
  for (let at = 0; ;) {
    const end = body.indexOf('\n', at)
    const line = body.toString('latin1', at, end === -1 ? body.length : end).slice(0, 100)
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line)?.[1]
    if (size === undefined) {
      if (at === 0) return body
      throw new DamagedBody('a chunk is damaged or missing')
    }
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(chunks)
    if (end === -1 || end + 1 + length > body.length) throw new DamagedBody('a chunk is cut off')
    chunks.push(body.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (body[at] === 0x0d) at++
    if (body[at] === 0x0a) at++
  }
}
