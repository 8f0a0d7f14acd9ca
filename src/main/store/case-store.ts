import { randomUUID } from 'node:crypto'
import type { OriginalState } from '../../shared/brief/check.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import { CASE_SCHEMA, type BriefRecord, type CaseRecord, type SourceRecord } from '../../shared/case/case.ts'
import { conflictCopies, type ConflictCopy } from '../../shared/case/conflict-copies.ts'
import type { CheckedChain, CustodyNote, LogHead } from '../../shared/case/custody.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { LockHolder } from '../../shared/case/holder.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import type { AnyRecord, RecordKind } from '../../shared/case/records/kind.ts'
import type { Present } from '../../shared/case/told.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { Source, SourceText } from '../../shared/source/source.ts'
import { BriefShelf } from './brief-shelf.ts'
import type { CaseLog } from './case-log.ts'
import { LIST_BEHIND, type CaseParts } from './case-parts.ts'
import { CaseCache, importJournalPath, viewPath } from './case-cache.ts'
import { CatalogueKeeper } from './catalogue-keeper.ts'
import { isDatabaseError, type CatalogueQueries } from './catalogue.ts'
import { anchorsOf, compareOnDisk } from './compare-case.ts'
import { createCase } from './create-case.ts'
import { readCustody } from './custody-log.ts'
import { deviceId, knownDeviceId } from './device.ts'
import { DocumentChanges } from './document-changes.ts'
import { DocumentFeed } from './document-feed.ts'
import { Document } from './document.ts'
import { isSystemError, readingError } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { listNames } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { briefName, CASE_FILE, sourceFile } from '../../shared/case/records/places.ts'
import type { CaseLock } from './lock.ts'
import { headsOf, readHeads } from './log-head.ts'
import { takeInLogs } from './merged-logs.ts'
import { Notices } from './notices.ts'
import { openLog, type ToLog } from './open-log.ts'
import { openFiles, prepareToWrite, type OpenedFiles } from './opening.ts'
import { Presence } from './presence.ts'
import { RecordShelf } from './record-shelf.ts'
import { Records } from './records.ts'
import { removeAside, setAside } from './recovery.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { RecordAdapter, stateOfRecord, versionOfRecord } from './record.ts'
import { checkOriginal, readOriginal, readText, type StoredText } from './source-files.ts'
import { SourceShelf } from './source-shelf.ts'
import { stageSource } from './stage-source.ts'
import type { OpenOptions, StoreContext } from './store-context.ts'
import { readEnds, type Ends, type LogComparison } from './told-by-log.ts'
import { readOnlyError, refusalIn, type WhyReadOnly } from './why-read-only.ts'
import { WriteAhead } from './write-ahead.ts'

/** The name of the list's cache. */
const LIST_CACHE = 'index'

/** A source about to be added: everything but its place. */
export interface NewSource {
  source: Source
  text: SourceText
  original: Uint8Array
  /** Quotes that come with it. */
  quotes?: Quote[]
}

/**
 * A case on disk: `case.json`, `briefs/<id>.json`, `sources/ab/<id>/{meta.json,text.json,original.*}`, one small document
 * per thing so that an edit costs the same however large the case is. The only writer of these files.
 */
export class CaseStore {
  readonly path: string
  readonly files: CaseFiles
  /** What opening found and mended or set aside, a sentence each. */
  readonly notices: string[]
  /** A sentence for each document that was found damaged or missing since the case was opened, put back or not. */
  readonly damages: string[]
  /** Copies of the case's documents that a synchronising program made because two machines had changed them. */
  readonly conflictCopies: ConflictCopy[]
  /** Who writes the case, when this store may not and that is why. */
  readonly holder: LockHolder | null
  /** True when a newer version of Dossier wrote the case. */
  readonly newer: boolean
  /** For what follows the contents of the case's documents. */
  readonly documents: DocumentFeed
  readonly #parts: CaseParts
  readonly #edits: WriteAhead
  readonly #lock: CaseLock | null
  readonly #whyReadOnly: WhyReadOnly | null
  #presence: Presence | null = null
  /** Resolves when the catalogue has followed every document. */
  #followed: Promise<void> = Promise.resolve()
  /** Resolves when the list can be relied on and the log is open. */
  #ready: Promise<void> = Promise.resolve()

  private constructor(opened: OpenedFiles, parts: CaseParts, whyReadOnly: WhyReadOnly | null) {
    this.path = parts.path
    this.files = parts.files
    this.newer = parts.newer
    this.notices = parts.notices.all
    this.damages = parts.notices.damages
    this.conflictCopies = parts.conflictCopies
    this.holder = opened.holder
    this.documents = new DocumentFeed(parts)
    this.#parts = parts
    this.#edits = new WriteAhead(parts)
    this.#lock = opened.lock
    this.#whyReadOnly = whyReadOnly
  }

  /**
   * Makes a new case in a folder that is empty or doesn't exist yet, and opens it.
   * @throws DossierError `case-exists`, or a storage failure; then nothing of it is left
   */
  static async create(path: string, record: CaseRecord, context: StoreContext): Promise<CaseStore> {
    await createCase(path, record)
    return CaseStore.open(path, context)
  }

  /**
   * Opens a case. Without the right to write (another process holds it, the folder is write-protected, a newer version wrote it,
   * or `write` is false) it is read-only.
   * @throws DossierError `not-found`, `damaged`, `case-newer`, `locked`, `wrong-passphrase`, `io`
   */
  static async open(path: string, context: StoreContext, options: OpenOptions = {}): Promise<CaseStore> {
    try {
      return await CaseStore.#open(path, context, options, { why: 'asked' })
    } catch (error) {
      const refusal = options.write === false ? null : refusalIn(error, path, context.userData)
      if (refusal === null) throw error
      const reader = await CaseStore.#open(path, context, { ...options, write: false }, { why: 'refused', ...refusal })
      reader.notices.push(`${refusal.because}${refusal.place}, so the case is open for reading only.`)
      return reader
    }
  }

  static async #open(
    path: string,
    context: StoreContext,
    options: OpenOptions,
    whyNotAsked: WhyReadOnly
  ): Promise<CaseStore> {
    const opened = await openFiles(path, context, options)
    let store: CaseStore | null = null
    try {
      if (opened.lock) await prepareToWrite(opened, context)
      const { files, record, lock, newer, holder } = opened
      const write = lock !== null
      const changes = new DocumentChanges()
      const place = { files, userData: context.userData, caseId: record.id, write }
      const keeper = await CatalogueKeeper.open(files, new CaseCache(LIST_CACHE, place), changes)
      const putBacks: ToLog['putBacks'] = [...opened.putBacks]
      const parts = partsOf(opened, context, { keeper, changes }, putBacks)
      const why: WhyReadOnly = newer
        ? { why: 'newer' }
        : options.write === false
          ? whyNotAsked
          : { why: 'held', holder }
      store = new CaseStore(opened, parts, write ? null : why)
      const migratedFrom = write && opened.version < CASE_SCHEMA ? opened.version : null
      const { toMend, sealFound } = opened
      await store.#begin({ toMend: [...toMend], sealFound, putBacks, migratedFrom }, options)
      return store
    } catch (error) {
      await store?.close()
      opened.files.seal?.wipe()
      opened.lock?.release()
      throw error
    }
  }

  /** Who else writes the case, from another profile or machine: nothing but its folder tells of them. */
  get others(): LockHolder[] {
    return this.#presence?.others ?? []
  }

  get readOnly(): boolean {
    return this.#lock === null
  }

  /** Where the journal of an import stands: outside the case. */
  get journalPath(): string {
    return importJournalPath(this.#parts.context.userData, this.record.id, this.path)
  }

  /** The place of what can be made anew from the documents, by a name that nothing else kept of this case has. */
  cache(name: string): CaseCache {
    if (name === LIST_CACHE) throw new RangeError(`“${name}” is the list's own cache.`)
    const { files, readOnly, record } = this
    return new CaseCache(name, { files, userData: this.#parts.context.userData, caseId: record.id, write: !readOnly })
  }

  /** Where it stands how the case was last looked at: outside of it. */
  get viewPath(): string {
    return viewPath(this.#parts.context.userData, this.record.id, this.path)
  }

  get sealed(): boolean {
    return this.files.seal !== null
  }

  get record(): CaseRecord {
    return this.#parts.record.data
  }

  /** True while the catalogue is still being brought in step and the list may lack sources. */
  get following(): boolean {
    return !this.#parts.keeper.inStep
  }

  /** Queries of the list's cache: rows and quotes by id, key and hash. */
  get catalogue(): CatalogueQueries {
    return this.#parts.keeper.catalogue
  }

  /** What the list shows: rows in the order of their keys, and how many quotes there are. */
  list(): { rows: SourceRow[]; quotes: number } {
    try {
      return { rows: this.catalogue.rows(), quotes: this.catalogue.count().quotes }
    } catch (error) {
      // A damaged cache: it is being made anew, and its rows come one by one.
      if (isDatabaseError(error) || error instanceof SyntaxError) return { rows: [], quotes: 0 }
      throw error
    }
  }

  /** Ids of the sources as their folders are there, for what has to see the disk itself. */
  sourceIds(): Promise<string[]> {
    return this.#parts.sources.ids()
  }

  /** A source's record. @throws DossierError `not-found`, `damaged`, `io` */
  async source(id: string): Promise<SourceRecord> {
    return (await this.#parts.sources.document(id)).data
  }

  briefs(): Brief[] {
    return this.briefRecords().map(({ brief }) => brief)
  }

  /** The records of all briefs that the case lists, deleted ones too. */
  briefRecords(): BriefRecord[] {
    return this.record.briefs.flatMap((id) => this.#parts.briefs.record(id) ?? [])
  }

  /** The records of a kind. */
  records<T extends AnyRecord>(kind: RecordKind<T>): Records<T> {
    return new Records(kind, this.#parts, this.#edits, () => this.#mayEdit())
  }

  /** Changes the case's record. @throws DossierError a storage failure */
  async updateCase(
    change: (record: CaseRecord) => CaseRecord,
    note: CustodyNote = { action: 'case-changed', subject: null, detail: {} }
  ): Promise<CaseRecord> {
    await this.#mayEdit()
    return this.#edits.change((log) => this.#changeCase(log, note, change))
  }

  /**
   * Changes a source's record, and logs it; a change that answers the very record it was given changes nothing. `change` sees every change before it, and
   * `note` what came of it. @throws DossierError `not-found` or a storage failure
   */
  updateSource(
    id: string,
    change: (record: SourceRecord) => SourceRecord,
    note: CustodyNote | ((after: SourceRecord) => CustodyNote)
  ): Promise<SourceRecord> {
    this.mustWrite()
    return this.#parts.sources.edit(id, async (document) => {
      await this.#mayEdit()
      return this.#edits.change((log) =>
        document.transact(async (before, write) => {
          const after = change(before)
          if (after === before) return before
          const said = typeof note === 'function' ? note(after) : note
          const version = versionOfRecord(SOURCE, after)
          const told = { name: sourceFile(id, 'meta.json'), version, replaces: [stateOfRecord(SOURCE, before)] }
          const saved = await log.record({ ...said, records: [told] }, (custody) => write({ ...after, custody }))
          await this.#catalogued(saved)
          return saved
        })
      )
    })
  }

  /**
   * Saves a brief. Only what is said in a note is logged, and that typing began: the version that came of it is noted in the log when the
   * case is closed, backed up, exported or verified, or left alone for a while. @throws DossierError
   */
  async updateBrief(id: string, change: (brief: Brief) => Brief, note: CustodyNote | null = null): Promise<void> {
    const document = this.#parts.briefs.document(id)
    await this.#mayEdit()
    await this.#edits.changeBrief(document, change, note)
    this.#parts.changes.tell([briefName(id)])
  }

  /** Adds a brief: its file first, then its place in the case's list. */
  async addBrief(brief: Brief): Promise<void> {
    await this.#mayEdit()
    await this.#edits.change(async (log) => {
      const record: BriefRecord = { schema: CASE_SCHEMA, brief }
      const told = { name: briefName(brief.id), version: versionOfRecord(BRIEF, record), replaces: [] }
      const note = {
        action: 'brief-created',
        subject: brief.id,
        detail: { title: brief.title },
        records: [told]
      } as const
      await log.record({ ...note, records: [told] }, (custody) => this.#parts.briefs.add({ ...record, custody }))
      const listed = {
        action: 'case-changed',
        subject: null,
        detail: { briefs: this.record.briefs.length + 1 }
      } as const
      await this.#changeCase(log, listed, (before) => ({ ...before, briefs: [...before.briefs, brief.id] }))
    })
  }

  /** Takes a source out of the case; its folder is kept in the quarantine, or gone with `keep` false. @throws DossierError */
  async removeSource(id: string, note: CustodyNote, { keep = true } = {}): Promise<void> {
    await this.#mayEdit()
    const { sources, records, context, keeper, notices } = this.#parts
    await sources.edit(id, (document) =>
      this.#edits.change((log) =>
        document.transact(async (source) => {
          const meta = { name: sourceFile(id, 'meta.json'), replaces: [stateOfRecord(SOURCE, source)] }
          const told = [meta, ...(await records.statesAt({ of: 'source', id }))]
          await log.record({ ...note, records: told.map((each) => ({ ...each, version: null })) }, async () => {
            // The whole folder at once, so that a crash leaves no source of which files are missing.
            const aside = await setAside(this.files, sourceFile(id, '').slice(0, -1), context.now())
            if (!keep) await removeAside(this.files, aside)
          })
          document.retire(new DossierError('not-found', 'This source is no longer in the case.'))
          if (!keeper.drop(id)) notices.add(LIST_BEHIND)
        })
      )
    )
    sources.forget()
    records.forget()
  }

  /** Takes in the logs of another copy of the case, or of another case. Rejects with the system's error. */
  async takeInLogs(other: CaseFiles, otherId: string): Promise<void> {
    await this.#mayEdit()
    await takeInLogs(this.files, other, { own: this.#edits.head!.log, isOtherCase: otherId !== this.record.id })
  }

  /**
   * Logs something that changes nothing in the case, such as an export. Answers where the log ends with it; null when the case is read-only,
   * and nothing was logged.
   */
  async log(note: CustodyNote): Promise<LogHead | null> {
    if (this.readOnly) return null
    await this.#ready
    return this.#edits.note(note)
  }

  /**
   * Does work while nothing of the case changes: edits wait. What was typed is noted in the log first, and `note` logged. Does it at once
   * when the case is read-only.
   */
  async hold<T>(note: CustodyNote | null, work: () => Promise<T>): Promise<T> {
    await this.#ready
    return this.readOnly ? work() : this.#edits.hold(note, work)
  }

  /** Where the log of this device ends; null when the case is read-only. */
  get logHead(): LogHead | null {
    return this.#edits.head
  }

  /** Reads the logs, to be compared with documents that are read afterwards. Rejects with the system's error. */
  readEnds(): Promise<Ends> {
    return readEnds(this.files)
  }

  /**
   * Compares the case with all its logs, as both are on the disk. `sources` are the documents of sources as they were read after the logs (`before`);
   * without them all are read.
   */
  async compareWithLogs(given?: { sources: readonly Present[]; before: Ends }): Promise<LogComparison> {
    await this.#followed
    return compareOnDisk(this.#parts, given)
  }

  /** Reads the logs of all devices and checks them against what the case's documents refer to. */
  async custody(): Promise<CheckedChain[]> {
    await this.#followed
    return readCustody(this.files, this.record.id, anchorsOf(this.#parts), headsOf(await readHeads(this.files)))
  }

  /**
   * Adds a source whole or not at all: its folder is staged, flushed and renamed into place. `quotes` come with it.
   * @throws DossierError a storage failure; then nothing of it is in the case
   */
  async addSource(
    { source, text, original, quotes = [] }: NewSource,
    note = importNote(source)
  ): Promise<SourceRecord> {
    const made: SourceRecord = { schema: CASE_SCHEMA, source, quotes }
    const told = {
      name: sourceFile(source.id, 'meta.json'),
      version: versionOfRecord(SOURCE, made),
      replaces: []
    }
    await this.#mayEdit()
    return this.#edits.change(async (log) => {
      const record = await log.record({ ...note, records: [told] }, async (custody): Promise<SourceRecord> => {
        const staging: SourceRecord = { ...made, custody }
        await stageSource(this.files, staging, text, original)
        return staging
      })
      this.#parts.sources.add(record)
      await this.#catalogued(record)
      return record
    })
  }

  /** A source's text as it's stored, intact or not. @throws DossierError `not-found`, `damaged`, `io` */
  async storedText(id: string): Promise<StoredText> {
    return readText(this.files, (await this.source(id)).source, this.newer)
  }

  /** A source's text as it was extracted. @throws DossierError `not-found`, `damaged`, `io` */
  async text(id: string): Promise<SourceText> {
    const { text, intact } = await this.storedText(id)
    if (intact) return text
    const { key } = (await this.source(id)).source
    throw new DossierError('damaged', `The text of ${key} was changed outside Dossier. It was left as it is.`)
  }

  /** The bytes of a source's original as they are stored. @throws DossierError `not-found`, `damaged`, `io` */
  async original(id: string): Promise<Uint8Array> {
    return readOriginal(this.files, (await this.source(id)).source)
  }

  /** Hashes a source's stored original and compares it with the hash taken when it was imported. @throws DossierError */
  async originalState(id: string): Promise<OriginalState> {
    return checkOriginal(this.files, (await this.source(id)).source)
  }

  /** Reads documents anew when they're next asked for. */
  forget(): void {
    this.#parts.sources.forget()
    this.#parts.records.forget()
  }

  /** Resolves when the list can be relied on: keys can be given and duplicates found. */
  ready(): Promise<void> {
    return this.#ready
  }

  /** Resolves when every document was looked at and the log is open: from then on nothing of the case is only remembered. */
  async settled(): Promise<void> {
    await this.#followed
    await this.#ready
  }

  /** Throws when the case may not be written, and says why. @throws DossierError `case-newer`, `case-held`, `disk-full`, `read-only` */
  mustWrite(): void {
    if (this.#whyReadOnly) throw readOnlyError(this.#whyReadOnly)
  }

  /** Waits for writes under way, gives the case free and wipes its key: nothing of it can be read any more. */
  async close(): Promise<void> {
    const { keeper, record, briefs, sources, records } = this.#parts
    keeper.stop()
    try {
      await this.#ready.catch(() => {
        // Whoever waited for it heard of it.
      })
      await record.settled()
      await briefs.settled()
      await sources.settled()
      await records.settled()
      await keeper.close(await this.#edits.end(this.files))
    } finally {
      // Whatever a full disk or a missing folder prevents: a locked case is locked.
      await this.#presence?.close()
      sources.forget()
      records.forget()
      this.files.seal?.wipe()
      this.#lock?.release()
    }
  }

  async #begin(toLog: ToLog, { wait = true }: OpenOptions): Promise<void> {
    const { keeper, notices, context } = this.#parts
    this.#followed = this.#follow()
    // Whoever waits for this, or for what waits for it, hears of a failure; perhaps nobody does.
    this.#followed.catch(() => undefined)
    await this.#tellPresence()
    await this.#readBriefs()
    const device = keeper.wasInStep ? await this.#device() : null
    const mark = device === null ? null : keeper.mark(device)
    const catchUp = async (): Promise<void> => {
      const isKnown = mark !== null && (await keeper.check())
      if (!isKnown) await this.#followed
      if (!this.#lock || keeper.stopped) return
      const changeCase: WriteAhead['changeCase'] = (...change) => this.#edits.changeCase(...change)
      this.#edits.begin(await openLog(this.#parts, toLog, isKnown ? mark : null, changeCase))
    }
    this.#ready = catchUp()
    this.#ready.catch(() => undefined)
    if (wait) await this.settled()
    notices.tell((sentence) => context.onNotice?.(sentence))
  }

  /** The name of this device. Who only reads makes none, so that a case can be read where the program's own folder can't be written. */
  #device(): Promise<string | null> {
    const { userData } = this.#parts.context
    return this.#lock ? deviceId(userData) : knownDeviceId(userData)
  }

  async #tellPresence(): Promise<void> {
    const { onOthers, program = 'Dossier', now, beatMs } = this.#parts.context
    if (!onOthers) return
    // A device without a name has written nothing that could be taken for another's.
    const device = (await this.#device()) ?? randomUUID()
    this.#presence = await Presence.open(this.files, {
      profile: sha256(`${this.record.id} ${device}`),
      program,
      write: this.#lock !== null,
      now,
      onOthers,
      ...(beatMs === undefined ? {} : { beatMs })
    })
  }

  async #follow(): Promise<void> {
    const { keeper, sources, records, context, notices } = this.#parts
    try {
      await keeper.follow(sources, records, {
        onRows: (rows, removed) => context.onRows?.(rows, removed),
        onDamage: (sentence) => notices.addDamage(sentence),
        onConflicts: (copies) => this.conflictCopies.push(...copies)
      })
    } catch (error) {
      throw readingError(error, 'the case’s folder', 'Nothing was changed.')
    }
    const unknown = keeper.catalogue.unknownRecords()
    if (unknown.length > 0) notices.add(unknownKept(unknown))
  }

  async #readBriefs(): Promise<void> {
    const { briefs } = this.#parts
    await briefs.read(this.record.briefs)
    const copies = conflictCopies(await listNames(this.files.root), (name) => name === CASE_FILE)
    this.conflictCopies.push(...briefs.conflicts, ...copies)
  }

  /** Resolves when the log is open. @throws DossierError as `mustWrite` does */
  async #mayEdit(): Promise<void> {
    this.mustWrite()
    await this.#ready
  }

  /** Changes the case's record. Which briefs it lists decides which are in the case. */
  async #changeCase(log: CaseLog, note: CustodyNote, change: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    const before = new Set(this.record.briefs)
    const after = await this.#edits.changeCase(log, note, change)
    const changed = after.briefs.filter((id) => !before.delete(id))
    this.#parts.changes.tell([...changed, ...before].map(briefName))
    return after
  }

  /** Brings a source's change into the list. When the list can't take it, the case has it all the same. */
  async #catalogued(record: SourceRecord): Promise<void> {
    const { sources, keeper, notices } = this.#parts
    // Without a stamp the document is read again at the next opening.
    const stamp = await sources.stamp(record.source.id).catch((error: unknown) => {
      if (isSystemError(error)) return null
      throw error
    })
    if (!keeper.take(record, stamp)) notices.add(LIST_BEHIND)
  }
}

/** What the store of a case is made of. `putBacks` gets the documents that are put back later, to be logged with the opening. */
function partsOf(
  opened: OpenedFiles,
  context: StoreContext,
  list: Pick<CaseParts, 'keeper' | 'changes'>,
  putBacks: ToLog['putBacks']
): CaseParts {
  const { files, record, newer, lock, path } = opened
  const notices = new Notices(opened.damages, opened.notices)
  const recordFile = new RecordAdapter(files, CASE_FILE, CASE)
  const options = {
    newer,
    repair: lock ? { backups: opened.backups, now: context.now } : null,
    damage: (sentence: string) => notices.addDamage(sentence),
    putBack: (name: string, notice: string) => void putBacks.push({ name, notice })
  }
  return {
    path,
    files,
    context,
    newer,
    record: Document.of(recordFile, record, CASE.what),
    recordFile,
    sources: new SourceShelf(files, options),
    briefs: new BriefShelf(files, options),
    records: new RecordShelf(files, options),
    ...list,
    notices,
    conflictCopies: []
  }
}

/** What is told of records that a newer version made. */
function unknownKept(unknown: readonly { kind: string; count: number }[]): string {
  const kinds = unknown.map(({ kind, count }) => `${count} × “${kind}”`).join(', ')
  return `A newer version of Dossier keeps something in this case that this one doesn’t know (${kinds}). It is kept as it is; update Dossier to see it.`
}

function importNote({ key, original: { name, bytes, sha256: hash } }: Source): CustodyNote {
  return { action: 'source-imported', subject: key, detail: { name, bytes, sha256: hash } }
}
