import { crc32, deflateRawSync } from 'node:zlib'
import { directoryHeader, endOfArchive, localHeader, type ZipEntry } from './zip-format.ts'

/** A file ready to be appended, as it is or deflated. */
export type Packed = Omit<ZipEntry, 'name' | 'offset'> & { data: Uint8Array }

/** Makes a file ready that is kept as it is, or that was deflated. */
export function packed(bytes: Uint8Array, deflated: Uint8Array | null = null): Packed {
  const data = deflated ?? bytes
  return { method: deflated ? 8 : 0, crc32: crc32(bytes), compressed: data.length, size: bytes.length, data }
}

/**
 * Gives the bytes of a zip, part by part, to be written one behind the other; the same files give the same bytes. Of what is written only the directory's
 * values stay in memory.
 */
export class ZipWriter {
  /** Values, not buffers: a small buffer would keep the large one alive that it was cut from. */
  readonly #directory: ZipEntry[] = []
  #length = 0

  /** The parts of a whole file. */
  add(name: string, { data, ...entry }: Packed): Uint8Array[] {
    const header = localHeader({ ...entry, name })
    this.#directory.push({ ...entry, name, offset: this.#length })
    this.#length += header.length + data.length
    return [header, data]
  }

  /**
   * A file of `size` bytes that are kept as they are and come by themselves behind `header`. Once its checksum is known, `settled` gives the header that
   * takes that one's place, at `offset`.
   */
  addStreamed(
    name: string,
    size: number
  ): { header: Uint8Array; offset: number; settled: (crc: number) => Uint8Array } {
    const entry = { name, method: 0 as const, crc32: 0, compressed: size, size, offset: this.#length }
    this.#directory.push(entry)
    const header = localHeader(entry)
    this.#length += header.length + size
    const settled = (crc: number): Uint8Array => {
      entry.crc32 = crc
      return localHeader(entry)
    }
    return { header, offset: entry.offset, settled }
  }

  /** The directory and the archive's end, which is the last that is written. */
  *end(): Generator<Uint8Array> {
    const start = this.#length
    for (const entry of this.#directory) {
      const header = directoryHeader(entry)
      this.#length += header.length
      yield header
    }
    yield endOfArchive(this.#directory.length, this.#length - start, start)
  }
}

/** Makes a zip in memory, its files kept as they are or all deflated. */
export function writeZip(
  files: Iterable<readonly [path: string, bytes: Uint8Array]>,
  method: 'stored' | 'deflated'
): Buffer {
  const writer = new ZipWriter()
  const parts: Uint8Array[] = []
  for (const [name, bytes] of files)
    parts.push(...writer.add(name, packed(bytes, method === 'deflated' ? deflateRawSync(bytes) : null)))
  return Buffer.concat([...parts, ...writer.end()])
}
