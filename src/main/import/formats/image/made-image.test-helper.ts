import { crc32, deflateSync } from 'node:zlib'

/** A PNG chunk: length, type, data, check sum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of one colour, RGB. `claim` is the size that its header states instead of its own; `chunks` come before the pixels. */
export function madePng(
  width: number,
  height: number,
  { color = [0x2f, 0x4f, 0x6f], claim = [width, height], chunks = [] as Buffer[] } = {}
): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(claim[0]!, 0)
  head.writeUInt32BE(claim[1]!, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from(color))])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', head),
    ...chunks,
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0))
  ])
}

/** The markers of a JPEG with a frame of a size, without a scan that could be decoded. */
export function jpegShell(width: number, height: number, frame = 0xc0): Buffer {
  const segment = (marker: number, data: number[]): Buffer =>
    Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data])
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, [...Buffer.from('Exif\0\0')]),
    segment(frame, [8, ...size, 1, 1, 0x11, 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x12, 0xff, 0xd9])
  ])
}
