import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { isSystemError, readingError, storageError, writeDurably } from '../base/durable.ts'
import { sha256 } from '../base/hash.ts'
import { refuseInCase } from '../store/enclosing-case.ts'

/** Where the page for who gets an exported PDF stands, if it is written beside it. */
export function pagePath(pdf: string): string {
  return `${pdf.slice(0, pdf.length - extname(pdf).length)}.verify.html`
}

/**
 * The page that checks PDFs in a browser, as the build made it at `built`.
 * @throws DossierError `not-found` when it wasn't built, `io`
 */
export async function readPage(built: string): Promise<Uint8Array> {
  try {
    return await readFile(built)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT')
      throw new DossierError(
        'not-found',
        'The page that checks PDFs isn’t built here. Nothing was written. “npm run build” makes it.',
        { cause: error }
      )
    throw readingError(error, `“${basename(built)}”`, 'Nothing was written.')
  }
}

/** What was written, with the hash by which a recipient can tell it from another page. */
export interface WrittenPage {
  path: string
  bytes: number
  sha256: string
}

/** Writes the page, whole or not at all. @throws DossierError as `readPage`, or a storage failure */
export async function writePage(built: string, path: string): Promise<WrittenPage> {
  await refuseInCase(path)
  const bytes = await readPage(built)
  try {
    await writeDurably(path, bytes)
  } catch (error) {
    throw storageError(error, `“${basename(path)}”`, 'A file of that name, if there was one, is unchanged.')
  }
  return { path, bytes: bytes.length, sha256: sha256(bytes) }
}
