import type { ImportFormatDescription } from '../../../shared/source/import-formats.ts'
import type { ContainerFile, Entry, FileHint, Reading } from '../extracted/extracted.ts'
import type { FileStart } from './file-start.ts'

/**
 * How sure it is that a file is of a format: `certain` by a signature or a declared type that nothing else has, `likely` by the form of its
 * beginning, `possible` when its name says so or nothing speaks against it.
 */
export const SURE = { no: 0, possible: 1, likely: 2, certain: 3 } as const
export type Sureness = (typeof SURE)[keyof typeof SURE]

interface Sniffed {
  /** Tells how sure it is that a file is of this format. Throws a DossierError for a file that is no whole one of its kind. */
  sniff: (file: FileStart) => Sureness | Promise<Sureness>
}

/**
 * A format that can be imported. What it is called and ends in is told in `shared/source/import-formats.ts`. Code that only a file of the format
 * needs is loaded by `read` and `unpack`.
 */
export interface ImportFormat extends ImportFormatDescription, Sniffed {
  /** Reads a file; left out by containers, whose items come by `unpack`. `formats` is for what wraps a file of another format. Throws a DossierError. */
  read?: (bytes: Uint8Array, hint: FileHint, formats: readonly KnownFormat[]) => Reading | Promise<Reading>
  /**
   * Takes out the items of a container, or the articles of a press database's export, one by one. Throws a DossierError when it can't be opened; items that
   * can't be taken out come with theirs.
   */
  unpack?: (file: ContainerFile, hint: FileHint, formats: readonly KnownFormat[]) => AsyncGenerator<Entry>
}

/** A format that can't be imported. */
export interface RefusedFormat extends Sniffed {
  /** What such a file is, as a noun. */
  kind: string
  /** What its user can do instead, a sentence. */
  advice: string
}

/** Formats that can be told. */
export type KnownFormat = ImportFormat | RefusedFormat

/** That sureness when the condition holds, none otherwise. */
export function sureIf(condition: boolean, sureness: Sureness): Sureness {
  return condition ? sureness : SURE.no
}
