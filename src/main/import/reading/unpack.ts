import type { ContainerFile, Entry, FileHint } from '../extracted/extracted.ts'
import { identify } from '../sniff/detect.ts'
import { FileStart } from '../sniff/file-start.ts'
import { FORMATS } from '../formats/formats.ts'
import type { KnownFormat } from '../sniff/import-format.ts'
import { unpackArticles } from '../press/press.ts'

/**
 * Takes the items out of a container, one by one: each as a file of its own with what the container says of it. An item that can't be taken
 * out comes with its error, and the next ones follow. Containers are archives and mailboxes, of any size, and exports of press databases, which are read
 * whole. Throws a DossierError when the container itself can't be read (further): `unsupported` when it is none, else those of its kind.
 */
export async function* unpack(file: ContainerFile, hint: FileHint, formats = FORMATS): AsyncGenerator<Entry> {
  const format = await formatOf(file, hint.name, formats)
  if (format !== null && 'unpack' in format && format.unpack) yield* format.unpack(file, hint, formats)
  // What is no container came here for its size alone.
  else yield* unpackArticles(file, hint, () => null)
}

async function formatOf(
  file: ContainerFile,
  name: string,
  formats: readonly KnownFormat[]
): Promise<KnownFormat | null> {
  const start = await FileStart.of(file, name)
  try {
    return await identify(start, formats)
  } finally {
    await start.close()
  }
}
