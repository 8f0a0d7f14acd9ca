import { DossierError } from '../../../shared/errors/errors.ts'
import { decode } from '../decode.ts'
import { refuseTooLarge } from '../limits.ts'
import { readBibtex } from './bibtex.ts'
import { readCslJson } from './csl-json.ts'
import type { ReferenceItem } from '../extracted.ts'
import { readRis } from './ris.ts'

/**
 * Reads a reference manager's export: RIS, BibTeX or BibLaTeX, CSL-JSON, told apart by content. Gives what it says of each work, in order. Throws a DossierError:
 * `too-large` over 64 MB, `unreadable` for broken JSON, `empty` when no reference is in it.
 */
export async function readReferences(bytes: Uint8Array, name: string): Promise<ReferenceItem[]> {
  refuseTooLarge(bytes.length, name)
  const { text } = decode(bytes)
  const items = readerFor(text)(text, name)
  if (items.length === 0) throw noReferences(name)
  return items
}

function readerFor(text: string): (text: string, list: string) => ReferenceItem[] {
  if (/^\s*[[{]/.test(text)) return readCslJson
  return /^\s{0,4}ty[ \t\u00A0]{0,2}-/im.test(text) ? readRis : readBibtex
}

function noReferences(name: string): DossierError {
  return new DossierError(
    'empty',
    `“${name}” holds no references that could be read. Nothing was imported from it; the file is unchanged. Export it again from your reference manager as RIS, BibTeX or CSL-JSON.`
  )
}
