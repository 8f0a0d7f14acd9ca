import { sep } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { systemFailure } from '../../shared/api/system-error.ts'
import type { OriginalState } from '../../shared/brief/check.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import { CASE_SCHEMA, type BriefRecord, type CaseRecord, type SourceRecord } from '../../shared/case/case.ts'
import { conflictCopies, type ConflictCopy } from '../../shared/case/conflict-copies.ts'
import type { Anchor, CheckedChain, CustodyNote } from '../../shared/case/custody.ts'
import type { LockHolder } from '../../shared/case/holder.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { Source, SourceText } from '../../shared/source/source.ts'
import { BriefShelf } from './brief-shelf.ts'
import { CaseLog } from './case-log.ts'
import { CatalogueKeeper, importJournalPath } from './catalogue-keeper.ts'
import { isDatabaseError, type Catalogue, type LogMark } from './catalogue.ts'
import { createCase } from './create-case.ts'
import { readCustody } from './custody-log.ts'
import { deviceId } from './device.ts'
import { Document } from './document.ts'
import { isSystemError, readingError } from './durable.ts'
import type { CaseFiles } from './files.ts'
import { listNames } from './folders.ts'
import { CASE_FILE, sourceFile } from './layout.ts'
import { userName, type CaseLock } from './lock.ts'
import { takeInLogs } from './merged-logs.ts'
import { openFiles, prepareToWrite, type OpenedFiles } from './opening.ts'
import { setAside } from './recovery.ts'
import { CASE, RecordAdapter } from './record.ts'
import { checkOriginal, readOriginal, readText, type StoredText } from './source-files.ts'
import { SourceShelf } from './source-shelf.ts'
import { stageSource } from './stage-source.ts'

/** A source about to be added: everything but its place. */
export interface NewSource {
  source: Source
  text: SourceText
  original: Uint8Array
  /** Quotes that come with it. */
  quotes?: Quote[]
}

/** What a store needs to know of the program that opens it. */
export interface StoreContext {
  /** The program's own folder, for locks, catalogues, backups and the device's name in logs. */
  userData: string
  now: () => Date
  /** What the program is, such as `a window of Dossier`: told to others that want to write. */
  program?: string
  /** Told of sources that were found new, changed or gone after the case was opened. */
  onRows?: (rows: SourceRow[], removed: string[]) => void
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
    this.#case = Document.of(new RecordAdapter(files, CASE_FILE, CASE), record, CASE.what)
    this.#lock = lock
    this.#wanted = wanted
    this.#context = context
    this.#keeper = keeper
    const repair = lock ? { backups: opened.backups, now: context.now } : null
    const options = { newer, repair, damage: (sentence: string) => this.#damage(sentence) }
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
  updateCase(change: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    return this.#logged({ action: 'case-changed', subject: null, detail: {} }, (custody) =>
      this.#case.update((record) => ({ ...change(record), custody }))
    )
  }

  /** Changes a source's record, and logs it. @throws DossierError `not-found` or a storage failure */
  updateSource(id: string, change: (record: SourceRecord) => SourceRecord, note: CustodyNote): Promise<SourceRecord> {
    this.mustWrite()
    return this.#shelf.edit(id, async (document) => {
      const record = await this.#logged(note, (custody) =>
        document.update((before) => ({ ...change(before), custody }))
      )
      await this.#catalogued(record)
      return record
    })
  }

  /** Saves a brief. Only what is said in a note is logged: typing isn't. @throws DossierError */
  async updateBrief(id: string, change: (brief: Brief) => Brief, note: CustodyNote | null = null): Promise<void> {
    const document = this.#briefs.document(id)
    this.mustWrite()
    if (note === null) await document.update((record) => ({ ...record, brief: change(record.brief) }))
    else
      await this.#logged(note, (custody) =>
        document.update((record) => ({ ...record, brief: change(record.brief), custody }))
      )
  }

  /** Adds a brief: its file first, then its place in the case's list. */
  async addBrief(brief: Brief): Promise<void> {
    const note = { action: 'brief-created', subject: brief.id, detail: { title: brief.title } } as const
    await this.#logged(note, async (custody) => {
      await this.#briefs.add(brief, custody)
      await this.#case.update((before) => ({ ...before, briefs: [...before.briefs, brief.id] }))
    })
  }

  /** Takes a source out of the case; its folder is kept in the quarantine. @throws DossierError */
  async removeSource(id: string, note: CustodyNote): Promise<void> {
    await this.#shelf.edit(id, async () => {
      await this.#logged(note, async (custody) => {
        await setAside(this.files, sourceFile(id, '').slice(0, -1), this.#context.now())
        await this.#case.update((record) => ({ ...record, custody }))
      })
      this.catalogue.together(() => this.catalogue.remove(id))
    })
    this.#shelf.forget()
  }

  /** Takes in the logs of another copy of the case. Rejects with the system's error. */
  async takeInLogs(other: CaseFiles): Promise<void> {
    this.mustWrite()
    await this.#ready
    await takeInLogs(this.files, other, this.#log!.device)
  }

  /** Logs something that changes nothing in the case, such as an export. Nothing is logged when it's read-only. */
  async log(note: CustodyNote): Promise<void> {
    if (this.readOnly) return
    await this.#logged(note, (custody) => this.#case.update((record) => ({ ...record, custody })))
  }

  /** Reads the logs of all devices and checks them against what the case's documents refer to. */
  async custody(): Promise<CheckedChain[]> {
    await this.followed
    return readCustody(this.files, this.record.id, this.#anchors())
  }

  /**
   * Adds a source whole or not at all: its folder is staged, flushed and renamed into place. `quotes` come with it.
   * @throws DossierError a storage failure; then nothing of it is in the case
   */
  async addSource(
    { source, text, original, quotes = [] }: NewSource,
    note = importNote(source)
  ): Promise<SourceRecord> {
    const record = await this.#logged(note, async (custody): Promise<SourceRecord> => {
      const staging: SourceRecord = { schema: CASE_SCHEMA, source, quotes, custody }
      await stageSource(this.files, staging, text, original)
      return staging
    })
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
      const marks = this.#opened && !this.following ? await this.#log?.marks(this.files) : null
      await this.#log?.close()
      this.#log = null
      await this.#keeper.close(marks ?? null)
    } finally {
      // Whatever a full disk or a missing folder prevents: a locked case is locked.
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
    await this.#readBriefs()
    const mark = this.#keeper.inStep ? this.#keeper.mark(await deviceId(this.#context.userData)) : null
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

  /** Logs what is about to be written, then writes it with the entry's anchor. */
  async #logged<T>(note: CustodyNote, write: (anchor: Anchor) => Promise<T>): Promise<T> {
    this.mustWrite()
    await this.#ready
    if (!this.#log) throw new DossierError('no-case', 'The case was closed before this was done. Nothing was changed.')
    return this.#log.record(note, write)
  }

  async #openLog(mark: LogMark | null): Promise<void> {
    const { log, found } = await CaseLog.open({
      files: this.files,
      caseId: this.record.id,
      device: await deviceId(this.#context.userData),
      mark,
      anchors: () => this.#anchors(),
      now: this.#context.now,
      allRead: this.damages.length === 0
    })
    this.#log = log
    for (const sentence of found.breaks) this.#damage(sentence)
    // A source that can't be read keeps its keys: they come back with it.
    for (const subject of found.subjects) if (/^[SQ]\d+$/.test(subject)) this.catalogue.taken(subject)
    const action = found.first ? 'case-created' : 'case-opened'
    const note: CustodyNote = { action, subject: null, detail: { user: userName() } }
    await log.record(note, (custody) => this.#case.update((record) => ({ ...record, custody })))
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
    // A crash between a brief's file and the list leaves it unlisted, never lost.
    const listed = new Set(this.record.briefs)
    const found = this.#briefs.ids().filter((id) => !listed.has(id))
    if (found.length > 0 && !this.readOnly)
      await this.#case.update((record) => ({ ...record, briefs: [...record.briefs, ...found] }))
  }
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
