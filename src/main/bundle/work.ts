import { DossierError } from '../../shared/errors/errors.ts'
import type { Kinds } from '../../shared/case/records/kinds.ts'
import type { Tlp } from '../../shared/source/source.ts'

/** How far it is: of the sources while a bundle is written, of the files while it's checked. */
export interface BundleProgress {
  stage: 'write' | 'check'
  done: number
  total: number
}

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

/** @throws DossierError `cancelled` */
export function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DossierError('cancelled', 'This was cancelled. Nothing was kept of it.')
}

/**
 * Works on several items at once, taking them in their order. After a failure no further item is begun; it's thrown when
 * nothing is under way any more.
 */
export async function severalAtOnce<T>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>
): Promise<void> {
  const waiting = items[Symbol.iterator]()
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && failures.length === 0; next = waiting.next()) {
      await work(next.value).catch((error: unknown) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (failures.length > 0) throw failures[0]
}
