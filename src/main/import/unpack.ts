import { DossierError } from '../../shared/api/errors.ts'
import type { ContainerFile, Entry, FileHint } from './extracted.ts'

/**
 * Takes the items out of a container, one by one: each as a file of its own with what the container says of it. An item that can't be taken
 * out comes with its error, and the next ones follow. Throws a DossierError when the container itself can't be read (further).
 */
export async function* unpack(_file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  yield* [] as Entry[]
  throw new DossierError('unsupported', `“${hint.name}” can’t be unpacked.`)
}
