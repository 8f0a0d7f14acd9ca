import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { backupFolders } from './backup-shelf.ts'
import { removeCaches } from './case-cache.ts'
import { noteEncryption, removeClearTraces } from './clear-traces.ts'
import { convertCase, type ConvertOptions } from './convert.ts'
import { ifThere, storageError } from '../base/durable.ts'
import { CaseFiles } from './files.ts'
import { createKeys, firstOpened, MasterSeal, readAllKeys, readKeys, wrap, writeKeys, type Keys } from './keys.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'
import { takeLock } from './lock.ts'
import { isHalf, unlock } from './unlock.ts'
import { openFiles, prepareToWrite, type OpenedFiles } from './opening.ts'
import type { OpeningContext } from './store-context.ts'
import { forgetSeal } from './seal-memory.ts'

/** Opens a case's files for a change of all of them. @throws DossierError `case-held` when another program writes it */
async function openAll(path: string, context: OpeningContext, passphrase: string | undefined): Promise<OpenedFiles> {
  const opened = await openFiles(path, context, { passphrase })
  if (!opened.lock) throw held()
  try {
    await prepareToWrite(opened, context)
  } catch (error) {
    opened.lock.release()
    throw error
  }
  return opened
}

/** True for a case that had another key than this device remembers before it was changed here: that is still to be told. */
function isToBeTold({ sealFound }: OpenedFiles): boolean {
  return sealFound.state === 'other'
}

function held(): DossierError {
  return new DossierError(
    'case-held',
    'Another window or program is writing this case, so nothing was changed. Close it there and try again.'
  )
}

/** Seals all files of a case with a new key, whatever they were before. */
async function sealAnew(
  files: CaseFiles,
  caseId: string,
  passphrase: string,
  { userData }: OpeningContext,
  { keepMemory = false, ...options }: ConvertOptions & { keepMemory?: boolean } = {}
): Promise<void> {
  const { keys, master } = await createKeys(caseId, passphrase)
  const seal = new MasterSeal(master)
  try {
    if (!keepMemory) await forgetSeal(userData, caseId, files.root)
    await convertCase(files, { seal, keys }, options)
  } finally {
    seal.wipe()
    files.seal?.wipe()
  }
  await removeCaches(userData, caseId)
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
    const { userData } = context
    await noteEncryption(userData, record.id, path)
    await sealAnew(files, record.id, passphrase, context)
    await removeClearTraces(userData, record.id, { path, sealed: true })
  } finally {
    opened.lock?.release()
  }
}

/**
 * Finishes what an earlier version left half encrypted or half decrypted: all of it is sealed then. Answers the names of the files that were in clear; nothing
 * tells that nobody added to them. Null when the case isn't such a one.
 * @throws DossierError `wrong-passphrase`, `case-held` or a storage failure
 */
export async function finishHalf(
  path: string,
  passphrase: () => Promise<string>,
  context: OpeningContext
): Promise<string[] | null> {
  const half = (await readAllKeys(path)).filter(isHalf)
  if (half.length === 0) return null
  const words = await passphrase()
  const opened = await firstOpened(half, words)
  if (!opened) throw new DossierError('wrong-passphrase', 'This passphrase doesn’t open the case. Nothing was changed.')
  const { caseId } = opened.keys
  const about = { program: context.program ?? 'Dossier', now: context.now() }
  const { lock } = await takeLock(context.userData, caseId, about)
  if (!lock) throw held()
  try {
    const names: string[] = []
    const files = new CaseFiles(path, new MasterSeal(opened.master))
    await sealAnew(files, caseId, words, context, { half: names })
    return names.sort()
  } finally {
    lock.release()
  }
}

/** Decrypts a case for good. Its encrypted backups stay, with their passphrase. @throws DossierError `wrong-passphrase`, `case-held` or a storage failure */
export async function decryptCase(path: string, passphrase: string, context: OpeningContext): Promise<void> {
  if (!(await readKeys(path))) throw new DossierError('bad-request', 'This case isn’t encrypted.')
  const opened = await openAll(path, context, passphrase)
  try {
    const { record, files } = opened
    if (!isToBeTold(opened)) await forgetSeal(context.userData, record.id, path)
    await convertCase(files, { seal: null, keys: null })
    await removeCaches(context.userData, record.id)
  } finally {
    opened.files.seal?.wipe()
    opened.lock?.release()
  }
}

/**
 * Gives a case another passphrase and another key: whoever kept its old keys can't open with the old passphrase what it holds from now on. Its backups on this
 * device stay sealed as they are and get the new passphrase.
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
    const { record, files } = opened
    await sealAnew(files, record.id, next, context, { keepMemory: isToBeTold(opened) })
    try {
      await rewrapBackups(await backupFolders(context.userData, record.id), old, next)
    } catch (error) {
      throw storageError(
        error,
        'the keys of its backups',
        'The case has the new passphrase; some of its backups still have the old one.'
      )
    }
  } finally {
    opened.lock?.release()
  }
}

/** Gives backups that a passphrase opens another one. Others keep theirs. */
async function rewrapBackups(folders: readonly string[], old: string, next: string): Promise<void> {
  const known = new Map<string, Keys>()
  for (const folder of folders) {
    if ((await ifThere(stat(join(folder, CASE_FILE)))) === undefined) continue
    const all = await readAllKeys(folder)
    const id = JSON.stringify(all)
    let wrapped = known.get(id)
    if (!wrapped) {
      const opened = await firstOpened(all, old)
      if (!opened || isHalf(opened.keys)) continue
      wrapped = await wrap(opened.keys.caseId, opened.master, next)
      opened.master.fill(0)
      known.set(id, wrapped)
    }
    await writeKeys(folder, wrapped)
  }
}

/** Refuses a passphrase that doesn't open the case. @throws DossierError `wrong-passphrase`, or `bad-request` for a case that isn't encrypted */
export async function checkPassphrase(path: string, passphrase: string): Promise<void> {
  const opened = await unlock(path, passphrase)
  if (!opened) throw new DossierError('bad-request', 'This case isn’t encrypted.')
  opened.master.fill(0)
}
