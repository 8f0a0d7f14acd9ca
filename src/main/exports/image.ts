import type { ExportImage } from '../../shared/composition/input.ts'

/**
 * An image's bytes without what tells of camera, place, person or program: of a JPEG the application and comment segments
 * (JFIF and Adobe's, which say how colours are coded, stay), of a PNG all chunks but those that make the picture. An image
 * that isn't built as its type says is given as it is up to where it goes wrong, and no further.
 */
export function withoutMetadata({ mediaType, bytes }: Pick<ExportImage, 'mediaType' | 'bytes'>): Uint8Array {
  const kept = mediaType === 'image/png' ? pngParts(bytes) : jpegParts(bytes)
  return new Uint8Array(Buffer.concat(kept))
}

const SIGNATURE = 8
/** Critical chunks, and those without which colours or transparency are others (PNG, third edition, 11.2 and 11.3). */
const CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT'])

function pngParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = [bytes.subarray(0, SIGNATURE)]
  for (let at = SIGNATURE; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) break
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (CHUNKS.has(type)) parts.push(bytes.subarray(at, end))
    if (type === 'IEND') break
    at = end
  }
  return parts
}

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP14 = 0xee
const APP15 = 0xef
const COM = 0xfe
/** Bytes of a JFIF segment without a thumbnail, which may show more than the image. */
const BARE_JFIF = 18

/** Markers as ITU-T T.81, annex B, has them. What follows the end of the image is left out. */
function jpegParts(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [Uint8Array.of(0xff, SOI)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === EOI) break
    const end = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!
    if (end > bytes.length) break
    const length = end - at
    const tells =
      marker === COM ||
      (marker >= APP0 && marker <= APP15 && marker !== APP14 && !(marker === APP0 && length === BARE_JFIF))
    if (!tells) parts.push(bytes.subarray(at, end))
    at = end
    if (marker === SOS) {
      const scan = scanEnd(bytes, at)
      parts.push(bytes.subarray(at, scan))
      at = scan
    }
  }
  parts.push(Uint8Array.of(0xff, EOI))
  return parts
}

/** Where the coded data of a scan end: at a marker that is neither a stuffed zero nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1]!
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at
  }
  return bytes.length
}
