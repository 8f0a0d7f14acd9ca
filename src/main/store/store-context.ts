import type { LockHolder } from '../../shared/case/holder.ts'
import type { Kinds } from '../../shared/case/records/kinds.ts'
import type { SourceRow } from '../../shared/case/row.ts'

/** What a store needs to know of the program that opens it. */
export interface StoreContext {
  /** The program's own folder, for locks, catalogues, backups and the device's name in logs. */
  userData: string
  now: () => Date
  /** What the program is, such as `a window of Dossier`: told to others that want to write. */
  program?: string
  /** The kinds of documents that the program knows; `KINDS` unless given. */
  kinds?: Kinds
  /** Told of sources that were found new, changed or gone after the case was opened. */
  onRows?: (rows: SourceRow[], removed: string[]) => void
  /** Told who else writes the case from another profile or machine, whenever that changes; without it nobody is told of this program either. */
  onOthers?: (others: LockHolder[]) => void
  /** How often programs that write the case tell one another so, in milliseconds. */
  beatMs?: number
  /** Told of each notice that comes after the case was opened. */
  onNotice?: (sentence: string) => void
}

/** What opening needs to know of the program. */
export interface OpeningContext {
  userData: string
  now: () => Date
  program?: string
  /** The kinds of documents that the program knows; `KINDS` unless given. */
  kinds?: Kinds
}

export interface OpenOptions {
  /** False: without asking for the right to write. */
  write?: boolean
  passphrase?: string | undefined
  /** False: answers as soon as the list can be shown; the documents are looked at meanwhile, and edits wait. */
  wait?: boolean
}
