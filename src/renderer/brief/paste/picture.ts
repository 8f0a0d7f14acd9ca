import { imageTypeOf } from '../../../shared/source/source.ts'

/** A picture of a paste. `id` is that of the figure that shows it. */
export interface PastedPicture {
  id: string
  alt: string
  /** Null for one whose bytes the markup doesn't hold. */
  bytes: Uint8Array<ArrayBuffer> | null
}

/** Why the markup doesn't hold a picture that a brief can show. */
export type Lack = 'remote' | 'local' | 'form'

/** Bytes of a picture that are taken; a case takes larger ones as files. */
const LARGEST = 24 * 1024 * 1024
const DATA = /^data:image\/[a-z.+-]+;base64,/i

/** The bytes of a picture that stands in its address as `data:` (RFC 2397), or why there are none. Nothing is fetched. */
export function bytesOf(src: string): Uint8Array<ArrayBuffer> | Lack {
  const address = src.trim()
  if (/^(?:file:|[a-z]:\\|\\\\)/i.test(address)) return 'local'
  if (/^(?:cid:|blob:|webkit-fake-url:|x-apple)/i.test(address)) return 'local'
  const head = DATA.exec(address)?.[0]
  if (head === undefined) return /^data:/i.test(address) ? 'form' : 'remote'
  if (address.length > LARGEST * 1.4) return 'form'
  try {
    const bytes = Uint8Array.from(atob(address.slice(head.length).replace(/\s|%0a|%0d/gi, '')), (sign) =>
      sign.charCodeAt(0)
    )
    return imageTypeOf(bytes) === null ? 'form' : bytes
  } catch {
    // What isn't base64 holds no picture.
    return 'form'
  }
}
