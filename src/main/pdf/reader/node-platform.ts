import { inflateSync } from 'node:zlib'
import { sha256 } from '../../base/hash.ts'
import type { PdfPlatform } from '../../../shared/pdf/platform.ts'

/** Node's own hashing and decompression. */
export const nodePlatform: PdfPlatform = {
  sha256,
  inflate: (data, most) => inflateSync(data, { maxOutputLength: most }),
  utf8: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}
