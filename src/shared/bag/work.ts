import { DossierError } from '../errors/errors.ts'
import { say } from '../wording/say.ts'

/** How far it is: of the sources while a bundle is written, of the files while it's checked. */
export interface BundleProgress {
  stage: 'write' | 'check'
  done: number
  total: number
}

/** What checking takes besides its input. */
export interface CheckWork {
  signal?: { readonly aborted: boolean } | undefined
  onProgress?: ((progress: BundleProgress) => void) | undefined
}

/** @throws DossierError `cancelled` */
export function refuseCancelled(signal: CheckWork['signal']): void {
  if (signal?.aborted) throw new DossierError('cancelled', say('This was cancelled. Nothing was kept of it.'))
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
