import { DossierError } from '../errors/errors.ts'
import type { Algorithm } from '../exchange/bagit.ts'
import { clashingName, foldedName, nameProblem, pathProblem } from '../exchange/entry-names.ts'
import { LARGEST_BUNDLE, LARGEST_FILE, LARGEST_IN_MEMORY, MOST_FILES } from './limits.ts'
import { say, type Said } from '../wording/say.ts'

/** A checksum under way: bytes are added to it, and in the end it is given in lower-case hexadecimal. */
export interface Hasher {
  update(bytes: Uint8Array): unknown
  digest(): string
}

/** How strictly a bag's names are judged: as those of a bundle that is taken in, or as those of a bag that is only checked. */
export type Strictness = 'bundle' | 'bag'

/** A bag as its errors speak of it. */
export interface AskedBag {
  /** Name of the folder or zip. */
  readonly name: string
  /** What is to become of it. */
  readonly strictness: Strictness
}

/** The files of a bag, in a folder or a zip, to be read one at a time. Their names and sizes are safe. */
export interface BagFiles extends AskedBag {
  /** Sizes in bytes by path from the bag's root. */
  readonly sizes: ReadonlyMap<string, number>
  /** True when it has a folder for the payload, were it empty. */
  readonly hasPayload: boolean
  /** Names that other systems can't have, or not beside others. Only where `openBag` was asked for any bag. */
  readonly oddities: readonly Oddity[]
  /** Begins a checksum. */
  hasher(algorithm: Algorithm): Hasher
  /** A file's bytes. Fails when it isn't as long as `sizes` says. @throws DossierError `damaged`, `io` */
  read(path: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** Files whose names some system can't have, or only one of them. */
export interface Oddity {
  paths: string[]
  /** What is wrong with it. */
  sentence: Said
  /** The same as a sentence by itself. */
  note: Said
}

/** Error for a bundle that isn't read at all because of what it holds. */
export function refused({ name, strictness }: AskedBag, why: string): DossierError {
  const message =
    strictness === 'bundle'
      ? say('“{1*}” was refused: {2>} Nothing was imported. Ask its sender for a new one.', name, why as Said)
      : say('“{1*}” can’t be checked: {2>} Copy it again, or ask its sender for a new one.', name, why as Said)
  return new DossierError('damaged', message)
}

/**
 * Refuses names and sizes that no bundle has. Of a bag that is only checked, names that merely some system can't have are answered.
 * @throws DossierError `damaged`, `too-large`
 */
export function refuseUnsafe(bag: AskedBag, sizes: ReadonlyMap<string, number>): Oddity[] {
  const oddities: Oddity[] = []
  const odd = (paths: string[], sentence: Said, note: Said): void => {
    if (bag.strictness === 'bundle') throw refused(bag, sentence)
    oddities.push({ paths, sentence, note })
  }
  if (sizes.size > MOST_FILES)
    throw tooLarge(bag, say('it holds more than {1*} files.', MOST_FILES.toLocaleString('en')))
  let total = 0
  for (const [path, size] of sizes) {
    const problem = pathProblem(path)
    if (problem !== null) throw refused(bag, say('a file in it {1>}: “{2*}”.', problem, printable(path)))
    const oddity = nameProblem(path)
    if (oddity !== null)
      odd(
        [path],
        say('a file in it {1>}: “{2*}”.', oddity, printable(path)),
        say('A file in it {1>}: “{2*}”.', oddity, printable(path))
      )
    if (!(size >= 0 && size <= LARGEST_FILE)) throw tooLarge(bag, say('“{1*}” in it is too large.', path))
    total += size
  }
  if (total > LARGEST_BUNDLE) throw tooLarge(bag, say('all its files together are too large.'))
  const clash = clashingName(sizes.keys())
  const sharing = [...sizes.keys()].filter((path) => clash !== null && foldedName(path) === foldedName(clash))
  if (clash !== null)
    odd(
      sharing,
      say('two files in it have the same name on some systems: “{1*}”.', printable(clash)),
      say('Two files in it have the same name on some systems: “{1*}”.', printable(clash))
    )
  return oddities
}

/** Error for a bundle that holds more than is read. */
export function tooLarge({ name, strictness }: AskedBag, why: string): DossierError {
  const message =
    strictness === 'bundle'
      ? say('“{1*}” was refused: {2>} Nothing was imported.', name, why as Said)
      : say('“{1*}” can’t be checked: {2>} Ask its sender for another one.', name, why as Said)
  return new DossierError('too-large', message)
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
  const { digests, bytes } = await hashFileBy(bag, path, ['sha256'])
  return { sha256: digests.sha256, bytes }
}

/** Checksums and length of a file, read once. */
export async function hashFileBy<A extends Algorithm>(
  bag: BagFiles,
  path: string,
  algorithms: readonly A[]
): Promise<{ digests: Record<A, string>; bytes: number }> {
  const hashes = algorithms.map((algorithm) => bag.hasher(algorithm))
  let bytes = 0
  for await (const chunk of bag.read(path)) {
    for (const hash of hashes) hash.update(chunk)
    bytes += chunk.length
  }
  const digests = Object.fromEntries(algorithms.map((algorithm, i) => [algorithm, hashes[i]!.digest()]))
  return { digests: digests as Record<A, string>, bytes }
}

/** A whole file. @throws DossierError `too-large` when it's too large for the memory */
export async function readWhole(bag: BagFiles, path: string): Promise<Uint8Array> {
  const size = bag.sizes.get(path)
  if (size === undefined) throw refused(bag, say('“{1*}” is missing in it.', path))
  if (size > LARGEST_IN_MEMORY) throw tooLarge(bag, say('“{1*}” in it is too large.', path))
  const bytes = new Uint8Array(size)
  let filled = 0
  for await (const chunk of bag.read(path)) {
    bytes.set(chunk, filled)
    filled += chunk.length
  }
  return bytes
}
