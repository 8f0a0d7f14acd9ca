import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliDecompressSync } from 'node:zlib'
import { FONT_FILES, type FontName } from './faces.ts'

/** Found through the package, so that sources and built files find the same. */
const locate = createRequire(import.meta.url)

/** The TrueType file of a face as it was published. In `resources/fonts` it is kept compressed, in less than half of the room. */
export function fontBytes(name: FontName): Buffer {
  return brotliDecompressSync(readFileSync(locate.resolve(`#fonts/${FONT_FILES.get(name)}`)))
}
