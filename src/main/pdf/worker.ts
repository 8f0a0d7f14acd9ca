import { parentPort, workerData } from 'node:worker_threads'
import { DossierError } from '../../shared/api/errors.ts'
import type { WorkerJob, WorkerMessage } from './run-worker.ts'
import { renderPdf } from './render.ts'
import { scanForLeaks } from '../redaction/scan.ts'
import { verifyPdf } from './verify.ts'

/** Entry of the worker thread that makes, verifies or searches a PDF: the job as worker data, progress and result as messages. */
const port = parentPort
if (!port) throw new Error('This module runs as a worker thread only.')

const send = (message: WorkerMessage): void => {
  port.postMessage(message)
}

try {
  const job = workerData as WorkerJob
  if (job.type === 'verify') {
    send({ type: 'verified', report: await verifyPdf(job.bytes) })
  } else if (job.type === 'scan') {
    await scanForLeaks(job.bytes, job.secrets, job.kind, job.what)
    send({ type: 'scanned' })
  } else {
    const { bytes, pages } = await renderPdf(job.input, (progress) => {
      send({ type: 'progress', progress })
    })
    send({ type: 'rendered', bytes, pages })
  }
} catch (error) {
  if (!(error instanceof DossierError)) throw error
  send({ type: 'failed', failure: error.toFailure() })
}
