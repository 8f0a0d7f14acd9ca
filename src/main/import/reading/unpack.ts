import { stat } from 'node:fs/promises'
import { gunzipSync, constants } from 'node:zlib'
import { allBytes, firstBytes } from '../container/byte-source.ts'
import { unpackMbox } from '../formats/mbox/mbox.ts'
import { unpackPress } from '../press/press.ts'
import { pressSource } from '../press/source.ts'
import { unpackWacz } from '../formats/wacz/wacz.ts'
import { unpackWarc } from '../formats/warc/warc.ts'
import { unpackZip, zipContent } from '../formats/zip/zip.ts'
import { latin1 } from '../encoding/decode.ts'
import type { ContainerFile, Entry, FileHint } from '../extracted/extracted.ts'
import { refuseTooLarge } from '../extracted/limits.ts'

const HEAD = 65_536

/**
 * Takes the items out of a container, one by one: each as a file of its own with what the container says of it. An item that can't be taken
 * out comes with its error, and the next ones follow. Containers are zip archives, web archives (WARC, WACZ) and mailboxes, told apart by their first bytes, so that
 * files of any size can be opened, and exports of press databases, which are read whole. Throws a DossierError when the container itself can't be read (further): `unsupported` when it is none, else those of its kind.
 */
export async function* unpack(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  const bytes = await firstBytes(file, HEAD, hint.name)
  const head = latin1(bytes)
  const isZip = head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')
  const zipped = isZip ? await zipContent(file, hint.name) : null
  if (zipped === 'wacz') yield* unpackWacz(file, hint)
  else if (zipped === 'files') yield* unpackZip(file, hint)
  else if (/^\s*WARC\/\d/.test(head) || isPackedWarc(bytes)) yield* unpackWarc(file, hint)
  else if (head.startsWith('From ')) yield* unpackMbox(file, hint)
  else {
    // What is no container came here for its size alone.
    if ('path' in file) refuseTooLarge((await stat(file.path)).size, hint.name)
    const whole = await allBytes(file, hint.name)
    yield* unpackPress(await pressSource(whole, hint.name), hint)
  }
}

function isPackedWarc(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return false
  try {
    const start = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 128 * 1024 ** 2 })
    return /^\s*WARC\/\d/.test(latin1(start.subarray(0, 64)))
  } catch (error) {
    // A first record that is damaged is told when the archive is read.
    if (error instanceof Error) return true
    throw error
  }
}
