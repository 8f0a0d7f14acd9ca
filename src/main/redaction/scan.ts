import { DossierError } from '../../shared/errors/errors.ts'
import type { ScannedKind } from '../../shared/composition/export-formats.ts'
import type { Secret } from '../../shared/redaction/redact.ts'
import { SecretIndex } from './index-of-secrets.ts'
import { leaked, type Leak } from './leak.ts'
import { pdfParts } from './pdf-parts.ts'
import { search, type Part } from './search.ts'
import { ZipArchive } from '../zip/zip-archive.ts'

/**
 * Refuses a finished redacted export that holds anything of all that is withheld, in whatever encoding it may stand there. `what` names the
 * file in the sentence of the error: `PDF`; `placeOf` says where in the brief something withheld still stands, if it does.
 *
 * Words of four letters and more are searched for in all decoded streams, those of eight and more in every byte and inside
 * other words too; shorter ones as whole words in what is read as text.
 * @throws DossierError `leak` when anything is found, and when the file can't be searched
 */
export async function scanForLeaks(
  bytes: Uint8Array,
  secrets: readonly Secret[],
  kind: ScannedKind,
  what: string,
  placeOf: (about: string) => string | null = () => null
): Promise<void> {
  const leaks = await findLeaks(bytes, secrets, kind, what)
  if (leaks.length > 0) throw leaked(leaks, what, placeOf)
}

async function findLeaks(
  bytes: Uint8Array,
  secrets: readonly Secret[],
  kind: ScannedKind,
  what: string
): Promise<Leak[]> {
  const found = new Map<string, Set<string>>()
  try {
    const index = new SecretIndex(secrets)
    for await (const part of partsOf(bytes, kind)) {
      for (const about of search(index, part)) {
        const places = found.get(about)
        if (places) places.add(part.place)
        else found.set(about, new Set([part.place]))
      }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DossierError(
      'leak',
      `The redacted ${what} could not be searched for what is withheld (${reason}), so it was not written. Your brief is unchanged. Try again; if it fails again, please report it.`,
      { cause: error }
    )
  }
  return Array.from(found, ([about, places]) => ({ about, places: [...places] }))
}

/** All that a file holds, as it is to be searched. */
export function partsOf(bytes: Uint8Array, kind: ScannedKind): AsyncGenerator<Part> | Part[] {
  switch (kind) {
    case 'pdf':
      return pdfParts(bytes)
    case 'zip':
      return zipParts(bytes)
    case 'text':
      return textParts(bytes, 'the file')
  }
}

function textParts(bytes: Uint8Array, place: string): Part[] {
  return [
    { place, reading: 'data', content: bytes },
    { place, reading: 'text', content: Buffer.from(bytes).toString('utf8') }
  ]
}

const PICTURE = /\.(png|jpe?g|gif|ttf|otf|odttf)$/i

async function* zipParts(bytes: Uint8Array): AsyncGenerator<Part> {
  yield { place: 'the file', reading: 'noise', content: bytes }
  const zip = await ZipArchive.ofBytes(bytes, 'the export')
  try {
    for (const { path } of zip.items) {
      yield { place: 'the name of a part', reading: 'text', content: path }
      const content = await zip.read(path)
      if (PICTURE.test(path)) yield { place: `“${path}”`, reading: 'noise', content }
      else yield* textParts(content, `“${path}”`)
    }
  } finally {
    await zip.close()
  }
}
