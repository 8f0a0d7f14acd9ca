import { basename } from 'node:path'
import { validateFileName } from 'yauzl'
import { DossierError } from '../../shared/errors/errors.ts'
import { DECLARATION_FILE } from '../../shared/exchange/bagit.ts'
import { nameProblem, pathProblem } from '../../shared/exchange/entry-names.ts'
import { hasher } from '../base/hash.ts'
import { isSystemError, readingError } from '../base/durable.ts'
import { LARGEST_COMPRESSED } from '../zip/zip-file-writer.ts'
import { ZipFlaw, ZipReader, type Flaw, type ZipEntry } from '../zip/zip-reader.ts'
import {
  isSystemFile,
  printable,
  refused,
  refuseUnsafe,
  tooLarge,
  type AskedBag,
  type BagFiles,
  type Oddity,
  type Strictness
} from '../../shared/bag/bag-files.ts'
import { HIGHEST_RATIO, LARGEST_UNWEIGHED, MOST_FILES } from '../../shared/bag/limits.ts'

/** Sizes are judged with those of folders. */
const LIMITS = {
  entries: MOST_FILES,
  entryBytes: Number.POSITIVE_INFINITY,
  highestRatio: HIGHEST_RATIO,
  unweighedBytes: LARGEST_COMPRESSED
}

/** A bag in a zip. The directory is judged whole before any file is read: names, sizes, ratios, types and places in the archive. One flaw refuses it. */
export class ZipFiles implements BagFiles {
  readonly hasher = hasher
  readonly name: string
  readonly strictness: Strictness
  readonly sizes: ReadonlyMap<string, number>
  readonly hasPayload: boolean
  readonly oddities: readonly Oddity[]
  readonly #zip: ZipReader
  readonly #entries: ReadonlyMap<string, ZipEntry>

  private constructor(
    zip: ZipReader,
    { name, strictness }: AskedBag,
    entries: ReadonlyMap<string, ZipEntry>,
    oddities: readonly Oddity[]
  ) {
    this.#zip = zip
    this.name = name
    this.strictness = strictness
    this.#entries = entries
    this.oddities = oddities
    // An empty payload leaves no trace in a zip without entries for folders.
    this.hasPayload = true
    this.sizes = new Map([...entries].map(([path, { size }]) => [path, size]))
  }

  static async open(path: string, strictness: Strictness = 'bundle'): Promise<ZipFiles> {
    const bag: AskedBag = { name: basename(path), strictness }
    const zip = await ZipReader.open({ path }, LIMITS, 'declared').catch((error: unknown) => {
      throw zipError(error, bag)
    })
    try {
      for (const entry of zip.entries) refuseEntry(entry, bag)
      const files = zip.entries.filter(({ isFolder }) => !isFolder)
      const sizes = new Map(files.map((entry) => [entry.name, entry.size]))
      const oddities = refuseUnsafe(bag, sizes)
      if (sizes.size < files.length) throw refused(bag, 'it holds two files of the same name.')
      const total = files.reduce((sum, { size }) => sum + size, 0)
      if (total > LARGEST_UNWEIGHED && total > HIGHEST_RATIO * zip.size)
        throw tooLarge(bag, 'it grows out of all proportion when unpacked.')
      return new ZipFiles(zip, bag, inBag(files, bag), oddities)
    } catch (error) {
      await zip.close()
      throw error
    }
  }

  async *read(path: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(path)
    if (!entry) throw new DossierError('damaged', `“${path}” is missing in “${this.name}”.`)
    try {
      yield* this.#zip.pieces(entry)
    } catch (error) {
      throw zipError(error, this)
    }
  }

  close(): Promise<void> {
    return this.#zip.close()
  }
}

function refuseEntry({ name: path, isFolder, flaw }: ZipEntry, bag: AskedBag): void {
  // What no archive may hold, were it only looked at: absolute paths, drives, backslashes, ways upward.
  const invalid = validateFileName(path)
  if (invalid !== null) throw zipError(new Error(invalid), bag)
  const problem = (bag.strictness === 'bundle' ? nameProblem : pathProblem)(isFolder ? path.slice(0, -1) : path)
  if (problem !== null) throw refused(bag, `a file in it ${problem}: “${printable(path)}”.`)
  if (flaw !== null) throw flawError(flaw, path, bag)
}

/** The sentences for a flaw of a file in a bundle, or of the bundle. */
function flawError(flaw: Flaw, path: string, bag: AskedBag): DossierError {
  const shown = `“${printable(path)}”`
  switch (flaw) {
    case 'entries':
      return tooLarge(bag, 'it holds too many files.')
    case 'encrypted':
      return refused(bag, `${shown} in it is encrypted.`)
    case 'method':
      return refused(bag, `${shown} in it is compressed in a way that Dossier doesn’t know.`)
    case 'irregular':
      return refused(bag, `${shown} in it is a link or no regular file.`)
    case 'folder':
      return refused(bag, `${shown} in it is both a folder and a file.`)
    case 'shared':
      return refused(bag, `${shown} shares its bytes with another file.`)
    case 'two-ways':
      return refused(bag, `${shown} is described in it in two ways.`)
    case 'large':
      return tooLarge(bag, `${shown} in it is too large.`)
    case 'ratio':
      return tooLarge(bag, `${shown} in it grows out of all proportion when unpacked.`)
    case 'longer':
    case 'shorter':
      return notWhole(bag, `${shown} in it is ${flaw} than the zip says`)
    case 'checksum':
      return refused(bag, `the checksum in the zip of ${shown} isn’t that of its bytes.`)
  }
}

/** The entries by their paths in the bag, which is the archive itself or its one folder. What the system put beside that folder is left out. */
function inBag(entries: readonly ZipEntry[], bag: AskedBag): Map<string, ZipEntry> {
  const names = entries.map((entry) => entry.name)
  const wanted = names.filter((path) => !isSystemFile(path))
  const root = names.includes(DECLARATION_FILE) ? '' : `${wanted[0]?.split('/')[0] ?? ''}/`
  const outside = wanted.find((path) => !path.startsWith(root))
  if (outside !== undefined) throw refused(bag, 'it isn’t a bundle: it doesn’t hold one folder with all the rest.')
  const files = entries
    .filter((entry) => entry.name.startsWith(root))
    .map((entry): [string, ZipEntry] => [entry.name.slice(root.length), entry])
  files.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return new Map(files)
}

/** Failures of reading a zip: of the system, or of what the archive holds. */
function zipError(error: unknown, bag: AskedBag): unknown {
  if (error instanceof DossierError) return error
  if (error instanceof ZipFlaw) return flawError(error.flaw, error.entry ?? '', bag)
  if (isSystemError(error) && error.syscall !== undefined) return readingError(error, `“${bag.name}”`)
  return error instanceof Error ? notWhole(bag, printable(error.message), error) : error
}

function notWhole({ name, strictness }: AskedBag, why: string, cause?: Error): DossierError {
  return new DossierError(
    'damaged',
    `“${name}” isn’t a whole zip file: ${why}. ${strictness === 'bundle' ? 'Nothing was imported. ' : ''}Copy it again, or ask its sender for a new one.`,
    cause ? { cause } : undefined
  )
}
