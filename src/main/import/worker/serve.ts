import type { MessagePort } from 'node:worker_threads'
import { DossierError, type Failure } from '../../../shared/errors/errors.ts'
import { toDossierError } from '../../../shared/errors/system-error.ts'
import type { Entry } from '../extracted/extracted.ts'
import { FORMATS } from '../formats/formats.ts'
import { END, Job, type Answer } from './job.ts'
import { read } from '../reading/read.ts'
import { unpack } from '../reading/unpack.ts'
import type { Scan } from '../recognition/scan.ts'

/** Serves the thread that started this one: reads files, takes the items out of one container, or recognises the pages of one scan. */
export function serve(port: MessagePort, formats = FORMATS): void {
  let items: AsyncIterator<Entry> | null = null
  let scan: Scan | null = null
  const answer = async (job: Job): Promise<Answer> => {
    const { kind, id, hint } = job
    try {
      if (kind === 'read') return { kind, id, reading: await read(job.bytes, hint, formats) }
      if (kind === 'open') {
        items = unpack(job.file, hint, formats)[Symbol.asyncIterator]()
        return { kind, id }
      }
      if (kind === 'scan') {
        // Its engine takes long to load, and most files need none.
        const { openScan } = await import('../recognition/scan.ts')
        scan = await openScan(job.bytes, { ...job, name: hint.name })
        return { kind, id, pages: scan.pages, engine: scan.engine }
      }
      if (kind === 'page') return { kind, id, page: (await scan?.recognise(job.number)) ?? null }
      const next = await items?.next()
      return { kind, id, entry: !next || next.done === true ? null : next.value }
    } catch (error) {
      return { kind: 'failed', id, error: toFailure(error, hint.name) }
    }
  }
  port.on('message', (message: unknown) => {
    if (message === END) return port.close()
    void answer(Job.parse(message)).then((result) => port.postMessage(result))
  })
}

/** A file that an importer stumbles over is a broken file to its user; what it stumbled over tells them nothing. */
function toFailure(error: unknown, name: string): Failure {
  if (error instanceof DossierError) return error.toFailure()
  const kept = 'Nothing was imported from it; the file is unchanged.'
  const refused = toDossierError(error, { what: `“${name}”`, done: 'read', kept })
  if (refused) return refused.toFailure()
  return {
    code: 'unreadable',
    message: `“${name}” could not be read: it is damaged, or holds what Dossier doesn’t know. ${kept} Save the article again, or paste its text.`
  }
}
