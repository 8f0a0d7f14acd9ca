import type { Finding } from '../../shared/brief/check.ts'
import type { NearForm, RedactionReport } from '../../shared/brief/withheld.ts'
import type { ExportFormat } from '../../shared/composition/export-formats.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { Manuscript, type MadeFile, type Makers, type MakingServices } from '../exports/format.ts'
import { findingsOf } from './findings.ts'

/** What is asked of an export. */
export interface ExportJob {
  /** The brief as it is on the disk, verified: nothing is withheld from it yet. */
  input: ExportInput
  /** The formats, as often as files are wanted of them, and the names of these files. */
  formats: readonly ExportFormat[]
  names: readonly string[]
  acceptFindings: boolean
  /** Show what is like withheld words. */
  acceptNear: boolean
}

/** What an export asks of whoever has the case. */
export interface ExportServices extends MakingServices {
  /** The bytes of a source's original; null when they can't be had. */
  original: (sourceId: string) => Promise<Uint8Array | null>
}

/** What a redacted export hides, and what it shows that is like withheld words. */
export interface Hidden {
  report: RedactionReport
  near: NearForm[]
}

/** Finished files in the order in which they were asked for; or what is to be looked at first, and nothing was made. */
export type ExportOutcome =
  | { stopped: 'findings'; findings: Finding[] }
  | { stopped: 'near-forms'; near: NearForm[] }
  | { stopped: null; files: MadeFile[]; findings: Finding[]; hidden: Hidden | null }

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
