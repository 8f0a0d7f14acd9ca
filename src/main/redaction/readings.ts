import type { Reading } from './index-of-secrets.ts'

/** Every text that bytes can be read as, in turn: their encodings, and what is escaped or encoded in these. */
export function* readingsOf(bytes: Uint8Array, reading: Reading): Generator<string> {
  for (const text of encodings(bytes)) {
    yield text
    if (reading !== 'noise') yield* unescaped(text)
  }
  if (reading !== 'noise') yield* decoded(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
}

/** Bytes in Latin-1, UTF-8 and UTF-16 of either order, which may begin at an even or odd place. */
function* encodings(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (buffer.length === 0) return
  yield buffer.toString('latin1')
  if (buffer.some((byte) => byte >= 0x80)) yield buffer.toString('utf8')
  for (const from of [0, 1]) {
    // Copied, even and aligned: Node writes past its memory when it reads UTF-16 of an odd length at an odd address.
    const pairs = Buffer.alloc((buffer.length - from) & ~1)
    buffer.copy(pairs, 0, from)
    yield pairs.toString('utf16le')
    yield pairs.swap16().toString('utf16le')
  }
}

/** A text with the escapes of addresses, JSON and XML read, and without tags and marks of emphasis. */
export function* unescaped(text: string): Generator<string> {
  if (text.includes('%')) yield text.replace(/(?:%[0-9A-Fa-f]{2})+/g, percent)
  if (text.includes('\\')) yield text.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/gs, json)
  if (text.includes('&')) yield text.replace(/&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g, entity)
  if (text.includes('<')) {
    for (const between of ['', ' ']) {
      const bare = text.replace(/<[^<>]*>/g, between)
      yield bare
      if (bare.includes('&')) {
        yield bare.replace(/&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g, entity)
      }
    }
  }
  if (/[*_`~\\]/.test(text)) yield text.replace(/[*_`~\\]/g, '')
}

function percent(run: string): string {
  return Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')
}

function json(_all: string, code: string | undefined, character: string | undefined): string {
  if (code !== undefined) return String.fromCharCode(parseInt(code, 16))
  return /[nrtbf]/.test(character!) ? ' ' : character!
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entity(all: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED[name]!
  const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : all
}

/** Fewer characters than this can't hold a word that is searched for in data. */
const LEAST_HEX = 8
const LEAST_BASE64 = 6

/** What stands in hexadecimal or base64 in a text, wherever in it the encoded bytes begin. */
function* decoded(text: string): Generator<string> {
  const hex: string[] = []
  for (const [run] of text.matchAll(/[0-9A-Fa-f](?:\s*[0-9A-Fa-f])+/g)) {
    const digits = run.replace(/\s+/g, '')
    if (digits.length >= LEAST_HEX) hex.push(digits)
  }
  for (const from of [0, 1]) {
    const bytes = Buffer.concat(hex.flatMap((digits) => [Buffer.from(digits.slice(from), 'hex'), ZERO]))
    if (bytes.length > 0) yield* encodings(bytes)
  }
  const runs = text.match(/[A-Za-z0-9+/_-](?:\r?\n?[A-Za-z0-9+/_-]){5,}/g) ?? []
  const base64 = runs.map((run) => run.replace(/\s+/g, '')).filter((run) => run.length >= LEAST_BASE64)
  for (const from of [0, 1, 2, 3]) {
    const bytes = Buffer.concat(base64.flatMap((run) => [Buffer.from(run.slice(from), 'base64'), ZERO]))
    if (bytes.length > 0) yield* encodings(bytes)
  }
}

/** Keeps what was decoded from one place apart from the next, in encodings of one and of two bytes. */
const ZERO = Buffer.from([0, 0x20, 0, 0x20])
