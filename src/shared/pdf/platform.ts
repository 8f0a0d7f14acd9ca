/** What reading a PDF needs of the platform: handed in, so that the reader runs in Node, in a worker and in a page alike. */
export interface PdfPlatform {
  /** SHA-256 of bytes, or of a text in UTF-8, in lower-case hexadecimal. */
  sha256(data: Uint8Array | string): string
  /**
   * Undoes zlib's compression (RFC 1950). Throws when the data are damaged, cut off, or give more than `most` bytes.
   */
  inflate(data: Uint8Array, most: number): Uint8Array
  /** Reads UTF-8; a byte order mark stays. Throws where it isn't UTF-8. */
  utf8(bytes: Uint8Array): string
}
