import { deflateSync } from 'node:zlib'
import { FINGERPRINT_PLACE } from '../../../shared/proof/proof.ts'
import type { Ref } from './pdfkit.ts'

/** The level from which on a page gets little smaller for twice the time. */
const COMPRESSION = 3

/** The operators of a page as they stand in its stream, in Latin-1. */
export function contentBytes(operators: readonly string[]): Buffer {
  return Buffer.from(`${operators.join('\n')}\n`, 'latin1')
}

/** The operators of a page, packed by FlateDecode. */
export function packed(operators: readonly string[]): Uint8Array {
  return deflateSync(contentBytes(operators), { level: COMPRESSION })
}

/** The content of a page that shows the fingerprint, which is known only when all else is written. */
export interface WaitingContent {
  /** The number of its object. */
  readonly object: number
  /** As it is with the fingerprint's place. */
  readonly bytes: Uint8Array
  /** Writes it with the fingerprint. */
  complete(fingerprint: string): void
}

/** A glyph's code of two bytes in a string, as `glyphCode` escapes it. */
const CODE = /(?:\\[^]|[^\\]){2}/g

/** Keeps pdfkit from ending a content. `at` is the operator that shows the place of the fingerprint, glyph by glyph. */
export function waitingContent(content: Ref, operators: readonly string[], at: number): WaitingContent {
  const codes = /^\[\((.*)\)\] TJ$/s.exec(operators[at] ?? '')?.[1]?.match(CODE) ?? []
  if (codes.length !== FINGERPRINT_PLACE.length)
    throw new Error('The place of the fingerprint isn’t one string of glyphs')
  const known = new Map([...FINGERPRINT_PLACE].map((digit, i) => [digit, codes[i]!]))
  const end = content.end.bind(content)
  content.end = () => undefined
  return {
    object: content.id,
    bytes: contentBytes(operators),
    complete(fingerprint) {
      const shown = [...fingerprint].map((digit) => known.get(digit)!).join('')
      content.write(packed(operators.with(at, `[(${shown})] TJ`)))
      end()
    }
  }
}
