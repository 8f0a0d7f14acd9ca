import { basename } from 'node:path'
import type { CaseView, Emit } from '../shared/api/contract.ts'
import { DossierError } from '../shared/errors/errors.ts'
import { CASE_SCHEMA } from '../shared/case/case.ts'
import type { BackupRule } from '../shared/case/backup.ts'
import { sourceRow } from '../shared/case/row.ts'
import type { Tlp } from '../shared/source/source.ts'
import type { Handlers, WorkspaceRequest } from './use-cases/handlers.ts'
import { CaseStore } from './store/case-store.ts'
import { refuseInCase } from './store/enclosing-case.ts'
import { whenFree } from './store/lock.ts'
import { unlock } from './store/opening.ts'
import { checkSavedBrief, createBrief, saveBrief } from './use-cases/briefs.ts'
import { createExporting } from './use-cases/export/exporting.ts'
import { verifyPdfFile } from './use-cases/verify-pdf.ts'
import { KeyRing } from './sign/key-ring.ts'
import { signatureHandlers } from './use-cases/signatures.ts'
import { terminalHandlers } from './use-cases/terminal.ts'
import { withhold } from './use-cases/withhold.ts'
import { wholeCaseHandlers, rollBackups, type WholeCaseDeps } from './use-cases/whole-case.ts'
import { createImporting } from './use-cases/import/import-handlers.ts'
import { OpenCase } from './use-cases/open-case.ts'
import { changeQuote, quoteRange } from './use-cases/quotes.ts'
import { createSearching } from './use-cases/search.ts'
import { sourceHandlers } from './use-cases/sources.ts'
import { freeFolder, readSample } from './use-cases/sample.ts'
import { verifyCase } from './use-cases/verify-case.ts'
import type { OpenOptions, StoreContext } from './store/store-context.ts'

/** Its libraries take long to load, and most of what is done needs none of them. */
const markdown = () => import('./use-cases/brief-markdown.ts')

/** What the workspace needs from the shell that runs it. */
export interface WorkspaceDeps {
  emit: Emit
  /** Folder for caches, locks, preferences: outside every case. */
  userData: string
  /** Folder in which the sample case is made. */
  documents: string
  /** The project's `resources` folder. */
  resources: string
  workers: { import: URL; pdf: URL; search: URL }
  /** Name and version, such as `Dossier 0.1.0`. */
  generator: string
  now: () => Date
  newId: () => string
  /** What the program is, such as `a window of Dossier`: told to others that want to write the same case. */
  program: string
  /** False: a case is shown before all its documents were looked at. */
  wait: boolean
  /** True: backups are made while a case is open. */
  roll: boolean
  /** True: a case is indexed for search as soon as it is open; else its first search does that. */
  index: boolean
  backups: () => BackupRule
  /** Asks for the passphrase of an encrypted case that was opened without one; without it opening fails with `locked`. */
  passphrase?: () => Promise<string>
}

/** The use cases, over at most one open case. */
export interface Workspace {
  handlers: Handlers<WorkspaceRequest>
  /** Title, handling and path of the open case; null when none is open. */
  current(): { path: string; title: string; tlp: string } | null
  /** The open case. @throws DossierError `no-case` */
  opened(): OpenCase
  /**
   * Closes the open case if it's encrypted, after what is being done to all of it, and wipes its key, whatever happens. Answers its folder, and what failed while it
   * was closed if anything did; null when no encrypted case is open.
   */
  lock(): Promise<{ path: string; failure: unknown } | null>
  /** Resolves when the open case was closed; never when none is open. */
  whenClosed(): Promise<null>
  /** Waits for pending writes, ends workers and gives the case free. */
  close(): Promise<void>
}

/** Longest wait for a case that is being locked, before its key is wiped all the same, in milliseconds. */
const LONGEST_CLOSING = 10_000

/** Makes a workspace without an open case. */
export function createWorkspace(deps: WorkspaceDeps): Workspace {
  let open: OpenCase | null = null
  const ring = new KeyRing(deps.userData)
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

  const importing = createImporting({
    opened,
    worker: deps.workers.import,
    now: deps.now,
    newId: deps.newId,
    emit: deps.emit
  })

  const exporting = createExporting({
    opened,
    worker: deps.workers.pdf,
    generator: deps.generator,
    ring,
    now: deps.now,
    emit: deps.emit
  })

  const searching = createSearching({ opened, worker: deps.workers.search, emit: deps.emit })

  let closed = Promise.withResolvers<null>()
  const closeCase = async (): Promise<void> => {
    const closing = open
    // At once, whatever else the case waits for: the worker holds what it exports.
    const ended = exporting.stop()
    try {
      await importing.stop()
      // Its index is sealed by the case's key.
      await searching.stop()
      open = null
      stopWaiting()
      await stopBackups()
      await ended
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

  /** What is being done to all of a case, as by encryption: it opens the case again at its end. */
  let changing: Promise<unknown> = Promise.resolve()
  const changes =
    <I, O>(work: (input: I) => Promise<O>) =>
    (input: I): Promise<O> => {
      const result = work(input)
      changing = Promise.allSettled([changing, result])
      return result
    }

  const lock: Workspace['lock'] = async () => {
    await changing
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
    open = new OpenCase(store)
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
    if (deps.index) searching.start()
    if (deps.roll) stopBackups = rollBackups(store, wholeCase)
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

  const wholeCase: WholeCaseDeps = {
    userData: deps.userData,
    now: deps.now,
    program: deps.program,
    generator: deps.generator,
    rule: deps.backups,
    opened,
    openPath: () => open?.store.path ?? null,
    open: (path, passphrase) => openCase(path, { passphrase }),
    close: closeCase,
    onNotice: (notice) => deps.emit('case.notice', { notice })
  }

  const tellRow = async (sourceId: string): Promise<void> =>
    deps.emit('source.row', sourceRow(await opened().source(sourceId)))

  const kept = wholeCaseHandlers(wholeCase)
  const handlers: Handlers<WorkspaceRequest> = {
    'case.create': ({ path, title, tlp }) => create(path, title, tlp),
    'case.open': changes(({ path, passphrase }) => openCase(path, { passphrase })),
    'case.sample': async () => {
      const sample = await readSample(deps.resources)
      await create(freeFolder(deps.documents, `${sample.title} (sample)`), sample.title, sample.tlp)
      await importing.paths(sample.articles)
      const { importBrief } = await markdown()
      await importBrief(opened(), sample.brief, sample.title, deps)
      return opened().view()
    },
    'case.current': async () => open?.view() ?? null,
    'case.update': async ({ title, tlp }) => opened().store.updateCase((record) => ({ ...record, title, tlp })),
    'case.close': async () => {
      await closeCase()
      return {}
    },
    'case.verify': async () => verifyCase(opened()),
    ...kept,
    'case.encrypt': changes(kept['case.encrypt']),
    'case.decrypt': changes(kept['case.decrypt']),
    'case.passphrase': changes(kept['case.passphrase']),
    'backup.restore': changes(kept['backup.restore']),

    ...importing.handlers,
    ...sourceHandlers(opened, deps.emit),

    'quote.list': async ({ offset, limit }) => opened().store.catalogue.quotes(offset, limit),
    'quote.create': async (range) => {
      const quote = await quoteRange(opened(), range, deps)
      await tellRow(quote.sourceId)
      return quote
    },
    'quote.update': async ({ id, speaker, note, tags }) =>
      changeQuote(opened(), id, 'quote-changed', (quote) => ({ ...quote, speaker, note, tags })),
    'quote.delete': async ({ id }) => {
      const quote = await changeQuote(opened(), id, 'quote-deleted', (before) => ({
        ...before,
        deletedAt: deps.now().toISOString()
      }))
      await tellRow(quote.sourceId)
      return quote
    },
    'quote.restore': async ({ id }) => {
      const quote = await changeQuote(opened(), id, 'quote-restored', (before) => ({ ...before, deletedAt: null }))
      await tellRow(quote.sourceId)
      return quote
    },

    'brief.create': async (input) => createBrief(opened(), input, deps),
    'brief.get': async ({ id }) => opened().brief(id),
    'brief.save': async ({ id, fields, doc }) => {
      await saveBrief(opened(), id, fields, doc)
      return { savedAt: deps.now().toISOString() }
    },
    'brief.delete': async ({ id }) => {
      const note = { action: 'brief-deleted', subject: id, detail: {} } as const
      await opened().store.updateBrief(id, (brief) => ({ ...brief, deletedAt: deps.now().toISOString() }), note)
      return opened().briefRows()
    },
    'brief.restore': async ({ id }) => {
      const note = { action: 'brief-restored', subject: id, detail: {} } as const
      await opened().store.updateBrief(id, (brief) => ({ ...brief, deletedAt: null }), note)
      return opened().briefRows()
    },
    'brief.check': async ({ id }) => checkSavedBrief(opened(), id),
    'brief.withhold': async ({ briefId, withheld }) => {
      await withhold(opened(), briefId, withheld)
      return {}
    },
    'brief.importMarkdown': async ({ path }) => {
      const { catalogue } = opened().store
      const before = new Set(catalogue.quotes().map((quote) => quote.id))
      const name = basename(path).replace(/\.\w+$/, '')
      const { importBrief, readMarkdownFile } = await markdown()
      const imported = await importBrief(opened(), await readMarkdownFile(path), name, deps)
      for (const quote of catalogue.quotes()) {
        if (before.has(quote.id)) continue
        deps.emit('quote.changed', quote)
        await tellRow(quote.sourceId)
      }
      return imported
    },
    'brief.exportMarkdown': async ({ id, path }) => {
      await (await markdown()).writeMarkdown(opened(), id, path)
      return {}
    },

    ...exporting.handlers,
    ...searching.handlers,
    'verify.pdf': ({ path, requireSignature }) =>
      verifyPdfFile(path, requireSignature ?? null, { pdfWorker: deps.workers.pdf, ring }),
    ...signatureHandlers(ring),

    ...terminalHandlers({
      ...deps,
      opened,
      ring,
      passphrase: async () => {
        const asked = await deps.passphrase?.()
        if (asked === undefined) throw new DossierError('locked', 'A passphrase is needed. Nothing was changed.')
        return asked
      },
      importWorker: deps.workers.import
    }),
    'case.use': changes(async ({ path, to, passphrase }) => {
      const view = await openCase(path, { passphrase, ...(to === 'read' ? { write: false } : {}) })
      if (to === 'edit') opened().store.mustWrite()
      return view
    })
  }

  return {
    handlers,
    opened,
    current: () => {
      if (!open) return null
      const { title, tlp } = open.store.record
      return { path: open.store.path, title, tlp }
    },
    lock,
    whenClosed: () => closed.promise,
    close: async () => {
      await closeCase()
      await importing.close()
    }
  }
}
