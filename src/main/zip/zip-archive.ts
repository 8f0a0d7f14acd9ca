import { DossierError } from '../../shared/errors/errors.ts'
import type { ZipSource } from './zip-bytes.ts'
import { ZipFlaw, ZipReader, type Flaw, type ZipEntry } from './zip-reader.ts'

/** What an archive may cost; sizes in bytes, unpacked. */
export interface ZipLimits {
  entries: number
  /** Of one entry. */
  entryBytes: number
  /** Of all entries that are read. */
  totalBytes: number
}

export const ZIP_LIMITS: Readonly<ZipLimits> = {
  entries: 10_000,
  entryBytes: 64 * 1024 ** 2,
  totalBytes: 256 * 1024 ** 2
}

/** Text packs to a tenth, only bombs to a thousandth. */
const WEIGHED = { highestRatio: 200, unweighedBytes: 8 * 1024 ** 2 }
const LONGEST_PATH = 500

/** A file in an archive. */
export interface ZipItem {
  /** Its path, made safe: relative, `/` between folders, no `.` or `..`, no control characters, none twice. */
  readonly path: string
  /** Bytes as the archive declares them. */
  readonly size: number
  /** Why it can't be read, when its description says so already. */
  readonly problem: DossierError | null
}

interface Named extends ZipItem {
  readonly entry: ZipEntry
}

/**
 * The files of a zip that somebody imports, or that a document is. A file that can't be read doesn't keep the others from being read; names are made safe.
 */
export class ZipArchive {
  /** In the archive's order, folders left out. */
  readonly items: readonly ZipItem[]
  readonly #zip: ZipReader
  readonly #name: string
  readonly #limits: ZipLimits
  readonly #byPath: ReadonlyMap<string, Named>
  #unpacked = 0

  private constructor(zip: ZipReader, name: string, limits: ZipLimits) {
    this.#zip = zip
    this.#name = name
    this.#limits = limits
    const taken = new Map<string, number>()
    // A folder is none of the files; one that holds bytes is told.
    const files = zip.entries.filter(({ isFolder, size }) => !isFolder || size > 0)
    const named = files.map((entry): Named => {
      const path = unlike(safePath(entry.name), taken)
      const problem = entry.flaw === null ? null : flawError(entry.flaw, path, name, limits)
      return { path, size: entry.size, problem, entry }
    })
    this.items = named
    this.#byPath = new Map(named.map((item) => [item.path, item]))
  }

  /** Opens an archive in memory; `name` is for messages. @throws DossierError `unreadable`, `too-large` */
  static ofBytes(bytes: Uint8Array, name: string, limits: ZipLimits = ZIP_LIMITS): Promise<ZipArchive> {
    return ZipArchive.open({ bytes }, name, limits)
  }

  /** Opens an archive in memory or in a file. @throws DossierError as `ofBytes`, and the system's error for a file that can't be opened */
  static async open(source: ZipSource, name: string, limits: ZipLimits = ZIP_LIMITS): Promise<ZipArchive> {
    try {
      return new ZipArchive(await ZipReader.open(source, { ...limits, ...WEIGHED }, 'evident'), name, limits)
    } catch (error) {
      if (error instanceof Error && 'syscall' in error) throw error
      throw error instanceof ZipFlaw ? flawError(error.flaw, name, name, limits) : notWhole(name, error)
    }
  }

  has(path: string): boolean {
    return this.#byPath.has(path)
  }

  /** A file's bytes. @throws DossierError `not-found`, `unreadable`, `unsupported` or `too-large`; other files can be read afterwards */
  async read(path: string): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    for await (const piece of this.pieces(path)) chunks.push(piece)
    return Buffer.concat(chunks)
  }

  /** A file's bytes as they are unpacked. Throws as `read` does, at the latest behind the last piece. */
  async *pieces(path: string): AsyncGenerator<Uint8Array, undefined> {
    const item = this.#byPath.get(path)
    if (!item) throw new DossierError('not-found', `“${path}” is missing in “${this.#name}”.`)
    if (item.problem) throw item.problem
    try {
      for await (const piece of this.#zip.pieces(item.entry)) {
        this.#unpacked += piece.length
        if (this.#unpacked > this.#limits.totalBytes)
          throw tooLarge(`“${this.#name}”`, `holds more than ${megabytes(this.#limits.totalBytes)} when unpacked`)
        yield piece
      }
    } catch (error) {
      if (error instanceof DossierError) throw error
      if (error instanceof ZipFlaw) throw flawError(error.flaw, path, this.#name, this.#limits)
      throw damaged(path, this.#name, reasonOf(error))
    }
  }

  close(): Promise<void> {
    return this.#zip.close()
  }
}

/** The sentences for a flaw of a file in an archive, or of the archive. */
function flawError(flaw: Flaw, path: string, name: string, limits: ZipLimits): DossierError {
  const where = `“${path}” in “${name}”`
  switch (flaw) {
    case 'entries':
      return tooLarge(`“${name}”`, `holds more than ${limits.entries.toLocaleString('en')} files`)
    case 'encrypted':
      return new DossierError(
        'unsupported',
        `${where} is protected by a password. It was not imported; the archive is unchanged. Unpack it with its password and import the file.`
      )
    case 'method':
      return unpackFirst(where, 'is packed in a way that Dossier doesn’t know')
    case 'irregular':
      return unpackFirst(where, 'is a link or no regular file')
    case 'folder':
      return unpackFirst(where, 'is both a folder and a file')
    case 'large':
      return tooLarge(where, `has more than ${megabytes(limits.entryBytes)} when unpacked`)
    case 'ratio':
      return tooLarge(where, 'grows out of all proportion when unpacked')
    case 'shared':
      return damaged(path, name, 'it shares its bytes with another file, as only made-up archives do')
    case 'two-ways':
      return damaged(path, name, 'it is described in two ways, and programs go by either')
    case 'longer':
      return damaged(path, name, 'it is longer than the archive says')
    case 'shorter':
      return damaged(path, name, 'it is shorter than the archive says')
    case 'checksum':
      return damaged(path, name, 'its checksum is another one')
  }
}

function unpackFirst(where: string, why: string): DossierError {
  return new DossierError(
    'unsupported',
    `${where} ${why}. It was not imported; the archive is unchanged. Unpack it with another program and import the file.`
  )
}

/** The path without what leads out of a folder or harms a screen. */
function safePath(raw: string): string {
  const parts = raw
    .replace(/[\p{C}\u2028\u2029]/gu, '\uFFFD')
    .split(/[/\\]/)
    .map((part) => part.replace(/^[a-z]:/i, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.join('/').slice(-LONGEST_PATH).toWellFormed() || 'unnamed'
}

/** `a/b.txt` becomes `a/b (2).txt` when it's taken. `taken` counts how often each path was asked for. */
function unlike(path: string, taken: Map<string, number>): string {
  const times = (taken.get(path) ?? 0) + 1
  taken.set(path, times)
  if (times === 1) return path
  const [, stem = path, extension = ''] = /^(.*[^/])(\.[^./]*)$/s.exec(path) ?? []
  return unlike(`${stem} (${times})${extension}`, taken)
}

/** What people call a zip of this name. */
function kindOf(name: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^do[ct][xm]$/.test(ending)) return 'Word document'
  if (/^o[dt]t$/.test(ending)) return 'OpenDocument text'
  if (ending === 'epub') return 'e-book'
  return ending === 'wacz' ? 'web archive' : 'zip file'
}

function notWhole(name: string, cause: unknown): DossierError {
  if (cause instanceof DossierError) return cause
  // What our own reader found is a clause; the library's words say nothing to people.
  const found = reasonOf(cause)
  const reason = found.startsWith('it ') ? found : 'it is cut off, damaged or something else'
  return new DossierError(
    'unreadable',
    `“${name}” isn’t a whole ${kindOf(name)}: ${reason}. Nothing was imported from it; the file is unchanged. Copy or download it again.`,
    { cause }
  )
}

function damaged(path: string, name: string, reason: string): DossierError {
  return new DossierError(
    'unreadable',
    `“${path}” in “${name}” is damaged: ${reason}. It was not imported; the file is unchanged. Copy or download it again.`
  )
}

function tooLarge(what: string, why: string): DossierError {
  return new DossierError(
    'too-large',
    `${what} ${why}. It was not imported; the file is unchanged. Unpack it with another program and import the part you need.`
  )
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/[\p{C}]/gu, '\uFFFD').slice(0, 120)
}
