import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import type { LockHolder } from '../../shared/case/holder.ts'
import { backupFolders } from './backup-shelf.ts'
import { removeClearTraces } from './clear-traces.ts'
import { placeConverted } from './convert.ts'
import { CaseFiles } from './files.ts'
import { sweepTemporary } from '../base/folders.ts'
import { areWhole, MasterSeal, readAllKeys, writeKeys, type Keys } from './keys.ts'
import { BRIEFS, CASE_FILE } from '../../shared/case/records/places.ts'
import { CONVERTED, CONVERTING, REPLACED, STAGING, stampOf } from './layout.ts'
import { takeLock, type CaseLock } from './lock.ts'
import { migrateCase } from './migrate-case.ts'
import { putBack } from './recovery.ts'
import type { OpeningContext } from './store-context.ts'
import { compareSeal, type SealFound } from './seal-memory.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { readCase } from './read-case.ts'
import { finishPlacing, isThere, putAside, standing } from './standing.ts'

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
