import { randomUUID } from 'node:crypto'
import { sep } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { systemFailure } from '../../shared/api/system-error.ts'
import type { OriginalState } from '../../shared/brief/check.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import { CASE_SCHEMA, type BriefRecord, type CaseRecord, type SourceRecord } from '../../shared/case/case.ts'
import { conflictCopies, type ConflictCopy } from '../../shared/case/conflict-copies.ts'
import { stateOf, type Anchor, type CheckedChain, type CustodyNote, type LogHead } from '../../shared/case/custody.ts'
import { damageTold } from '../../shared/case/damage.ts'
import type { LockHolder } from '../../shared/case/holder.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import type { Present } from '../../shared/case/told.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { Source, SourceText } from '../../shared/source/source.ts'
import { BriefShelf } from './brief-shelf.ts'
import { CaseLog, type LogFindings } from './case-log.ts'
import { CatalogueKeeper, importJournalPath } from './catalogue-keeper.ts'
import { isDatabaseError, type Catalogue, type LogMark } from './catalogue.ts'
import { createCase } from './create-case.ts'
import { readCustody } from './custody-log.ts'
import { deviceId, knownDeviceId } from './device.ts'
import { Document } from './document.ts'
import { isSystemError, readingError, storageError } from './durable.ts'
import { PREVIOUS_ENDING, type CaseFiles } from './files.ts'
import { inParallel, listNames } from './folders.ts'
import { Gate } from './gate.ts'
import { sha256 } from './hash.ts'
import { rememberSeal, type SealFound } from './seal-memory.ts'
import { briefName, CASE_FILE, sourceFile, SOURCES } from './layout.ts'
import { userName, type CaseLock } from './lock.ts'
import { takeInLogs } from './merged-logs.ts'
import { openFiles, prepareToWrite, type OpenedFiles } from './opening.ts'
import { Presence } from './presence.ts'
import { setAside } from './recovery.ts'
import { headName, headProblems, headsOf, readHead, readHeads } from './log-head.ts'
import { BRIEF, CASE, readRecord, RecordAdapter, SOURCE, stateOfRecord, versionOfRecord } from './record.ts'
import { checkOriginal, readOriginal, readText, type StoredText } from './source-files.ts'
import { SourceShelf } from './source-shelf.ts'
import { stageSource } from './stage-source.ts'
import { compareCase, presentOf, readEnds, readPrevious, type Ends, type LogComparison } from './told-by-log.ts'

/** A source about to be added: everything but its place. */
export interface NewSource {
  source: Source
  text: SourceText
  original: Uint8Array
  /** Quotes that come with it. */
  quotes?: Quote[]
}

/** How long nothing has to be changed before what was typed, and the log's end, are put on record. */
const QUIET_MS = 60_000

/** What a store needs to know of the program that opens it. */
export interface StoreContext {
  /** The program's own folder, for locks, catalogues, backups and the device's name in logs. */
  userData: string
  now: () => Date
  /** What the program is, such as `a window of Dossier`: told to others that want to write. */
  program?: string
  /** Told of sources that were found new, changed or gone after the case was opened. */
  onRows?: (rows: SourceRow[], removed: string[]) => void
  /** Told who else writes the case from another profile or machine, whenever that changes; without it nobody is told of this program either. */
  onOthers?: (others: LockHolder[]) => void
  /** How often programs that write the case tell one another so, in milliseconds. */
  beatMs?: number
  /** Told of each notice that comes after the case was opened. */
  onNotice?: (sentence: string) => void
}

export interface OpenOptions {
  /** False: without asking for the right to write. */
  write?: boolean
  passphrase?: string | undefined
  /** False: answers as soon as the list can be shown; the documents are looked at meanwhile, and edits wait. */
  wait?: boolean
}

/**
 * A case on disk: `case.json`, `briefs/<id>.json`, `sources/ab/<id>/{meta.json,text.json,original.*}`, one small document
 * per thing so that an edit costs the same however large the case is. The only writer of these files.
 */
export class CaseStore {
  readonly path: string
  readonly files: CaseFiles
  /** What opening found and mended or set aside, a sentence each. */
  readonly notices: string[] = []
  /** A sentence for each document that was found damaged or missing since the case was opened, put back or not. */
  readonly damages: string[] = []
  /** Copies of the case's documents that a synchronising program made because two machines had changed them. */
  readonly conflictCopies: ConflictCopy[] = []
  /** Who writes the case, when this store may not and that is why. */
  readonly holder: LockHolder | null
  /** True when a newer version of Dossier wrote the case. */
  readonly newer: boolean
  /** Resolves when the catalogue has followed every document. */
  followed: Promise<void> = Promise.resolve()
  readonly #adapter: RecordAdapter<CaseRecord>
  readonly #case: Document<CaseRecord>
  readonly #lock: CaseLock | null
  /** False when it was only asked for reading. */
  readonly #wanted: boolean
  #refusal: Refusal | null = null
  readonly #context: StoreContext
  readonly #shelf: SourceShelf
  readonly #briefs: BriefShelf
  readonly #keeper: CatalogueKeeper
  /** Open whenever the case may be written. */
  #log: CaseLog | null = null
  readonly #gate = new Gate()
  /** Briefs that were typed in since their version was last noted in the log. */
  readonly #typed = new Set<string>()
  /** Documents that were put back and aren't logged yet. */
  readonly #putBacks: { name: string; notice: string }[]
  /** Damage that is to be logged and mended. */
  readonly #toMend: OpenedFiles['toMend']
  readonly #sealFound: SealFound
  /** The older format that opening brought up to date; null when it had not to. */
  readonly #migratedFrom: number | null
  #quiet: NodeJS.Timeout | null = null
  #presence: Presence | null = null
  #ready: Promise<void> = Promise.resolve()
  #opened = false
  #closing = false

  private constructor(opened: OpenedFiles, keeper: CatalogueKeeper, context: StoreContext, wanted: boolean) {
    const { files, record, newer, lock, holder, notices, damages, path } = opened
    this.path = path
    this.files = files
    this.newer = newer
    this.holder = holder
    this.notices.push(...damages, ...notices)
    this.damages.push(...damages)
    this.#adapter = new RecordAdapter(files, CASE_FILE, CASE)
    this.#case = Document.of(this.#adapter, record, CASE.what)
    this.#lock = lock
    this.#wanted = wanted
    this.#context = context
    this.#keeper = keeper
    const repair = lock ? { backups: opened.backups, now: context.now } : null
    this.#putBacks = [...opened.putBacks]
    this.#toMend = [...opened.toMend]
    this.#sealFound = opened.sealFound
    this.#migratedFrom = lock && opened.version < CASE_SCHEMA ? opened.version : null
    const options = {
      newer,
      repair,
      damage: (sentence: string) => this.#damage(sentence),
      putBack: (name: string, notice: string) => void this.#putBacks.push({ name, notice })
    }
    this.#shelf = new SourceShelf(files, options)
    this.#briefs = new BriefShelf(files, options)
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
      return await CaseStore.#open(path, context, options)
    } catch (error) {
      const reason = options.write === false ? null : whyNotWritten(error, path, context.userData)
      if (reason === null) throw error
      const reader = await CaseStore.#open(path, context, { ...options, write: false })
      reader.#refusal = reason
      const { because, place } = reason
      reader.notices.push(`${because}${place}, so the case is open for reading only.`)
      return reader
    }
  }

  static async #open(path: string, context: StoreContext, options: OpenOptions): Promise<CaseStore> {
    const opened = await openFiles(path, context, options)
    let store: CaseStore | null = null
    try {
      if (opened.lock) await prepareToWrite(opened, context)
      const { files, record, lock } = opened
      const write = lock !== null
      const keeper = await CatalogueKeeper.open({ files, userData: context.userData, caseId: record.id, write })
      store = new CaseStore(opened, keeper, context, options.write !== false)
      await store.#begin(options)
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
    return importJournalPath(this.#context.userData, this.record.id, this.path)
  }

  get sealed(): boolean {
    return this.files.seal !== null
  }

  get record(): CaseRecord {
    return this.#case.data
  }

  /** True while the catalogue is still being brought in step and the list may lack sources. */
  following = false

  /** The list's cache: rows and quotes by id, key and hash. */
  get catalogue(): Catalogue {
    return this.#keeper.catalogue
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
    return this.#shelf.ids()
  }

  /** A source's record. @throws DossierError `not-found`, `damaged`, `io` */
  async source(id: string): Promise<SourceRecord> {
    return (await this.#shelf.document(id)).data
  }

  briefs(): Brief[] {
    return this.briefRecords().map(({ brief }) => brief)
  }

  /** The records of all briefs that the case lists, deleted ones too. */
  briefRecords(): BriefRecord[] {
    return this.record.briefs.flatMap((id) => this.#briefs.record(id) ?? [])
  }

  /** Changes the case's record. @throws DossierError a storage failure */
  async updateCase(
    change: (record: CaseRecord) => CaseRecord,
    note: CustodyNote = { action: 'case-changed', subject: null, detail: {} }
  ): Promise<CaseRecord> {
    return this.#logged((log) => this.#changeCase(log, note, change))
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
    return this.#shelf.edit(id, async (document) => {
      const record = await this.#logged((log) =>
        document.transact(async (before, write) => {
          const after = change(before)
          if (after === before) return before
          const said = typeof note === 'function' ? note(after) : note
          const version = versionOfRecord(SOURCE, after)
          const told = { name: sourceFile(id, 'meta.json'), version, replaces: [stateOfRecord(SOURCE, before)] }
          return log.record({ ...said, records: [told] }, (custody) => write({ ...after, custody }))
        })
      )
      await this.#catalogued(record)
      return record
    })
  }

  /**
   * Saves a brief. Only what is said in a note is logged, and that typing began: the version that came of it is noted in the log when the
   * case is closed, backed up, exported or verified, or left alone for a while. @throws DossierError
   */
  async updateBrief(id: string, change: (brief: Brief) => Brief, note: CustodyNote | null = null): Promise<void> {
    const document = this.#briefs.document(id)
    this.mustWrite()
    await this.#logged((log) =>
      document.transact(async (before, write) => {
        const after = { ...before, brief: change(before.brief) }
        if (note === null && this.#typed.has(id)) return write(after)
        // The version that stands may be one that was never noted.
        const replaces = [stateOfRecord(BRIEF, before), stateOf('open', before.custody?.sha256 ?? '', sha256)]
        const version = note === null ? 'open' : versionOfRecord(BRIEF, after)
        const told = { name: briefName(id), version, replaces } as const
        const base = note ?? ({ action: 'brief-edited', subject: id, detail: {} } as const)
        const written = await log.record({ ...base, records: [told] }, (custody) => write({ ...after, custody }))
        if (note === null) this.#typed.add(id)
        else this.#typed.delete(id)
        return written
      })
    )
  }

  /** Adds a brief: its file first, then its place in the case's list. */
  async addBrief(brief: Brief): Promise<void> {
    await this.#logged(async (log) => {
      const record: BriefRecord = { schema: CASE_SCHEMA, brief }
      const told = { name: briefName(brief.id), version: versionOfRecord(BRIEF, record), replaces: [] }
      const note = {
        action: 'brief-created',
        subject: brief.id,
        detail: { title: brief.title },
        records: [told]
      } as const
      await log.record({ ...note, records: [told] }, (custody) => this.#briefs.add({ ...record, custody }))
      const listed = {
        action: 'case-changed',
        subject: null,
        detail: { briefs: this.record.briefs.length + 1 }
      } as const
      await this.#changeCase(log, listed, (before) => ({ ...before, briefs: [...before.briefs, brief.id] }))
    })
  }

  /** Takes a source out of the case; its folder is kept in the quarantine. @throws DossierError */
  async removeSource(id: string, note: CustodyNote): Promise<void> {
    await this.#shelf.edit(id, async (document) => {
      const told = {
        name: sourceFile(id, 'meta.json'),
        version: null,
        replaces: [stateOfRecord(SOURCE, document.data)]
      }
      await this.#logged((log) =>
        log.record({ ...note, records: [told] }, () =>
          setAside(this.files, sourceFile(id, '').slice(0, -1), this.#context.now())
        )
      )
      this.catalogue.together(() => this.catalogue.remove(id))
    })
    this.#shelf.forget()
  }

  /** Takes in the logs of another copy of the case, or of another case. Rejects with the system's error. */
  async takeInLogs(other: CaseFiles, otherId: string): Promise<void> {
    this.mustWrite()
    await this.#ready
    await takeInLogs(this.files, other, { own: this.#log!.device, isOtherCase: otherId !== this.record.id })
  }

  /**
   * Logs something that changes nothing in the case, such as an export. Answers where the log ends with it; null when the case is read-only,
   * and nothing was logged.
   */
  async log(note: CustodyNote): Promise<LogHead | null> {
    if (this.readOnly) return null
    return this.#logged(async (log) => {
      await this.#noteTyped(log, {})
      await this.#changeCase(log, note, (record) => record)
      return log.head
    })
  }

  /**
   * Does work while nothing of the case changes: edits wait. What was typed is noted in the log first, and `note` logged. Does it at once
   * when the case is read-only.
   */
  async hold<T>(note: CustodyNote | null, work: () => Promise<T>): Promise<T> {
    await this.#ready
    if (this.readOnly) return work()
    return this.#gate.hold(async () => {
      const log = this.#mustLog()
      await this.#noteTyped(log, {})
      if (note) await this.#changeCase(log, note, (record) => record)
      await anchorLog(log)
      return work()
    })
  }

  /** Where the log of this device ends; null when the case is read-only. */
  get logHead(): LogHead | null {
    return this.#log?.head ?? null
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
    await this.followed
    const before = given?.before ?? (await this.readEnds())
    const sources = given?.sources ?? (await this.#presentSources())
    const record = await this.#recordOnDisk()
    const briefs = [...(await this.#briefs.onDisk())].map(([name, found]) =>
      found ? presentOf(name, found) : { name, version: null, custody: undefined }
    )
    const present = [...sources, ...briefs, presentOf(CASE_FILE, record)]
    const previous = await readPrevious(
      this.files,
      present.map(({ name }) => name)
    )
    return compareCase(this.files, record, { present, previous, copies: this.conflictCopies, before })
  }

  /** The case's record as it's on the disk: another program may write it. As it was read last when it can't be read. */
  async #recordOnDisk(): Promise<CaseRecord> {
    try {
      return await readRecord(this.files, CASE_FILE, CASE, { newer: this.newer })
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      return this.record
    }
  }

  /** Reads the logs of all devices and checks them against what the case's documents refer to. */
  async custody(): Promise<CheckedChain[]> {
    await this.followed
    return readCustody(this.files, this.record.id, this.#anchors(), headsOf(await readHeads(this.files)))
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
    const record = await this.#logged((log) =>
      log.record({ ...note, records: [told] }, async (custody): Promise<SourceRecord> => {
        const staging: SourceRecord = { ...made, custody }
        await stageSource(this.files, staging, text, original)
        return staging
      })
    )
    this.#shelf.add(record)
    await this.#catalogued(record)
    return record
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
    this.#shelf.forget()
  }

  /** Waits for writes under way, gives the case free and wipes its key: nothing of it can be read any more. */
  async close(): Promise<void> {
    this.#closing = true
    this.#keeper.stop()
    try {
      await this.#ready.catch(() => {
        // Whoever waited for it heard of it.
      })
      await this.#case.settled()
      await this.#briefs.settled()
      await this.#shelf.settled()
      if (this.#quiet) clearTimeout(this.#quiet)
      if (this.#opened) await this.#gate.hold(() => this.#putOnRecord())
      const marks = this.#opened && !this.following ? await this.#log?.marks(this.files) : null
      await this.#log?.close()
      this.#log = null
      await this.#keeper.close(marks ?? null)
    } finally {
      // Whatever a full disk or a missing folder prevents: a locked case is locked.
      await this.#presence?.close()
      this.#shelf.forget()
      this.files.seal?.wipe()
      this.#lock?.release()
    }
  }

  async #begin({ wait = true }: OpenOptions): Promise<void> {
    const followed = this.#follow()
    this.followed = followed
    // Whoever waits for this, or for what waits for it, hears of a failure; perhaps nobody does.
    followed.catch(() => undefined)
    await this.#tellPresence()
    await this.#readBriefs()
    const device = this.#keeper.inStep ? await this.#device() : null
    const mark = device === null ? null : this.#keeper.mark(device)
    const catchUp = async (): Promise<void> => {
      const isKnown = mark !== null && (await this.#keeper.check())
      if (!isKnown) await followed
      if (this.#lock && !this.#closing) await this.#openLog(isKnown ? mark : null)
    }
    this.#ready = catchUp()
    this.#ready.catch(() => undefined)
    if (wait) await this.settled()
    this.#opened = true
  }

  /** The name of this device. Who only reads makes none, so that a case can be read where the program's own folder can't be written. */
  #device(): Promise<string | null> {
    const { userData } = this.#context
    return this.#lock ? deviceId(userData) : knownDeviceId(userData)
  }

  async #tellPresence(): Promise<void> {
    const { onOthers, program = 'Dossier', now, beatMs } = this.#context
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

  /** Resolves when the list can be relied on: keys can be given and duplicates found. */
  ready(): Promise<void> {
    return this.#ready
  }

  /** Resolves when every document was looked at and the log is open: from then on nothing of the case is only remembered. */
  async settled(): Promise<void> {
    await this.followed
    await this.#ready
  }

  async #follow(): Promise<void> {
    this.following = true
    try {
      await this.#keeper.follow(this.#shelf, {
        onRows: (rows, removed) => this.#context.onRows?.(rows, removed),
        onDamage: (sentence) => this.#damage(sentence),
        onConflicts: (copies) => this.conflictCopies.push(...copies)
      })
    } catch (error) {
      throw readingError(error, 'the case’s folder', 'Nothing was changed.')
    }
    this.following = this.#closing
  }

  /** Brings a source's change into the list. When the list can't take it, the case has it all the same. */
  async #catalogued(record: SourceRecord): Promise<void> {
    // Without a stamp the document is read again at the next opening.
    const stamp = await this.#shelf.stamp(record.source.id).catch((error: unknown) => {
      if (isSystemError(error)) return null
      throw error
    })
    try {
      this.catalogue.together(() => this.catalogue.put(record, stamp ?? ''))
    } catch (error) {
      if (!isDatabaseError(error)) throw error
      // Without marks it's brought in step at the next opening.
      this.following = true
      this.#notice(
        'The list could not be brought up to date, but everything is saved. Close the case and open it again.'
      )
    }
  }

  /** Makes a change with the open log, as soon as nothing holds the case still. */
  async #logged<T>(change: (log: CaseLog) => Promise<T>): Promise<T> {
    this.mustWrite()
    await this.#ready
    const changed = await this.#gate.pass(() => change(this.#mustLog()))
    this.#waitForQuiet()
    return changed
  }

  #mustLog(): CaseLog {
    if (!this.#log) throw new DossierError('no-case', 'The case was closed before this was done. Nothing was changed.')
    return this.#log
  }

  /** Changes the case's record by an entry of the log. */
  #changeCase(log: CaseLog, note: CustodyNote, change: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    return this.#case.transact((before, write) => {
      const after = change(before)
      const version = versionOfRecord(CASE, after)
      const told = { name: CASE_FILE, version, replaces: [stateOfRecord(CASE, before)] }
      const records = [...(note.records ?? []), told]
      return log.record({ ...note, records }, (custody) => write({ ...after, custody }))
    })
  }

  /** Notes the versions of the briefs that were typed in. */
  async #noteTyped(log: CaseLog, detail: CustodyNote['detail']): Promise<void> {
    for (const id of [...this.#typed]) {
      await this.#briefs.document(id).transact(async (record) => {
        const of = record.custody?.sha256 ?? ''
        await log.noteVersions([{ name: briefName(id), noted: versionOfRecord(BRIEF, record), of }], detail)
        this.#typed.delete(id)
      })
    }
  }

  #waitForQuiet(): void {
    if (this.#quiet) clearTimeout(this.#quiet)
    if (this.#closing) return
    this.#quiet = setTimeout(() => {
      const putOnRecord = async (): Promise<void> => {
        if (!this.#log) return
        await this.#noteTyped(this.#log, {})
        await anchorLog(this.#log)
      }
      this.#gate.pass(putOnRecord).catch((error: unknown) => {
        // The next pause, and closing, try again.
        if (!(error instanceof DossierError)) throw error
      })
    }, QUIET_MS)
    this.#quiet.unref()
  }

  /** Before the case is closed: notes what was typed, where the log ends, and in the case's record that this was done. */
  async #putOnRecord(): Promise<void> {
    const log = this.#log
    if (!log) return
    try {
      await this.#noteTyped(log, {})
      const n = await anchorLog(log)
      const { anchored = {} } = this.record
      if (n === 0 || anchored[log.device] === n) return
      this.#adapter.keepPrevious = false
      await this.#case.update((record) => ({ ...record, anchored: { ...anchored, [log.device]: n } }))
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      this.#notice(`Everything is saved, but the log could not be closed: ${error.message}`)
    }
  }

  async #openLog(mark: LogMark | null): Promise<void> {
    const device = await deviceId(this.#context.userData)
    // As it's found: what this opening logs says nothing of where the log came from.
    const asFound = this.#sealFound.state === 'other' ? await readCustody(this.files, this.record.id, []) : []
    let compared: LogComparison | null = null
    const compare = async (): Promise<LogComparison> => (compared ??= await this.#compareAtOpening())
    const end = await readHead(this.files, device)
    const ends = new Map(end ? [[device, end]] : [])
    const { log, found } = await CaseLog.open({
      files: this.files,
      caseId: this.record.id,
      device,
      mark,
      anchors: () => [
        ...(mark ? [] : this.#anchors()),
        ...headsOf(ends).map(({ log: name, n, sha256: hash }) => ({ device: name, n, sha256: hash }))
      ],
      compare,
      now: this.#context.now,
      allRead: this.damages.length === 0
    })
    this.#log = log
    for (const sentence of found.breaks) this.#damage(sentence)
    // A source that can't be read keeps its keys: they come back with it.
    for (const subject of found.subjects) if (/^[SQ]\d+$/.test(subject)) this.catalogue.taken(subject)
    await this.#tellFound(log, found, ends)
    const told = compared as LogComparison | null
    for (const { message } of told?.told.findings ?? []) this.#notice(message)
    // This opening writes over the previous version of the record: that it was none stays told by the log.
    for (const { name, version } of await readPrevious(this.files, [CASE_FILE])) {
      if (version !== null) continue
      const what = `${name}${PREVIOUS_ENDING} wasn’t an earlier version of ${name}: it was damaged, or put there.`
      await log.note({ action: 'damage-found', subject: null, detail: { what } })
      this.#damage(what)
    }
    const listed = new Set(this.record.briefs)
    const unlisted = this.#briefs.ids().filter((id) => !listed.has(id))
    const records = told && tellsNothing(told) ? await this.#allVersions() : []
    const note: CustodyNote = {
      action: found.first ? 'case-created' : 'case-opened',
      subject: null,
      detail: { user: userName() },
      seen: await log.others(),
      records: records.filter(({ name }) => name === CASE_FILE)
    }
    await this.#changeCase(log, note, (record) =>
      unlisted.length === 0 ? record : { ...record, briefs: [...record.briefs, ...unlisted] }
    )
    await log.noteVersions(
      records.filter(({ name }) => name !== CASE_FILE),
      { first: true }
    )
    await this.#tellSeal(log, asFound)
  }

  /**
   * Tells of another key than this device remembers. Where the log has the entry that was remembered with it, the key was changed by whoever went on from there;
   * where it hasn't, another state was put in the case's place, which is logged and told until the user accepts it.
   */
  async #tellSeal(log: CaseLog, chains: readonly CheckedChain[]): Promise<void> {
    const found = this.#sealFound
    if (found.state === 'same') return
    if (found.state === 'other') {
      const told = damageTold(chains).find(({ entry }) => entry.detail['key'] === found.id)
      if (!told && chains.some(({ hashes }) => found.head !== null && hashes.includes(found.head))) {
        this.#notice(
          this.sealed
            ? 'This case got another key since it was last opened here, with a passphrase that was changed elsewhere. Its log goes on from where it was then.'
            : 'This case was decrypted elsewhere since it was last opened here. Its log goes on from where it was then.'
        )
      } else if (!told?.accepted) {
        if (!told)
          await log.note({ action: 'damage-found', subject: null, detail: { what: found.what, key: found.id } })
        return this.#damage(found.what)
      }
    }
    const { head } = log
    if (head) await this.#rememberSeal(head.sha256)
  }

  async #rememberSeal(head: string): Promise<void> {
    try {
      const { path, files } = this
      await rememberSeal(this.#context.userData, this.record.id, { path, files, head })
    } catch (error) {
      if (!isSystemError(error)) throw error
      this.#notice(
        `${systemFailure(error)?.because ?? 'The system refused to write it'}, so which key this case has could not be remembered: an older state of it that is put in its place wouldn’t be noticed here.`
      )
    }
  }

  /** Logs what opening found and mended: it must stay told when there is nothing to see of it any more. */
  async #tellFound(log: CaseLog, found: LogFindings, ends: Parameters<typeof headProblems>[0]): Promise<void> {
    const { device } = log
    if (this.#migratedFrom !== null)
      await log.note({ action: 'case-migrated', subject: null, detail: { from: this.#migratedFrom, to: CASE_SCHEMA } })
    const { anchored = {} } = this.record
    const own = device in anchored ? { [device]: anchored[device]! } : {}
    for (const what of headProblems(ends, own, this.record.id))
      await log.note({ action: 'damage-found', subject: null, detail: { what } })
    for (const { what, mend } of this.#toMend.splice(0)) {
      await log.note({ action: 'damage-found', subject: null, detail: { what } })
      await mend()
    }
    if (ends.get(device)?.head === null) await setAside(this.files, headName(device), this.#context.now())
    for (const { name, notice } of this.#putBacks.splice(0))
      await log.note({ action: 'document-put-back', subject: null, detail: { file: name, what: notice } })
    for (const name of found.open) {
      const id = this.#briefs.ids().find((candidate) => briefName(candidate) === name)
      const record = id === undefined ? undefined : this.#briefs.record(id)
      if (!record) continue
      const told = { name, noted: versionOfRecord(BRIEF, record), of: record.custody?.sha256 ?? '' }
      await log.noteVersions([told], { 'after an unclean end': true })
    }
  }

  /** What opening compares with the logs: which entries made the documents, as the catalogue has them. */
  async #compareAtOpening(): Promise<LogComparison> {
    const unread = (name: string, custody: Anchor | undefined): Present => ({ name, version: undefined, custody })
    const sources = this.catalogue.places().map(({ id, custody }) => unread(sourceFile(id, 'meta.json'), custody))
    const briefs = this.#presentBriefs().map(({ name, custody }) => unread(name, custody))
    const present = [...sources, ...briefs, unread(CASE_FILE, this.record.custody)]
    const copies = this.conflictCopies
    const first = await compareCase(this.files, this.record, { present, copies })
    const { told, ends: before } = first
    const doubtful = new Set([...told.findings, ...told.cutShort].map(({ name }) => name))
    if (doubtful.size === 0) return first
    // After a crash the catalogue may be older than a document that was written twice within a tick of the clock; and others may have written meanwhile.
    const read = await this.#presentSources((name) => doubtful.has(name))
    // A source that is doubtful and not read is gone.
    const rest = present.filter(({ name }) => !doubtful.has(name) || !name.startsWith(`${SOURCES}/`))
    return compareCase(this.files, this.record, { present: [...rest, ...read], copies, before })
  }

  /** The versions of all documents, for a log that tells of none yet. Those that can't be read are left out. */
  async #allVersions(): Promise<{ name: string; noted: string; of: string }[]> {
    const all = [presentOf(CASE_FILE, this.record), ...this.#presentBriefs(), ...(await this.#presentSources())]
    return all.flatMap(({ name, version, custody }) =>
      typeof version === 'string' ? [{ name, noted: version, of: custody?.sha256 ?? '' }] : []
    )
  }

  #presentBriefs(): Present[] {
    return this.#briefs.ids().map((id) => presentOf(briefName(id), this.#briefs.record(id)!))
  }

  async #presentSources(isWanted: (name: string) => boolean = () => true): Promise<Present[]> {
    const found: Present[] = []
    await inParallel(await this.sourceIds(), async (id) => {
      const name = sourceFile(id, 'meta.json')
      if (!isWanted(name)) return
      try {
        found.push(presentOf(name, await this.source(id)))
      } catch (error) {
        if (!(error instanceof DossierError)) throw error
        found.push({ name, version: null, custody: undefined })
      }
    })
    return found
  }

  #anchors(): Anchor[] {
    return [
      ...this.catalogue.anchors(),
      ...this.#briefs.anchors(),
      ...(this.record.custody ? [this.record.custody] : [])
    ]
  }

  /** Throws when the case may not be written, and says why. @throws DossierError `case-newer`, `case-held`, `disk-full`, `read-only` */
  mustWrite(): void {
    if (!this.readOnly) return
    if (this.newer) {
      throw new DossierError(
        'case-newer',
        'A newer version of Dossier wrote this case, so it is open for reading only. Nothing was changed. Update Dossier to write it.'
      )
    }
    if (this.#refusal) {
      const { code, because, place, advice } = this.#refusal
      const message = `${because}${place}, so this case is open for reading only. Nothing was changed. ${advice}`
      throw new DossierError(code, message)
    }
    if (!this.#wanted) {
      throw new DossierError('case-held', 'This case was opened for reading only. Nothing was changed.')
    }
    throw new DossierError(
      'case-held',
      `${whoHolds(this.holder)} is writing this case, so it is open for reading only. Nothing was changed. Close it there and try again.`
    )
  }

  #damage(sentence: string): void {
    this.damages.push(sentence)
    this.#notice(sentence)
  }

  #notice(sentence: string): void {
    this.notices.push(sentence)
    if (this.#opened) this.#context.onNotice?.(sentence)
  }

  async #readBriefs(): Promise<void> {
    await this.#briefs.read(this.record.briefs)
    const copies = conflictCopies(await listNames(this.files.root), (name) => name === CASE_FILE)
    this.conflictCopies.push(...this.#briefs.conflicts, ...copies)
  }
}

/** Writes where the log ends beside it. @throws DossierError a storage failure */
async function anchorLog(log: CaseLog): Promise<number> {
  try {
    return await log.anchor()
  } catch (error) {
    throw storageError(error, 'the end of the log', 'The case and its log are saved.')
  }
}

/** True for logs that are whole and tell of no document's version: from a format before there were any, or empty. */
function tellsNothing({ chains, told }: LogComparison): boolean {
  const isWhole = chains.every(({ breaks }) => breaks.length === 0)
  return isWhole && !told.tellsAnything
}

/** Why a case can't be written, though nobody else writes it. */
interface Refusal {
  code: 'read-only' | 'disk-full'
  because: string
  /** ` (“/the/path”)`, or nothing. */
  place: string
  advice: string
}

/** Why a case can't be written, if that is what a failure to open it says; else null. */
function whyNotWritten(error: unknown, casePath: string, userData: string): Refusal | null {
  const found = systemFailure(error)
  if (!found) return null
  const code = found.code === 'denied' ? 'read-only' : found.code
  if (code !== 'read-only' && code !== 'disk-full') return null
  const { because, advice, path } = found
  // The folder tells more than a file of the store's.
  const place =
    path === null
      ? ''
      : isWithin(casePath, path)
        ? ` (“${casePath}”)`
        : isWithin(userData, path)
          ? ` (Dossier’s own folder, “${userData}”)`
          : ` (“${path}”)`
  return { code, because, advice, place }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep)
}

function whoHolds(holder: LockHolder | null): string {
  if (!holder) return 'Another window or program'
  const { program, user, host } = holder
  const name = program === '' ? 'Another program' : program.charAt(0).toUpperCase() + program.slice(1)
  return `${name} (${[user, host].filter(Boolean).join(' on ')})`
}

function importNote({ key, original: { name, bytes, sha256: hash } }: Source): CustodyNote {
  return { action: 'source-imported', subject: key, detail: { name, bytes, sha256: hash } }
}
