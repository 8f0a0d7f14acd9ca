import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, type Entry, type LocalFileHeader, type ZipFile } from 'yauzl'
import { DossierError } from '../../shared/api/errors.ts'
import { DECLARATION_FILE } from '../../shared/exchange/bagit.ts'
import { nameProblem } from '../../shared/exchange/entry-names.ts'
import { isSystemError, readingError } from '../store/durable.ts'
import { ZipReader } from '../zip/zip-reader.ts'
import { isSystemFile, printable, refused, refuseUnsafe, tooLarge, type BagFiles } from './bag-files.ts'
import { HIGHEST_RATIO, LARGEST_COMPRESSED, LARGEST_UNWEIGHED, MOST_FILES } from './limits.ts'

const LOCAL_HEADER = 30
/** General purpose flags of APPNOTE.TXT 4.4.4: encrypted, strongly encrypted, masked headers. */
const ENCRYPTED = 0x1 | 0x40 | 0x2000
const STORED = 0
const DEFLATED = 8
/** File types in the upper half of the external attributes, as Unix programs write them. */
const TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000

/** An entry with the end of the room that it may take in the archive. */
interface Placed {
  entry: Entry
  limit: number
}

/**
 * A bag in a zip. Nothing is unpacked to the disk. The directory is read and judged whole before any file is: names, sizes,
 * ratios, types and places in the archive.
 */
export class ZipFiles implements BagFiles {
  readonly name: string
  readonly sizes: ReadonlyMap<string, number>
  readonly passedOver: number
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Placed>

  private constructor(zip: ZipFile, name: string, entries: ReadonlyMap<string, Placed>, passedOver: number) {
    this.#zip = zip
    this.name = name
    this.#entries = entries
    this.passedOver = passedOver
    this.sizes = new Map([...entries].map(([path, { entry }]) => [path, entry.uncompressedSize]))
  }

  static async open(path: string): Promise<ZipFiles> {
    const name = basename(path)
    const file = await ZipReader.open(path)
    const zip = await fromRandomAccessReaderPromise(file, file.size, { autoClose: false, strictFileNames: true }).catch(
      async (error: unknown) => {
        await file.release()
        throw zipError(error, name)
      }
    )
    try {
      const entries = await readDirectory(zip, name)
      refuseUnsafe(name, new Map(entries.map(({ entry }) => [entry.fileName, entry.uncompressedSize])))
      if (new Set(entries.map(({ entry }) => entry.fileName)).size < entries.length)
        throw refused(name, 'it holds two files of the same name.')
      refuseBombs(entries, zip.fileSize, name)
      const { files, passedOver } = inBag(entries, name)
      return new ZipFiles(zip, name, files, passedOver)
    } catch (error) {
      await closeZip(zip)
      throw error
    }
  }

  async *read(path: string): AsyncGenerator<Uint8Array> {
    const placed = this.#entries.get(path)
    if (!placed) throw new DossierError('damaged', `“${path}” is missing in “${this.name}”.`)
    const stream = await this.#stream(placed).catch((error: unknown) => {
      throw zipError(error, this.name)
    })
    try {
      for await (const chunk of stream) yield chunk as Buffer
    } catch (error) {
      throw zipError(error, this.name)
    } finally {
      stream.destroy()
    }
  }

  /** Opens an entry whose own header agrees with the directory: other programs may go by either. */
  async #stream({ entry, limit }: Placed): Promise<Readable> {
    const header = await this.#zip.readLocalFileHeaderPromise(entry)
    if (!agrees(header, entry))
      throw refused(this.name, `“${printable(entry.fileName)}” is described in it in two ways.`)
    const end = header.fileDataStart + entry.compressedSize
    if (end > limit) throw refused(this.name, `“${printable(entry.fileName)}” shares its bytes with another file.`)
    return this.#zip.openReadStreamPromise(entry)
  }

  close(): Promise<void> {
    return closeZip(this.#zip)
  }
}

async function closeZip(zip: ZipFile): Promise<void> {
  if (!zip.isOpen) return
  const closed = new Promise((resolve, reject) => zip.once('close', resolve).once('error', reject))
  zip.close()
  await closed
}

function agrees(header: LocalFileHeader, entry: Entry): boolean {
  return (
    header.fileName.equals(entry.fileNameRaw) &&
    header.compressionMethod === entry.compressionMethod &&
    (header.generalPurposeBitFlag & ENCRYPTED) === 0
  )
}

/** Reads the archive's directory: each entry judged by itself, then all by where they lie. */
async function readDirectory(zip: ZipFile, name: string): Promise<Placed[]> {
  if (zip.entryCount > MOST_FILES) throw tooLarge(name, 'it holds too many files.')
  const directory = Number(zip.readEntryCursor)
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      refuseEntry(entry, name)
      entries.push(entry)
    }
  } catch (error) {
    throw zipError(error, name)
  }
  entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  const placed = entries.map((entry, i): Placed => {
    const limit = entries[i + 1]?.relativeOffsetOfLocalHeader ?? directory
    const start = entry.relativeOffsetOfLocalHeader
    if (start + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize > limit) {
      throw refused(name, `“${printable(entry.fileName)}” shares its bytes with another file.`)
    }
    return { entry, limit }
  })
  return placed.filter(({ entry }) => !entry.fileName.endsWith('/'))
}

function refuseEntry(entry: Entry, name: string): void {
  const shown = printable(entry.fileName)
  const isFolder = entry.fileName.endsWith('/')
  const problem = nameProblem(isFolder ? entry.fileName.slice(0, -1) : entry.fileName)
  if (problem !== null) throw refused(name, `a file in it ${problem}: “${shown}”.`)
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw refused(name, `“${shown}” in it is encrypted.`)
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw refused(name, `“${shown}” in it is compressed in a way that Dossier doesn’t know.`)
  const type = (entry.externalFileAttributes >>> 16) & TYPE
  if (type !== 0 && type !== (isFolder ? FOLDER : REGULAR))
    throw refused(name, `“${shown}” in it is a link or no regular file.`)
  if (isFolder && entry.uncompressedSize > 0) throw refused(name, `“${shown}” in it is both a folder and a file.`)
}

function refuseBombs(entries: readonly Placed[], archive: number, name: string): void {
  let total = 0
  for (const { entry } of entries) {
    total += entry.uncompressedSize
    if (
      entry.uncompressedSize > LARGEST_COMPRESSED &&
      entry.uncompressedSize > HIGHEST_RATIO * Math.max(1, entry.compressedSize)
    ) {
      throw tooLarge(name, `“${printable(entry.fileName)}” in it grows out of all proportion when unpacked.`)
    }
  }
  if (total > LARGEST_UNWEIGHED && total > HIGHEST_RATIO * archive)
    throw tooLarge(name, 'it grows out of all proportion when unpacked.')
}

/** The entries by their paths in the bag, which is the archive itself or its one folder. */
function inBag(entries: readonly Placed[], name: string): { files: Map<string, Placed>; passedOver: number } {
  const wanted = entries.filter(({ entry }) => !isSystemFile(entry.fileName))
  const names = wanted.map(({ entry }) => entry.fileName)
  const root = names.includes(DECLARATION_FILE) ? '' : `${names[0]?.split('/')[0] ?? ''}/`
  const outside = names.find((path) => !path.startsWith(root))
  if (outside !== undefined) throw refused(name, 'it isn’t a bundle: it doesn’t hold one folder with all the rest.')
  const files = wanted.map(({ entry, limit }): [string, Placed] => [
    entry.fileName.slice(root.length),
    { entry, limit }
  ])
  files.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { files: new Map(files), passedOver: entries.length - wanted.length }
}

/** Failures of reading a zip: of the system, or of what the archive holds. */
function zipError(error: unknown, name: string): unknown {
  if (error instanceof DossierError) return error
  if (isSystemError(error) && error.syscall !== undefined) {
    return readingError(error, `“${name}”`)
  }
  if (!(error instanceof Error)) return error
  return new DossierError(
    'damaged',
    `“${name}” isn’t a whole zip file: ${printable(error.message)}. Nothing was imported. Copy it again, or ask its sender for a new one.`,
    { cause: error }
  )
}
