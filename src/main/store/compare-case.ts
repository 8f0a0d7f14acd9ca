import { DossierError } from '../../shared/errors/errors.ts'
import type { CaseRecord } from '../../shared/case/case.ts'
import type { Anchor } from '../../shared/case/custody.ts'
import type { Present } from '../../shared/case/log-findings.ts'
import type { CaseParts } from './case-parts.ts'
import { inParallel } from '../base/folders.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { briefName, CASE_FILE, placeOfRecord, sourceFile } from '../../shared/case/records/places.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { readRecord } from './record.ts'
import { recordNames } from './walk-documents.ts'
import { compareCase, presentOf, readEnds, readPrevious, type Ends, type LogComparison } from './log-comparison.ts'

/**
 * Compares a case with all its logs, as both are on the disk. `sources` are the documents of sources as they were read after the logs (`before`);
 * without them all are read. Rejects with the system's error.
 */
export async function compareOnDisk(
  parts: CaseParts,
  given?: { sources: readonly Present[]; before: Ends }
): Promise<LogComparison> {
  const before = given?.before ?? (await readEnds(parts.files))
  const sources = given?.sources ?? (await presentSources(parts))
  const record = await recordOnDisk(parts)
  const briefs = [...(await parts.briefs.onDisk())].map(([name, found]) =>
    found ? presentOf(BRIEF, name, found) : { name, version: null, custody: undefined }
  )
  const records = await presentRecords(parts, await recordNames(parts.files))
  const present = [...sources, ...briefs, ...records, presentOf(CASE, CASE_FILE, record)]
  const previous = await readPrevious(
    parts.files,
    present.map(({ name }) => name)
  )
  return compareCase(parts.files, record, { present, previous, copies: parts.conflictCopies, before })
}

/** What opening compares with the logs: which entries made the documents, as the catalogue has them. */
export async function compareAtOpening(parts: CaseParts): Promise<LogComparison> {
  const { files, sync, conflictCopies: copies } = parts
  const record = parts.record.data
  const unread = (name: string, custody: Anchor | undefined): Present => ({ name, version: undefined, custody })
  const sources = sync.catalogue.places().map(({ id, custody }) => unread(sourceFile(id, 'meta.json'), custody))
  const briefs = presentBriefs(parts).map(({ name, custody }) => unread(name, custody))
  const records = sync.catalogue.recordPlaces().map(({ name, custody }) => unread(name, custody))
  const present = [...sources, ...briefs, ...records, unread(CASE_FILE, record.custody)]
  const first = await compareCase(files, record, { present, copies })
  const { told, ends: before } = first
  const doubtful = new Set([...told.findings, ...told.cutShort].map(({ name }) => name))
  if (doubtful.size === 0) return first
  // After a crash the catalogue may be older than a document that was written twice within a tick of the clock; and others may have written meanwhile.
  const doubtfulRecords = [...doubtful].filter((name) => placeOfRecord(name) !== null)
  const read = [
    ...(await presentSources(parts, (name) => doubtful.has(name))),
    ...(await presentRecords(parts, doubtfulRecords))
  ]
  // A source or a record that is doubtful and not read is gone.
  const isReadAnew = (name: string): boolean => SOURCE.isName(name) || placeOfRecord(name) !== null
  const rest = present.filter(({ name }) => !doubtful.has(name) || !isReadAnew(name))
  return compareCase(files, record, { present: [...rest, ...read], copies, before })
}

/** The versions of all documents, for a log that tells of none yet. Those that can't be read are left out. */
export async function allVersions(parts: CaseParts): Promise<{ name: string; noted: string; of: string }[]> {
  const all = [
    presentOf(CASE, CASE_FILE, parts.record.data),
    ...presentBriefs(parts),
    ...(await presentSources(parts)),
    ...(await presentRecords(parts, await recordNames(parts.files)))
  ]
  return all.flatMap(({ name, version, custody }) =>
    typeof version === 'string' ? [{ name, noted: version, of: custody?.sha256 ?? '' }] : []
  )
}

/** The entries of the logs that the documents refer to. */
export function anchorsOf({ sync, briefs, record }: CaseParts): Anchor[] {
  const { custody } = record.data
  return [...sync.catalogue.anchors(), ...briefs.anchors(), ...(custody ? [custody] : [])]
}

/** True for logs that are whole and tell of no document's version: from a format before there were any, or empty. */
export function tellsNothing({ chains, told }: LogComparison): boolean {
  const isWhole = chains.every(({ breaks }) => breaks.length === 0)
  return isWhole && !told.tellsAnything
}

/** The case's record as it's on the disk: another program may write it. As it was read last when it can't be read. */
async function recordOnDisk({ files, newer, record }: CaseParts): Promise<CaseRecord> {
  try {
    return await readRecord(files, CASE_FILE, CASE, { newer })
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    return record.data
  }
}

function presentBriefs({ briefs }: CaseParts): Present[] {
  return briefs.ids().map((id) => presentOf(BRIEF, briefName(id), briefs.record(id)!))
}

async function presentSources(
  { sources }: CaseParts,
  isWanted: (name: string) => boolean = () => true
): Promise<Present[]> {
  const found: Present[] = []
  await inParallel(await sources.ids(), async (id) => {
    const name = sourceFile(id, 'meta.json')
    if (!isWanted(name)) return
    try {
      found.push(presentOf(SOURCE, name, (await sources.document(id)).data))
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      found.push({ name, version: null, custody: undefined })
    }
  })
  return found
}

async function presentRecords({ records }: CaseParts, names: readonly string[]): Promise<Present[]> {
  const found: Present[] = []
  await inParallel(names, async (name) => {
    const present = await records.present(name)
    if (present) found.push(present)
  })
  return found
}
