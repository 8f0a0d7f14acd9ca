import type { Anchor, CheckedChain, RecordTold } from './custody.ts'
import type { Kinds } from './records/kinds.ts'

/** A document of a case as it stands. */
export interface Present {
  name: string
  /** SHA-256 of what it says (`recordVersion`); null when it can't be read, undefined when it wasn't looked at. */
  version: string | null | undefined
  custody: Anchor | undefined
}

/** In which way a document isn't as the logs tell it. */
export type FindingKind = 'missing' | 'unknown' | 'changed' | 'older' | 'parted' | 'untold' | 'previous'

/** Something that isn't as the logs tell it. */
export interface LogFinding {
  /** The document concerned: its file's name in the case. */
  name: string
  kind: FindingKind
  message: string
  /** The states of the document that are missed. */
  missed: string[]
  /** What an entry says by which the user accepts the finding. */
  accepts: RecordTold[]
}

export interface ComparisonInput {
  chains: readonly CheckedChain[]
  present: readonly Present[]
  /** The versions before the present ones that stand beside them. */
  previous: readonly Present[]
  /** States that conflict copies hold: they wait for a merge and aren't lost. */
  copies: ReadonlySet<string>
  /** How far each log was surely in effect: numbers of entries by log. */
  anchored: ReadonlyMap<string, number>
  kinds: Kinds
  sha256: (text: string) => string
}

export interface ComparisonReport {
  findings: LogFinding[]
  /** Sentences about what is as it may be and yet worth knowing. */
  notices: string[]
  /** False for logs that tell of no document's version, as those of earlier formats. */
  tellsAnything: boolean
  /** Entries without effect, by log: a crash prevented it, unless somebody is just writing. */
  cutShort: { log: string; n: number; subject: string | null; name: string; message: string }[]
  /** States of documents that nothing took the place of, and that say the same as what stands: made elsewhere, and missed only once the document is changed again. */
  alike: { name: string; states: string[] }[]
  /** Names of documents whose version is yet to be noted, with the entry that made them and its log. */
  open: Map<string, { log: string; sha256: string }>
}
