import { checkBag, type BundleCheck } from '../../shared/bag/check-bag.ts'
import { openBag } from './open-bag.ts'
import type { BundleWork } from './work.ts'

/**
 * Checks a bundle, or any other BagIt bag (RFC 8493, and the drafts before it), in a folder or a zip: its declaration, every file's checksums by all manifests,
 * that none is missing or too many, the payload's size and number, the tag files.
 * @throws DossierError `not-found`, `unsupported`, `damaged`, `too-large` or `io` when it can't be read as a bag at all;
 * `cancelled`
 */
export async function checkBundle(path: string, work: BundleWork = {}): Promise<BundleCheck> {
  const bag = await openBag(path, 'bag')
  try {
    return (await checkBag(bag, work)).check
  } finally {
    await bag.close()
  }
}
