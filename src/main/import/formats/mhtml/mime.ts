import { latin1 } from '../../encoding/decode.ts'

/** A part of a MIME message (RFC 2045, 2046): its fields by lower-case name, unfolded, and where its body stands. */
export interface MimePart {
  fields: ReadonlyMap<string, string>
  body: Uint8Array
}

const LARGEST_HEADER = 256 * 1024
const MOST_PARTS = 20_000
const DEEPEST = 10

/** Splits a part into fields and body. */
export function readPart(bytes: Uint8Array): MimePart {
  const head = latin1(bytes.subarray(0, LARGEST_HEADER))
  const gap = /^\r?\n|\r?\n\r?\n/.exec(head)
  const end = gap ? gap.index : head.length
  const fields = new Map<string, string>()
  for (const line of head
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return { fields, body: bytes.subarray(gap ? end + gap[0].length : bytes.length) }
}

/** A parameter of a field: of `text/html; charset="utf-8"` the charset. Null when it isn't there. */
export function parameter(part: MimePart, field: string, name: string): string | null {
  const value = part.fields.get(field) ?? ''
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value)
  return match?.[1] ?? match?.[2] ?? null
}

/** A part's media type in lower case, without parameters; `text/plain` when none is given. */
export function mediaType(part: MimePart): string {
  return (part.fields.get('content-type') ?? 'text/plain').split(';')[0]!.trim().toLowerCase()
}

/** The parts that hold content, in order, those of nested multiparts among them; the message itself when it isn't one. */
export function leaves(message: MimePart): MimePart[] {
  const found: MimePart[] = []
  const pending = [{ part: message, depth: 0 }]
  while (pending.length > 0 && found.length < MOST_PARTS) {
    const { part, depth } = pending.shift()!
    const boundary = parameter(part, 'content-type', 'boundary')
    if (!mediaType(part).startsWith('multipart/') || boundary === null) found.push(part)
    else if (depth < DEEPEST)
      pending.unshift(...split(part.body, boundary).map((inner) => ({ part: inner, depth: depth + 1 })))
  }
  return found
}

function split(body: Uint8Array, boundary: string): MimePart[] {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const parts: MimePart[] = []
  let start = -1
  for (
    let at = bytes.indexOf(mark);
    at !== -1 && parts.length < MOST_PARTS;
    at = bytes.indexOf(mark, at + mark.length)
  ) {
    if (at > 0 && bytes[at - 1] !== 0x0a) continue
    if (start !== -1) parts.push(readPart(bytes.subarray(start, withoutLineEnd(bytes, at))))
    const line = bytes.indexOf(0x0a, at)
    const isLast = bytes.subarray(at + mark.length, at + mark.length + 2).equals(Buffer.from('--'))
    start = isLast || line === -1 ? -1 : line + 1
    if (start === -1) return parts
  }
  if (start !== -1 && parts.length < MOST_PARTS) parts.push(readPart(bytes.subarray(start)))
  return parts
}

/** The line end before a boundary belongs to the boundary. */
function withoutLineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at - 1] !== 0x0a) return at
  return bytes[at - 2] === 0x0d ? at - 2 : at - 1
}

/** A part's bytes, its transfer encoding taken off. */
export function contentOf({ fields, body }: MimePart): Uint8Array {
  const encoding = (fields.get('content-transfer-encoding') ?? '').toLowerCase()
  if (encoding === 'base64') return Buffer.from(latin1(body), 'base64')
  return encoding === 'quoted-printable' ? unquoted(body) : body
}

/** Quoted-printable (RFC 2045, 6.7); what isn't written by its rules stays as it is. */
function unquoted(body: Uint8Array): Uint8Array {
  const result = Buffer.alloc(body.length)
  let length = 0
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!
    if (byte !== 0x3d) {
      result[length++] = byte
      continue
    }
    const next = String.fromCharCode(body[at + 1] ?? 0, body[at + 2] ?? 0)
    if (/^[0-9a-f]{2}$/i.test(next)) {
      result[length++] = Number.parseInt(next, 16)
      at += 2
    } else if (next === '\r\n') at += 2
    else if (next.startsWith('\n')) at += 1
    else result[length++] = byte
  }
  return result.subarray(0, length)
}
