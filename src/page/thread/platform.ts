import { sha256 as digest } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { ZStream, zlibInflate, zlibInflateInit, Z_NO_FLUSH, Z_OK, Z_STREAM_END } from 'pako'
import { toHex } from '../../shared/pdf/bytes.ts'
import type { PdfPlatform } from '../../shared/pdf/platform.ts'

const LEAST_PIECE = 1 << 14
const LARGEST_PIECE = 1 << 22

/**
 * Hashing and decompression in plain code, for a page: what browsers have of their own answers later, while reading a PDF goes on at once. It accepts and
 * refuses what zlib does, after which it is made.
 */
export const pagePlatform: PdfPlatform = {
  sha256: (data) => toHex(digest(typeof data === 'string' ? utf8ToBytes(data) : data)),
  inflate,
  utf8: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

function inflate(data: Uint8Array, most: number): Uint8Array {
  const stream = new ZStream()
  if (zlibInflateInit(stream) !== Z_OK) throw new Error('zlib can’t begin')
  stream.input = data
  stream.avail_in = data.length
  const pieces: Uint8Array[] = []
  let size = 0
  let status: number = Z_OK
  while (status !== Z_STREAM_END) {
    const room = Math.min(LARGEST_PIECE, Math.max(LEAST_PIECE, data.length * 2, size))
    stream.output = new Uint8Array(room)
    stream.next_out = 0
    stream.avail_out = room
    status = zlibInflate(stream, Z_NO_FLUSH)
    // Nothing came out and nothing is left: the data end before they should.
    if (status !== Z_OK && status !== Z_STREAM_END) throw new Error(stream.msg || 'the data are cut off or damaged')
    size += stream.next_out
    if (size > most) throw new RangeError(`the data give more than ${most} bytes`)
    pieces.push(stream.output.subarray(0, stream.next_out))
  }
  if (pieces.length === 1) return pieces[0]!
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
