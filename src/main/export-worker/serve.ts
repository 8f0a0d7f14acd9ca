import { parentPort, workerData } from 'node:worker_threads'
import { DossierError } from '../../shared/errors/errors.ts'
import { Manuscript, type Makers } from '../exports/format.ts'
import { exportBrief } from './export-brief.ts'
import { findingsOf } from './findings.ts'
import type { ExportServices } from './job.ts'
import type { FromWorker, Jobs, JobName, StartedWith, ToWorker } from './protocol.ts'

/**
 * pdf.js leaves promises behind that nobody waits for when a file is broken. What it finds is told by the one that is awaited, so
 * these don't end the thread.
 */
const ABANDONED = new Set(['XRefEntryException', 'XRefParseException', 'MissingDataException'])

/** Thrown in a job that nobody waits for any more. */
class Ended extends Error {}

/** Does the jobs that this worker thread is sent, one after the other, with what makes the formats. */
export function serve(makers: Makers): void {
  const port = parentPort
  if (!port) throw new Error('This module runs as a worker thread only.')
  const { formats, ended } = workerData as StartedWith
  process.on('unhandledRejection', (reason) => {
    if (!(reason instanceof Error && ABANDONED.has(reason.name))) throw reason
  })
  const send = (message: FromWorker, moved: ArrayBuffer[] = []): void => {
    port.postMessage(message, moved)
  }
  let answer: (bytes: Uint8Array | null) => void = () => undefined
  const services: ExportServices = {
    onProgress: (progress) => {
      if (Atomics.load(ended, 0) !== 0) throw new Ended()
      send({ type: 'progress', progress })
    },
    original: (sourceId) =>
      new Promise((resolve) => {
        answer = resolve
        send({ type: 'ask-original', sourceId })
      })
  }
  const work: { [N in JobName]: (given: Jobs[N]['given']) => Promise<Jobs[N]['result']> } = {
    export: (given) => exportBrief(given, services, makers),
    check: async ({ input }) => findingsOf(input, await Manuscript.of(input)),
    verify: async ({ bytes }) => (await import('../pdf/reader/verify.ts')).verifyPdf(bytes)
  }
  const run = async <N extends JobName>(name: N, given: Jobs[N]['given']): Promise<void> => {
    try {
      const result = await work[name](given)
      // Moved, so that the bytes are never in memory twice.
      send({ type: 'done', result }, 'files' in result ? result.files.map(({ bytes }) => bytes.buffer) : [])
    } catch (error) {
      if (error instanceof Ended) return
      if (!(error instanceof DossierError)) throw error
      send({ type: 'failed', failure: error.toFailure() })
    }
  }
  port.on('message', (message: ToWorker) => {
    if (message.type === 'end') port.close()
    else if (message.type === 'original') answer(message.bytes)
    else void run(message.name, message.given)
  })
  for (const id of formats) void makers[id]?.()
}
