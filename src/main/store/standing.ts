import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { placeConverted } from './convert.ts'
import { isListed } from './conversion-list.ts'
import { ifThere } from '../base/durable.ts'
import { CaseFiles } from './files.ts'
import { firstOpened, MasterSeal, readAllKeys, readKeys, type Keys, type OpenKeys } from './keys.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'
import { CONVERTED, CONVERTING, PLACING, REPLACED } from './layout.ts'
import { takeLock } from './lock.ts'
import type { OpeningContext } from './store-context.ts'
import { readCase } from './read-case.ts'
import { locked, unlock, wrong } from './unlock.ts'

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
export async function standing(path: string, passphrase: string | undefined): Promise<Standing> {
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
export async function finishPlacing(path: string, context: OpeningContext, write: boolean): Promise<string[]> {
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

export function putAside(name: string): string {
  return `Something else had come in the place of a converted file, which is kept as “${name}” in the case’s folder.`
}

async function placedCaseId(path: string): Promise<string> {
  const placing = join(path, PLACING)
  const keys = (await readKeys(path)) ?? (await readKeys(placing))
  if (keys) return keys.caseId
  const at = (await isThere(join(path, CASE_FILE))) ? path : placing
  return (await readCase(new CaseFiles(at, null))).record.id
}

export async function isThere(path: string): Promise<boolean> {
  return (await ifThere(stat(path))) !== undefined
}
