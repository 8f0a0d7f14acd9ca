/** Undoes the filters of a PNG's rows of one byte a pixel or less (ISO/IEC 15948, 9). `length` is that of a row without the byte that names its filter. */
export function unfiltered(raw: Uint8Array, rows: number, length: number): Uint8Array {
  const out = new Uint8Array(rows * length)
  for (let y = 0; y < rows; y++) {
    const filter = raw[y * (length + 1)]!
    const from = y * (length + 1) + 1
    const to = y * length
    for (let i = 0; i < length; i++) {
      const left = i > 0 ? out[to + i - 1]! : 0
      const up = y > 0 ? out[to + i - length]! : 0
      const corner = i > 0 && y > 0 ? out[to + i - length - 1]! : 0
      out[to + i] = raw[from + i]! + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
