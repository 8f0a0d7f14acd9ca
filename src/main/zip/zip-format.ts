/**
 * The parts of a zip file (PKWARE's APPNOTE.TXT 6.3.10) as far as bundles need them: names in UTF-8, entries stored or
 * deflated with their sizes known, zip64 where the archive is large. Times are those of no clock, so that the same files give
 * the same bytes.
 */

/** What the directory says of an entry. */
export interface ZipEntry {
  name: string
  /** 0 stored, 8 deflated. */
  method: 0 | 8
  crc32: number
  /** Bytes in the archive and of the file; both below 4 GiB. */
  compressed: number
  size: number
  /** Where its own header stands. */
  offset: number
}

const UTF8 = 0x800
/** 1 January 1980, the first day there is. */
const DATE = 0x21
const UNIX_63 = (3 << 8) | 63
const MODE = 0o100644
const VERSION = 20
const ZIP64_VERSION = 45
const LARGEST_16 = 0xffff
const LARGEST_32 = 0xffffffff

/** The header before an entry's bytes. */
export function localHeader({ name, ...entry }: Omit<ZipEntry, 'offset'>): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeCommon(header, entry, VERSION, 4)
  const nameBytes = Buffer.from(name)
  header.writeUInt16LE(nameBytes.length, 26)
  return Buffer.concat([header, nameBytes])
}

/** An entry of the directory at the archive's end. */
export function directoryHeader({ name, offset, ...entry }: ZipEntry): Buffer {
  const far = offset >= LARGEST_32
  const extra = Buffer.alloc(far ? 12 : 0)
  if (far) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(offset), 4)
  }
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(UNIX_63, 4)
  writeCommon(header, entry, far ? ZIP64_VERSION : VERSION, 6)
  const nameBytes = Buffer.from(name)
  header.writeUInt16LE(nameBytes.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE((MODE << 16) >>> 0, 38)
  header.writeUInt32LE(far ? LARGEST_32 : offset, 42)
  return Buffer.concat([header, nameBytes, extra])
}

/** What both headers have in common, from the version on. */
function writeCommon(
  header: Buffer,
  { method, crc32, compressed, size }: Omit<ZipEntry, 'name' | 'offset'>,
  version: number,
  at: number
): void {
  header.writeUInt16LE(version, at)
  header.writeUInt16LE(UTF8, at + 2)
  header.writeUInt16LE(method, at + 4)
  header.writeUInt16LE(DATE, at + 8)
  header.writeUInt32LE(crc32, at + 10)
  header.writeUInt32LE(compressed, at + 14)
  header.writeUInt32LE(size, at + 18)
}

/** The end of the archive, after a directory of `count` entries and `size` bytes that begins at `start`. */
export function endOfArchive(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, LARGEST_16), 8)
  end.writeUInt16LE(Math.min(count, LARGEST_16), 10)
  end.writeUInt32LE(Math.min(size, LARGEST_32), 12)
  end.writeUInt32LE(Math.min(start, LARGEST_32), 16)
  const isSmall = count < LARGEST_16 && size < LARGEST_32 && start < LARGEST_32
  return isSmall ? end : Buffer.concat([zip64End(count, size, start), end])
}

function zip64End(count: number, size: number, start: number): Buffer {
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(UNIX_63, 12)
  record.writeUInt16LE(ZIP64_VERSION, 14)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator])
}
