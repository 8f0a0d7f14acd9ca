import { createHash } from 'node:crypto'
import { DossierError } from '../../shared/api/errors.ts'
import { clashingName, nameProblem } from '../../shared/exchange/entry-names.ts'
import { LARGEST_BUNDLE, LARGEST_FILE, LARGEST_IN_MEMORY, MOST_FILES } from './limits.ts'

/** The files of a bag, in a folder or a zip, to be read one at a time. Their names and sizes are safe. */
export interface BagFiles {
  /** Name of the folder or zip, for messages. */
  readonly name: string
  /** Sizes in bytes by path from the bag's root. */
  readonly sizes: ReadonlyMap<string, number>
  /** Files that the system adds to folders (`.DS_Store`), passed over. */
  readonly passedOver: number
  /** A file's bytes. Fails when it isn't as long as `sizes` says. @throws DossierError `damaged`, `io` */
  read(path: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** Error for a bundle that isn't read at all because of what it holds. */
export function refused(name: string, why: string): DossierError {
  return new DossierError(
    'damaged',
    `“${name}” was refused: ${why} Nothing was imported. Ask its sender for a new one.`
  )
}

/** Refuses names and sizes that no bundle has. @throws DossierError `damaged`, `too-large` */
export function refuseUnsafe(name: string, sizes: ReadonlyMap<string, number>): void {
  if (sizes.size > MOST_FILES) throw tooLarge(name, `it holds more than ${MOST_FILES.toLocaleString('en')} files.`)
  let total = 0
  for (const [path, size] of sizes) {
    const problem = nameProblem(path)
    if (problem !== null) throw refused(name, `a file in it ${problem}: “${printable(path)}”.`)
    if (!(size >= 0 && size <= LARGEST_FILE)) throw tooLarge(name, `“${path}” in it is too large.`)
    total += size
  }
  if (total > LARGEST_BUNDLE) throw tooLarge(name, 'all its files together are too large.')
  const clash = clashingName(sizes.keys())
  if (clash !== null) throw refused(name, `two files in it have the same name on some systems: “${printable(clash)}”.`)
}

export function tooLarge(name: string, why: string): DossierError {
  return new DossierError('too-large', `“${name}” was refused: ${why} Nothing was imported.`)
}

/** Words from elsewhere, short and without characters that do something to a screen. */
export function printable(text: string, longest = 80): string {
  const plain = text.replace(/[\p{C}\u2028\u2029]/gu, '\ufffd')
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain
}

/** Files that systems put into folders that people look at, and into zips of them. */
export function isSystemFile(path: string): boolean {
  return /^__MACOSX\//.test(path) || /(?:^|\/)(?:\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/i.test(path)
}

/** SHA-256 and length of a file. */
export async function hashFile(bag: BagFiles, path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of bag.read(path)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** A whole file with its SHA-256. @throws DossierError `too-large` when it's too large for the memory */
export async function readWhole(bag: BagFiles, path: string): Promise<{ bytes: Uint8Array; sha256: string }> {
  const size = bag.sizes.get(path)
  if (size === undefined) throw refused(bag.name, `“${path}” is missing in it.`)
  if (size > LARGEST_IN_MEMORY) throw tooLarge(bag.name, `“${path}” in it is too large.`)
  const bytes = new Uint8Array(size)
  const hash = createHash('sha256')
  let filled = 0
  for await (const chunk of bag.read(path)) {
    bytes.set(chunk, filled)
    hash.update(chunk)
    filled += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
