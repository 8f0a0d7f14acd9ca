import type { Container } from '../../../shared/source/source.ts'
import type { Extracted } from '../../import/extracted.ts'
import type { NewSource } from '../../store/case-store.ts'
import { sha256 } from '../../store/hash.ts'

/** Makes a source of what an importer extracted. */
export function newSource(made: {
  id: string
  key: string
  name: string
  original: Uint8Array
  hash: string
  container: Container | null
  extracted: Extracted
  importedAt: Date
}): NewSource {
  const { id, key, name, original, hash, container, extracted, importedAt } = made
  const { extractor, text, blocks, metadata, mediaType, extension, notice } = extracted
  const textHash = sha256(text)
  return {
    original,
    text: { schema: 6, extractor, text, blocks, sha256: textHash },
    source: {
      id,
      key,
      formerKeys: [],
      importedAt: importedAt.toISOString(),
      original: { file: `original.${extension}`, name, mediaType, bytes: original.length, sha256: hash },
      container,
      text: { sha256: textHash, extractor, characters: text.length, notice },
      metadata,
      tlp: null,
      grading: null,
      tags: [],
      note: ''
    }
  }
}
