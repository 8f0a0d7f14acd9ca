import { crc32 } from 'node:zlib'
import { directoryHeader, endOfArchive, localHeader, type ZipEntry } from './zip-format.ts'

/** Makes a zip in memory of files that are stored as they are. */
export function storedZip(files: Iterable<readonly [path: string, bytes: Uint8Array]>): Buffer {
  const parts: Uint8Array[] = []
  const directory: ZipEntry[] = []
  let offset = 0
  const push = (part: Uint8Array): void => {
    parts.push(part)
    offset += part.length
  }
  for (const [name, bytes] of files) {
    const entry = { name, method: 0 as const, crc32: crc32(bytes), compressed: bytes.length, size: bytes.length }
    directory.push({ ...entry, offset })
    push(localHeader(entry))
    push(bytes)
  }
  const start = offset
  for (const entry of directory) push(directoryHeader(entry))
  push(endOfArchive(directory.length, offset - start, start))
  return Buffer.concat(parts)
}
