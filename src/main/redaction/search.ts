import type { Reading, SecretIndex } from './index-of-secrets.ts'
import { readingsOf, unescaped } from './readings.ts'

/** A stretch of a file, and where in it that is, for people. */
export interface Part {
  place: string
  reading: Reading
  content: Uint8Array | string
}

/** The names of the secrets in a part of a file. */
export function search(index: SecretIndex, { content, reading }: Part): Set<string> {
  const found = new Set<string>()
  const texts = typeof content === 'string' ? [content, ...unescaped(content)] : readingsOf(content, reading)
  for (const text of texts) for (const about of index.find(text, reading)) found.add(about)
  return found
}
