import type { ScannedKind } from '../../shared/composition/export-formats.ts'
import type { Secret } from '../../shared/redaction/redact.ts'
import { decode } from '../import/encoding/decode.ts'
import { htmlCharset } from '../import/encoding/html-charset.ts'
import { SecretIndex } from './index-of-secrets.ts'
import { partsOf } from './scan.ts'
import { search } from './search.ts'

/** The stored original of a source. */
export interface Original {
  sourceId: string
  bytes: Uint8Array
}

/** What is withheld that an original holds: its name, or null when the original couldn't be searched. */
export interface HeldOriginal {
  sourceId: string
  about: string | null
}

/**
 * The originals that hold something withheld, in what they show or in metadata of their own, and those that can't be searched: whoever
 * guesses the words could make such a file and compare its hash and length.
 */
export async function heldOriginals(
  originals: Iterable<Original> | AsyncIterable<Original>,
  secrets: readonly Secret[]
): Promise<HeldOriginal[]> {
  const index = new SecretIndex(secrets)
  const held: HeldOriginal[] = []
  for await (const { sourceId, bytes } of originals) {
    const about = await firstIn(bytes, index)
    if (about !== undefined) held.push({ sourceId, about })
  }
  return held
}

/** The name of a secret that a file holds; null when it can't be read, undefined when it holds none. */
async function firstIn(bytes: Uint8Array, index: SecretIndex): Promise<string | null | undefined> {
  try {
    for await (const part of partsOf(bytes, kindOf(bytes))) {
      for (const about of search(index, part)) return about
    }
    // In the encoding that it declares, or that it looks like.
    for (const about of search(index, { place: '', reading: 'text', content: decode(bytes, charset).text }))
      return about
    return undefined
  } catch {
    // Whatever is wrong with it, its hash isn't told.
    return null
  }
}

function kindOf(bytes: Uint8Array): ScannedKind {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  return head.startsWith('PK\u0003\u0004') ? 'zip' : 'text'
}

function charset(head: string): string | null {
  const declared = htmlCharset(head)
  if (declared !== null) return declared
  return /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? /encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ?? null
}
