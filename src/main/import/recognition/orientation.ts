const EXIF = 'Exif\0\0'
const ORIENTATION = 0x0112
/** The marker's segment stands among the first of a file. */
const LOOKED_AT = 128 * 1024

/** How a camera says that its picture is to be turned and mirrored (Exif 2.32, 4.6.4): 1 to 8; 1 when it says nothing. */
export function orientationOf(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT))
  const at = head.indexOf(EXIF, 0, 'latin1')
  if (at === -1 || at + EXIF.length + 8 > head.length) return 1
  const tiff = head.subarray(at + EXIF.length)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (place: number): number => (isLittle ? tiff.readUInt16LE(place) : tiff.readUInt16BE(place))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  const entries = short(directory)
  for (let entry = 0; entry < entries; entry++) {
    const place = directory + 2 + entry * 12
    if (place + 12 > tiff.length) return 1
    if (short(place) !== ORIENTATION) continue
    const value = short(place + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
