import { constants, crc32, inflateSync } from 'node:zlib'
import { adam7, samples, unfilter } from './png-samples.ts'

/** A PNG as PDF shows it: its colours, and how much of them is seen. Nothing else of the file is kept. */
export interface Png {
  width: number
  height: number
  bits: number
  /** Colours of a pixel as stored. */
  colors: 1 | 3
  /** Red, green and blue of each entry; null when the colours are stored themselves. */
  palette: Uint8Array | null
  /** `predicted`: compressed rows, each after its filter (PNG 9). `plain`: samples of 8 bits, not compressed. */
  data: { form: 'predicted' | 'plain'; bytes: Uint8Array }
  /** How much of each pixel is seen, of 255; null when all of all. */
  alpha: Uint8Array | null
}

interface Header {
  width: number
  height: number
  bits: number
  type: number
  interlaced: boolean
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16]
}
const [GRAY, PALETTE, GRAY_ALPHA, COLOR_ALPHA] = [0, 3, 4, 6]

/**
 * Reads a PNG (ISO/IEC 15948): checks its chunks and takes only its picture. Throws an `Error` that says what is wrong when it
 * isn't whole.
 */
export function readPng(bytes: Uint8Array): Png {
  const chunks = readChunks(bytes)
  const header = readHeader(chunks)
  const { width, height, bits, type, interlaced } = header
  const palette = type === PALETTE ? paletteOf(chunks) : null
  const transparent = chunks.find(({ name }) => name === 'tRNS')?.body ?? null
  const compressed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ body }) => body))
  const { raw, used } = inflated(compressed, header)
  const hasAlpha = type === GRAY_ALPHA || type === COLOR_ALPHA
  const colors = type === GRAY || type === PALETTE || type === GRAY_ALPHA ? 1 : 3
  if (!interlaced && !hasAlpha && !transparent) {
    checkFilters(raw, header)
    return {
      width,
      height,
      bits,
      colors,
      palette,
      data: { form: 'predicted', bytes: compressed.subarray(0, used) },
      alpha: null
    }
  }
  const pixels = samples(unfiltered(raw, header), { width, height, channels: CHANNELS[type]!, bits })
  const alpha = alphaOf(pixels, header, transparent)
  const shown = new Uint8Array(width * height * colors)
  const channels = CHANNELS[type]!
  const most = 2 ** Math.min(bits, 8) - 1
  const scale = type === PALETTE ? 1 : 255 / most
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < colors; c++) {
      const value = pixels[i * channels + c]!
      shown[i * colors + c] = bits === 16 ? value >> 8 : value * scale
    }
  }
  return { width, height, bits: 8, colors, palette, data: { form: 'plain', bytes: shown }, alpha }
}

interface Chunk {
  name: string
  body: Uint8Array
}

function readChunks(bytes: Uint8Array): Chunk[] {
  if (!SIGNATURE.every((code, i) => bytes[i] === code)) throw new Error('it doesn’t begin as a PNG does')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw new Error('it is cut off')
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) throw new Error('it is cut off')
    const named = bytes.subarray(at + 4, at + 8 + length)
    const name = Buffer.from(named.subarray(0, 4)).toString('latin1')
    if (crc32(named) !== view.getUint32(at + 8 + length)) throw new Error('it is damaged')
    chunks.push({ name, body: named.subarray(4) })
    if (name === 'IEND') return chunks
    at += 12 + length
  }
}

function readHeader([first]: readonly Chunk[]): Header {
  if (first?.name !== 'IHDR' || first.body.length !== 13) throw new Error('it has no header')
  const { body } = first
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const [width, height, bits, type] = [view.getUint32(0), view.getUint32(4), body[8]!, body[9]!]
  if (width === 0 || height === 0) throw new Error('its picture has no size')
  if (!DEPTHS[type]?.includes(bits) || body[12]! > 1) throw new Error('its picture is stored in an unknown way')
  return { width, height, bits, type, interlaced: body[12] === 1 }
}

function paletteOf(chunks: readonly Chunk[]): Uint8Array {
  const body = chunks.find(({ name }) => name === 'PLTE')?.body
  if (!body || body.length === 0 || body.length % 3 !== 0 || body.length > 768)
    throw new Error('its colours are missing')
  return body
}

/** Bytes of a row of so many pixels, without the one that names its filter. */
function rowBytes({ bits, type }: Header, width: number): number {
  return Math.ceil((width * CHANNELS[type]! * bits) / 8)
}

function rawLength(header: Header): number {
  const passes = header.interlaced ? adam7(header.width, header.height) : [header]
  return passes.reduce(
    (sum, pass) => sum + (pass.width === 0 ? 0 : pass.height * (rowBytes(header, pass.width) + 1)),
    0
  )
}

/** The picture's rows with their filters, and how many bytes of the compressed ones they took. */
function inflated(compressed: Uint8Array, header: Header): { raw: Uint8Array; used: number } {
  const length = rawLength(header)
  try {
    const options = { info: true, maxOutputLength: length + 1, finishFlush: constants.Z_FINISH } as const
    // With `info` the engine comes along, which the types don't know.
    const done = inflateSync(compressed, options) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } }
    if (done.buffer.length === length) return { raw: done.buffer, used: done.engine.bytesWritten }
  } catch (error) {
    throw new Error('its picture is cut off or damaged', { cause: error })
  }
  throw new Error('its picture is cut off or damaged')
}

function checkFilters(raw: Uint8Array, header: Header): void {
  const stride = rowBytes(header, header.width) + 1
  for (let at = 0; at < raw.length; at += stride) if (raw[at]! > 4) throw new Error('its picture is damaged')
}

/** The picture's rows without filters, in their order, those of an interlaced picture put together. */
function unfiltered(raw: Uint8Array, header: Header): Uint8Array {
  const { width, height, bits, type } = header
  const pixelBits = CHANNELS[type]! * bits
  if (!header.interlaced) return unfilter(raw, height, rowBytes(header, width), Math.max(1, pixelBits >> 3))
  const stride = rowBytes(header, width)
  const whole = new Uint8Array(stride * height)
  let at = 0
  for (const pass of adam7(width, height)) {
    if (pass.width === 0 || pass.height === 0) continue
    const length = rowBytes(header, pass.width)
    const rows = unfilter(raw.subarray(at), pass.height, length, Math.max(1, pixelBits >> 3))
    at += pass.height * (length + 1)
    for (let y = 0; y < pass.height; y++) {
      for (let x = 0; x < pass.width; x++) {
        copyBits(rows, y * length * 8 + x * pixelBits, whole, pass.y(y) * stride * 8 + pass.x(x) * pixelBits, pixelBits)
      }
    }
  }
  return whole
}

function copyBits(from: Uint8Array, start: number, to: Uint8Array, target: number, count: number): void {
  if (count >= 8) {
    to.set(from.subarray(start >> 3, (start + count) >> 3), target >> 3)
    return
  }
  const value = (from[start >> 3]! >> (8 - count - (start & 7))) & (2 ** count - 1)
  to[target >> 3]! |= value << (8 - count - (target & 7))
}

/** How much of each pixel is seen: by a channel of its own, by the palette, or all but those of one colour. */
function alphaOf(
  pixels: Uint8Array | Uint16Array,
  { type, bits, width, height }: Header,
  transparent: Uint8Array | null
): Uint8Array | null {
  const channels = CHANNELS[type]!
  const alpha = new Uint8Array(width * height).fill(255)
  if (type === GRAY_ALPHA || type === COLOR_ALPHA) {
    for (let i = 0; i < alpha.length; i++) alpha[i] = pixels[i * channels + channels - 1]! >> (bits === 16 ? 8 : 0)
    return alpha
  }
  if (!transparent) return null
  if (type === PALETTE) {
    for (let i = 0; i < alpha.length; i++) alpha[i] = transparent[pixels[i]!] ?? 255
    return alpha
  }
  const hidden = Array.from(
    { length: channels },
    (_, c) => (transparent[c * 2] ?? 0) * 256 + (transparent[c * 2 + 1] ?? 0)
  )
  for (let i = 0; i < alpha.length; i++) {
    if (hidden.every((value, c) => pixels[i * channels + c] === value)) alpha[i] = 0
  }
  return alpha
}
