import { gunzipSync } from 'node:zlib'
import { DossierError } from '../../shared/errors/errors.ts'
import { LARGEST_FILE, refuseTooLarge } from './limits.ts'

/** Unpacks one compressed file (RFC 1952) within the limit of a file's size. @throws DossierError `unreadable`, `too-large` */
export function gunzip(bytes: Uint8Array, name: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_FILE })
  } catch (error) {
    if (error instanceof RangeError) refuseTooLarge(LARGEST_FILE + 1, name)
    throw new DossierError(
      'unreadable',
      `“${name}” isn’t a whole compressed file (${error instanceof Error ? error.message : String(error)}). Nothing was imported; the file is unchanged. Copy or download it again.`,
      { cause: error }
    )
  }
}
