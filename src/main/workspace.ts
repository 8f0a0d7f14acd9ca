import type { Emit } from '../shared/api/contract.ts'
import { DossierError } from '../shared/errors/errors.ts'
import type { BackupRule } from '../shared/case/backup.ts'
import type { Handlers, WorkspaceRequest } from './use-cases/handlers.ts'
import { hypothesesHandlers } from './use-cases/analysis/hypotheses-handlers.ts'
import { originHandlers } from './use-cases/analysis/origin-handlers.ts'
import { sourcingHandlers } from './use-cases/analysis/sourcing.ts'
import { figureOverrulingHandlers } from './use-cases/analysis/figure-overruling-handlers.ts'
import { ownEventHandlers } from './use-cases/analysis/own-events.ts'
import { readingHandlers } from './use-cases/analysis/reading-handlers.ts'
import { briefHandlers } from './use-cases/brief-handlers.ts'
import { gradeHandlers } from './use-cases/grades.ts'
import { codebookFileHandlers } from './use-cases/codebook-files.ts'
import { createCaseSession, type CurrentCase } from './use-cases/case-session.ts'
import { aroundEach } from './use-cases/declared.ts'
import { createExporting } from './use-cases/export/exporting.ts'
import { KeyRing } from './sign/key-ring.ts'
import { signatureHandlers } from './use-cases/signatures.ts'
import { terminalHandlers } from './use-cases/terminal.ts'
import { wholeCaseHandlers, rollBackups, type WholeCaseDeps } from './use-cases/whole-case.ts'
import { commentHandlers } from './use-cases/comments.ts'
import { createImporting } from './use-cases/import/import-handlers.ts'
import { nameHandlers } from './use-cases/names/name-handlers.ts'
import type { OpenCase } from './use-cases/open-case.ts'
import { markHandlers } from './use-cases/marks.ts'
import { OwnTemplates, templateHandlers } from './use-cases/own-templates.ts'
import { originalHandlers } from './use-cases/originals.ts'
import { createRecognising } from './use-cases/recognition/recognition-handlers.ts'
import { quoteHandlers } from './use-cases/quotes.ts'
import { historyHandlers } from './use-cases/history.ts'
import { savedSearchHandlers } from './use-cases/saved-searches.ts'
import { createSearching } from './use-cases/search.ts'
import { sourceHandlers } from './use-cases/sources.ts'
import { suggestionHandlers } from './use-cases/suggestions.ts'
import { tagHandlers } from './use-cases/tags.ts'
import { freeFolder, judgeSample, readSample } from './use-cases/sample.ts'
import { versionHandlers } from './use-cases/version-handlers.ts'
import { viewHandlers } from './use-cases/view.ts'
import { verifyCase } from './use-cases/verify-case.ts'

/** Their libraries take long to load, and most of what is done needs none of them. */
const markdown = () => import('./use-cases/brief-markdown.ts')
const verifying = () => import('./use-cases/verify-pdf.ts')

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
  /** The page that checks PDFs in a browser, as the build made it. */
  page: string
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
  /** What a shell shows of the open case; null when none is open. */
  current(): CurrentCase | null
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

/** Makes a workspace without an open case. */
export function createWorkspace(deps: WorkspaceDeps): Workspace {
  const session = createCaseSession({
    ...deps,
    stopExports: () => exporting.stop(),
    stopImport: async () => {
      await importing.stop()
      await recognising.stop()
    },
    stopSearch: () => searching.stop(),
    startSearch: () => deps.index && searching.start(),
    keepBackups: (store) => (deps.roll ? rollBackups(store, wholeCase) : () => Promise.resolve())
  })
  const { opened } = session
  const ring = new KeyRing(deps.userData)
  const templates = new OwnTemplates(deps.userData)

  const importing = createImporting({
    opened,
    worker: deps.workers.import,
    now: deps.now,
    newId: deps.newId,
    emit: deps.emit
  })

  const recognising = createRecognising({
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
    page: deps.page,
    ring,
    now: deps.now,
    newId: deps.newId,
    emit: deps.emit
  })

  const searching = createSearching({ opened, worker: deps.workers.search, emit: deps.emit })

  const wholeCase: WholeCaseDeps = {
    userData: deps.userData,
    now: deps.now,
    program: deps.program,
    generator: deps.generator,
    page: deps.page,
    rule: deps.backups,
    opened,
    openPath: () => session.current()?.path ?? null,
    open: (path, passphrase) => session.open(path, { passphrase }),
    close: session.close,
    onNotice: (notice) => deps.emit('case.notice', { notice })
  }

  const handlers: Handlers<WorkspaceRequest> = {
    'case.create': ({ path, title, tlp }) => session.create(path, title, tlp),
    'case.open': ({ path, passphrase }) => session.open(path, { passphrase }),
    'case.sample': async () => {
      const sample = await readSample(deps.resources)
      await session.create(freeFolder(deps.documents, `${sample.title} (sample)`), sample.title, sample.tlp)
      await importing.paths(sample.articles)
      const { importBrief } = await markdown()
      const { brief } = await importBrief(opened(), sample.brief, sample.title, deps)
      await judgeSample(opened(), brief.id, sample.judgement, handlers, deps)
      // Opened anew, as nothing of how it was made is to be undone.
      const { path } = opened().store
      await session.close()
      return session.open(path)
    },
    'case.current': async () => (session.current() === null ? null : opened().view()),
    'case.update': async ({ title, tlp }) => opened().store.updateCase((record) => ({ ...record, title, tlp })),
    'case.close': async () => {
      await session.close()
      return {}
    },
    'case.verify': async () => verifyCase(opened()),
    ...wholeCaseHandlers(wholeCase),
    ...importing.handlers,
    ...recognising.handlers,
    ...sourceHandlers(opened, deps.emit, deps.now),
    ...originalHandlers(opened),

    ...quoteHandlers(opened, deps.emit, deps),
    ...gradeHandlers(opened, deps.emit),
    ...markHandlers(opened, deps.emit, searching.handlers, deps),
    ...suggestionHandlers(opened, deps.emit, deps),
    ...tagHandlers(opened, deps.emit, deps),
    ...codebookFileHandlers(opened, deps.emit, deps),
    ...historyHandlers(opened, deps.emit),
    ...briefHandlers({ ...deps, opened, templates }),
    ...templateHandlers(opened, templates, deps),
    ...originHandlers(opened, deps),
    ...hypothesesHandlers(opened, deps),
    ...sourcingHandlers(opened, deps),
    ...exporting.handlers,
    ...readingHandlers(opened),
    ...nameHandlers(opened, deps.emit, deps),
    ...versionHandlers(opened, deps),
    ...commentHandlers(opened, deps),
    ...figureOverrulingHandlers(opened, deps),
    ...ownEventHandlers(opened, deps),
    ...savedSearchHandlers(opened, deps),
    ...searching.handlers,
    'verify.pdf': async ({ path, requireSignature }) =>
      (await verifying()).verifyPdfFile(path, requireSignature ?? null, { pdfWorker: deps.workers.pdf, ring }),
    ...signatureHandlers(ring),
    ...viewHandlers(opened),

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
    'case.use': async ({ path, to, passphrase }) => {
      const view = await session.open(path, { passphrase, ...(to === 'read' ? { write: false } : {}) })
      if (to === 'edit') opened().store.mustWrite()
      return view
    }
  }

  return {
    handlers: aroundEach(handlers, session.asDeclared),
    opened,
    current: session.current,
    lock: session.lock,
    whenClosed: session.whenClosed,
    close: async () => {
      await session.close()
      await importing.close()
      await recognising.close()
    }
  }
}
