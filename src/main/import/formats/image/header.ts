import type { ImageType } from '../../../../shared/source/source.ts'

/** What an image's header says. Sizes in pixels, before any turn that its metadata ask for. */
export interface ImageHeader {
  mediaType: ImageType
  width: number
  height: number
}

const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n'
/** Colour types of PNG with the bit depths that each may have (ISO/IEC 15948, 11.2.2). */
const PNG_DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16]
}

/**
 * Reads the size of a PNG or JPEG from its header and sees that the file is whole, without unpacking a pixel: an image of a few
 * bytes can claim to be as large as it likes. Null when it is neither, cut off, or of a kind that few programs can show (JPEG that is
 * arithmetically coded, lossless or hierarchical).
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = data.toString('latin1', 0, 8) === PNG_SIGNATURE ? pngHeader(data) : jpegHeader(data)
  return header && header.width > 0 && header.height > 0 ? header : null
}

/** ISO/IEC 15948, 5.3: chunks of length, type, data and check sum, from IHDR to IEND. */
function pngHeader(data: Buffer): ImageHeader | null {
  if (data.length < 33 || data.readUInt32BE(8) !== 13 || data.toString('latin1', 12, 16) !== 'IHDR') return null
  const [depth = 0, color = 0, compression, filter, interlace = 0] = data.subarray(24, 29)
  if (!PNG_DEPTHS[color]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) return null
  let hasPixels = false
  for (let at = 8; at + 12 <= data.length; at += 12 + data.readUInt32BE(at)) {
    const type = data.toString('latin1', at + 4, at + 8)
    if (type === 'IDAT') hasPixels = true
    if (type === 'IEND') {
      return hasPixels ? { mediaType: 'image/png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) } : null
    }
  }
  return null
}

/** ITU-T T.81, B.1: markers, each with a segment but for a few, up to the scan; baseline, extended and progressive frames. */
function jpegHeader(data: Buffer): ImageHeader | null {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return null
  let header: ImageHeader | null = null
  let at = 2
  while (at + 4 <= data.length) {
    if (data[at] !== 0xff) return null
    const marker = data[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const length = data.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > data.length) return null
    if (marker >= 0xc0 && marker <= 0xc2 && length >= 8) {
      header = { mediaType: 'image/jpeg', height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) }
    }
    // The end may be followed by what cameras and phones append.
    if (marker === 0xda) return data.includes(Buffer.from([0xff, 0xd9]), end) ? header : null
    at = end
  }
  return null
}
