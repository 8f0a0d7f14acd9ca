import type { MergeReport } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { CaseContents, SourceRecord } from '../../shared/case/case.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { unknownCounts, type UnknownRecord } from '../../shared/case/records/unknown.ts'
import type { KeptRecord } from '../../shared/case/records/kind.ts'
import type { CustodyNote, RecordTold } from '../../shared/case/custody.ts'
import { canonical } from '../../shared/case/merge/canonical.ts'
import type { Decisions } from '../../shared/case/merge/conflicts.ts'
import { mergeCases, type Merged, type Share } from '../../shared/case/merge/merge.ts'
import type { Source, SourceText } from '../../shared/source/source.ts'
import { backupFolders } from '../store/backup-shelf.ts'
import type { CaseEditor } from '../store/case-editor.ts'
import type { CaseStore } from '../store/case-store.ts'
import { commonAncestor, isMerged, readContents, withConflictCopy } from '../store/contents.ts'
import { storageError } from '../base/durable.ts'
import { recordNames, sourceIds } from '../store/walk-documents.ts'
import { CaseFiles } from '../store/files.ts'
import { placeOfRecord, sourceFile } from '../../shared/case/records/places.ts'
import { setAside } from '../store/recovery.ts'
import type { LogComparison } from '../store/log-comparison.ts'

/** What is merged into a case: another copy or case, open for reading, or the conflict copies in its own folder. */
export type Other = CaseStore | 'conflict-copies'

/** Where the texts and originals of sources that come with a merge are read. */
interface SourceFiles {
  text(id: string): Promise<SourceText>
  /** The text that a version of a source's record names, be it the present one or not. */
  textOf(source: Source): Promise<SourceText>
  original(id: string): Promise<Uint8Array>
}

/** What merging needs besides the two cases. */
export interface MergeDeps {
  userData: string
  now: () => Date
  /** Makes a backup of the case before it's changed. */
  backUp: () => Promise<unknown>
  /** A case folder from which both copies come, where the user knows one. */
  base?: string | undefined
}

interface Plan {
  before: CaseContents
  merged: Merged
  /** Records of the other copy that can't be merged. */
  left: UnknownRecord[]
}

/** Says what a merge would do. Nothing is changed. @throws DossierError `damaged`, `bad-request`, `io` */
export async function previewMerge(store: CaseStore, other: Other, deps: MergeDeps): Promise<MergeReport> {
  return reportOf(await planMerge(store, other, {}, deps))
}

/**
 * Merges another copy into the case, after a backup: sources whole, one after the other, then briefs, then the case's record. One that was
 * interrupted is finished by merging again.
 * @throws DossierError `case-held`, `damaged`, `bad-request`, or a storage failure
 */
export async function applyMerge(
  store: CaseStore,
  other: Other,
  decisions: Decisions,
  deps: MergeDeps
): Promise<MergeReport> {
  store.mustWrite()
  await store.settled()
  await deps.backUp()
  // From the comparison to the last write the case stands still for others: what they add has its key, and what they change its place, before or after.
  return store.hold(null, async (editor) => {
    const before = await store.compareWithLogs()
    const plan = await planMerge(store, other, decisions, deps)
    await write(editor, other === 'conflict-copies' ? store : other, plan)
    try {
      if (other === 'conflict-copies') {
        for (const copy of store.conflictCopies.splice(0)) await setAside(store.files, copy.name, deps.now())
      } else await editor.takeInLogs(other.files, other.record.id)
    } catch (error) {
      throw storageError(error, 'what came with the merge', 'The case itself is merged and saved.')
    }
    const { conflicts } = plan.merged
    const { b } = plan.merged.summary
    await editor.log({
      action: 'case-merged',
      subject: null,
      detail: {
        other: other === 'conflict-copies' ? other : other.record.id,
        sources: b.sources,
        quotes: b.quotes,
        briefs: b.briefs,
        conflicts: conflicts.length
      },
      records: await settled(store, other, before)
    })
    return reportOf(plan)
  })
}

/**
 * What the logs that came with a merge miss in the merged case because it was merged: versions of which the merged ones were made, and sources
 * that are now one with another. What was missed before stays so, and what the other copy itself lacked is missed from now on.
 */
async function settled(store: CaseStore, other: Other, before: LogComparison): Promise<RecordTold[]> {
  const known = new Set(before.told.findings.flatMap(({ missed }) => missed))
  const there = new Set<string>()
  for (const { files } of other === 'conflict-copies' ? [store] : [store, other]) {
    for (const id of await sourceIds(files)) there.add(sourceFile(id, 'meta.json'))
    for (const name of await recordNames(files)) there.add(name)
  }
  const { told } = await store.compareWithLogs()
  const merged = told.findings.flatMap(({ name, missed }) => {
    const isThere = there.has(name) || !(SOURCE.isName(name) || placeOfRecord(name))
    const settles = isThere ? missed.filter((state) => !known.has(state)) : []
    return settles.length === 0 ? [] : [{ name, settles }]
  })
  // What says the same already would be missed as soon as the merged one is changed.
  return [...merged, ...told.alike.map(({ name, states }) => ({ name, settles: states }))]
}

async function planMerge(store: CaseStore, other: Other, decisions: Decisions, deps: MergeDeps): Promise<Plan> {
  const a = await readContents(store.files)
  try {
    if (other !== 'conflict-copies') {
      const b = keepHandling(await readContents(other.files), a)
      const base = await baseOf(store, other, deps)
      return { before: a, merged: mergeCases({ base, a, b }, decisions), left: await unknownBeyond(store, other) }
    }
    return { before: a, merged: await mergeConflictCopies(store, a, decisions), left: [] }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DossierError('bad-request', 'The copies have changed since they were compared. Compare them again.', {
      cause: error
    })
  }
}

/** What only the other copy has of records that this version doesn't know: how they merge is unknown, too. */
async function unknownBeyond(store: CaseStore, other: CaseStore): Promise<UnknownRecord[]> {
  const own = new Set((await store.unknownRecords()).map(({ name }) => name))
  return (await other.unknownRecords()).filter(({ name }) => !own.has(name))
}

async function baseOf(store: CaseStore, other: CaseStore, { userData, base }: MergeDeps): Promise<CaseContents | null> {
  if (base !== undefined) return readContents(new CaseFiles(base, store.files.seal, store.files.kinds))
  if (store.record.id !== other.record.id) return null
  const folders = await backupFolders(userData, store.record.id)
  return commonAncestor(
    folders.map((folder) => new CaseFiles(folder, store.files.seal, store.files.kinds)),
    [store.files, other.files]
  )
}

/** Sources of another case keep its handling where they have none of their own: merging must not lower it. */
function keepHandling(b: CaseContents, a: CaseContents): CaseContents {
  const { id, tlp } = b.record
  if (id === a.record.id || tlp === a.record.tlp) return b
  const sources = b.sources.map((record) => ({
    ...record,
    source: { ...record.source, tlp: record.source.tlp ?? tlp }
  }))
  return { ...b, sources }
}

/** Merges the copies one after the other; each counts as a whole case that differs in one document. */
async function mergeConflictCopies(store: CaseStore, a: CaseContents, decisions: Decisions): Promise<Merged> {
  let merged = mergeCases({ base: null, a, b: a })
  const conflicts: Merged['conflicts'] = []
  const rest = new Map(Object.entries(decisions))
  for (const copy of store.conflictCopies) {
    if (!isMerged(store.files, copy.of)) continue
    const b = await withConflictCopy(store.files, merged.contents, copy)
    const found = mergeCases({ base: null, a: merged.contents, b })
    const own = found.conflicts.flatMap(({ id }) => {
      const decided = rest.get(id)
      rest.delete(id)
      return decided === undefined ? [] : [[id, decided] as const]
    })
    merged = own.length === 0 ? found : mergeCases({ base: null, a: merged.contents, b }, Object.fromEntries(own))
    conflicts.push(...merged.conflicts)
  }
  if (rest.size > 0) throw new RangeError('A conflict that was decided is no longer there.')
  return { ...merged, conflicts }
}

async function write(editor: CaseEditor, files: SourceFiles, { before, merged }: Plan): Promise<void> {
  const { contents } = merged
  const mine = new Map(before.sources.map((record) => [record.source.id, record]))
  const origins = new Map(merged.sources.map((origin) => [origin.id, origin]))
  for (const record of contents.sources) {
    const { source, quotes } = record
    const known = mine.get(source.id)
    if (known) {
      if (same(known, record)) continue
      if (known.source.text.sha256 !== source.text.sha256) {
        // Recognised or corrected in the other copy: beside the text that it has here.
        const { fromId } = origins.get(source.id)!
        await editor.addText(source, await files.textOf({ ...source, id: fromId }))
      }
      await editor.updateSource(source.id, () => record, noteOf(record))
      continue
    }
    const { from, fromId } = origins.get(source.id)!
    const place: SourceFiles = from === 'a' ? editor : files
    const text = await place.text(fromId)
    await editor.addSource({ source, text, original: await place.original(fromId), quotes }, noteOf(record))
  }
  await writeRecords(editor, before.records, contents.records)
  const kept = new Set(contents.sources.map(({ source }) => source.id))
  for (const { source } of before.sources) {
    if (kept.has(source.id)) continue
    await editor.removeSource(source.id, { action: 'source-merged', subject: source.key, detail: { joined: true } })
  }
  const briefs = new Map(before.briefs.map((record) => [record.brief.id, record]))
  for (const record of contents.briefs) {
    const { brief } = record
    const known = briefs.get(brief.id)
    if (!known) await editor.addBrief(brief)
    else if (!same(known, record))
      await editor.updateBrief(brief.id, () => brief, { action: 'case-merged', subject: brief.id, detail: {} })
  }
  const { id } = before.record
  const isSame = merged.contents.record.id === id
  const { title, tlp } = isSame ? contents.record : before.record
  const wanted = { ...before.record, title, tlp, briefs: contents.record.briefs }
  if (!same(before.record, wanted))
    await editor.updateCase((record) => ({ ...record, title, tlp, briefs: contents.record.briefs }))
}

/** Brings the records of a case to what the merge made of them. One whose source has another id by now is added there, and removed where it was. */
async function writeRecords(
  editor: CaseEditor,
  before: readonly KeptRecord[],
  after: readonly KeptRecord[]
): Promise<void> {
  const known = new Map(before.map((each) => [named(each).name, each]))
  const wanted = new Set(after.map((each) => named(each).name))
  const noteOn = ({ kind, record }: KeptRecord): CustodyNote => ({
    action: 'case-merged',
    subject: record.id,
    detail: { title: kind.title(record) }
  })
  for (const each of before) {
    if (!wanted.has(named(each).name)) await editor.records(each.kind).remove(each.record.id, noteOn(each))
  }
  for (const each of after) {
    const { kind, record } = each
    const old = known.get(named(each).name)
    if (!old) await editor.records(kind).add(record, noteOn(each))
    else if (!same(old.record, record)) await editor.records(kind).update(record.id, () => record, noteOn(each))
  }
}

/** A record with the name of its document. */
function named({ kind, record }: KeptRecord): { name: string; record: KeptRecord['record'] } {
  return { name: kind.nameOf(record), record }
}

function noteOf({ source }: SourceRecord): CustodyNote {
  const { name, bytes, sha256 } = source.original
  return { action: 'source-merged', subject: source.key, detail: { name, bytes, sha256 } }
}

/** Equal but for the place in the log. */
function same(x: object, y: object): boolean {
  return canonical({ ...x, custody: null }) === canonical({ ...y, custody: null })
}

function reportOf({ before, merged, left }: Plan): MergeReport {
  const { contents, conflicts, summary } = merged
  const unchanged =
    contents.sources.length === before.sources.length &&
    contents.briefs.length === before.briefs.length &&
    everySame(before.sources, contents.sources, ({ source }) => source.id) &&
    everySame(before.briefs, contents.briefs, ({ brief }) => brief.id) &&
    contents.records.length === before.records.length &&
    everySame(before.records.map(named), contents.records.map(named), ({ name }) => name) &&
    same(before.record.briefs, contents.record.briefs)
  return { conflicts, gains: gains(summary.b), left: leftWords(left), changes: !unchanged }
}

function everySame<T extends object>(before: readonly T[], after: readonly T[], idOf: (record: T) => string): boolean {
  const known = new Map(before.map((record) => [idOf(record), record]))
  return after.every((record) => {
    const old = known.get(idOf(record))
    return old !== undefined && same(old, record)
  })
}

function leftWords(left: readonly UnknownRecord[]): string[] {
  if (left.length === 0) return []
  const kinds = unknownCounts(left)
  return [
    `The other copy holds something that only a newer version of Dossier can merge (${kinds}): it stays there alone. Keep that copy, and merge it again after an update.`
  ]
}

/** What came, each as it is written within a sentence. */
function gains({ sources, quotes, briefs, blocks, records }: Share): string[] {
  const count = (n: number, one: string, many: string): string[] =>
    n === 0 ? [] : [n === 1 ? `one ${one}` : `${n} ${many}`]
  return [
    ...count(sources, 'source', 'sources'),
    ...count(quotes, 'quote', 'quotes'),
    ...count(briefs, 'brief', 'briefs'),
    ...count(blocks, 'statement or quote block', 'statements and quote blocks'),
    ...records.flatMap(({ name, count: number }) => count(number, name.one, name.many))
  ]
}
