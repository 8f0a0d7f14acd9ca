import type { CaseView, Emit } from '../../shared/api/contract.ts'
import { CASE_SCHEMA } from '../../shared/case/case.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { CaseStore } from '../store/case-store.ts'
import { refuseInCase } from '../store/enclosing-case.ts'
import { whenFree } from '../store/lock.ts'
import type { OpenOptions, StoreContext } from '../store/store-context.ts'
import { unlock } from '../store/unlock.ts'
import type { Around } from './declared.ts'
import { OpenCase } from './open-case.ts'

/** What opening and closing a case needs of the workspace. */
export interface CaseSessionDeps {
  emit: Emit
  userData: string
  now: () => Date
  newId: () => string
  program: string
  /** False: a case is shown before all its documents were looked at. */
  wait: boolean
  /** Asks for the passphrase of an encrypted case that was opened without one. */
  passphrase?: () => Promise<string>
  /** End what is under way in the open case; resolve when nothing of it is left. */
  stopExports: () => Promise<void>
  stopImport: () => Promise<void>
  stopSearch: () => Promise<void>
  /** Begins to index a case that was opened, if that is wanted. */
  startSearch: () => void
  /** Makes backups while a case is open. Answers what ends that. */
  keepBackups: (store: CaseStore) => () => Promise<void>
}

/** What a shell shows of the open case. */
export interface CurrentCase {
  path: string
  title: string
  tlp: Tlp
  sealed: boolean
}

/** Which case is open: opens it, makes it, closes and locks it. */
export interface CaseSession {
  /** The open case. @throws DossierError `no-case` */
  opened(): OpenCase
  current(): CurrentCase | null
  /** Opens a case in the place of the open one; with `write` false without asking for the right to write it. */
  open(path: string, options?: Pick<OpenOptions, 'write' | 'passphrase'>): Promise<CaseView>
  create(path: string, title: string, tlp: Tlp): Promise<CaseView>
  close(): Promise<void>
  /** Closes the open case if it's encrypted and wipes its key, whatever happens; see `Workspace`. */
  lock(): Promise<{ path: string; failure: unknown } | null>
  /** Resolves when the open case was closed; never when none is open. */
  whenClosed(): Promise<null>
  /** What holds for a request by what it declares that it does with the open case. */
  asDeclared: Around
}

/** Longest wait for a case that is being locked, before its key is wiped all the same, in milliseconds. */
const LONGEST_CLOSING = 10_000

/** Makes a session without an open case. */
export function createCaseSession(deps: CaseSessionDeps): CaseSession {
  let open: OpenCase | null = null
  let stopWaiting = (): void => undefined
  let stopBackups = (): Promise<void> => Promise.resolve()

  const context: StoreContext = {
    userData: deps.userData,
    now: deps.now,
    program: deps.program,
    onRows: (rows, removed) => deps.emit('source.rows', { rows, removed }),
    onNotice: (notice) => deps.emit('case.notice', { notice }),
    onOthers: (others) => deps.emit('case.others', { others })
  }

  const opened = (): OpenCase => {
    if (!open) throw new DossierError('no-case', 'No case is open. Open or create one first.')
    return open
  }

  let closed = Promise.withResolvers<null>()
  const closeCase = async (): Promise<void> => {
    const closing = open
    // At once, whatever else the case waits for: the worker holds what it exports.
    const ended = deps.stopExports()
    try {
      await deps.stopImport()
      // Its index is sealed by the case's key.
      await deps.stopSearch()
      open = null
      stopWaiting()
      await stopBackups()
      await ended
      await closing?.readings.close()
      await closing?.names.close()
    } finally {
      open = null
      await closing?.store.close()
      closing?.forget()
      if (closing) {
        closed.resolve(null)
        closed = Promise.withResolvers<null>()
      }
    }
  }

  /** What opens a case, as encryption does at its end: whoever locks the case waits for it. */
  let openings: Promise<unknown> = Promise.resolve()
  const asDeclared: Around = async ({ does }, work) => {
    if (does === 'edits') opened().store.mustWrite()
    const result = work()
    if (does === 'opens') openings = Promise.allSettled([openings, result])
    return result
  }

  const lock: CaseSession['lock'] = async () => {
    await openings
    if (!open?.store.sealed) return null
    const { path, files } = open.store
    let failure: unknown = null
    const closing = closeCase().catch((error: unknown) => {
      failure = error
    })
    let timer: NodeJS.Timeout | undefined
    await Promise.race([closing, new Promise((passed) => (timer = setTimeout(passed, LONGEST_CLOSING)))])
    clearTimeout(timer)
    open = null
    files.seal?.wipe()
    return { path, failure }
  }

  const show = async (opening: Promise<CaseStore>): Promise<CaseView> => {
    const store = await opening
    open = new OpenCase(store, deps.now)
    if (store.following) {
      // A failure is told of by the first edit, which waits for the same.
      void store.settled().then(
        () => deps.emit('case.followed', { conflictCopies: store.conflictCopies.length }),
        () => undefined
      )
    }
    // Whoever waited for all of it has no window in which the notices stand.
    if (deps.wait) for (const notice of store.notices) deps.emit('case.notice', { notice })
    if (store.holder) stopWaiting = whenFree(deps.userData, store.record.id, () => deps.emit('case.free', {}))
    deps.startSearch()
    stopBackups = deps.keepBackups(store)
    return open.view()
  }

  /** Opens a case; with `write` false without asking for the right to write it. */
  const openCase = async (path: string, options?: Pick<OpenOptions, 'write' | 'passphrase'>): Promise<CaseView> => {
    const begin = async (): Promise<CaseStore> => {
      // The same case again must not meet its own lock, and stays open when the passphrase is wrong.
      if (open?.store.path === path) {
        ;(await unlock(path, options?.passphrase))?.master.fill(0)
        await closeCase()
      }
      return CaseStore.open(path, context, { ...options, wait: deps.wait })
    }
    let opening = begin()
    try {
      const store = await opening
      // Copies of a case share the right to write: the open one has it.
      if (store.holder && open?.store.record.id === store.record.id) {
        await store.close()
        await closeCase()
        opening = CaseStore.open(path, context, { ...options, wait: deps.wait })
        await opening
      }
    } catch (error) {
      const asked = error instanceof DossierError && error.code === 'locked' ? await deps.passphrase?.() : undefined
      if (asked === undefined) throw error
      return openCase(path, { ...options, passphrase: asked })
    }
    await closeCase()
    return show(opening)
  }

  const create = async (path: string, title: string, tlp: Tlp): Promise<CaseView> => {
    await refuseInCase(path)
    const record = {
      schema: CASE_SCHEMA,
      id: deps.newId(),
      title,
      tlp,
      createdAt: deps.now().toISOString(),
      briefs: []
    } as const
    const opening = CaseStore.create(path, { ...record, briefs: [] }, context)
    await opening
    await closeCase()
    return show(opening)
  }

  return {
    opened,
    current: () => {
      if (!open) return null
      const { path, sealed, record } = open.store
      return { path, sealed, title: record.title, tlp: record.tlp }
    },
    open: openCase,
    create,
    close: closeCase,
    lock,
    whenClosed: () => closed.promise,
    asDeclared
  }
}
