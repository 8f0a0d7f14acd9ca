import { open } from 'node:fs/promises'
import { DossierError } from '../../../shared/errors/errors.ts'
import { isSystemError } from '../../base/durable.ts'
import type { ContainerFile } from '../extracted/extracted.ts'

const PIECE = 1 << 18

/** The bytes of a container in order, piece by piece, however large it is. Throws a DossierError `io` when the disk fails. `name` is for messages. */
export async function* piecesOf(file: ContainerFile, name: string): AsyncGenerator<Uint8Array, undefined> {
  if ('bytes' in file) {
    for (let at = 0; at < file.bytes.length; at += PIECE) yield file.bytes.subarray(at, at + PIECE)
    return
  }
  try {
    const handle = await open(file.path, 'r')
    try {
      for (;;) {
        const piece = new Uint8Array(PIECE)
        const { bytesRead } = await handle.read(piece, 0, PIECE, null)
        if (bytesRead === 0) return
        yield piece.subarray(0, bytesRead)
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw readError(error, name)
  }
}

/** The first bytes of a container, fewer where it has fewer. Throws as `piecesOf` does. */
export async function firstBytes(file: ContainerFile, count: number, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of piecesOf(file, name)) {
    pieces.push(piece)
    length += piece.length
    if (length >= count) break
  }
  return Buffer.concat(pieces).subarray(0, count)
}

/** All bytes of a container, which must be of a size that fits in memory. Throws as `piecesOf` does. */
export async function allBytes(file: ContainerFile, name: string): Promise<Uint8Array> {
  if ('bytes' in file) return file.bytes
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(file, name)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** What the system said of a container, as a DossierError; other errors as they are. */
export function readError(error: unknown, name: string): unknown {
  if (!isSystemError(error)) return error
  return new DossierError(
    'io',
    `“${name}” could not be read (${error.code ?? error.message}). What was taken out of it is kept; the file is unchanged. Check the disk and import it again.`,
    { cause: error }
  )
}
