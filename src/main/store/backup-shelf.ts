import { constants, copyFile, link, open, readFile, rename, rm, stat, unlink, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { DossierError } from '../../shared/errors/errors.ts'
import { Backup, type BackupReason, type BackupRule } from '../../shared/case/backup.ts'
import type { CaseRecord } from '../../shared/case/case.ts'
import { checkFiles, type FilesCheck } from './check-files.ts'
import {
  ensureFolder,
  ifThere,
  isSystemError,
  storageError,
  syncFolder,
  TEMPORARY_ENDING,
  writeDurably
} from '../base/durable.ts'
import { CaseFiles, PREVIOUS_ENDING } from './files.ts'
import { inParallel, listNames, walkFiles } from '../base/folders.ts'
import { PRESENCE, QUARANTINE, stampOf, STAGING, timeOf } from './layout.ts'
import { LOGS } from '../../shared/case/records/places.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'

const NOTE = 'backup.json'
/** A backup that isn't finished; swept when the next one is made. */
const UNFINISHED = '.unfinished-'
/** A file that was changed this shortly before a backup may have changed once more within the same tick of the clock. */
const RACY_MS = 2_000

/** What is kept beside a backup's files. It holds nothing of the case's content. */
const Note = Backup.omit({ path: true }).extend({ schema: z.literal(1) })

/** The folder of a case's backups. */
export function backupRoot(userData: string, caseId: string): string {
  return join(userData, 'backups', caseId)
}

/** The case folders in a case's backups, newest first. */
export async function backupFolders(userData: string, caseId: string): Promise<string[]> {
  const root = backupRoot(userData, caseId)
  return (await stampsIn(root)).map((stamp) => join(root, stamp, 'case'))
}

/** A case's backups, newest first. */
export async function listBackups(userData: string, caseId: string): Promise<Backup[]> {
  const root = backupRoot(userData, caseId)
  const backups: Backup[] = []
  for (const stamp of await stampsIn(root)) {
    const note = await readNote(join(root, stamp, NOTE))
    if (note) backups.push({ ...note, path: join(root, stamp, 'case') })
  }
  return backups
}

/** The backups that were made of the case in a folder, newest first, when what stands in it can't be read any more. */
export async function listBackupsOfFolder(userData: string, folder: string): Promise<Backup[]> {
  const ids = await listNames(join(userData, 'backups'))
  const all = await Promise.all(ids.map((id) => listBackups(userData, id)))
  return all
    .flat()
    .filter((backup) => backup.folder === folder)
    .sort((x, y) => y.at.localeCompare(x.at))
}

export interface BackupOptions {
  userData: string
  now: Date
  reason: BackupReason
  signal?: AbortSignal
  /** Does work while nothing of the case changes, for a case that may be edited meanwhile. */
  freeze?: (work: () => Promise<void>) => Promise<void>
}

/**
 * Makes a backup of a case, which may be edited meanwhile, and checks it by reading everything back. Files that didn't change since the last backup
 * are the same on the disk (links); none is shared with the case itself.
 * @throws DossierError a storage failure; then nothing of it is left
 */
export async function createBackup(
  files: CaseFiles,
  record: Pick<CaseRecord, 'id'>,
  { userData, now, reason, signal, freeze = (work) => work() }: BackupOptions
): Promise<Backup> {
  const root = backupRoot(userData, record.id)
  const stamp = stampOf(now)
  const unfinished = join(root, UNFINISHED + stamp)
  try {
    const last = (await stampsIn(root))[0]
    for (const name of await listNames(root)) {
      if (name.startsWith(UNFINISHED)) await rm(join(root, name), { recursive: true, force: true })
    }
    if ((await ifThere(stat(join(root, stamp)))) !== undefined)
      throw new DossierError('bad-request', 'A backup of this very moment exists already.')
    await ensureFolder(unfinished)
    const previous = last === undefined ? null : { folder: join(root, last, 'case'), at: timeOf(last)! }
    await copyCase(files.root, join(unfinished, 'case'), previous, freeze, signal)
    stopIfAborted(signal)
    const check = await checkFiles(new CaseFiles(join(unfinished, 'case'), files.seal, files.kinds))
    const note: Omit<Backup, 'path'> = {
      caseId: record.id,
      folder: files.root,
      at: now.toISOString(),
      reason,
      ...counts(check)
    }
    await writeDurably(join(unfinished, NOTE), `${JSON.stringify({ schema: 1, ...note }, null, 1)}\n`)
    await rename(unfinished, join(root, stamp))
    await syncFolder(root)
    return { ...note, path: join(root, stamp, 'case') }
  } catch (error) {
    await ifThere(rm(unfinished, { recursive: true, force: true }))
    throw storageError(error, 'the backup', 'The case and its older backups are as they were.')
  }
}

/** Drops backups beyond the rule, when the newest is good; never the newest good one. Answers how many were dropped. */
export async function dropOldBackups(userData: string, caseId: string, rule: BackupRule, now: Date): Promise<number> {
  const backups = await listBackups(userData, caseId)
  const newest = backups[0]
  if (!newest || newest.problems > 0) return 0
  const oldest = now.getTime() - rule.days * 24 * 3600_000
  const drop = backups.slice(1).filter(({ at }, i) => i + 1 >= rule.count || Date.parse(at) < oldest)
  for (const { path } of drop) await rm(dirname(path), { recursive: true, force: true })
  return drop.length
}

/** What belongs to a case's state: not its unfinished, previous and quarantined files. */
function isKept(name: string): boolean {
  return (
    name !== STAGING &&
    name !== PRESENCE &&
    name !== QUARANTINE &&
    !name.endsWith(TEMPORARY_ENDING) &&
    !name.endsWith(PREVIOUS_ENDING)
  )
}

/**
 * Copies a case's files. While that is done it may be edited; then it stands still for a moment, and what changed since is copied again, and the
 * logs: the copy is the case as it was in that moment.
 */
async function copyCase(
  from: string,
  to: string,
  previous: { folder: string; at: Date } | null,
  freeze: (work: () => Promise<void>) => Promise<void>,
  signal?: AbortSignal
): Promise<void> {
  const isLog = (name: string): boolean => name.startsWith(join(LOGS, '/'))
  const copy = async (names: readonly string[]): Promise<void> =>
    inParallel(names, async (name) => {
      stopIfAborted(signal)
      await ensureFolder(dirname(join(to, name)))
      await copyOne(join(from, name), join(to, name), previous && { ...previous, twin: join(previous.folder, name) })
    })
  const first = await walkFiles(from, isKept)
  for (const folder of first.folders) await ensureFolder(join(to, folder))
  await copy(first.files.filter((name) => !isLog(name)))
  await freeze(async () => {
    const { files, folders } = await walkFiles(from, isKept)
    for (const folder of folders) await ensureFolder(join(to, folder))
    const there = new Set(files)
    for (const name of first.files) if (!there.has(name)) await ifThere(unlink(join(to, name)))
    const changed: string[] = []
    await inParallel(files, async (name) => {
      if (isLog(name) || !(await isCopied(join(from, name), join(to, name)))) changed.push(name)
    })
    for (const name of changed) await ifThere(unlink(join(to, name)))
    await copy(changed)
  })
  const { folders } = await walkFiles(to)
  for (const folder of folders.toReversed()) await syncFolder(join(to, folder))
}

/** True for a copy of a file that didn't change since. One that was copied just after it had changed may have changed once more within a tick of the clock. */
async function isCopied(from: string, to: string): Promise<boolean> {
  const [found, copy] = [await ifThere(stat(from)), await ifThere(stat(to))]
  if (!found || !copy || found.size !== copy.size || Math.floor(found.mtimeMs) !== Math.floor(copy.mtimeMs))
    return false
  return found.mtimeMs < copy.ctimeMs - RACY_MS
}

async function copyOne(from: string, to: string, previous: { twin: string; at: Date } | null): Promise<void> {
  const found = await ifThere(stat(from))
  if (!found) return
  if (previous && found.mtimeMs < previous.at.getTime() - RACY_MS) {
    const twin = await ifThere(stat(previous.twin))
    const same = twin?.size === found.size && Math.floor(twin.mtimeMs) === Math.floor(found.mtimeMs)
    if (same && (await linked(previous.twin, to))) return
  }
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  await utimes(to, found.atime, found.mtime)
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DossierError('cancelled', 'The backup was cancelled. Older ones are as they were.')
}

/** False where the file system has no links: the file is copied then. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (isSystemError(error) && ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(error.code))
      return false
    throw error
  }
}

async function stampsIn(root: string): Promise<string[]> {
  return (await listNames(root)).filter((name) => timeOf(name) !== null).reverse()
}

async function readNote(path: string): Promise<Omit<Backup, 'path'> | null> {
  const text = await ifThere(readFile(path, 'utf8'))
  const parsed = Note.safeParse(parseJson(text ?? ''))
  if (!parsed.success) return null
  const { caseId, folder, at, reason, sources, quotes, briefs, problems } = parsed.data
  return { caseId, folder, at, reason, sources, quotes, briefs, problems }
}

function counts({ sources, quotes, briefs, problems }: FilesCheck) {
  return { sources, quotes, briefs, problems: problems.length }
}
