import { DossierError } from '../../../../shared/errors/errors.ts'
import type { ZipArchive, ZipItem, ZipLimits } from '../../../zip/zip-archive.ts'
import { openZip } from '../../container/open-zip.ts'
import {
  IgnoredCount,
  ignoredFileWords,
  ignoredFolderWords,
  ignoredOf,
  isDocumentName,
  pagesAmong,
  type Ignored
} from '../../collect/ignore-rules.ts'
import type { ContainerFile, Entry, FileHint } from '../../extracted/extracted.ts'
import { LARGEST_FILE } from '../../extracted/limits.ts'
import { entryName } from '../../container/entry-name.ts'

const LIMITS: ZipLimits = { entries: 50_000, entryBytes: LARGEST_FILE, totalBytes: 4 * 1024 ** 3 }

/**
 * Takes the files out of a zip archive, one by one; hidden ones and the asset folders of saved pages (but for documents in them) come as passed over. Archives inside come out as files. A file
 * that is encrypted, damaged, over 64 MB or out of proportion comes as an error; the next ones follow. Throws `too-large` for an archive of over 50,000 files, and once
 * over 4 GB were unpacked; `unreadable` when the archive's directory can't be read.
 */
export async function* unpackZip(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  const archive = await openZip(file, hint.name, LIMITS)
  try {
    let total = 0
    for (const item of withoutAsides(archive.items)) {
      if ('hint' in item) {
        yield item
        continue
      }
      if (item.problem === null) total += item.size
      if (total > LIMITS.totalBytes) throw tooMuch(hint.name)
      yield await toEntry(archive, item)
    }
  } finally {
    await archive.close()
  }
}

/** A file or folder of an archive that is passed over, with what it holds. */
interface SetAside {
  path: string
  aside: Ignored
  isFolder: boolean
  count: IgnoredCount
}

/** The files that somebody put there to be read, and in the place of others what is said of them: once for a folder. */
function withoutAsides(items: readonly ZipItem[]): (ZipItem | Entry)[] {
  const isAside = asidesOf(items)
  const told = new Map<string, SetAside>()
  const rest = items.flatMap((item): (ZipItem | SetAside)[] => {
    const found = isAside(item.path)
    if (found === null || (found.aside.kind === 'assets' && isDocumentName(item.path))) return [item]
    const before = told.get(found.path)
    const one = before ?? { ...found, isFolder: found.path !== item.path, count: new IgnoredCount() }
    one.count.add(lastOf(item.path))
    told.set(found.path, one)
    return before ? [] : [one]
  })
  return rest.map((one) => ('aside' in one ? passedOver(one) : one))
}

function passedOver({ path, aside, isFolder, count }: SetAside): Entry {
  const name = lastOf(path)
  return {
    path,
    hint: { name: entryName(path, 'unnamed'), url: null, given: [] },
    bytes: new Uint8Array(),
    error: null,
    passedOver: isFolder ? ignoredFolderWords(name, aside, count) : ignoredFileWords(name, aside)
  }
}

/** Finds the outermost file or folder in a path that is passed over. */
function asidesOf(items: readonly ZipItem[]): (path: string) => { path: string; aside: Ignored } | null {
  const names = new Map<string, string[]>()
  for (const { path } of items) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    const known = names.get(folder)
    if (known) known.push(lastOf(path))
    else names.set(folder, [lastOf(path)])
  }
  const pages = new Map([...names].map(([folder, inside]) => [folder, pagesAmong(inside)]))
  const none = pagesAmong([])
  return (path) => {
    const parts = path.split('/')
    for (const [depth, name] of parts.entries()) {
      const aside = ignoredOf(name, depth < parts.length - 1, pages.get(parts.slice(0, depth).join('/')) ?? none)
      if (aside !== null) return { path: parts.slice(0, depth + 1).join('/'), aside }
    }
    return null
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
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
