import type { Emit } from '../../../shared/api/contract.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import { ExportWorker } from '../../export-worker/export-worker.ts'
import type { KeyRing } from '../../sign/key-ring.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'
import { exportDocument, exportFiles, exportPdf, type ExportDeps } from './files.ts'
import { checkExport, findNearForms, previewRedaction } from './gate.ts'

interface ExportingDeps {
  opened: () => OpenCase
  /** The entry of the worker thread. */
  worker: URL
  generator: string
  page: string
  ring: KeyRing
  now: () => Date
  newId: () => string
  emit: Emit
}

/** The requests about exports of the open case. */
type ExportRequests =
  | 'export.check'
  | 'export.pdf'
  | 'export.document'
  | 'export.files'
  | 'export.redactionPreview'
  | 'export.nearForms'
  | 'export.cancel'
  | 'export.close'

/** Exports of the open case: one at a time, in a worker that is kept from the first look at a brief until it is stopped. */
export interface Exporting {
  handlers: Pick<Handlers, ExportRequests>
  /** Cancels the export that is under way and ends the worker; resolves when nothing of the case is left in it. */
  stop: () => Promise<void>
}

export function createExporting({ opened, worker: url, emit, ...deps }: ExportingDeps): Exporting {
  const worker = new ExportWorker(url)
  let running: AbortController | null = null
  /** Aborts what was asked before the last stop, so that none of it starts the worker again. */
  let stopped = new AbortController()

  const one = async <T>(run: (exportDeps: ExportDeps) => Promise<T>): Promise<T> => {
    if (running) throw new DossierError('bad-request', 'An export is still running. Wait for it or cancel it first.')
    const controller = new AbortController()
    running = controller
    try {
      const onProgress: ExportDeps['onProgress'] = (progress) => emit('export.progress', progress)
      return await run({ ...deps, worker, onProgress, signal: controller.signal })
    } finally {
      running = null
    }
  }

  const stop: Exporting['stop'] = async () => {
    running?.abort()
    stopped.abort()
    stopped = new AbortController()
    await worker.end()
  }

  return {
    stop,
    handlers: {
      'export.check': (request) => checkExport(opened(), request, worker, stopped.signal),
      'export.pdf': (request) => one((exportDeps) => exportPdf(opened(), request, exportDeps)),
      'export.document': (request) => one((exportDeps) => exportDocument(opened(), request, exportDeps)),
      'export.files': (request) => one((exportDeps) => exportFiles(opened(), request, exportDeps)),
      'export.redactionPreview': ({ briefId }) => previewRedaction(opened(), briefId, deps.generator),
      'export.nearForms': ({ briefId }) => findNearForms(opened(), briefId),
      'export.cancel': async () => {
        running?.abort()
        return {}
      },
      'export.close': async () => {
        await stop()
        return {}
      }
    }
  }
}
