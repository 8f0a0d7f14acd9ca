import { mkdir, readdir, readFile, rm, unlink } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, join } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import type { OriginalState } from '../../shared/brief/check.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import { BriefRecord, CASE_SCHEMA, SourceRecord, type CaseRecord } from '../../shared/case/case.ts'
import type { Anchor, CheckedChain, CustodyNote } from '../../shared/case/custody.ts'
import { SourceText, type Source } from '../../shared/source/source.ts'
import { Document } from './document.ts'
import { isSystemError, storageError, TEMPORARY_ENDING, writeDurably } from './durable.ts'
import { sha256, sha256OfFile } from './hash.ts'
import { CASE_FILE, parseJson, readCase } from './case-file.ts'
import { CustodyLog, readCustody } from './custody-log.ts'
import { deviceId } from './device.ts'
import { inParallel, listNames } from './folders.ts'
import { STAGING, stageSource } from './stage-source.ts'
import { takeLock, type CaseLock } from './lock.ts'

/** A source about to be added: everything but its place. */
export interface NewSource {
  source: Source
  text: SourceText
  original: Uint8Array
}

/** What a store needs to know of the program that opens it. */
export interface StoreContext {
  /** The program's own folder, for locks and the device's name in logs. */
  userData: string
  now: () => Date
}

/**
 * A case on disk: `case.json`, `briefs/<id>.json`, `sources/ab/<id>/{meta.json,text.json,original.*}`, one small document
 * per thing so that an edit costs the same however large the case is. The only writer of these files.
 */
export class CaseStore {
  readonly path: string
  /** What opening found and mended or set aside, a sentence each. */
  readonly notices: string[] = []
  readonly #case: Document<CaseRecord>
  readonly #lock: CaseLock | null
  readonly #now: () => Date
  /** Open whenever the case may be written. */
  #log: CustodyLog | null = null
  #loggedSubjects: string[] = []
  readonly #sources = new Map<string, Document<SourceRecord>>()
  readonly #briefs = new Map<string, Document<BriefRecord>>()

  private constructor(path: string, document: Document<CaseRecord>, lock: CaseLock | null, now: () => Date) {
    this.path = path
    this.#case = document
    this.#lock = lock
    this.#now = now
  }

  /**
   * Makes a new case in a folder that is empty or doesn't exist yet, and opens it.
   * @throws DossierError `case-exists`, or a storage failure; then nothing of it is left
   */
  static async create(path: string, record: CaseRecord, context: StoreContext): Promise<CaseStore> {
    const kept = 'Nothing was changed.'
    try {
      await mkdir(path, { recursive: true })
      const present = (await readdir(path)).filter((name) => !name.startsWith('.'))
      if (present.length > 0) {
        throw new DossierError(
          'case-exists',
          `The folder “${basename(path)}” isn’t empty. ${kept} Choose an empty folder or a new name.`
        )
      }
      await mkdir(join(path, 'briefs'), { recursive: true })
      await mkdir(join(path, 'sources'), { recursive: true })
      await writeDurably(join(path, CASE_FILE), JSON.stringify(record, null, 1) + '\n')
    } catch (error) {
      throw storageError(error, 'the case', kept)
    }
    return CaseStore.open(path, context)
  }

  /**
   * Opens a case. Without the right to write (another process holds it, the folder is write-protected, or `write` is false)
   * it is read-only.
   * @throws DossierError `not-found`, `damaged`, `case-newer`, `io`
   */
  static async open(path: string, context: StoreContext, { write = true } = {}): Promise<CaseStore> {
    const document = await readCase(path)
    const lock = write ? await takeLock(context.userData, document.data.id) : null
    const store = new CaseStore(path, document, lock, context.now)
    try {
      if (lock) await store.#sweep()
      await store.#readSources()
      await store.#readBriefs()
      if (lock) await store.#openLog(context.userData)
    } catch (error) {
      await store.#log?.close()
      lock?.release()
      if (!lock || !isWriteProtected(error)) throw error
      const reader = await CaseStore.open(path, context, { write: false })
      reader.notices.push('This folder can’t be written, so the case is open for reading only.')
      return reader
    }
    return store
  }

  get readOnly(): boolean {
    return this.#lock === null
  }

  get record(): CaseRecord {
    return this.#case.data
  }

  sources(): SourceRecord[] {
    return [...this.#sources.values()].map((document) => document.data)
  }

  source(id: string): SourceRecord | undefined {
    return this.#sources.get(id)?.data
  }

  briefs(): Brief[] {
    return this.record.briefs.flatMap((id) => this.#briefs.get(id)?.data.brief ?? [])
  }

  /** Changes the case's record. @throws DossierError a storage failure */
  updateCase(change: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    return this.#logged({ action: 'case-changed', subject: null, detail: {} }, (custody) =>
      this.#case.update((record) => ({ ...change(record), custody }))
    )
  }

  /** Changes a source's record, and logs it. @throws DossierError `not-found` or a storage failure */
  updateSource(id: string, change: (record: SourceRecord) => SourceRecord, note: CustodyNote): Promise<SourceRecord> {
    const document = this.#sources.get(id)
    if (!document) throw new DossierError('not-found', 'This source is no longer in the case.')
    return this.#logged(note, (custody) => document.update((record) => ({ ...change(record), custody })))
  }

  /** Saves a brief. Only what is said in a note is logged: typing isn't. @throws DossierError */
  async updateBrief(id: string, change: (brief: Brief) => Brief, note: CustodyNote | null = null): Promise<void> {
    const document = this.#briefs.get(id)
    if (!document) throw new DossierError('not-found', 'This brief is no longer in the case.')
    this.#mustWrite()
    if (note === null) await document.update((record) => ({ ...record, brief: change(record.brief) }))
    else
      await this.#logged(note, (custody) =>
        document.update((record) => ({ ...record, brief: change(record.brief), custody }))
      )
  }

  /** Adds a brief: its file first, then its place in the case's list. */
  async addBrief(brief: Brief): Promise<void> {
    const path = join(this.path, 'briefs', `${brief.id}.json`)
    await this.#logged(
      { action: 'brief-created', subject: brief.id, detail: { title: brief.title } },
      async (custody) => {
        this.#briefs.set(
          brief.id,
          await Document.create<BriefRecord>(path, BriefRecord, { schema: CASE_SCHEMA, brief, custody }, 'the brief')
        )
        await this.#case.update((record) => ({ ...record, briefs: [...record.briefs, brief.id] }))
      }
    )
  }

  /** Logs something that changes nothing in the case, such as an export. Nothing is logged when it's read-only. */
  async log(note: CustodyNote): Promise<void> {
    if (this.readOnly) return
    await this.#logged(note, (custody) => this.#case.update((record) => ({ ...record, custody })))
  }

  /** Keys and ids that were in the log when the case was opened, also those whose records can't be read any more. */
  get loggedSubjects(): readonly string[] {
    return this.#loggedSubjects
  }

  /** Reads the logs of all devices and checks them against what the case's documents refer to. */
  custody(): Promise<CheckedChain[]> {
    return readCustody(this.path, this.record.id, this.#anchors())
  }

  /**
   * Adds a source whole or not at all: its folder is staged, flushed and renamed into place.
   * @throws DossierError a storage failure; then nothing of it is in the case
   */
  async addSource({ source, text, original }: NewSource): Promise<SourceRecord> {
    const { name, bytes, sha256: hash } = source.original
    const note: CustodyNote = { action: 'source-imported', subject: source.key, detail: { name, bytes, sha256: hash } }
    const record = await this.#logged(note, async (custody): Promise<SourceRecord> => {
      const staging: SourceRecord = { schema: CASE_SCHEMA, source, quotes: [], custody }
      await stageSource({ casePath: this.path, folder: this.#folder(source.id) }, staging, text, original)
      return staging
    })
    this.#sources.set(source.id, await this.#readSource(this.#folder(source.id)))
    return record
  }

  /**
   * Reads a source's text, validated.
   * @throws DossierError `not-found` or `damaged`
   */
  async text(id: string): Promise<SourceText> {
    const record = this.source(id)
    if (!record) throw new DossierError('not-found', 'This source is no longer in the case.')
    const { key } = record.source
    let raw: string
    try {
      raw = await readFile(join(this.#folder(id), 'text.json'), 'utf8')
    } catch (error) {
      throw new DossierError(
        'not-found',
        `The text of ${key} is missing from the case. Its original may still be there.`,
        { cause: error }
      )
    }
    const parsed = SourceText.safeParse(parseJson(raw))
    if (!parsed.success) {
      throw new DossierError(
        'damaged',
        `The text of ${key} is damaged. It was left as it is; its original may still be intact.`
      )
    }
    return parsed.data
  }

  /** Hashes a source's stored original and compares it with the hash taken when it was imported. */
  async originalState(id: string): Promise<OriginalState> {
    const record = this.source(id)
    if (!record) return 'missing'
    const { file, sha256: expected } = record.source.original
    try {
      return (await sha256OfFile(join(this.#folder(id), file))) === expected ? 'intact' : 'altered'
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return 'missing'
      throw new DossierError('io', `The original of ${record.source.key} could not be read.`, { cause: error })
    }
  }

  /** Compares a text with the hash that the source's record holds for it. */
  textState(id: string, text: SourceText): OriginalState {
    return this.source(id)?.source.text.sha256 === sha256(text.text) ? 'intact' : 'altered'
  }

  /** Waits for writes under way and gives the case free. */
  async close(): Promise<void> {
    await this.#case.settled()
    for (const document of [...this.#sources.values(), ...this.#briefs.values()]) await document.settled()
    await this.#log?.close()
    this.#lock?.release()
  }

  /** Logs what is about to be written, then writes it with the entry's anchor. */
  async #logged<T>(note: CustodyNote, write: (anchor: Anchor) => Promise<T>): Promise<T> {
    const log = this.#mustWrite()
    const anchor = await log.append(note, this.#now())
    try {
      return await write(anchor)
    } catch (error) {
      await log.append(notCompleted(note.subject, anchor.n), this.#now()).catch((failure: unknown) => {
        // On a full disk nothing more can be logged either: the next opening finds the entry without its effect and says so.
        if (!(failure instanceof DossierError)) throw failure
      })
      throw error
    }
  }

  async #openLog(userData: string): Promise<void> {
    const device = await deviceId(userData)
    this.#log = await CustodyLog.open(this.path, this.record.id, device)
    const chains = await this.custody()
    this.#loggedSubjects = chains.flatMap(({ entries }) => entries.flatMap(({ subject }) => subject ?? []))
    const chain = chains.find((checked) => checked.device === device)
    const allRead = this.notices.length === 0
    for (const { message } of chain?.breaks ?? []) this.notices.push(message)
    const last = chain?.entries.at(-1)
    const effective =
      !last ||
      last.action === 'not-completed' ||
      this.#anchors().some((anchor) => anchor.device === device && anchor.n === last.n)
    // With a record that can't be read, its reference to the log is missing too, and nothing can be said.
    if (last && !effective && allRead) await this.#log.append(notCompleted(last.subject, last.n), this.#now())
    await this.log({
      action: last ? 'case-opened' : 'case-created',
      subject: null,
      detail: { user: userName() }
    })
  }

  #anchors(): Anchor[] {
    const records = [
      this.record,
      ...[...this.#sources.values(), ...this.#briefs.values()].map((document) => document.data)
    ]
    return records.flatMap((record) => record.custody ?? [])
  }

  #mustWrite(): CustodyLog {
    if (this.#log === null) {
      throw new DossierError(
        'case-held',
        'This case is open for reading only, because another window or program is writing it. Nothing was changed.'
      )
    }
    return this.#log
  }

  #folder(id: string): string {
    return join(this.path, 'sources', id.slice(0, 2), id)
  }

  #readSource(folder: string): Promise<Document<SourceRecord>> {
    return Document.read<SourceRecord>(join(folder, 'meta.json'), SourceRecord, 'the source')
  }

  /** Removes what a crash left unfinished: staged imports and temporary files. */
  async #sweep(): Promise<void> {
    await rm(join(this.path, STAGING), { recursive: true, force: true })
    for (const folder of [this.path, join(this.path, 'briefs')]) {
      for (const name of await listNames(folder)) {
        if (name.endsWith(TEMPORARY_ENDING)) await unlink(join(folder, name))
      }
    }
  }

  async #readSources(): Promise<void> {
    const folders: string[] = []
    const root = join(this.path, 'sources')
    for (const shelf of await listNames(root)) {
      for (const id of await listNames(join(root, shelf))) folders.push(join(root, shelf, id))
    }
    await inParallel(folders, async (folder) => {
      const document = await this.#orNotice(this.#readSource(folder), `the source in “${basename(folder)}”`)
      if (document) this.#sources.set(document.data.source.id, document)
    })
  }

  async #readBriefs(): Promise<void> {
    const files = (await listNames(join(this.path, 'briefs'))).filter((name) => name.endsWith('.json'))
    await inParallel(files, async (name) => {
      const path = join(this.path, 'briefs', name)
      const document = await this.#orNotice(
        Document.read<BriefRecord>(path, BriefRecord, 'the brief'),
        `the brief “${name}”`
      )
      if (document) this.#briefs.set(document.data.brief.id, document)
    })
    // A crash between a brief's file and the list leaves it unlisted, never lost.
    const listed = new Set(this.record.briefs)
    const found = [...this.#briefs.keys()].filter((id) => !listed.has(id)).sort()
    if (found.length > 0 && !this.readOnly) {
      await this.#case.update((record) => ({ ...record, briefs: [...record.briefs, ...found] }))
    }
  }

  async #orNotice<T extends object>(reading: Promise<Document<T>>, what: string): Promise<Document<T> | null> {
    try {
      return await reading
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      this.notices.push(
        `${what.charAt(0).toUpperCase()}${what.slice(1)} could not be read and was left untouched: ${error.message}`
      )
      return null
    }
  }
}

/** The name of the user's account; empty where the system has none, as in some containers. */
function userName(): string {
  try {
    return userInfo().username
  } catch (error) {
    if (isSystemError(error)) return ''
    throw error
  }
}

function isWriteProtected(error: unknown): boolean {
  if (error instanceof DossierError) return error.code === 'read-only'
  return isSystemError(error) && ['EACCES', 'EPERM', 'EROFS'].includes(error.code)
}

function notCompleted(subject: string | null, entry: number): CustodyNote {
  return { action: 'not-completed', subject, detail: { entry } }
}
