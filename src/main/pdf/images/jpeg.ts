/** A JPEG with nothing in it but what its picture needs. */
export interface Jpeg {
  width: number
  height: number
  components: 1 | 3 | 4
  /** 1 to 8, as EXIF counts them: how the stored picture is turned and mirrored to be seen. */
  orientation: number
  /** Whether the file says, as Adobe's programs do, how its colours are stored. They store CMYK inverted. */
  adobe: boolean
  /** Whether the three components are red, green and blue themselves. */
  plainRgb: boolean
  data: Uint8Array
}

const [SOI, EOI, SOS, DNL, COMMENT] = [0xd8, 0xd9, 0xda, 0xdc, 0xfe]
const [APP0, APP1, APP14, APP15] = [0xe0, 0xe1, 0xee, 0xef]
/** Baseline, extended and progressive pictures with Huffman codes, which PDF can show (ISO 32000-1, 7.4.8). */
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2]
/** Tables, restart intervals and numbers of lines. */
const KEPT: readonly number[] = [0xc4, 0xdb, 0xdd, DNL]
/** What comes before the picture's own data in Adobe's segment, and the length of both. */
const ADOBE = [0x41, 0x64, 0x6f, 0x62, 0x65]
const ADOBE_LENGTH = 14
const RGB_NAMES = [0x52, 0x47, 0x42]

/**
 * Takes a JPEG (ITU-T T.81) apart and puts it together again without its metadata: no EXIF, XMP, IPTC, profile or comment, no
 * preview, and nothing that stands behind its end. Throws an `Error` that says what is wrong when it isn't whole, or of a kind
 * that PDF can't show.
 */
export function readJpeg(bytes: Uint8Array): Jpeg {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xff00 + SOI) throw new Error('it doesn’t begin as a JPEG does')
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let frame: Pick<Jpeg, 'width' | 'height' | 'components' | 'plainRgb'> | null = null
  let [orientation, adobe, scans] = [1, false, 0]
  for (let at = 2; ;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) throw new Error('it is cut off or damaged')
    if (marker === EOI) break
    if (at + 4 > bytes.length) throw new Error('it is cut off')
    let end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length || end < at + 4) throw new Error('it is cut off')
    const body = bytes.subarray(at + 4, end)
    if (FRAMES.includes(marker)) {
      if (frame) throw new Error('it holds more than one picture')
      frame = readFrame(body)
    } else if (marker === SOS) {
      if (!frame) throw new Error('its picture has no size')
      scans++
      end = scanEnd(bytes, end)
    } else if (marker === APP1) orientation = readOrientation(body) ?? orientation
    const adobes = marker === APP14 && ADOBE.every((code, i) => body[i] === code)
    if (adobes) {
      adobe = true
      // What else the segment may hold is cut off with its length.
      kept.push(Uint8Array.of(0xff, APP14, 0, ADOBE_LENGTH), body.subarray(0, ADOBE_LENGTH - 2))
    } else if (FRAMES.includes(marker) || marker === SOS || KEPT.includes(marker)) kept.push(bytes.subarray(at, end))
    else if (!isMetadata(marker)) throw new Error('its picture is stored in a way that PDF can’t show')
    at = end
  }
  if (!frame || scans === 0) throw new Error('it holds no picture')
  kept.push(Uint8Array.of(0xff, EOI))
  return { ...frame, plainRgb: frame.plainRgb && !adobe, orientation, adobe, data: Buffer.concat(kept) }
}

function isMetadata(marker: number): boolean {
  return (marker >= APP0 && marker <= APP15) || marker === COMMENT
}

function readFrame(body: Uint8Array): Pick<Jpeg, 'width' | 'height' | 'components' | 'plainRgb'> {
  const [depth, h1 = 0, h0 = 0, w1 = 0, w0 = 0, components = 0] = body
  const [height, width] = [h1 * 256 + h0, w1 * 256 + w0]
  if (depth !== 8) throw new Error('it has more than 8 bits to a colour')
  if (width === 0 || height === 0) throw new Error('its picture has no size')
  if (body.length < 6 + components * 3) throw new Error('it is cut off')
  if (components !== 1 && components !== 3 && components !== 4) throw new Error(`it has ${components} colours`)
  const plainRgb = components === 3 && RGB_NAMES.every((name, i) => body[6 + i * 3] === name)
  return { width, height, components, plainRgb }
}

/** Where the coded data that start at an offset end: at a marker that is neither a restart nor a filled-in byte. */
function scanEnd(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw new Error('it is cut off')
}

const ORIENTATION = 0x0112

/** The orientation in an EXIF segment (CIPA DC-008, 4.6.4); null where it has none that is valid. */
function readOrientation(body: Uint8Array): number | null {
  if (Buffer.from(body.subarray(0, 6)).toString('latin1') !== 'Exif\0\0') return null
  const view = new DataView(body.buffer, body.byteOffset + 6, body.length - 6)
  if (view.byteLength < 8) return null
  const little = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, little)
  if (directory + 2 > view.byteLength) return null
  const count = view.getUint16(directory, little)
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12
    if (entry + 12 > view.byteLength) return null
    if (view.getUint16(entry, little) !== ORIENTATION) continue
    const value = view.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}
