import { inflateSync } from 'node:zlib'
import { DossierError } from '../../../../shared/errors/errors.ts'
import { latin1 } from '../../encoding/decode.ts'

/** A page's program, a font or a table of characters is never so large once it's unpacked. */
const LARGEST_STREAM = 128 * 1024 ** 2
/** Smaller ones don't come to that: deflate makes at most 1,032 bytes of one. */
const WORTH_LOOKING = 96 * 1024
const LONGEST_DICTIONARY = 1_500

/**
 * Refuses a PDF with a compressed stream that grows out of all proportion: pdf.js would unpack it whole, in memory that a worker's limit doesn't count.
 * Pictures may be large, since none is unpacked. Throws `too-large`.
 */
export function refuseBombs(bytes: Uint8Array, name: string): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const dictionary = dictionaryBefore(file, at)
    const times = dictionary.match(/\/(?:FlateDecode|Fl)(?![A-Za-z])/g)?.length ?? 0
    if (times === 0 || (times === 1 && /\/Subtype\s*\/Image\b/.test(dictionary))) continue
    const end = file.indexOf('endstream', at)
    const data = file.subarray(at + (file[at + 6] === 0x0d ? 8 : 7), end === -1 ? file.length : end)
    if ((times > 1 || data.length > WORTH_LOOKING) && growsTooLarge(data, times)) throw tooLarge(name)
  }
}

function dictionaryBefore(file: Buffer, at: number): string {
  const before = latin1(file.subarray(Math.max(0, at - LONGEST_DICTIONARY), at))
  return before.slice(Math.max(0, before.lastIndexOf(' obj')))
}

function growsTooLarge(data: Uint8Array, times: number): boolean {
  let unpacked = data
  for (let time = 0; time < Math.min(times, 3); time++) {
    try {
      unpacked = inflateSync(unpacked, { maxOutputLength: LARGEST_STREAM, chunkSize: 1 << 20 })
    } catch (error) {
      // Faults are the reader's to tell, which gets over some of them; so are streams that are encrypted.
      if (error instanceof Error) return 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      throw error
    }
  }
  return false
}

function tooLarge(name: string): DossierError {
  return new DossierError(
    'too-large',
    `“${name}” holds data that grows out of all proportion when unpacked, so it wasn’t read. Nothing was imported; the file is unchanged. Open it in a PDF program, save it anew and import that.`
  )
}
