import type { Finding } from '../../shared/brief/check.ts'
import type { NearForm, RedactionReport } from '../../shared/brief/withheld.ts'
import type { ExportFormat } from '../../shared/composition/export-formats.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import type { MadeFile, MakingServices } from '../exports/format.ts'

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
