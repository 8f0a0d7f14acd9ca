import { parentPort, workerData } from 'node:worker_threads'
import { DossierError } from '../../shared/api/errors.ts'
import type { WorkerJob, WorkerMessage } from './run-worker.ts'
import { renderPdf } from './render.ts'
import { verifyPdf } from './verify.ts'

/** Entry of the worker thread that makes or verifies a PDF: the job as worker data, progress and result as messages. */
const port = parentPort
if (!port) throw new Error('This module runs as a worker thread only.')

const send = (message: WorkerMessage, moved: ArrayBuffer[] = []): void => {
  port.postMessage(message, moved)
}

try {
  const job = workerData as WorkerJob
  if (job.type === 'verify') {
    send({ type: 'verified', report: await verifyPdf(job.bytes) })
  } else {
    const { bytes, pages } = await renderPdf(job.input, (progress) => {
      send({ type: 'progress', progress })
    })
    // Moved, so that the bytes are never in memory twice.
    send({ type: 'rendered', bytes, pages }, [bytes.buffer])
  }
} catch (error) {
  if (!(error instanceof DossierError)) throw error
  send({ type: 'failed', failure: error.toFailure() })
}
