import { DossierError } from '../../../../shared/errors/errors.ts'
import type { ZipArchive, ZipItem, ZipLimits } from '../../../zip/zip-archive.ts'
import type { ContainerFile, Entry, FileHint } from '../../extracted/extracted.ts'
import { LARGEST_FILE } from '../../extracted/limits.ts'
import { openZip } from '../../container/open-zip.ts'
import { PageList } from '../warc/page-list.ts'
import { warcRecords } from '../warc/records.ts'
import { missingPages, PagesSeen, unpackPages } from '../warc/warc.ts'

/** Archives of whole sites are large; they are read as streams. */
const LIMITS: ZipLimits = { entries: 100_000, entryBytes: 1024 ** 4, totalBytes: 1024 ** 4 }

/**
 * Takes the pages out of a web archive collection (WACZ 1.1.1), one by one: those that its list of pages names, with their titles; without a list, or when
 * none of the listed is there, as out of a WARC file. Throws as opening a zip does.
 */
export async function* unpackWacz(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  const zip = await openZip(file, hint.name, LIMITS)
  try {
    const list = await readPageList(zip)
    let found = 0
    for await (const entry of unpackArchives(zip, hint.name, list.size > 0 ? list : null)) {
      // What was passed over without a page is told by the second look.
      if (entry.passedOver !== undefined && found === 0 && list.size > 0) continue
      found++
      yield entry
    }
    if (found === 0 && list.size > 0) yield* unpackArchives(zip, hint.name, null)
  } finally {
    await zip.close()
  }
}

async function* unpackArchives(zip: ZipArchive, name: string, list: PageList | null): AsyncGenerator<Entry> {
  const seen = new PagesSeen()
  for (const item of zip.items) {
    if (!/^archive\/.*\.warc(?:\.gz)?$/i.test(item.path)) continue
    try {
      yield* unpackPages(warcRecords(zip.pieces(item.path)), name, seen, list)
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      yield damagedArchive(item, error)
    }
  }
  yield* missingPages(seen, name)
  yield* seen.passedOver.entries(name)
}

/** What was taken out of it before is taken out; the rest of the collection follows. */
function damagedArchive({ path }: ZipItem, error: DossierError): Entry {
  return { path, hint: { name: path, url: null, given: [] }, bytes: new Uint8Array(), error: error.toFailure() }
}

async function readPageList(zip: ZipArchive): Promise<PageList> {
  const list = new PageList()
  for (const { path, size, problem } of zip.items) {
    if (!/^pages\/[^/]+\.jsonl$/i.test(path) || problem !== null || size > LARGEST_FILE) continue
    try {
      list.add(new TextDecoder().decode(await zip.read(path)))
    } catch (error) {
      // A damaged list names no pages; they are told from what they loaded without it.
      if (!(error instanceof DossierError)) throw error
    }
  }
  return list
}
