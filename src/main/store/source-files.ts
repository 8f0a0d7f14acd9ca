import { DossierError } from '../../shared/errors/errors.ts'
import type { OriginalState } from '../../shared/brief/check.ts'
import type { Source, SourceText } from '../../shared/source/source.ts'
import { isSystemError, readingError } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { sha256 } from '../base/hash.ts'
import { sourceFile } from '../../shared/case/records/places.ts'
import { TEXT, textFileOf } from '../../shared/case/records/text.ts'
import { readRecord, readUnchecked } from './record.ts'

/** A source's text as it is on the disk. `intact` is false when it isn't the one that was extracted. */
export interface StoredText {
  text: SourceText
  intact: boolean
}

/**
 * Reads a source's text. One that was changed outside Dossier but can still be read comes all the same, so that its quotes can be
 * compared with it.
 * @throws DossierError `not-found`, `damaged`, `io`
 */
export async function readText(files: CaseFiles, source: Source, newer: boolean): Promise<StoredText> {
  const { id, key, text: known } = source
  const name = sourceFile(id, textFileOf(source))
  try {
    const text = await readRecord(files, name, TEXT, { newer })
    return { text, intact: text.sha256 === known.sha256 && sha256(text.text) === text.sha256 }
  } catch (error) {
    if (!(error instanceof DossierError) || (error.code !== 'damaged' && error.code !== 'not-found')) throw error
    const changed = error.code === 'damaged' ? await readUnchecked(files, name, TEXT) : null
    if (changed) return { text: changed, intact: false }
    const what = error.code === 'damaged' ? 'is damaged. It was left as it is' : 'is missing from the case'
    throw new DossierError(error.code, `The text of ${key} ${what}; its original may still be intact.`, {
      cause: error
    })
  }
}

/** The bytes of a source's original as they are stored. @throws DossierError `not-found`, `damaged`, `io` */
export async function readOriginal(files: CaseFiles, { id, key, original }: Source): Promise<Uint8Array> {
  try {
    return await files.read(sourceFile(id, original.file))
  } catch (error) {
    if (error instanceof DossierError) throw error
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      throw new DossierError('not-found', `The original of ${key} is missing.`, { cause: error })
    throw readingError(error, `the original of ${key}`)
  }
}

/** Hashes a source's stored original and compares it with the hash taken when it was imported. @throws DossierError `io` */
export async function checkOriginal(files: CaseFiles, source: Source): Promise<OriginalState> {
  try {
    return sha256(await readOriginal(files, source)) === source.original.sha256 ? 'intact' : 'altered'
  } catch (error) {
    if (error instanceof DossierError && error.code === 'not-found') return 'missing'
    if (error instanceof DossierError && error.code === 'damaged') return 'altered'
    throw error
  }
}
