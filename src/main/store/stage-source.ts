import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SourceRecord } from '../../shared/case/case.ts'
import type { SourceText } from '../../shared/source/source.ts'
import { storageError, syncFolder, writeDurably } from './durable.ts'

/** Folder of a case in which sources are put together; what a crash leaves there is swept at the next opening. */
export const STAGING = '.staging'

/**
 * Puts a source's files together beside the case's others, flushes them and renames the folder into its place, so that a
 * source is there whole or not at all.
 * @throws DossierError a storage failure; then nothing of it is left
 */
export async function stageSource(
  { casePath, folder }: { casePath: string; folder: string },
  record: SourceRecord,
  text: SourceText,
  original: Uint8Array
): Promise<void> {
  const { source } = record
  const staged = join(casePath, STAGING, source.id)
  try {
    await mkdir(staged, { recursive: true })
    await writeDurably(join(staged, source.original.file), original)
    await writeDurably(join(staged, 'text.json'), JSON.stringify(text))
    await writeDurably(join(staged, 'meta.json'), JSON.stringify(record, null, 1) + '\n')
    const shelf = dirname(folder)
    if (await mkdir(shelf, { recursive: true })) await syncFolder(dirname(shelf))
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
