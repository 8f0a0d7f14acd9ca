import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import type { LockHolder } from '../../shared/case/holder.ts'
import { versionOf } from '../../shared/case/migrations.ts'
import type { Kinds } from '../../shared/case/records/kinds.ts'
import { backupFolders } from './backup-shelf.ts'
import { removeClearTraces } from './clear-traces.ts'
import { placeConverted } from './convert.ts'
import { isListed } from './conversion-list.ts'
import { ifThere, readingError } from '../base/durable.ts'
import { CaseFiles, PREVIOUS_ENDING } from './files.ts'
import { sweepTemporary } from '../base/folders.ts'
import {
  areWhole,
  firstOpened,
  MasterSeal,
  readAllKeys,
  readKeys,
  writeKeys,
  type Keys,
  type OpenKeys
} from './keys.ts'
import { BRIEFS, CASE_FILE } from '../../shared/case/records/places.ts'
import { CONVERTED, CONVERTING, PLACING, REPLACED, STAGING, stampOf } from './layout.ts'
import { takeLock, type CaseLock } from './lock.ts'
import { migrateCase } from './migrate-case.ts'
import { putBack } from './recovery.ts'
import { compareSeal, type SealFound } from './seal-memory.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { parseJson, readRecord } from './record.ts'

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
  /** Damage that nothing shows any more once it's mended: it is logged first. */
  toMend: { what: string; mend: () => Promise<void> }[]
  /** How the case is sealed, compared with what this device remembers. Only compared for writing. */
  sealFound: SealFound
  /** Documents that were put back, to be logged. */
  putBacks: { name: string; notice: string }[]
  /** The folders of the case's backups, newest first. */
  backups: string[]
  /** The version of the format on the disk. */
  version: number
  keys: Keys | null
  /** Where the case is, as it was asked for: `files` may stand in a folder within it after an interrupted conversion. */
  path: string
  /** A conversion that was interrupted when its files counted already, and isn't finished. */
  unplaced: boolean
}

/** What opening needs to know of the program. */
export interface OpeningContext {
  userData: string
  now: () => Date
  program?: string
  /** The kinds of documents that the program knows; `KINDS` unless given. */
  kinds?: Kinds
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
  const about = { program: context.program ?? 'Dossier', now: context.now() }
  const aside = await finishPlacing(path, context, write)
  const { root, open, notices, damages } = await standing(path, passphrase)
  damages.push(...aside.map(putAside))
  const files = new CaseFiles(root, open && new MasterSeal(open.master), context.kinds)
  let found = await readCase(files)
  if (open && found.record.id !== open.keys.caseId)
    throw new DossierError('damaged', `${CASE_FILE} belongs to another case than the keys. Nothing was changed.`)
  const newer = found.version > CASE_SCHEMA
  const backups = await backupFolders(context.userData, found.record.id)
  const answer = write && !newer ? await takeLock(context.userData, found.record.id, about) : null
  const lock = answer?.lock ?? null
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
  const unplaced = root !== path
  const { record, version } = found
  const keys = open?.keys ?? null
  return {
    files,
    record,
    newer,
    lock,
    holder,
    notices,
    damages,
    toMend: [],
    sealFound: { state: 'same' },
    putBacks,
    backups,
    version,
    keys,
    path,
    unplaced
  }
}

/** Where a case's files stand, and the keys that open them. */
interface Standing {
  root: string
  open: OpenKeys | null
  notices: string[]
  damages: string[]
}

/**
 * Finds the files that count: those in the case's folder or, when a conversion was interrupted after its files counted, those that it made. The latter
 * only when the passphrase opens a list of them, so that nobody without it can put others in the place of a case that is encrypted.
 */
async function standing(path: string, passphrase: string | undefined): Promise<Standing> {
  const converted = join(path, CONVERTED)
  const told = { notices: await leftovers(path), damages: [] as string[] }
  if (!(await isThere(converted))) return { root: path, open: await unlock(path, passphrase), ...told }
  const old = await oldKeys(path)
  const next = await readAllKeys(converted)
  if (old.length === 0 && next.length === 0) return { root: path, open: null, ...foreign(told) }
  if (passphrase === undefined) throw locked()
  const opened = await firstOpened(next, passphrase)
  const notice =
    'A change of this case’s encryption was interrupted when all files were made; they are used from where they are. It is finished when the case is opened for writing.'
  if (opened && (await isListed(converted, new MasterSeal(opened.master), 'to')))
    return { root: converted, open: opened, ...told, notices: [...told.notices, notice] }
  const before = await firstOpened(old, passphrase)
  if (!before) throw wrong()
  if (await isListed(converted, new MasterSeal(before.master), 'from')) {
    // Another passphrase holds already.
    if (next.length > 0) throw wrong()
    return { root: converted, open: null, ...told, notices: [...told.notices, notice] }
  }
  return { root: path, open: before, ...foreign(told) }
}

function foreign(told: { notices: string[]; damages: string[] }): { notices: string[]; damages: string[] } {
  const sentence = `The folder “${CONVERTED}” in this case wasn’t made with its passphrase. It was left untouched and isn’t used. Take it out of the case’s folder.`
  return { ...told, damages: [...told.damages, sentence] }
}

/** The keys that a case had before a conversion that was interrupted. */
async function oldKeys(path: string): Promise<Keys[]> {
  const keys = await readAllKeys(path)
  return keys.length > 0 ? keys : readAllKeys(join(path, REPLACED))
}

async function leftovers(path: string): Promise<string[]> {
  if (!(await isThere(join(path, CONVERTING)))) return []
  return [
    'A change of this case’s encryption was interrupted before it took effect: the case is as it was before. Encrypt it, decrypt it or change its passphrase again.'
  ]
}

/** Puts the last of converted files in place, when a crash left some of them aside. @throws DossierError `case-held` when that can't be done now */
async function finishPlacing(path: string, context: OpeningContext, write: boolean): Promise<string[]> {
  if (!(await isThere(join(path, PLACING)))) return []
  const unfinished = new DossierError(
    'case-held',
    'The files of this case are being put in place after its encryption was changed, or that was interrupted. Nothing is lost. Open it for writing to finish it.'
  )
  if (!write) throw unfinished
  const about = { program: context.program ?? 'Dossier', now: context.now() }
  const { lock } = await takeLock(context.userData, await placedCaseId(path), about)
  if (!lock) throw unfinished
  try {
    return await placeConverted(path)
  } finally {
    lock.release()
  }
}

function putAside(name: string): string {
  return `Something else had come in the place of a converted file, which is kept as “${name}” in the case’s folder.`
}

async function placedCaseId(path: string): Promise<string> {
  const placing = join(path, PLACING)
  const keys = (await readKeys(path)) ?? (await readKeys(placing))
  if (keys) return keys.caseId
  const at = (await isThere(join(path, CASE_FILE))) ? path : placing
  return (await readCase(new CaseFiles(at, null))).record.id
}

async function isThere(path: string): Promise<boolean> {
  return (await ifThere(stat(path))) !== undefined
}

/** Finishes what was interrupted, sweeps what a crash left, and brings an older case up to the present version. */
export async function prepareToWrite(opened: OpenedFiles, context: OpeningContext): Promise<void> {
  if (opened.unplaced) {
    opened.damages.push(...(await placeConverted(opened.path)).map(putAside))
    opened.files = new CaseFiles(opened.path, opened.files.seal, opened.files.kinds)
    opened.unplaced = false
    opened.notices.push('The change of this case’s encryption, which had been interrupted, was finished.')
  } else if (await isThere(join(opened.path, CONVERTED))) {
    await rename(join(opened.path, CONVERTED), join(opened.path, `converted (found ${stampOf(context.now())})`))
  }
  for (const left of [CONVERTING, REPLACED]) await rm(join(opened.path, left), { recursive: true, force: true })
  await checkKeys(opened)
  await removeClearTraces(context.userData, opened.record.id, { path: opened.path, sealed: opened.files.seal !== null })
  opened.sealFound = await compareSeal(context.userData, opened.record.id, opened.path, opened.files)
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
export async function unlock(path: string, passphrase: string | undefined): Promise<OpenKeys | null> {
  const all = await readAllKeys(path)
  if (all.length === 0) return null
  if (passphrase === undefined) throw locked()
  const opened = await firstOpened(all, passphrase)
  if (!opened) throw wrong()
  if (isHalf(opened.keys)) throw half()
  return opened
}

/** Finds keys that don't stand in both their places, as those that open the case. */
async function checkKeys({ path, keys, damages, toMend }: OpenedFiles): Promise<void> {
  if (!keys || (await areWhole(path, keys))) return
  const isOther = (await readAllKeys(path)).length > 1
  const what = isOther
    ? 'The two files of the case’s keys differed: somebody put one of another time or another passphrase there. Both are the ones that opened the case again.'
    : 'One of the two files of the case’s keys was damaged or missing. Dossier wrote it anew.'
  damages.push(what)
  toMend.push({ what, mend: () => writeKeys(path, keys) })
}

/** True for keys of a case that an earlier version had begun to seal or unseal in its place. */
export function isHalf(keys: Keys): boolean {
  return keys.format === 'dossier keys 1' && keys.state !== 'sealed'
}

function half(): DossierError {
  return new DossierError(
    'damaged',
    'An earlier version of Dossier was interrupted while it encrypted or decrypted this case, or somebody put its keys of that time back. It kept no list of the files in clear, so anybody could have added some. Nothing was changed. “dossier encrypt” finishes it and names those files.'
  )
}

function locked(): DossierError {
  return new DossierError('locked', 'This case is encrypted. Enter its passphrase to open it.')
}

function wrong(): DossierError {
  return new DossierError('wrong-passphrase', 'This passphrase doesn’t open the case. Nothing was changed. Try again.')
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
      if (error.code === 'damaged') {
        const message = `${error.message} So is the version before it, or it is missing. Nothing was changed. Restore the case from a backup.`
        throw new DossierError('damaged', message, { cause: error })
      }
      if (failure.code === 'damaged') throw failure
      throw await noCase(files.root, error)
    }
  }
}

/** Says why there is no case at a path. */
async function noCase(root: string, cause: DossierError): Promise<DossierError> {
  const found = await ifThere(stat(root))
  const reason = !found
    ? 'there is no such folder'
    : found.isDirectory()
      ? `the folder has no ${CASE_FILE}`
      : 'that is a file, and a case is a folder'
  const message = `There is no case in “${root}”: ${reason}. Nothing was changed. Check the name, or make a case there.`
  return new DossierError('not-found', message, { cause })
}

async function storedVersion(files: CaseFiles, at: string): Promise<number> {
  try {
    return versionOf(parseJson(Buffer.from(await files.readAt(at, CASE_FILE)).toString('utf8'))) ?? CASE_SCHEMA
  } catch (error) {
    throw readingError(error, CASE_FILE)
  }
}
