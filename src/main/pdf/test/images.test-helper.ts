import { crc32, deflateSync } from 'node:zlib'

/** A picture of 32 by 16 pixels, its left half red, its right half blue. */
export const RED_BLUE_JPEG = fromBase64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0o' +
    'MCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAQACAD' +
    'ASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABwb/xAAUEQEA' +
    'AAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCGATplToB4Ab//2Q=='
)

/** The same in the inks of print, stored as Adobe's programs do. */
export const CMYK_JPEG = fromBase64(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAtKDAl' +
    'KCko/9sAQwEHBwcKCAoTCgoTKBoWGigoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo/8AAFAgAEAAgBAEi' +
    'AAIRAQMRAQQiAP/EABgAAQEBAQEAAAAAAAAAAAAAAAMEBQYH/8QAHRAAAQMFAQAAAAAAAAAAAAAAAAQ0sQECA3JzBf/EABYBAQEBAAAAAAAAAAAA' +
    'AAAAAAgGB//EABkRAAIDAQAAAAAAAAAAAAAAAAABAjEyA//aAA4EAQACEQMRBAAAPwDfDUN8utYEDUN8utYKeeWYLG0e1grWefndFRgVrPPzuip0' +
    'KZvi0pAgaZvi0pAgZ3YleeEZPnsE3K2Cgn89gm5WwUH/2Q=='
)

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

/** A segment of a JPEG. */
export function segment(marker: number, body: string): Uint8Array {
  const bytes = Buffer.from(body, 'latin1')
  return Buffer.concat([Uint8Array.of(0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255), bytes])
}

/** A JPEG with segments after its start. */
export function withSegments(jpeg: Uint8Array, ...segments: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]))
}

/** The EXIF of a photograph: how it is turned, and words where a camera puts its own. */
export function exif(orientation: number, words: string): Uint8Array {
  const tag = `\x01\x12\x00\x03\x00\x00\x00\x01\x00${String.fromCharCode(orientation)}\x00\x00`
  return segment(0xe1, `Exif\0\0MM\0*\0\0\0\x08\0\x01${tag}\0\0\0\0${words}`)
}

export interface PngParts {
  width: number
  height: number
  bits: number
  type: number
  interlaced?: boolean
  /** Rows, each after the byte that names its filter. */
  raw: Uint8Array | number[]
  chunks?: [name: string, body: Uint8Array | string][]
  /** Bytes behind the compressed picture. */
  after?: string
}

/** Writes a PNG. */
export function png({ width, height, bits, type, interlaced, raw, chunks = [], after = '' }: PngParts): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bits, type, 0, 0, interlaced ? 1 : 0], 8)
  const picture = Buffer.concat([deflateSync(Uint8Array.from(raw)), Buffer.from(after, 'latin1')])
  const all: [string, Uint8Array | string][] = [['IHDR', header], ...chunks, ['IDAT', picture], ['IEND', '']]
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return new Uint8Array(Buffer.concat([signature, ...all.map(([name, body]) => chunk(name, body))]))
}

function chunk(name: string, body: Uint8Array | string): Uint8Array {
  const named = Buffer.concat([Buffer.from(name), typeof body === 'string' ? Buffer.from(body, 'latin1') : body])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(named.length - 4, 0)
  out.set(named, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}
