import { DossierError } from '../../../shared/errors/errors.ts'
import type { ExportedFiles } from '../../../shared/api/contract.ts'
import type { BriefCheck } from '../../../shared/brief/check.ts'
import type { NearForm, RedactionReport } from '../../../shared/brief/withheld.ts'
import { PROVEN_FORMAT } from '../../../shared/composition/export-formats.ts'
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '../../../shared/composition/options.ts'
import { nearForms } from '../../../shared/redaction/near.ts'
import { reportRedaction } from '../../../shared/redaction/report.ts'
import type { ExportWorker } from '../../export-worker/export-worker.ts'
import type { OpenCase } from '../open-case.ts'
import { exportInput } from './input.ts'

/** An export that stopped before anything was made, as there is something to be looked at first. */
export type StoppedAtGate = Exclude<ExportedFiles, { stopped: false }>

/** The same as a failure, for those who only want the file. */
export function stoppedError(stop: StoppedAtGate): DossierError {
  if (stop.stopped === 'findings') {
    const count = stop.findings.length
    const things = count === 1 ? 'One thing needs' : `${count} things need`
    return new DossierError('findings', `${things} a look before this brief is exported. Nothing was written.`)
  }
  const count = stop.near.length
  return new DossierError(
    'near-forms',
    `The redacted export would show ${count === 1 ? 'one form' : `${count} forms`} like withheld words. Nothing was written. Look at ${count === 1 ? 'it' : 'them'}, withhold what gives something away and leave the rest, then export again.`
  )
}

/**
 * Checks a brief as `brief.check` does, and what only an export shows: characters that no font here has.
 * @throws DossierError `damaged` when a cited source can't be read, `cancelled`
 */
export async function checkExport(
  open: OpenCase,
  request: { briefId: string; options: ExportOptions },
  worker: ExportWorker,
  signal: AbortSignal
): Promise<BriefCheck> {
  // Who looks at a brief like this exports it next, as a PDF most often.
  worker.warm(PROVEN_FORMAT)
  const input = await exportInput(open, request.briefId, request.options, '')
  return { ...input.check, findings: await worker.run('check', { input }, { signal }) }
}

/** What a redacted export of a brief would hide. Nothing is written. */
export async function previewRedaction(open: OpenCase, briefId: string, generator: string): Promise<RedactionReport> {
  return reportRedaction(await exportInput(open, briefId, { ...DEFAULT_EXPORT_OPTIONS, redacted: true }, generator))
}

/** What a redacted export of a brief would show that is like withheld words, and of which nobody has decided. */
export async function findNearForms(open: OpenCase, briefId: string): Promise<NearForm[]> {
  return nearForms(await exportInput(open, briefId, { ...DEFAULT_EXPORT_OPTIONS, redacted: true }, ''))
}
