import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { SourceRecord } from '../../shared/case/case.ts'
import type { SourceText } from '../../shared/source/source.ts'
import { ensureFolder, storageError, syncFolder, writeDurably } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { sourceFile } from '../../shared/case/records/places.ts'
import { STAGING } from './layout.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { TEXT, textFileOf } from '../../shared/case/records/text.ts'
import { encodeRecord } from './record.ts'

/**
 * Puts a source's files together beside the case's others, flushes them and renames the folder into its place, so that a
 * source is there whole or not at all.
 * @throws DossierError a storage failure; then nothing of it is left
 */
export async function stageSource(
  files: CaseFiles,
  record: SourceRecord,
  text: SourceText,
  original: Uint8Array
): Promise<void> {
  const { source } = record
  const staged = join(files.root, STAGING, source.id)
  const folder = dirname(files.path(sourceFile(source.id, 'meta.json')))
  const put = async (file: string, plain: Uint8Array): Promise<void> => {
    const name = sourceFile(source.id, file)
    await writeDurably(join(staged, basename(files.path(name))), files.toStore(name, plain))
  }
  try {
    await ensureFolder(staged)
    await put(source.original.file, original)
    await put(textFileOf(source), Buffer.from(encodeRecord(text, TEXT.indent)))
    await put('meta.json', Buffer.from(encodeRecord(record, SOURCE.indent)))
    const shelf = dirname(folder)
    await ensureFolder(shelf)
    // Always: a shelf that another import has just made may not be on the disk yet.
    await syncFolder(dirname(shelf))
    await rename(staged, folder)
    await syncFolder(shelf)
  } catch (error) {
    await rm(staged, { recursive: true, force: true })
    throw storageError(
      error,
      `the source “${source.original.name}”`,
      'The case is as it was; the file was not imported.'
    )
  }
}
