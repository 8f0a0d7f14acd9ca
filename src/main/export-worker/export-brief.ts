import type { ExportFormat } from '../../shared/composition/export-formats.ts'
import { Manuscript, type MadeFile, type Makers, type MakingServices } from '../exports/format.ts'
import { findingsOf } from './findings.ts'
import type { ExportJob, ExportOutcome, ExportServices } from './job.ts'

/**
 * An export from the gate to finished bytes: findings and near forms, redaction after the originals were searched, each format made and
 * checked, all of them searched for what is withheld. Writes nothing.
 * @throws DossierError `leak` when a file, or its name, tells what is withheld; as the formats do
 */
export async function exportBrief(
  { input, formats, names, acceptFindings, acceptNear }: ExportJob,
  services: ExportServices,
  makers: Makers
): Promise<ExportOutcome> {
  const whole = await Manuscript.of(input)
  const findings = await findingsOf(input, whole)
  if (findings.length > 0 && !acceptFindings) return { stopped: 'findings', findings }
  if (!input.options.redacted) {
    return { stopped: null, files: await makeAll(whole, formats, services, makers), findings, hidden: null }
  }
  // Searching needs libraries that an export of everything doesn't.
  const { refuseLeak, withhold } = await import('./withhold.ts')
  const withheld = await withhold({ input, names, acceptNear }, services)
  if ('near' in withheld) return { stopped: 'near-forms', near: withheld.near }
  const files = await makeAll(await Manuscript.of(withheld.input), formats, services, makers)
  for (const [i, { bytes }] of files.entries()) await refuseLeak(bytes, formats[i]!, withheld)
  return { stopped: null, files, findings, hidden: withheld.hidden }
}

async function makeAll(
  manuscript: Manuscript,
  formats: readonly ExportFormat[],
  services: MakingServices,
  makers: Makers
): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  for (const { id } of formats) {
    const maker = makers[id]
    if (!maker) throw new Error(`Nothing makes files of the format ${id}`)
    files.push(await (await maker()).make(manuscript, services))
  }
  return files
}
