/** A picture in shades of grey, a byte a pixel, row by row from the top; 0 is black. */
export interface GreyImage {
  width: number
  height: number
  data: Uint8Array
}

/** A speck differs from nearly all of its neighbours by as much: letters have strokes of more than one pixel. */
const SPECK = 60

/**
 * Takes out single specks, black on light and white on dark, as old copies and scanners have them; each becomes the median of its neighbours. What is
 * no speck stays as it is, so that thin strokes keep their edges.
 */
export function despeckled({ width, height, data }: GreyImage): GreyImage {
  const out = data.slice()
  const around = new Uint8Array(8)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const own = data[at]!
      if (own > 50 && own < 205) continue
      around[0] = data[at - width - 1]!
      around[1] = data[at - width]!
      around[2] = data[at - width + 1]!
      around[3] = data[at - 1]!
      around[4] = data[at + 1]!
      around[5] = data[at + width - 1]!
      around[6] = data[at + width]!
      around[7] = data[at + width + 1]!
      around.sort()
      // One neighbour may be a speck too.
      if (around[1]! - own > SPECK || own - around[6]! > SPECK) out[at] = (around[3]! + around[4]!) >> 1
    }
  }
  return { width, height, data: out }
}

/** A picture smaller by a whole factor: each pixel is the mean of a square of them. */
export function reduced(image: GreyImage, factor: number): GreyImage {
  if (factor <= 1) return image
  const width = Math.floor(image.width / factor)
  const height = Math.floor(image.height / factor)
  const data = new Uint8Array(width * height)
  const count = factor * factor
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dy = 0; dy < factor; dy++) {
        const row = (y * factor + dy) * image.width + x * factor
        for (let dx = 0; dx < factor; dx++) sum += image.data[row + dx]!
      }
      data[y * width + x] = sum / count
    }
  }
  return { width, height, data }
}

/** A picture of twice the size, its new pixels between those that there were. */
export function doubled({ width, height, data }: GreyImage): GreyImage {
  const out = new Uint8Array(width * height * 4)
  for (let y = 0; y < height * 2; y++) {
    const [top, low] = neighbours(y, height)
    for (let x = 0; x < width * 2; x++) {
      const [left, right] = neighbours(x, width)
      const upper = 3 * data[top * width + left]! + data[top * width + right]!
      const lower = 3 * data[low * width + left]! + data[low * width + right]!
      out[y * width * 2 + x] = (3 * upper + lower) >> 4
    }
  }
  return { width: width * 2, height: height * 2, data: out }
}

/** The nearer and the farther one of the two old places between which a new one lies. */
function neighbours(place: number, length: number): [number, number] {
  const near = place >> 1
  const far = place % 2 === 0 ? near - 1 : near + 1
  return [near, Math.min(length - 1, Math.max(0, far))]
}

/** The picture as a portable graymap (Netpbm, P5), which every reader of pictures knows. */
export function toGraymap({ width, height, data }: GreyImage): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  return Buffer.concat([head, data])
}
