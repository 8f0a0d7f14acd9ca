import { gunzipSync } from 'node:zlib'
import { DossierError } from '../../../../shared/errors/errors.ts'
import { keptAs } from '../../../../shared/source/import-formats.ts'
import { allBytes } from '../../container/byte-source.ts'
import type { ContainerFile, Entry, FileHint, Reading } from '../../extracted/extracted.ts'
import { detect, unsupported } from '../../sniff/detect.ts'
import type { ImportFormat, KnownFormat } from '../../sniff/import-format.ts'
import { REFUSED_GZIP } from '../refused/refused.ts'
import { LARGEST_FILE, refuseTooLarge } from '../../extracted/limits.ts'

/** Unpacks one compressed file (RFC 1952) within the limit of a file's size. @throws DossierError `unreadable`, `too-large` */
function gunzip(bytes: Uint8Array, name: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_FILE })
  } catch (error) {
    if (error instanceof RangeError) refuseTooLarge(LARGEST_FILE + 1, name)
    throw new DossierError(
      'unreadable',
      `“${name}” isn’t a whole compressed file: it is damaged or was cut short. Nothing was imported; the file is unchanged. Copy or download it again.`,
      { cause: error }
    )
  }
}

/** Reads a text that is packed by itself; the original stays packed. Throws a DossierError, as its format does, and `unsupported` for anything but a text. */
export async function readGzip(bytes: Uint8Array, hint: FileHint, formats: readonly KnownFormat[]): Promise<Reading> {
  const { inner, name, format } = await textIn(bytes, hint.name, formats)
  const { document, ...rest } = await format.read!(inner, { ...hint, name }, formats)
  return { ...rest, document: document && { ...document, ...keptAs('gzip') } }
}

/** Takes out the articles of a packed export of a press database. Throws as `readGzip` does. */
export async function* unpackGzip(
  file: ContainerFile,
  hint: FileHint,
  formats: readonly KnownFormat[]
): AsyncGenerator<Entry> {
  const { inner, name, format } = await textIn(await allBytes(file, hint.name), hint.name, formats)
  yield* format.unpack!({ bytes: inner }, { ...hint, name }, formats)
}

async function textIn(
  bytes: Uint8Array,
  packedName: string,
  formats: readonly KnownFormat[]
): Promise<{ inner: Uint8Array; name: string; format: ImportFormat }> {
  const inner = gunzip(bytes, packedName)
  const name = packedName.replace(/\.gz$/i, '')
  const format = await detect(inner, name, formats)
  if (!format.mediaType.startsWith('text/') || !format.read) throw unsupported(packedName, REFUSED_GZIP)
  return { inner, name, format }
}
