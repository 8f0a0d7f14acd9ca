import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import type { LockHolder } from '../../shared/case/holder.ts'
import { versionOf } from '../../shared/case/migrations.ts'
import { backupFolders } from './backup-shelf.ts'
import { finishConversion } from './convert.ts'
import { isSystemError } from './durable.ts'
import { CaseFiles, PREVIOUS_ENDING } from './files.ts'
import { sweepTemporary } from './folders.ts'
import { MasterSeal, readKeys, unwrap, type Keys } from './keys.ts'
import { BRIEFS, CASE_FILE, STAGING } from './layout.ts'
import { takeLock, type CaseLock } from './lock.ts'
import { migrateCase } from './migrate-case.ts'
import { putBack } from './recovery.ts'
import { CASE, parseJson, readRecord } from './record.ts'

/** A case whose files can be read, with or without the right to write them. */
export interface OpenedFiles {
  files: CaseFiles
  record: CaseRecord
  /** True when a newer version of Dossier wrote it. */
  newer: boolean
  lock: CaseLock | null
  holder: LockHolder | null
  notices: string[]
  /** Sentences about damage that was found, mended or not. */
  damages: string[]
  /** Documents that were put back, to be logged. */
  putBacks: { name: string; notice: string }[]
  /** The folders of the case's backups, newest first. */
  backups: string[]
  /** The version of the format on the disk. */
  version: number
  keys: { keys: Keys; master: Uint8Array; passphrase: string } | null
}

/** What opening needs to know of the program. */
export interface OpeningContext {
  userData: string
  now: () => Date
  program?: string
}

/**
 * Unseals a case if need be, reads its record and asks for the right to write it. Nothing is written except a damaged record that has a
 * good previous version.
 * @throws DossierError `not-found`, `damaged`, `case-newer`, `locked`, `wrong-passphrase`, `io`
 */
export async function openFiles(
  path: string,
  context: OpeningContext,
  { write = true, passphrase }: { write?: boolean; passphrase?: string | undefined }
): Promise<OpenedFiles> {
  const keys = await unlock(path, passphrase)
  const files = new CaseFiles(path, keys && new MasterSeal(keys.master, { mixed: keys.keys.state !== 'sealed' }))
  let found = await readCase(files)
  const newer = found.version > CASE_SCHEMA
  const backups = await backupFolders(context.userData, found.record.id)
  const about = { program: context.program ?? 'Dossier', now: context.now() }
  const answer = write && !newer ? await takeLock(context.userData, found.record.id, about) : null
  const lock = answer?.lock ?? null
  const notices: string[] = []
  const damages: string[] = []
  const putBacks: OpenedFiles['putBacks'] = []
  try {
    // Who held it until now may have written since: only what is read under the lock may be written back.
    if (lock) found = await readCase(files)
    if (found.damage) {
      const back = lock && (await putBack(files, CASE_FILE, CASE, found.damage, { backups, now: context.now() }))
      if (back) putBacks.push({ name: CASE_FILE, notice: back.notice })
      damages.push(
        back?.notice ?? `${CASE_FILE} is damaged; its previous version is shown. Open the case for writing to mend it.`
      )
    }
  } catch (error) {
    lock?.release()
    throw error
  }
  if (newer)
    notices.push(
      'A newer version of Dossier wrote this case. It is open for reading only, and nothing in it was touched. Update Dossier to write it.'
    )
  const holder = answer && 'holder' in answer ? answer.holder : null
  const { record, version } = found
  return { files, record, newer, lock, holder, notices, damages, putBacks, backups, version, keys }
}

/** Finishes what was interrupted, sweeps what a crash left, and brings an older case up to the present version. */
export async function prepareToWrite(opened: OpenedFiles, context: OpeningContext): Promise<void> {
  if (opened.keys && opened.keys.keys.state !== 'sealed') {
    opened.files = await finishConversion(opened.files, opened.keys)
    opened.notices.push(
      opened.files.seal
        ? 'The encryption of this case, which had been interrupted, was finished.'
        : 'The decryption of this case, which had been interrupted, was finished.'
    )
  }
  const { files, record } = opened
  await rm(join(files.root, STAGING), { recursive: true, force: true })
  for (const folder of [files.root, join(files.root, BRIEFS)]) await sweepTemporary(folder)
  if (opened.version < CASE_SCHEMA) {
    opened.notices.push(await migrateCase(files, record, opened.version, context))
    opened.backups = await backupFolders(context.userData, record.id)
  }
}

/**
 * The id of the case in a folder, without opening it: also that of one that is encrypted or whose record is damaged.
 * @throws DossierError `not-found`, `damaged`
 */
export async function readCaseId(path: string): Promise<string> {
  const keys = await readKeys(path)
  if (keys) return keys.caseId
  return (await readCase(new CaseFiles(path, null))).record.id
}

/**
 * The keys of a case that is encrypted; null when it isn't. Whoever means to close or replace something first asks here whether it can be opened.
 * @throws DossierError `locked` without a passphrase, `wrong-passphrase`, `damaged`
 */
export async function unlock(path: string, passphrase: string | undefined): Promise<OpenedFiles['keys']> {
  const keys = await readKeys(path)
  if (!keys) return null
  if (passphrase === undefined)
    throw new DossierError('locked', 'This case is encrypted. Enter its passphrase to open it.')
  return { keys, master: await unwrap(keys, passphrase), passphrase }
}

interface FoundCase {
  record: CaseRecord
  version: number
  /** Why the record itself can't be used; its previous version was read then. */
  damage: DossierError | null
}

async function readCase(files: CaseFiles): Promise<FoundCase> {
  const path = files.path(CASE_FILE)
  try {
    const record = await readRecord(files, CASE_FILE, CASE, { newer: true })
    return { record, version: await storedVersion(files, path), damage: null }
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    if (error.code !== 'damaged' && error.code !== 'not-found') throw error
    const at = path + PREVIOUS_ENDING
    try {
      const record = await readRecord(files, CASE_FILE, CASE, { newer: true, at })
      return { record, version: await storedVersion(files, at), damage: error }
    } catch (failure) {
      if (!(failure instanceof DossierError)) throw failure
      if (error.code === 'damaged') throw error
      throw new DossierError('not-found', `There is no case in “${basename(files.root)}”: it has no ${CASE_FILE}.`, {
        cause: error
      })
    }
  }
}

async function storedVersion(files: CaseFiles, at: string): Promise<number> {
  try {
    return versionOf(parseJson(Buffer.from(await files.readAt(at, CASE_FILE)).toString('utf8'))) ?? CASE_SCHEMA
  } catch (error) {
    if (isSystemError(error)) throw new DossierError('io', `${CASE_FILE} could not be read.`, { cause: error })
    throw error
  }
}
