import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a zip as it is to be written, with whatever lies about it. */
export interface RawEntry {
  name: string | Buffer
  content?: Buffer | string
  /** Default: deflated (8). */
  method?: number
  flags?: number
  /** Unix mode in the upper half of the external attributes. */
  mode?: number
  extra?: Buffer
  /** What the directory claims instead of the truth. */
  claim?: { crc?: number; size?: number; compressed?: number; offset?: number }
  /** What the entry's own header claims instead of the truth. */
  local?: { name?: string; method?: number; extraLength?: number; crc?: number; size?: number; compressed?: number }
  /** What stands after the bytes. */
  after?: Buffer
  /** The directory points to the bytes of an entry before it; none are written. */
  shares?: number
}

/** What the end of the archive claims instead of the truth. */
export interface RawEnd {
  count?: number
  directory?: number
  disk?: number
  comment?: string
  /** Values of a zip64 end record, which then goes before. */
  zip64?: { count: bigint; offset: bigint; recordOffset?: bigint }
}

const UTF8 = 0x800

/** Writes a zip byte by byte (APPNOTE.TXT 6.3). */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const parts: Buffer[] = []
  let at = 0
  const push = (part: Buffer): void => {
    parts.push(part)
    at += part.length
  }
  const offsets: number[] = []
  const directory: Buffer[] = []
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const content = typeof entry.content === 'string' ? Buffer.from(entry.content) : (entry.content ?? Buffer.alloc(0))
    const method = entry.method ?? 8
    const data = method === 8 ? deflateRawSync(content) : content
    const flags = entry.flags ?? UTF8
    const offset = entry.shares === undefined ? at : offsets[entry.shares]!
    offsets.push(offset)
    const sizes = { crc: crc32(content), compressed: data.length, size: content.length }
    if (entry.shares === undefined) {
      const localName = Buffer.from(entry.local?.name ?? name)
      push(
        localHeader(
          localName,
          flags,
          entry.local?.method ?? method,
          { ...sizes, ...entry.local },
          entry.local?.extraLength ?? 0
        )
      )
      push(data)
      if (entry.after) push(entry.after)
    }
    directory.push(
      directoryHeader(name, flags, method, { ...sizes, ...entry.claim }, entry.claim?.offset ?? offset, entry)
    )
  }
  const start = at
  for (const header of directory) push(header)
  if (end.zip64) push(zip64End(end.zip64, at))
  push(endRecord(entries.length, at - start, start, end))
  return Buffer.concat(parts)
}

interface Sizes {
  crc: number
  compressed: number
  size: number
}

function localHeader(name: Buffer, flags: number, method: number, sizes: Sizes, extraLength: number): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt16LE(0x21, 12)
  header.writeUInt32LE(sizes.crc, 14)
  header.writeUInt32LE(sizes.compressed, 18)
  header.writeUInt32LE(sizes.size, 22)
  header.writeUInt16LE(name.length, 26)
  header.writeUInt16LE(extraLength, 28)
  return Buffer.concat([header, name])
}

function directoryHeader(
  name: Buffer,
  flags: number,
  method: number,
  sizes: Sizes,
  offset: number,
  { mode, extra = Buffer.alloc(0) }: RawEntry
): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE((3 << 8) | 63, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(method, 10)
  header.writeUInt16LE(0x21, 14)
  header.writeUInt32LE(sizes.crc, 16)
  header.writeUInt32LE(sizes.compressed, 20)
  header.writeUInt32LE(sizes.size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(((mode ?? 0o100644) << 16) >>> 0, 38)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name, extra])
}

function zip64End({ count, offset, recordOffset }: NonNullable<RawEnd['zip64']>, at: number): Buffer {
  const record = Buffer.alloc(56 + 20)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  record.writeBigUInt64LE(count, 24)
  record.writeBigUInt64LE(count, 32)
  record.writeBigUInt64LE(offset, 48)
  record.writeUInt32LE(0x07064b50, 56)
  record.writeBigUInt64LE(recordOffset ?? BigInt(at), 64)
  record.writeUInt32LE(1, 72)
  return record
}

function endRecord(count: number, size: number, start: number, end: RawEnd): Buffer {
  const comment = Buffer.from(end.comment ?? '')
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(end.disk ?? 0, 4)
  record.writeUInt16LE(end.count ?? count, 8)
  record.writeUInt16LE(end.count ?? count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(end.directory ?? start, 16)
  record.writeUInt16LE(comment.length, 20)
  return Buffer.concat([record, comment])
}

/** The zip64 extra field (0x0001) with sizes and offset. */
export function zip64Extra(...values: bigint[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(values.length * 8, 2)
  for (const [i, value] of values.entries()) field.writeBigUInt64LE(value, 4 + i * 8)
  return field
}

/** The Info-ZIP Unicode path field (0x7075), by which a name can be another one. */
export function unicodePath(raw: string, name: string): Buffer {
  const field = Buffer.alloc(9)
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(5 + Buffer.byteLength(name), 2)
  field.writeUInt8(1, 4)
  field.writeUInt32LE(crc32(raw), 5)
  return Buffer.concat([field, Buffer.from(name)])
}
