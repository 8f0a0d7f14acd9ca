import type { ImageHeader } from './header.ts'

const MOST_PIXELS = 40_000_000
const MOST_BYTES = 30 * 1024 * 1024

/** What makes an image too large to be shown, to go after its name; null when it can be. */
export function imageProblem({ width, height }: ImageHeader, bytes: number): string | null {
  if (width * height > MOST_PIXELS) {
    return `has ${Math.ceil((width * height) / 1e6)} megapixels; images over ${MOST_PIXELS / 1e6} can’t be shown`
  }
  if (bytes <= MOST_BYTES) return null
  return `has ${Math.ceil(bytes / 1024 / 1024)} MB; images over ${MOST_BYTES / 1024 / 1024} MB can’t be shown`
}
