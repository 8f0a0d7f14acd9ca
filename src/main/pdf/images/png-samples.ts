/** A pass of an interlaced picture: its size, and where its pixels belong. */
export interface Pass {
  width: number
  height: number
  x: (column: number) => number
  y: (row: number) => number
}

/** Where each pass of Adam7 starts and how far its pixels are apart (ISO/IEC 15948, 8.2). */
const ADAM7 = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 }
] as const

/** The passes of an interlaced picture of a size. */
export function adam7(width: number, height: number): Pass[] {
  return ADAM7.map(({ x, y, dx, dy }) => ({
    width: Math.max(0, Math.ceil((width - x) / dx)),
    height: Math.max(0, Math.ceil((height - y) / dy)),
    x: (column) => x + column * dx,
    y: (row) => y + row * dy
  }))
}

/**
 * Undoes the filters of rows (ISO/IEC 15948, 9). `length` is that of a row without the byte that names its filter, `pixel` the bytes
 * from one pixel to the next. Throws when a filter is unknown.
 */
export function unfilter(raw: Uint8Array, rows: number, length: number, pixel: number): Uint8Array {
  const out = new Uint8Array(rows * length)
  for (let y = 0; y < rows; y++) {
    const filter = raw[y * (length + 1)]!
    if (filter > 4) throw new Error('its picture is damaged')
    const from = y * (length + 1) + 1
    const to = y * length
    for (let i = 0; i < length; i++) {
      const left = i >= pixel ? out[to + i - pixel]! : 0
      const up = y > 0 ? out[to + i - length]! : 0
      const corner = i >= pixel && y > 0 ? out[to + i - length - pixel]! : 0
      out[to + i] = raw[from + i]! + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
      return a <= b && a <= c ? left : b <= c ? up : corner
    }
    default:
      return 0
  }
}

/** The samples of a picture's rows as numbers. Those of 8 bits are the rows themselves. */
export function samples(
  rows: Uint8Array,
  { width, height, channels, bits }: { width: number; height: number; channels: number; bits: number }
): Uint8Array | Uint16Array {
  if (bits === 8) return rows
  const count = width * channels
  const stride = Math.ceil((count * bits) / 8)
  const out = new Uint16Array(count * height)
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < count; i++) {
      const at = y * stride * 8 + i * bits
      const byte = rows[at >> 3]!
      const value = bits === 16 ? byte * 256 + rows[(at >> 3) + 1]! : (byte >> (8 - bits - (at & 7))) & (2 ** bits - 1)
      out[y * count + i] = value
    }
  }
  return out
}
