import type { Emit, PageRequest } from '../../../shared/api/contract.ts'
import { basename } from 'node:path'
import type { ImportProgress, ImportReport } from '../../../shared/import/report.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { SourceRow } from '../../../shared/case/row.ts'
import { sourceRow } from '../../../shared/case/row.ts'
import type { Handlers } from '../handlers.ts'
import { createImportWorker, type ImportWorker } from '../../import/worker/import-worker.ts'
import { refuseInCase } from '../../store/enclosing-case.ts'
import { storageError, writeDurably } from '../../base/durable.ts'
import type { OpenCase } from '../open-case.ts'
import { PauseToken } from './pause-token.ts'
import { continueImport, forgetImport, importPaste, importPaths, importPictures, unfinishedImport } from './imports.ts'
import { toCsv, toJson } from './report.ts'
import { CLOSING, type ImportDeps } from './run.ts'

/** What the import requests need of the workspace. */
export interface ImportingDeps {
  opened: () => OpenCase
  worker: URL
  now: () => Date
  newId: () => string
  emit: Emit
}

/** The import requests, and what ends an import with its case. */
export interface Importing {
  handlers: Pick<Handlers, Extract<PageRequest, `import.${string}`>>
  /** Imports into the open case outside a request. */
  paths(paths: string[]): Promise<ImportReport>
  /** Stops a running import, which can be continued, and waits for its end. */
  stop(): Promise<void>
  /** Ends the worker too. */
  close(): Promise<void>
}

/** Shortest time between two reports of progress, or of rows, in milliseconds. */
const TELL_EVERY = 100

export function createImporting(deps: ImportingDeps): Importing {
  const pause = new PauseToken()
  let worker: ImportWorker | null = null
  let running: { controller: AbortController; ended: Promise<unknown>; tell: () => void } | null = null
  let last: ImportReport | null = null

  const run = async (start: (open: OpenCase, deps: ImportDeps) => Promise<ImportReport>): Promise<ImportReport> => {
    if (running) throw new DossierError('bad-request', 'An import is still running. Wait for it or cancel it first.')
    const controller = new AbortController()
    worker ??= createImportWorker(deps.worker)
    pause.resume()
    const rows = batched((batch) => deps.emit('source.rows', { rows: batch, removed: [] }))
    const progress = throttled((state) => deps.emit('import.progress', state))
    const ended = start(deps.opened(), {
      worker,
      now: deps.now,
      clock: () => performance.now(),
      newId: deps.newId,
      pause,
      signal: controller.signal,
      onProgress: progress.report,
      onSource: (record) => rows.add(sourceRow(record))
    })
    running = { controller, ended, tell: () => progress.again({ paused: pause.paused }) }
    try {
      last = await ended
      return last
    } finally {
      rows.flush()
      running = null
    }
  }

  const stop = async (reason?: typeof CLOSING): Promise<void> => {
    const stopping = running
    if (!stopping) return
    stopping.controller.abort(reason)
    pause.resume()
    await stopping.ended.catch(() => {
      // Who started the import hears of the failure.
    })
  }

  return {
    handlers: {
      'import.start': async ({ paths, itemsLater }) =>
        handedOver(await run((open, runDeps) => importPaths(open, paths, runDeps)), itemsLater),
      'import.paste': (clipboard) => run((open, runDeps) => importPaste(open, clipboard, runDeps)),
      'import.pictures': ({ pictures }) => run((open, runDeps) => importPictures(open, pictures, runDeps)),
      'import.pause': async () => {
        if (running) pause.pause()
        running?.tell()
        return {}
      },
      'import.resume': async () => {
        pause.resume()
        running?.tell()
        return {}
      },
      'import.cancel': async () => {
        running?.controller.abort()
        pause.resume()
        return {}
      },
      'import.saveReport': async ({ path }) => {
        if (!last) throw new DossierError('not-found', 'Nothing was imported yet, so there is no report to save.')
        await refuseInCase(path, deps.opened().store.path)
        await saveReport(last, path)
        return {}
      },
      'import.unfinished': async () => (running ? null : unfinishedImport(deps.opened())),
      'import.continue': async ({ itemsLater }) => handedOver(await run(continueImport), itemsLater),
      'import.items': async ({ offset, limit }) => last?.items.slice(offset, offset + limit) ?? [],
      'import.forget': async () => {
        if (!running) await forgetImport(deps.opened())
        return {}
      }
    },
    paths: (paths) => run((open, runDeps) => importPaths(open, paths, runDeps)),
    stop: async () => {
      await stop(CLOSING)
      last = null
    },
    close: async () => worker?.close()
  }
}

function handedOver(report: ImportReport, itemsLater = false): ImportReport {
  return itemsLater ? { ...report, items: [] } : report
}

/** Writes an import's report: JSON when the path ends so, else CSV. @throws DossierError a storage failure */
export async function saveReport(report: ImportReport, path: string): Promise<void> {
  try {
    await writeDurably(path, /\.json$/i.test(path) ? toJson(report) : toCsv(report))
  } catch (error) {
    throw storageError(error, `“${basename(path)}”`, 'A file of that name, if there was one, is unchanged.')
  }
}

/** Passes on the first and the last report, and those in between not too often. */
function throttled(report: (progress: ImportProgress) => void): {
  report: (progress: ImportProgress) => void
  again: (change: Partial<ImportProgress>) => void
} {
  let at = -Infinity
  let latest: ImportProgress | null = null
  const tell = (progress: ImportProgress): void => {
    at = performance.now()
    report(progress)
  }
  return {
    report: (progress) => {
      latest = progress
      if (progress.current === null || performance.now() - at >= TELL_EVERY) tell(progress)
    },
    again: (change) => {
      if (latest) tell({ ...latest, ...change })
    }
  }
}

/** Collects rows and passes them on together, so that a fast import doesn't draw the list anew for each. */
function batched(pass: (rows: SourceRow[]) => void): { add: (row: SourceRow) => void; flush: () => void } {
  let rows: SourceRow[] = []
  let timer: NodeJS.Timeout | null = null
  const flush = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    if (rows.length === 0) return
    const batch = rows
    rows = []
    pass(batch)
  }
  return {
    add: (row) => {
      rows.push(row)
      timer ??= setTimeout(flush, TELL_EVERY * 2)
    },
    flush
  }
}
