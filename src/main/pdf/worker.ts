import { parentPort, workerData } from 'node:worker_threads'
import { DossierError } from '../../shared/api/errors.ts'
import { withCitations } from '../citations/format.ts'
import type { WorkerJob, WorkerMessage } from './run-worker.ts'
import { renderPdf } from './render.ts'
import { uncovered } from './uncovered.ts'
import { verifyPdf } from './verify.ts'

/** Entry of the worker thread that makes, checks or verifies a PDF: the job as worker data, progress and result as messages. */
const port = parentPort
if (!port) throw new Error('This module runs as a worker thread only.')

const send = (message: WorkerMessage): void => {
  port.postMessage(message)
}

try {
  const job = workerData as WorkerJob
  if (job.type === 'verify') {
    send({ type: 'verified', report: await verifyPdf(job.bytes) })
  } else if (job.type === 'coverage') {
    send({ type: 'covered', lacking: uncovered(await withCitations(job.input)) })
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
