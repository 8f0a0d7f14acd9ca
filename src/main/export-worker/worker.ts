import { parentPort, workerData } from 'node:worker_threads'
import type { ExportProgress } from '../../shared/composition/export-report.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { printable } from '../../shared/composition/printable.ts'
import { withCitations } from '../citations/format.ts'
import type { WorkerJob, WorkerMessage } from './run-worker.ts'
import { renderPdf } from '../pdf/render.ts'
import { heldOriginals } from '../redaction/originals.ts'
import { findLeaks } from '../redaction/scan.ts'
import { uncovered } from '../pdf/typeset/uncovered.ts'
import { verifyPdf } from '../pdf/reader/verify.ts'

/**
 * Entry of the worker thread that makes, checks, verifies or searches a PDF, or makes a brief in another format: the job as worker data,
 * progress and result as messages.
 */
const port = parentPort
if (!port) throw new Error('This module runs as a worker thread only.')

/**
 * pdf.js leaves promises behind that nobody waits for when a file is broken. What it finds is told by the one that is awaited, so
 * these don't end the thread.
 */
const ABANDONED = new Set(['XRefEntryException', 'XRefParseException', 'MissingDataException'])
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof Error && ABANDONED.has(reason.name))) throw reason
})

const send = (message: WorkerMessage, moved: ArrayBuffer[] = []): void => {
  port.postMessage(message, moved)
}

try {
  const job = workerData as WorkerJob
  const onProgress = (progress: ExportProgress): void => {
    send({ type: 'progress', progress })
  }
  switch (job.type) {
    case 'verify':
      send({ type: 'verified', report: await verifyPdf(job.bytes) })
      break
    case 'scan':
      send({ type: 'scanned', leaks: await findLeaks(job.bytes, job.secrets, job.kind, job.what) })
      break
    case 'originals':
      send({ type: 'searched', held: await heldOriginals(job.originals, job.secrets) })
      break
    case 'coverage':
      send({ type: 'covered', lacking: uncovered(await withCitations(printable(job.input))) })
      break
    case 'document': {
      // Its libraries are large, and a PDF needs none of them.
      const { renderDocument } = await import('../exports/render-document.ts')
      send({ type: 'written', bytes: await renderDocument(job.input, job.format, onProgress) })
      break
    }
    case 'render': {
      const rendered = await renderPdf(job.input, onProgress)
      // Moved, so that the bytes are never in memory twice.
      send({ type: 'rendered', ...rendered }, [rendered.bytes.buffer])
    }
  }
} catch (error) {
  if (!(error instanceof DossierError)) throw error
  send({ type: 'failed', failure: error.toFailure() })
}
