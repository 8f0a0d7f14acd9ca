import { DossierError } from '../../../../shared/api/errors.ts'
import { ZipArchive, type ZipItem, type ZipLimits } from '../../../zip/zip-bytes.ts'
import { ZipReader } from '../../../zip/zip-reader.ts'
import { isAssetFolder, isSystemName } from '../../collect.ts'
import type { ContainerFile, Entry, FileHint } from '../../extracted.ts'
import { LARGEST_FILE } from '../../limits.ts'
import { readError } from '../byte-source.ts'
import { entryName } from '../entry-name.ts'

const LIMITS: ZipLimits = { entries: 50_000, entryBytes: LARGEST_FILE, totalBytes: 4 * 1024 ** 3 }
const PAGE = /\.x?html?$/i

/**
 * Takes the files out of a zip archive, one by one, hidden ones and the asset folders of saved pages passed over. Archives inside come out as files. A file
 * that is encrypted, damaged, over 64 MB or out of proportion comes as an error; the next ones follow. Throws `too-large` for an archive of over 50,000 files, and once
 * over 4 GB were unpacked; `unreadable` when the archive's directory can't be read.
 */
export async function* unpackZip(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  const archive = await openZip(file, hint.name, LIMITS)
  try {
    let total = 0
    for (const item of articleItems(archive.items)) {
      if (item.problem === null) total += item.size
      if (total > LIMITS.totalBytes) throw tooMuch(hint.name)
      yield await toEntry(archive, item)
    }
  } finally {
    await archive.close()
  }
}

/** Opens a zip in memory or on disk. Throws a DossierError, as `ZipArchive.open` does, or `io`. */
export async function openZip(file: ContainerFile, name: string, limits: ZipLimits): Promise<ZipArchive> {
  if ('bytes' in file) return ZipArchive.ofBytes(file.bytes, name, limits)
  const reader = await ZipReader.open(file.path).catch((error: unknown) => {
    throw readError(error, name)
  })
  return ZipArchive.open(reader, reader.size, name, limits)
}

/** What a zip holds: a web archive, a Word document, or files. Throws as `unpackZip` does. */
export async function zipContent(file: ContainerFile, name: string): Promise<'wacz' | 'word' | 'files'> {
  const archive = await openZip(file, name, { ...LIMITS, entries: 100_000 })
  try {
    const some = (pattern: RegExp): boolean => archive.items.some(({ path }) => pattern.test(path))
    if (archive.has('datapackage.json') && some(/^archive\/[^/]+\.warc(?:\.gz)?$/i)) return 'wacz'
    return archive.has('[Content_Types].xml') && some(/^word\/document\d*\.xml$/i) ? 'word' : 'files'
  } finally {
    await archive.close()
  }
}

/** The files that somebody put there to be read. */
function articleItems(items: readonly ZipItem[]): ZipItem[] {
  const pages = new Map<string, Set<string>>()
  for (const { path } of items) {
    if (!PAGE.test(path)) continue
    const parts = path.split('/')
    const name = parts.pop()!.replace(PAGE, '')
    const folder = parts.join('/')
    pages.set(folder, (pages.get(folder) ?? new Set()).add(name))
  }
  const none = new Set<string>()
  return items.filter(({ path }) => {
    const parts = path.split('/')
    const isAsset = (name: string, depth: number): boolean =>
      depth < parts.length - 1 && isAssetFolder(name, pages.get(parts.slice(0, depth).join('/')) ?? none)
    return !parts.some((name, depth) => isSystemName(name) || isAsset(name, depth))
  })
}

async function toEntry(archive: ZipArchive, { path }: ZipItem): Promise<Entry> {
  const hint: FileHint = { name: entryName(path, 'unnamed'), url: null, given: [] }
  try {
    return { path, hint, bytes: await archive.read(path), error: null }
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    return { path, hint, bytes: new Uint8Array(), error: error.toFailure() }
  }
}

function tooMuch(name: string): DossierError {
  return new DossierError(
    'too-large',
    `“${name}” holds more than ${LIMITS.totalBytes / 1024 ** 3} GB when unpacked. What was taken out of it before is kept; the archive is unchanged. Unpack it with another program and import the folders you need.`
  )
}
