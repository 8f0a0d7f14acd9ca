import { parentPort } from 'node:worker_threads'
import { DossierError, type Failure } from '../../shared/api/errors.ts'
import { extract } from './extract.ts'
import { Job, type Answer } from './job.ts'

/** Entry of the import worker's thread: extracts one file after another for the thread that started it. */
function serve(port: NonNullable<typeof parentPort>): void {
  port.on('message', (message: unknown) => {
    void answer(Job.parse(message)).then((result) => port.postMessage(result))
  })
}

async function answer(job: Job): Promise<Answer> {
  try {
    return { ok: true, id: job.id, value: await extract(job.bytes, job.hint) }
  } catch (error) {
    return { ok: false, id: job.id, error: toFailure(error, job.hint.name) }
  }
}

/** A file that an importer stumbles over is a broken file to its user; what it stumbled over is said for the report. */
function toFailure(error: unknown, name: string): Failure {
  if (error instanceof DossierError) return error.toFailure()
  const detail = error instanceof Error ? error.message : String(error)
  return {
    code: 'unreadable',
    message: `“${name}” could not be read (${detail.slice(0, 200)}). Nothing was imported from it; the file is unchanged. Save the article again, or paste its text.`
  }
}

if (parentPort) serve(parentPort)
