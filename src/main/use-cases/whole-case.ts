import { resolve } from 'node:path'
import type { CaseView } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { systemFailure, toDossierError } from '../../shared/errors/system-error.ts'
import type { Backup, BackupRule } from '../../shared/case/backup.ts'
import type { CustodyNote } from '../../shared/case/custody.ts'
import type { Given, Handlers } from './handlers.ts'
import { createBackup, dropOldBackups, listBackups, listBackupsOfFolder } from '../store/backup-shelf.ts'
import { refuseInCase } from '../store/enclosing-case.ts'
import { CaseStore } from '../store/case-store.ts'
import { changePassphrase, checkPassphrase, decryptCase, encryptCase } from '../store/encryption.ts'
import { readCaseId } from '../store/read-case.ts'
import { unlock } from '../store/unlock.ts'
import { takeLock } from '../store/lock.ts'
import { putBackFiles } from '../store/repair.ts'
import { forgetSeal, keyId } from '../store/seal-memory.ts'
import { restoreFolder } from '../store/restore.ts'
import type { MergeDeps, Other } from './merge-case.ts'
import type { OpenCase } from './open-case.ts'
import { readPage } from './verifier-page.ts'

// Rarely asked for, and long to load.
const handingOver = () => import('./hand-over.ts')
const merge = () => import('./merge-case.ts')

const HOUR_MS = 3_600_000

/** What the use cases of a whole case need of the workspace. */
export interface WholeCaseDeps {
  userData: string
  now: () => Date
  program: string
  generator: string
  /** The page that checks PDFs and bundles in a browser, as the build made it. */
  page: string
  rule: () => BackupRule
  opened: () => OpenCase
  /** Path of the open case; null when none is. */
  openPath: () => string | null
  open: (path: string, passphrase?: string) => Promise<CaseView>
  close: () => Promise<void>
  onNotice: (sentence: string) => void
}

export type WholeCaseRequest =
  | 'backup.list'
  | 'backup.create'
  | 'backup.restore'
  | 'backup.repair'
  | 'case.encrypt'
  | 'case.decrypt'
  | 'case.passphrase'
  | 'merge.preview'
  | 'merge.apply'
  | 'bundle.write'
  | 'bundle.open'

/** The use cases that copy or change a case as a whole: backups, encryption, merges, bundles. */
export function wholeCaseHandlers(deps: WholeCaseDeps): Handlers<WholeCaseRequest> {
  const { userData, now } = deps

  /** Changes all files of the open case while it's closed, opens it again and logs what was done. */
  const whileClosed = async (
    note: CustodyNote,
    passphrase: { before: string | undefined; after: string | undefined },
    work: (path: string) => Promise<void>
  ): Promise<CaseView> => {
    const { store } = deps.opened()
    const { path } = store
    store.mustWrite()
    if (passphrase.before !== undefined) await checkPassphrase(path, passphrase.before)
    await deps.close()
    try {
      await work(path)
    } catch (error) {
      await reopen(path, passphrase)
      throw error
    }
    await deps.open(path, passphrase.after)
    const opened = deps.opened().store
    await opened.log({ ...note, detail: { ...note.detail, key: keyId(opened.files) } })
    return deps.opened().view()
  }
  /** Opens the case with whichever passphrase it has after a change that failed. That it can't be opened isn't what is to be told: why it failed is. */
  const reopen = async (path: string, { before, after }: Record<'before' | 'after', string | undefined>) => {
    // A case without a passphrase opens with any; without one, a case that has one would ask for it.
    for (const passphrase of [after ?? before, before ?? after]) {
      try {
        return await deps.open(path, passphrase)
      } catch (error) {
        if (!(error instanceof DossierError) && systemFailure(error) === null) throw error
      }
    }
    return null
  }
  /** A failure here must not read as though the encryption had failed. */
  const backUpEncrypted = async (): Promise<void> => {
    try {
      await makeBackup(deps.opened().store, deps, 'encryption')
    } catch (error) {
      const kept = 'The case itself is encrypted, and its backups in clear were removed.'
      throw toDossierError(error, { what: 'the first backup of the encrypted case', done: 'saved', kept }) ?? error
    }
  }
  const merging: MergeDeps = {
    userData,
    now,
    backUp: () => makeBackup(deps.opened().store, deps, 'merge')
  }

  /** Opens what is to be merged for reading, for as long as the work takes. */
  const withOther = async <T>(
    { path, passphrase }: Given<'merge.preview'>,
    work: (other: Other) => Promise<T>
  ): Promise<T> => {
    if (path === null) return work('conflict-copies')
    if (resolve(path) === resolve(deps.opened().store.path))
      throw new DossierError('bad-request', 'This is the open case itself. Choose the folder of another copy.')
    const other = await CaseStore.open(path, { userData, now }, { write: false, passphrase })
    try {
      return await work(other)
    } finally {
      await other.close()
    }
  }
  const noted = (action: CustodyNote['action']): CustodyNote => ({ action, subject: null, detail: {} })

  return {
    'backup.list': async ({ path }) => {
      try {
        return await listBackups(userData, await readCaseId(path ?? deps.opened().store.path))
      } catch (error) {
        // A case that doesn't tell its id any more is the one that needs its backups most.
        if (path === null || !(error instanceof DossierError) || error.code !== 'damaged') throw error
        return listBackupsOfFolder(userData, path)
      }
    },
    'backup.create': async () => makeBackup(deps.opened().store, deps, 'asked'),
    'backup.restore': async ({ path, backup, passphrase }) => {
      const id = await readCaseId(backup)
      ;(await unlock(backup, passphrase))?.master.fill(0)
      if (deps.openPath() === path) await deps.close()
      const answer = await takeLock(userData, id, { program: deps.program, now: now() })
      if (!answer.lock)
        throw new DossierError(
          'case-held',
          'Another window or program is writing this case. Nothing was changed. Close it there and try again.'
        )
      try {
        await restoreFolder(backup, path, now())
        await forgetSeal(userData, id, path)
      } finally {
        answer.lock.release()
      }
      await deps.open(path, passphrase)
      await deps.opened().store.log({ action: 'case-restored', subject: null, detail: { backup } })
      return deps.opened().view()
    },
    'backup.repair': async () => putBackFiles(deps.opened().store, deps),
    'case.encrypt': ({ passphrase }) =>
      whileClosed(noted('case-encrypted'), { before: undefined, after: passphrase }, (path) =>
        encryptCase(path, passphrase, deps)
      ).then(async () => {
        await backUpEncrypted()
        return deps.opened().view()
      }),
    'case.decrypt': ({ passphrase }) =>
      whileClosed(noted('case-decrypted'), { before: passphrase, after: undefined }, (path) =>
        decryptCase(path, passphrase, deps)
      ),
    'case.passphrase': ({ old, next }) =>
      whileClosed(noted('passphrase-changed'), { before: old, after: next }, (path) =>
        changePassphrase(path, { old, next }, deps)
      ).then(async () => {
        // Older ones are sealed with the key that the case had: only this one can mend it.
        await makeBackup(deps.opened().store, deps, 'encryption')
        return deps.opened().view()
      }),
    'merge.preview': (other) =>
      withOther(other, async (found) =>
        (await merge()).previewMerge(deps.opened().store, found, { ...merging, base: other.base })
      ),
    'merge.apply': ({ decisions, ...other }) =>
      withOther(other, async (found) => {
        const report = await (
          await merge()
        ).applyMerge(deps.opened().store, found, decisions, { ...merging, base: other.base })
        deps.opened().forget()
        return { report, view: deps.opened().view() }
      }),
    'bundle.write': async ({ path, maxTlp, withPage = false }) => {
      const { store } = deps.opened()
      await refuseInCase(path, store.path)
      const page = withPage ? await readPage(deps.page) : null
      return (await handingOver()).handOver(store, path, { maxTlp, page, generator: deps.generator, now: now() })
    },
    'bundle.open': async ({ bundle, path }) => {
      await refuseInCase(path)
      await (await handingOver()).takeOver(bundle, path, now())
      await deps.open(path)
      await deps.opened().store.log({ action: 'bundle-imported', subject: null, detail: {} })
      return deps.opened().view()
    }
  }
}

/** Makes a backup and drops those beyond the rule. @throws DossierError a storage failure */
export async function makeBackup(
  store: CaseStore,
  { userData, now, rule }: Pick<WholeCaseDeps, 'userData' | 'now' | 'rule'>,
  reason: Backup['reason'],
  signal?: AbortSignal
): Promise<Backup> {
  await store.settled()
  const backup = await createBackup(store.files, store.record, {
    userData,
    now: now(),
    reason,
    // A copy of the case that has this entry is no older than the backup, which can then serve as the base of a merge.
    freeze: (work) => store.hold({ action: 'backup-made', subject: null, detail: { reason } }, work),
    ...(signal ? { signal } : {})
  })
  await dropOldBackups(userData, store.record.id, rule(), now())
  return backup
}

/**
 * Makes a backup of the open case whenever the last one is older than the rule says. Answers what stops it and waits for the one under way.
 */
export function rollBackups(
  store: CaseStore,
  deps: Pick<WholeCaseDeps, 'userData' | 'now' | 'rule' | 'onNotice'>
): () => Promise<void> {
  const stop = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const turn = async (): Promise<void> => {
    try {
      await store.settled()
      // There is nothing to lose in a case that is still empty.
      if (store.catalogue.count().sources === 0 && store.briefs().length === 0) return
      const newest = (await listBackups(deps.userData, store.record.id))[0]
      const due = !newest || Date.parse(newest.at) + deps.rule().hours * HOUR_MS <= deps.now().getTime()
      if (!due || stop.signal.aborted) return
      const { problems } = await makeBackup(store, deps, 'rolling', stop.signal)
      if (problems > 0) {
        deps.onNotice(
          `${problems} ${problems === 1 ? 'file' : 'files'} in the new backup ${problems === 1 ? 'isn’t' : 'aren’t'} as they should be, so older backups are kept. Verify the case to see which.`
        )
      }
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      if (error.code !== 'cancelled') deps.onNotice(`No backup could be made: ${error.message}`)
    }
  }
  const start = (): void => {
    running = running.then(turn)
    // A defect must not end the program; it's told of as every failure in the background is.
    running.catch(() => deps.onNotice('No backup could be made, for a reason inside Dossier.'))
  }
  if (!store.readOnly) start()
  const timer = store.readOnly ? null : setInterval(start, HOUR_MS)
  return async () => {
    stop.abort()
    if (timer) clearInterval(timer)
    await running.catch(() => {
      // It was told of.
    })
  }
}
