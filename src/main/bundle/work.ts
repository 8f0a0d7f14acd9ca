import type { BundleProgress } from '../../shared/bag/work.ts'
import type { Kinds } from '../../shared/case/records/kinds.ts'
import type { Tlp } from '../../shared/source/source.ts'

/** What long work on a bundle takes besides its input. */
export interface BundleWork {
  signal?: AbortSignal | undefined
  /** The kinds of documents that the program knows; `KINDS` unless given. */
  kinds?: Kinds
  onProgress?: ((progress: BundleProgress) => void) | undefined
}

/** How a bundle is to be written. */
export interface BundleOptions extends BundleWork {
  /** The most restricted TLP label that is handed over; null hands over everything. */
  maxTlp: Tlp | null
  /** Name and version of the program. */
  generator: string
  /** The page that checks PDFs and bundles in a browser, where it is to be handed over too. */
  page?: Uint8Array | null
  now: Date
}
