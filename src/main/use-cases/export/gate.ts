import { DossierError } from '../../../shared/errors/errors.ts'
import type { BriefCheck, Finding } from '../../../shared/brief/check.ts'
import type { NearForm, RedactionReport } from '../../../shared/brief/withheld.ts'
import { PROVEN_FORMAT } from '../../../shared/composition/export-formats.ts'
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '../../../shared/composition/options.ts'
import { nearForms } from '../../../shared/redaction/near.ts'
import { reportRedaction } from '../../../shared/redaction/report.ts'
import type { ExportWorker } from '../../export-worker/export-worker.ts'
import type { OpenCase } from '../open-case.ts'
import { exportInput } from './input.ts'

/** An export that stopped before anything was made, as there is something to be looked at first. */
export class StoppedAtGate extends DossierError {
  readonly findings: readonly Finding[]
  readonly near: readonly NearForm[]

  private constructor(code: 'findings' | 'near-forms', message: string, found: Partial<StoppedAtGate>) {
    super(code, message)
    this.findings = found.findings ?? []
    this.near = found.near ?? []
  }

  static byFindings(findings: readonly Finding[]): StoppedAtGate {
    const count = findings.length
    return new StoppedAtGate(
      'findings',
      `${count === 1 ? 'One thing needs' : `${count} things need`} a look before this brief is exported. Nothing was written.`,
      { findings }
    )
  }

  static byNearForms(near: readonly NearForm[]): StoppedAtGate {
    const count = near.length
    return new StoppedAtGate(
      'near-forms',
      `The redacted export would show ${count === 1 ? 'one form' : `${count} forms`} like withheld words. Nothing was written. Look at ${count === 1 ? 'it' : 'them'}, withhold what gives something away and leave the rest, then export again.`,
      { near }
    )
  }
}

/**
 * Checks a brief as `brief.check` does, and what only an export shows: characters that no font here has.
 * @throws DossierError `damaged` when a cited source can't be read
 */
export async function checkExport(
  open: OpenCase,
  request: { briefId: string; options: ExportOptions },
  worker: ExportWorker
): Promise<BriefCheck> {
  // Who looks at a brief like this exports it next, as a PDF most often.
  worker.warm(PROVEN_FORMAT)
  const input = await exportInput(open, request.briefId, request.options, '')
  return { ...input.check, findings: await worker.run('check', { input }) }
}

/** What a redacted export of a brief would hide. Nothing is written. */
export async function previewRedaction(open: OpenCase, briefId: string, generator: string): Promise<RedactionReport> {
  return reportRedaction(await exportInput(open, briefId, { ...DEFAULT_EXPORT_OPTIONS, redacted: true }, generator))
}

/** What a redacted export of a brief would show that is like withheld words, and of which nobody has decided. */
export async function findNearForms(open: OpenCase, briefId: string): Promise<NearForm[]> {
  return nearForms(await exportInput(open, briefId, { ...DEFAULT_EXPORT_OPTIONS, redacted: true }, ''))
}
