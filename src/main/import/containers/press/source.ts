import { declaredCharset, decode } from '../../decode.ts'
import { detect } from '../../detect.ts'
import type { PressSource } from './press.ts'

/** The characters of a file in which a press database's articles may stand; null for a file of any other format. */
export async function pressSource(bytes: Uint8Array, name: string): Promise<PressSource | null> {
  if (bytes.length === 0) return null
  switch (await detect(bytes, name)) {
    case 'text':
      return { kind: 'text', source: decode(bytes).text }
    case 'html':
      return { kind: 'html', source: decode(bytes, declaredCharset).text }
    default:
      return null
  }
}
