import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Lower-case hexadecimal SHA-256 of bytes, or of a string in UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data)
}

/** A checksum under way, by any algorithm that Node has. */
export function hasher(algorithm: string): { update(bytes: Uint8Array): unknown; digest(): string } {
  const digest = createHash(algorithm)
  return { update: (bytes) => digest.update(bytes), digest: () => digest.digest('hex') }
}

/** SHA-256 of a file, read as a stream. Rejects with the system's error. */
export async function sha256OfFile(path: string | Buffer): Promise<string> {
  const digest = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), digest)
  return digest.digest('hex')
}
