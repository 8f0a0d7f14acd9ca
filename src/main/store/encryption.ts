import { rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { backupFolders, listBackups } from './backup-shelf.ts'
import { removeCatalogue } from './catalogue-keeper.ts'
import { finishConversion } from './convert.ts'
import { ifThere, storageError } from './durable.ts'
import { createKeys, readKeys, unwrap, wrap, writeKeys } from './keys.ts'
import { CASE_FILE } from './layout.ts'
import { openFiles, prepareToWrite, type OpenedFiles, type OpeningContext } from './opening.ts'

/** Opens a case's files for a change of all of them. @throws DossierError `case-held` when another program writes it */
async function openAll(path: string, context: OpeningContext, passphrase: string | undefined): Promise<OpenedFiles> {
  const opened = await openFiles(path, context, { passphrase })
  if (!opened.lock) {
    throw new DossierError(
      'case-held',
      'Another window or program is writing this case, so nothing was changed. Close it there and try again.'
    )
  }
  try {
    await prepareToWrite(opened, context)
  } catch (error) {
    opened.lock.release()
    throw error
  }
  return opened
}

/**
 * Encrypts a case at rest: every file is sealed with a key that only the passphrase gives. Its backups and its catalogue, which stand in clear, are removed.
 * @throws DossierError `bad-request` for an empty passphrase or a case that is encrypted already, `case-held`, or a storage failure
 */
export async function encryptCase(path: string, passphrase: string, context: OpeningContext): Promise<void> {
  if (await readKeys(path)) throw new DossierError('bad-request', 'This case is encrypted already.')
  const opened = await openAll(path, context, undefined)
  try {
    const { record, files } = opened
    const made = await createKeys(record.id, passphrase, 'sealing')
    const old = await clearBackups(path, record.id, context.userData)
    try {
      await writeKeys(path, made.keys)
    } catch (error) {
      throw storageError(error, 'the keys of the case', 'The case is as it was, not encrypted.')
    }
    await finishConversion(files, { ...made, passphrase })
    for (const folder of old) await rm(dirname(folder), { recursive: true, force: true })
    await removeCatalogue(context.userData, record.id, path)
  } finally {
    opened.lock?.release()
  }
}

/** Decrypts a case for good. Its encrypted backups stay, with their passphrase. @throws DossierError `wrong-passphrase`, `case-held` or a storage failure */
export async function decryptCase(path: string, passphrase: string, context: OpeningContext): Promise<void> {
  if (!(await readKeys(path))) throw new DossierError('bad-request', 'This case isn’t encrypted.')
  const opened = await openAll(path, context, passphrase)
  try {
    const { record, files, keys } = opened
    if (!keys || !files.seal) return
    const unsealing = await wrap(record.id, keys.master, passphrase, 'unsealing')
    await writeKeys(path, unsealing)
    await finishConversion(files, { keys: unsealing, master: keys.master, passphrase })
    await removeCatalogue(context.userData, record.id, path)
  } finally {
    opened.lock?.release()
  }
}

/**
 * Gives a case another passphrase, and its backups on this device too. Files need not be sealed anew: what the passphrase opens is the
 * master key.
 * @throws DossierError `wrong-passphrase`, `case-held`, `bad-request` or a storage failure
 */
export async function changePassphrase(
  path: string,
  { old, next }: { old: string; next: string },
  context: OpeningContext
): Promise<void> {
  if (!(await readKeys(path))) throw new DossierError('bad-request', 'This case isn’t encrypted.')
  const opened = await openAll(path, context, old)
  try {
    const { record, keys } = opened
    const folders = [path, ...(await backupFolders(context.userData, record.id))]
    const wrapped = await wrap(record.id, keys!.master, next, 'sealed')
    try {
      for (const folder of folders) {
        if (await hasKeysOf(folder, keys!.master, old)) await writeKeys(folder, wrapped)
      }
    } catch (error) {
      throw storageError(error, 'the keys', 'The old passphrase may still open the case or some of its backups.')
    }
  } finally {
    opened.lock?.release()
  }
}

/** Refuses a passphrase that doesn't open the case. @throws DossierError `wrong-passphrase`, or `bad-request` for a case that isn't encrypted */
export async function checkPassphrase(path: string, passphrase: string): Promise<void> {
  const keys = await readKeys(path)
  if (!keys) throw new DossierError('bad-request', 'This case isn’t encrypted.')
  await unwrap(keys, passphrase)
}

/**
 * The case folders of the backups that tell in clear what is being encrypted: all but those of another copy of the case that is still there and
 * isn't encrypted itself.
 */
async function clearBackups(path: string, caseId: string, userData: string): Promise<string[]> {
  const clear: string[] = []
  for (const backup of await listBackups(userData, caseId)) {
    const isOther = resolve(backup.folder) !== resolve(path) && (await isClearCase(backup.folder))
    if (!isOther) clear.push(backup.path)
  }
  return clear
}

async function isClearCase(folder: string): Promise<boolean> {
  return (await ifThere(stat(join(folder, CASE_FILE)))) !== undefined && (await readKeys(folder)) === null
}

/** True for a folder whose keys hold this master key: a backup from before an earlier encryption has others. */
async function hasKeysOf(folder: string, master: Uint8Array, passphrase: string): Promise<boolean> {
  if ((await ifThere(stat(join(folder, CASE_FILE)))) === undefined) return false
  const keys = await readKeys(folder)
  if (!keys) return false
  try {
    return Buffer.from(await unwrap(keys, passphrase)).equals(master)
  } catch (error) {
    if (error instanceof DossierError && error.code === 'wrong-passphrase') return false
    throw error
  }
}
