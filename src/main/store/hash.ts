import { hash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256 of bytes, or of a string in UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data)
}
