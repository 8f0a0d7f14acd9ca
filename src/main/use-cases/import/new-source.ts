import type { Container } from '../../../shared/source/source.ts'
import type { Extracted } from '../../import/extracted/extracted.ts'
import type { NewSource } from '../../store/case-editor.ts'
import { sha256 } from '../../base/hash.ts'

/** Makes a source of what an importer extracted. */
export function newSource(made: {
  id: string
  key: string
  name: string
  nameBytes: Buffer | null
  original: Uint8Array
  hash: string
  container: Container | null
  extracted: Extracted
  importedAt: Date
}): NewSource {
  const { id, key, name, nameBytes, original, hash, container, extracted, importedAt } = made
  const { extractor, text, blocks, metadata, mediaType, extension, notice } = extracted
  const textHash = sha256(text)
  return {
    original,
    text: { schema: 8, extractor, text, blocks, sha256: textHash },
    source: {
      id,
      key,
      formerKeys: [],
      importedAt: importedAt.toISOString(),
      original: {
        file: `original.${extension}`,
        name,
        ...(nameBytes === null ? {} : { nameBytes: nameBytes.toString('hex') }),
        mediaType,
        bytes: original.length,
        sha256: hash
      },
      container,
      text: { sha256: textHash, extractor, characters: text.length, notice },
      metadata,
      tlp: null,
      grading: null,
      tags: [],
      note: '',
      deletedAt: null
    }
  }
}
