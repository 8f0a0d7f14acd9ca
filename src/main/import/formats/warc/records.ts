import { LARGEST_FILE } from '../../extracted/limits.ts'
import type { ByteReader } from './byte-reader.ts'
import { DamagedMember, membersOf, type Member } from './members.ts'

const LARGEST_HEADER = 1 << 16
/** A record's block may be a file and its HTTP header. */
const LARGEST_BLOCK = LARGEST_FILE + LARGEST_HEADER
const WINDOW = 1 << 16
const RECORD = 'WARC/'
const NEXT_RECORD = '\nWARC/1.'

/** Header fields by their names in lower case; of several of one name the first. */
export type Fields = ReadonlyMap<string, string>

/** A record of a web archive (WARC, ISO 28500), or a place where one can't be read. */
export interface WarcRecord {
  fields: Fields
  block: Buffer
  /**
   * Why `block` isn't all: `large` over 64 MB, `cut` where the file ends too early, `damaged`; `short` when the record surely ends before the length it
   * claims, so that it may be all. `fields` are empty where nothing could be read.
   */
  fault: 'large' | 'cut' | 'damaged' | 'short' | null
  /** Where its stretch of the file begins, in bytes. */
  at: number
}

/**
 * Reads the records of a web archive, compressed or not, one by one and none whole that is over 64 MB. Lengths are believed only when a record ends where they say;
 * else the next record, or the end of the compressed member, tells. What is damaged is told, and reading goes on behind it.
 */
export async function* warcRecords(source: AsyncIterable<Uint8Array>): AsyncGenerator<WarcRecord, undefined> {
  for await (const member of membersOf(source)) {
    let fields: Fields = new Map()
    try {
      while (await findRecord(member.reader)) {
        fields = new Map()
        const header = await readHeader(member.reader)
        if (header === null) {
          yield damagedAt(member, fields)
          await member.reader.take(RECORD.length)
          continue
        }
        fields = header
        yield { fields, ...(await readBlock(member, lengthIn(fields))), at: member.at }
      }
    } catch (error) {
      if (!(error instanceof DamagedMember)) throw error
      yield damagedAt(member, fields)
    }
  }
}

function damagedAt({ at }: Member, fields: Fields): WarcRecord {
  return { fields, block: Buffer.alloc(0), fault: 'damaged', at }
}

/** Reads `Name: value` lines, folded ones too, behind a first line of their own; as UTF-8, whose damage shows. */
export function readFields(header: Buffer): { first: string; fields: Fields } {
  const [first = '', ...lines] = header
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return { first, fields }
}

/** Where a header ends, behind its empty line; -1 when it doesn't. */
export function endOfHeader(bytes: Buffer): number {
  const windows = bytes.indexOf('\r\n\r\n')
  const unix = bytes.indexOf('\n\n')
  if (windows !== -1 && (unix === -1 || windows < unix)) return windows + 4
  return unix === -1 ? -1 : unix + 2
}

/** Goes to where the next record begins. False when none does. */
async function findRecord(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const [first] = await reader.peek(1)
    if (first === undefined) return false
    if (first !== 0x0d && first !== 0x0a) break
    await reader.take(1)
  }
  if ((await reader.peek(RECORD.length)).toString('latin1') === RECORD) return true
  return (await takeToNext(reader, 0)).found
}

async function readHeader(reader: ByteReader): Promise<Fields | null> {
  const start = await reader.peek(LARGEST_HEADER)
  const end = endOfHeader(start)
  if (end === -1) return null
  return readFields(await reader.take(end)).fields
}

function lengthIn(fields: Fields): number | null {
  const written = fields.get('content-length') ?? ''
  return /^\d{1,15}$/.test(written) ? Number(written) : null
}

async function readBlock(member: Member, claimed: number | null): Promise<Pick<WarcRecord, 'block' | 'fault'>> {
  const { reader, isBounded } = member
  const block = await reader.take(Math.min(claimed ?? 0, LARGEST_BLOCK))
  if (claimed !== null && claimed <= LARGEST_BLOCK && block.length === claimed && (await isAtRecordEnd(reader)))
    return { block, fault: null }
  const next = nextRecordIn(block)
  if (next !== -1) {
    reader.unread(block.subarray(next))
    return { block: withoutEnd(block.subarray(0, next)), fault: claimed === null ? null : 'short' }
  }
  const { bytes, length, found } = await takeToNext(reader, LARGEST_BLOCK - block.length)
  if (block.length + length > LARGEST_BLOCK) return { block: Buffer.alloc(0), fault: 'large' }
  const whole = withoutEnd(Buffer.concat([block, bytes]))
  const isShort = claimed !== null && whole.length < claimed
  return { block: whole, fault: !found && !isBounded ? 'cut' : isShort ? 'short' : null }
}

/** Whether nothing or another record follows. */
async function isAtRecordEnd(reader: ByteReader): Promise<boolean> {
  const next = (await reader.peek(16)).toString('latin1')
  return /^(?:\r\n\r\n|\n\n)[\r\n]*WARC\/1\./.test(next) || (next.length < 16 && /^(?:(?:\r\n)*|\n*)$/.test(next))
}

function nextRecordIn(block: Buffer): number {
  for (let at = block.indexOf(NEXT_RECORD); at !== -1; at = block.indexOf(NEXT_RECORD, at + 1)) {
    const before = block[at - 1] === 0x0d ? block[at - 2] : block[at - 1]
    if (before === 0x0a) return at + 1
  }
  return -1
}

/** Takes what stands before the next record, or before the end; of it, up to `most` bytes are kept. */
async function takeToNext(
  reader: ByteReader,
  most: number
): Promise<{ bytes: Buffer; length: number; found: boolean }> {
  const kept: Buffer[] = []
  let length = 0
  for (;;) {
    const window = await reader.peek(WINDOW)
    const next = nextRecordIn(window)
    const isLast = window.length < WINDOW
    const count = next !== -1 ? next : isLast ? window.length : window.length - NEXT_RECORD.length - 2
    const taken = await reader.take(count)
    length += count
    if (length <= most) kept.push(taken)
    if (next !== -1 || isLast) return { bytes: Buffer.concat(kept), length, found: next !== -1 }
  }
}

/** A block without the two line ends behind it. */
function withoutEnd(block: Buffer): Buffer {
  let end = block.length
  for (let lines = 0; lines < 2 && block[end - 1] === 0x0a; lines++) end -= block[end - 2] === 0x0d ? 2 : 1
  return block.subarray(0, end)
}
