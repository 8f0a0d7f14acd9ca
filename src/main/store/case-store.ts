import { randomUUID } from 'node:crypto'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import { conflictCopies } from '../../shared/case/conflict-copies.ts'
import type { CheckedChain, CustodyNote, LogHead } from '../../shared/case/custody.ts'
import type { LockHolder } from '../../shared/case/holder.ts'
import type { Present } from '../../shared/case/log-findings.ts'
import { CaseEditor } from './case-editor.ts'
import { partsOf, type CaseParts } from './case-parts.ts'
import { CaseCache, importJournalPath, viewPath } from './case-cache.ts'
import { CatalogueSync } from './catalogue-sync.ts'
import { anchorsOf, compareOnDisk } from './compare-case.ts'
import { createCase } from './create-case.ts'
import { readCustody } from './read-logs.ts'
import { deviceId, knownDeviceId } from './device.ts'
import { DocumentChanges } from './document-changes.ts'
import { readingError } from '../base/durable.ts'
import { listNames } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { unknownCounts, type UnknownRecord } from '../../shared/case/records/unknown.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'
import type { CaseLock } from './lock.ts'
import { readHeads } from './log-head.ts'
import { headsOf } from '../../shared/case/stored/log-ends.ts'
import { openLog, type ToLog } from './open-log.ts'
import { openFiles, prepareToWrite, type OpenedFiles } from './opening.ts'
import { Presence } from './presence.ts'
import type { OpenOptions, StoreContext } from './store-context.ts'
import { readEnds, type Ends, type LogComparison } from './log-comparison.ts'
import { refusalIn, type WhyReadOnly } from './why-read-only.ts'
import { WriteAhead } from './write-ahead.ts'

/** The name of the list's cache. */
const LIST_CACHE = 'index'

/**
 * A case on disk: `case.json`, `briefs/<id>.json`, `sources/ab/<id>/{meta.json,text.json,original.*}`, one small document
 * per thing so that an edit costs the same however large the case is. The only writer of these files.
 */
export class CaseStore extends CaseEditor {
  /** Who writes the case, when this store may not and that is why. */
  readonly holder: LockHolder | null
  readonly #lock: CaseLock | null
  #presence: Presence | null = null
  /** Resolves when the catalogue has followed every document. */
  #followed: Promise<void> = Promise.resolve()
  private constructor(opened: OpenedFiles, parts: CaseParts, whyReadOnly: WhyReadOnly | null) {
    super(parts, new WriteAhead(parts, whyReadOnly))
    this.holder = opened.holder
    this.#lock = opened.lock
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
      const sync = await CatalogueSync.open(files, new CaseCache(LIST_CACHE, place), changes)
      const putBacks: ToLog['putBacks'] = [...opened.putBacks]
      const parts = partsOf(opened, context, { sync, changes }, putBacks)
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

  /** Where the journal of an import stands: outside the case. */
  get journalPath(): string {
    return importJournalPath(this.parts.context.userData, this.record.id, this.path)
  }

  /** The place of what can be made anew from the documents, by a name that nothing else kept of this case has. */
  cache(name: string): CaseCache {
    if (name === LIST_CACHE) throw new RangeError(`“${name}” is the list's own cache.`)
    const { files, readOnly, record } = this
    return new CaseCache(name, { files, userData: this.parts.context.userData, caseId: record.id, write: !readOnly })
  }

  /** Where it stands how the case was last looked at: outside of it. */
  get viewPath(): string {
    return viewPath(this.parts.context.userData, this.record.id, this.path)
  }

  /**
   * Does work while nothing of the case changes but by the editor that it's given: other edits wait. What was typed is noted in the log first, and `note` logged.
   * Does it at once when the case is read-only.
   */
  async hold<T>(note: CustodyNote | null, work: (editor: CaseEditor) => Promise<T>): Promise<T> {
    await this.edits.ready
    if (this.readOnly) return work(this)
    return this.edits.hold(note, (change) => work(new CaseEditor(this.parts, this.edits, change)))
  }

  /** Where the log of this device ends; null when the case is read-only. */
  get logHead(): LogHead | null {
    return this.edits.head
  }

  /** What a newer version made and this one can't read: it is kept as it is. */
  async unknownRecords(): Promise<UnknownRecord[]> {
    await this.#followed
    return this.parts.sync.catalogue.unknownRecords()
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
    return compareOnDisk(this.parts, given)
  }

  /** Reads the logs of all devices and checks them against what the case's documents refer to. */
  async custody(): Promise<CheckedChain[]> {
    await this.#followed
    return readCustody(this.files, this.record.id, anchorsOf(this.parts), headsOf(await readHeads(this.files)))
  }

  /** Resolves when the list can be relied on: keys can be given and duplicates found. */
  ready(): Promise<void> {
    return this.edits.ready
  }

  /** Resolves when every document was looked at and the log is open: from then on nothing of the case is only remembered. */
  async settled(): Promise<void> {
    await this.#followed
    await this.edits.ready
  }

  /** Waits for writes under way, gives the case free and wipes its key: nothing of it can be read any more. */
  async close(): Promise<void> {
    const { sync, record, briefs, sources, records } = this.parts
    sync.stop()
    try {
      await this.edits.ready.catch(() => {
        // Whoever waited for it heard of it.
      })
      await record.settled()
      await briefs.settled()
      await sources.settled()
      await records.settled()
      await sync.close(await this.edits.end(this.files))
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
    const { sync, notices, context } = this.parts
    this.#followed = this.#follow()
    // Whoever waits for this, or for what waits for it, hears of a failure; perhaps nobody does.
    this.#followed.catch(() => undefined)
    await this.#tellPresence()
    await this.#readBriefs()
    const device = sync.wasInStep ? await this.#device() : null
    const mark = device === null ? null : sync.mark(device)
    const catchUp = async (): Promise<void> => {
      const isKnown = mark !== null && (await sync.check())
      if (!isKnown) await this.#followed
      if (!this.#lock || sync.stopped) return
      const changeCase: WriteAhead['changeCase'] = (...change) => this.edits.changeCase(...change)
      this.edits.begin(await openLog(this.parts, toLog, isKnown ? mark : null, changeCase))
    }
    this.edits.ready = catchUp()
    this.edits.ready.catch(() => undefined)
    if (wait) await this.settled()
    notices.tell((sentence) => context.onNotice?.(sentence))
  }

  /** The name of this device. Who only reads makes none, so that a case can be read where the program's own folder can't be written. */
  #device(): Promise<string | null> {
    const { userData } = this.parts.context
    return this.#lock ? deviceId(userData) : knownDeviceId(userData)
  }

  async #tellPresence(): Promise<void> {
    const { onOthers, program = 'Dossier', now, beatMs } = this.parts.context
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
    const { sync, sources, records, context, notices } = this.parts
    try {
      await sync.follow(sources, records, {
        onRows: (rows, removed) => context.onRows?.(rows, removed),
        onDamage: (sentence) => notices.addDamage(sentence),
        onConflicts: (copies) => this.conflictCopies.push(...copies)
      })
    } catch (error) {
      throw readingError(error, 'the case’s folder', 'Nothing was changed.')
    }
    const unknown = sync.catalogue.unknownRecords()
    if (unknown.length > 0) notices.add(unknownKept(unknown))
  }

  async #readBriefs(): Promise<void> {
    const { briefs } = this.parts
    await briefs.read(this.record.briefs)
    const copies = conflictCopies(await listNames(this.files.root), (name) => name === CASE_FILE)
    this.conflictCopies.push(...briefs.conflicts, ...copies)
  }
}

/** What is told of records that a newer version made. */
function unknownKept(unknown: readonly UnknownRecord[]): string {
  return `A newer version of Dossier keeps something in this case that this one doesn’t know (${unknownCounts(unknown)}). It is kept as it is; update Dossier to see it.`
}
