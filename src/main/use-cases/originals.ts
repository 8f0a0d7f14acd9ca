import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { DrawingResource, PageRequest } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { sha256 } from '../base/hash.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'

/** The requests for what is needed to show originals beside their texts. */
export function originalHandlers(opened: () => OpenCase): Pick<Handlers, Extract<PageRequest, `original.${string}`>> {
  return {
    'original.read': async ({ id }) => ({ bytes: await readIntact(opened(), id) }),
    'original.resource': async (wanted) => ({ bytes: await readResource(wanted) })
  }
}

/** The bytes of a source's original, once they have proved to be those that were imported. @throws DossierError `not-found`, `damaged`, `io` */
async function readIntact(open: OpenCase, id: string): Promise<Uint8Array<ArrayBuffer>> {
  const { source } = await open.source(id)
  const bytes = await open.store.original(id)
  if (sha256(bytes) !== source.original.sha256) {
    throw new DossierError(
      'damaged',
      `The stored original of ${source.key} isn’t what was imported any more, so it isn’t shown. Its text is kept. Verify the case, and put the original back from a backup.`
    )
  }
  // Not a view of a larger buffer, all of which would cross with it.
  return new Uint8Array(bytes)
}

const FOLDERS: Record<DrawingResource['kind'], string> = { cmap: 'cmaps', face: 'standard_fonts' }

async function readResource({ kind, name }: DrawingResource): Promise<Uint8Array<ArrayBuffer> | null> {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  try {
    return new Uint8Array(await readFile(join(root, FOLDERS[kind], name)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
