import type { ExportProgress } from '../../shared/composition/export-report.ts'
import { compose, type Composition } from '../../shared/composition/compose.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { printable } from '../../shared/composition/printable.ts'
import { FINGERPRINT_PLACE } from '../../shared/proof/proof.ts'
import { withCitations } from '../citations/format.ts'

/** A brief ready to be made into files: printable, its citations formatted, and composed when it is first asked for, once a medium. */
export class Manuscript {
  readonly input: ExportInput
  #proven: Composition | undefined
  #document: Composition | undefined

  private constructor(input: ExportInput) {
    this.input = input
  }

  static async of(given: ExportInput): Promise<Manuscript> {
    return new Manuscript(await withCitations(printable(given)))
  }

  /** As a file with a proof prints it, with a place for the proof's fingerprint. */
  get proven(): Composition {
    return (this.#proven ??= compose(this.input, 'pdf', FINGERPRINT_PLACE))
  }

  /** As any other file has it. */
  get document(): Composition {
    return (this.#document ??= compose(this.input, 'document'))
  }
}

/** What a format is given besides the manuscript. */
export interface MakingServices {
  onProgress: (progress: ExportProgress) => void
}

/** A finished file; `pages` where it has any. */
export interface MadeFile {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
}

/**
 * Makes a brief's file in one format, and checks it where the format can be checked. The bytes depend on the manuscript alone: no clock,
 * no path, no user's name.
 * @throws DossierError when the finished file isn't what was to be exported
 */
export type Make = (manuscript: Manuscript, services: MakingServices) => Promise<MadeFile>

/** What makes the files of each format, by its id, loaded when it is first needed: the libraries are large. */
export type Makers = Readonly<Record<string, () => Promise<{ make: Make }>>>

/** A format whose file has no pages and is made in one go, as text or bytes. */
export function inOneGo(write: (manuscript: Manuscript) => string | Uint8Array | Promise<Uint8Array>): Make {
  return async (manuscript, { onProgress }) => {
    onProgress({ stage: 'layout', fraction: 0 })
    const content = await write(manuscript)
    onProgress({ stage: 'layout', fraction: 1 })
    return {
      bytes: new Uint8Array(typeof content === 'string' ? Buffer.from(content.toWellFormed()) : content),
      pages: 0
    }
  }
}
