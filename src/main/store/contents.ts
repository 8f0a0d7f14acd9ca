import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { BriefRecord, CaseContents, SourceRecord } from '../../shared/case/case.ts'
import type { ConflictCopy } from '../../shared/case/conflict-copies.ts'
import { CustodyEntry } from '../../shared/case/custody.ts'
import { loggedDevices, readLog } from './read-logs.ts'
import { unsealLog } from './log-lines.ts'
import type { CaseFiles } from './files.ts'
import { inParallel } from '../base/folders.ts'
import { briefName, CASE_FILE, sourceFile } from '../../shared/case/records/places.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { versionOf } from '../../shared/case/migrations.ts'
import { kindOf, recordKindOf } from '../../shared/case/records/kinds.ts'
import type { KeptRecord } from '../../shared/case/records/kind.ts'
import { decodeRecord, readRecord, readStored } from './record.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'
import { recordNames, sourceIds } from './walk-documents.ts'

/**
 * Reads all documents of a case from the disk.
 * @throws DossierError `damaged` when one of them can't be read: what isn't known can't be merged
 */
export async function readContents(files: CaseFiles): Promise<CaseContents> {
  const record = await readRecord(files, CASE_FILE, CASE)
  const sources: SourceRecord[] = []
  await inParallel(await sourceIds(files), async (id) => {
    sources.push(await readRecord(files, sourceFile(id, 'meta.json'), SOURCE))
  })
  const briefs = await Promise.all(record.briefs.map((id) => readRecord(files, briefName(id), BRIEF)))
  const records: KeptRecord[] = []
  await inParallel(await recordNames(files), async (name) => {
    const kind = recordKindOf(files.kinds, name)
    const { json } = await readStored(files, name)
    if (kind && versionOf(json)! <= kind.version)
      records.push({ kind, record: (await readRecord(files, name, kind)).record })
  })
  return { record, sources, briefs, records }
}

/** True for the names of documents whose conflict copies can be merged: those that the log tells of, and that are known. */
export function isMerged({ kinds }: CaseFiles, name: string): boolean {
  return kindOf(kinds, name)?.isLogged === true
}

/** The contents of a case with one of its documents as a conflict copy has it. */
export async function withConflictCopy(
  files: CaseFiles,
  contents: CaseContents,
  copy: ConflictCopy
): Promise<CaseContents> {
  // The copy was sealed under the name of what it's a copy of.
  const text = Buffer.from(await files.readAt(join(files.root, ...copy.name.split('/')), copy.of)).toString('utf8')
  if (copy.of === CASE_FILE) return { ...contents, record: decodeRecord(text, copy.name, CASE) }
  if (SOURCE.isName(copy.of)) {
    const found = decodeRecord(text, copy.name, SOURCE)
    const others = contents.sources.filter(({ source }) => source.id !== found.source.id)
    return { ...contents, sources: [...others, found] }
  }
  const kind = recordKindOf(files.kinds, copy.of)
  if (kind) {
    const { record: own } = decodeRecord(text, copy.of, kind)
    const rest = contents.records.filter((each) => each.kind !== kind || each.record.id !== own.id)
    return { ...contents, records: [...rest, { kind, record: own }] }
  }
  const found: BriefRecord = decodeRecord(text, copy.name, BRIEF)
  return { ...contents, briefs: [...contents.briefs.filter(({ brief }) => brief.id !== found.brief.id), found] }
}

/**
 * The newest backup that two copies of a case both come from: each has its whole log, which ends with the entry that says that the backup was
 * made. Null when there is none.
 */
export async function commonAncestor(
  backups: readonly CaseFiles[],
  copies: readonly CaseFiles[]
): Promise<CaseContents | null> {
  for (const backup of backups) {
    if (await isAncestor(backup, copies)) return readContents(backup)
  }
  return null
}

async function isAncestor(backup: CaseFiles, copies: readonly CaseFiles[]): Promise<boolean> {
  let marked = false
  try {
    for (const device of await loggedDevices(backup)) {
      const log = unsealLog(backup, device, await readLog(backup, device))
      const last = CustodyEntry.safeParse(parseJson(log.split('\n').at(-2) ?? '')).data
      if (last?.action === 'backup-made') marked = true
      for (const copy of copies) {
        if (!unsealLog(copy, device, await readLog(copy, device)).startsWith(log)) return false
      }
    }
    return marked
  } catch (error) {
    // A backup that another key sealed, or a damaged one, is no base.
    if (error instanceof DossierError) return false
    throw error
  }
}
