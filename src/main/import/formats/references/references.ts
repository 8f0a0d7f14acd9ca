import { DossierError } from '../../../../shared/errors/errors.ts'
import { decode } from '../../encoding/decode.ts'
import type { ReferenceItem } from '../../extracted/extracted.ts'
import { refuseTooLarge } from '../../extracted/limits.ts'

/** Reads the text of an export named `list`: what it says of each work, in order. Throws `unreadable` for one that is broken. */
export type ReferenceReader = (text: string, list: string) => ReferenceItem[]

/**
 * Reads a reference manager's export. Gives what it says of each work, in order. Throws a DossierError: `too-large` over 64 MB, `empty` when no reference is in it,
 * and what `read` throws.
 */
export function readReferences(bytes: Uint8Array, name: string, read: ReferenceReader): ReferenceItem[] {
  refuseTooLarge(bytes.length, name)
  const items = read(decode(bytes).text, name)
  if (items.length === 0) throw noReferences(name)
  return items
}

function noReferences(name: string): DossierError {
  return new DossierError(
    'empty',
    `“${name}” holds no references that could be read. Nothing was imported from it; the file is unchanged. Export it again from your reference manager as RIS, BibTeX or CSL-JSON.`
  )
}
