import { DossierError } from '../../../shared/errors/errors.ts'
import { emptyFile } from '../extracted/limits.ts'
import { FileStart } from './file-start.ts'
import { SURE, type ImportFormat, type KnownFormat, type RefusedFormat, type Sureness } from './import-format.ts'

/**
 * The format that a file is surest to be; of those that are equally sure, the first in the list. The walk ends at the first that is certain. Null for bytes
 * that are of none.
 */
export async function identify(file: FileStart, formats: readonly KnownFormat[]): Promise<KnownFormat | null> {
  let found: KnownFormat | null = null
  let surest: Sureness = SURE.no
  for (const format of formats) {
    const sureness = await format.sniff(file)
    if (sureness > surest) [found, surest] = [format, sureness]
    if (surest === SURE.certain) break
  }
  return found
}

/**
 * Tells the format of a file by its content, its name deciding only between plain text, Markdown, fragments of HTML, and mails that people could have
 * typed. Throws `unsupported` for formats that can't be imported, `empty` for a file without content, `unreadable` for bytes that are no text
 * and for archives that aren't whole.
 */
export async function detect(bytes: Uint8Array, name: string, formats: readonly KnownFormat[]): Promise<ImportFormat> {
  if (bytes.length === 0) throw emptyFile(name)
  const found = await identify(await FileStart.of({ bytes }, name), formats)
  if (found === null) {
    throw new DossierError(
      'unreadable',
      `“${name}” holds no text that could be read. Nothing was imported; the file is unchanged. Open it in its own program and save it as text or as a web page.`
    )
  }
  if ('advice' in found) throw unsupported(name, found)
  return found
}

/** The error for a format that can't be imported. */
export function unsupported(name: string, { kind, advice }: Pick<RefusedFormat, 'kind' | 'advice'>): DossierError {
  return new DossierError(
    'unsupported',
    `“${name}” is ${kind}, which can’t be imported. Nothing was imported; the file is unchanged. ${advice}`
  )
}
