import type { Brief } from '../../shared/brief/brief.ts'
import { CASE_SCHEMA, type BriefRecord, type CaseRecord, type SourceRecord } from '../../shared/case/case.ts'
import type { CustodyNote, LogHead } from '../../shared/case/custody.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import type { AnyRecord, RecordKind } from '../../shared/case/records/kind.ts'
import { briefName, sourceFile } from '../../shared/case/records/places.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { TEXT, textFileOf } from '../../shared/case/records/text.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { Source, SourceText } from '../../shared/source/source.ts'
import { isSystemError, storageError } from '../base/durable.ts'
import type { CaseLog } from './case-log.ts'
import { LIST_BEHIND, type CaseParts } from './case-parts.ts'
import { CaseReader } from './case-reader.ts'
import type { CaseFiles } from './files.ts'
import { takeInLogs } from './merged-logs.ts'
import { encodeRecord, stateOfRecord, versionOfRecord } from './record.ts'
import { Records } from './records.ts'
import { removeAside, setAside } from './recovery.ts'
import { stageSource } from './stage-source.ts'
import type { Change, WriteAhead } from './write-ahead.ts'

/** A source about to be added: everything but its place. */
export interface NewSource {
  source: Source
  text: SourceText
  original: Uint8Array
  /** Quotes that come with it. */
  quotes?: Quote[]
}

/** How the documents of an open case are changed. Each change is logged, saved and in the list when it resolves. */
export class CaseEditor extends CaseReader {
  protected readonly edits: WriteAhead
  readonly #change: Change
  /** The highest number of a source's key that was given. */
  #lastSource = 0
  /** Imports of sources under way, by the hash of their original. */
  readonly #importing = new Map<string, Promise<SourceRecord>>()

  /** `change` does one with the open log: beside others, or while none but this editor's are begun. */
  constructor(parts: CaseParts, edits: WriteAhead, change: Change = (work) => edits.change(work)) {
    super(parts)
    this.edits = edits
    this.#change = change
  }

  get readOnly(): boolean {
    return this.edits.whyReadOnly !== null
  }

  /** Throws when the case may not be written, and says why. @throws DossierError `case-newer`, `case-held`, `disk-full`, `read-only` */
  mustWrite(): void {
    this.edits.mustWrite()
  }

  /** The records of a kind. */
  records<T extends AnyRecord>(kind: RecordKind<T>): Records<T> {
    return new Records(kind, this.parts, this.#change, () => this.edits.mayEdit())
  }

  /** Changes the case's record. @throws DossierError a storage failure */
  async updateCase(
    change: (record: CaseRecord) => CaseRecord,
    note: CustodyNote = { action: 'case-changed', subject: null, detail: {} }
  ): Promise<CaseRecord> {
    await this.edits.mayEdit()
    return this.#change((log) => this.#changeCase(log, note, change))
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
    return this.parts.sources.edit(id, async (document) => {
      await this.edits.mayEdit()
      return this.#change((log) =>
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
   * Puts another text of a source beside those that it has; the source's record names it afterwards (`updateSource`). It's on the disk when this resolves.
   * @throws DossierError a storage failure; then it isn't in the case
   */
  async addText(source: Source, text: SourceText): Promise<void> {
    await this.edits.mayEdit()
    const name = sourceFile(source.id, textFileOf(source))
    try {
      await this.#change(() => this.files.write(name, Buffer.from(encodeRecord(text, TEXT.indent))))
    } catch (error) {
      throw storageError(error, `the text of ${source.key}`, 'It has the text that it had.')
    }
  }

  /**
   * Saves a brief. Only what is said in a note is logged, and that typing began: the version that came of it is noted in the log when the
   * case is closed, backed up, exported or verified, or left alone for a while. @throws DossierError
   */
  async updateBrief(id: string, change: (brief: Brief) => Brief, note: CustodyNote | null = null): Promise<void> {
    const document = this.parts.briefs.document(id)
    await this.edits.mayEdit()
    await this.#change((log) => this.edits.changeBrief(log, document, change, note))
    this.parts.changes.tell([briefName(id)])
  }

  /** Adds a brief: its file first, then its place in the case's list. */
  async addBrief(brief: Brief): Promise<void> {
    await this.edits.mayEdit()
    await this.#change(async (log) => {
      const record: BriefRecord = { schema: CASE_SCHEMA, brief }
      const told = { name: briefName(brief.id), version: versionOfRecord(BRIEF, record), replaces: [] }
      const note = {
        action: 'brief-created',
        subject: brief.id,
        detail: { title: brief.title },
        records: [told]
      } as const
      await log.record({ ...note, records: [told] }, (custody) => this.parts.briefs.add({ ...record, custody }))
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
    await this.edits.mayEdit()
    const { sources, records, context, sync, notices } = this.parts
    await sources.edit(id, (document) =>
      this.#change((log) =>
        document.transact(async (source) => {
          const meta = { name: sourceFile(id, 'meta.json'), replaces: [stateOfRecord(SOURCE, source)] }
          const told = [meta, ...(await records.statesAt({ of: 'source', id }))]
          await log.record({ ...note, records: told.map((each) => ({ ...each, version: null })) }, async () => {
            // The whole folder at once, so that a crash leaves no source of which files are missing.
            const aside = await setAside(this.files, sourceFile(id, '').slice(0, -1), context.now())
            if (!keep) await removeAside(this.files, aside)
          })
          document.retire(new DossierError('not-found', 'This source is no longer in the case.'))
          if (!sync.drop(id)) notices.add(LIST_BEHIND)
        })
      )
    )
    sources.forget()
    records.forget()
  }

  /**
   * Adds a source whole or not at all: its folder is staged, flushed and renamed into place. `quotes` come with it. Its key is free, and its bytes may be those
   * of another source: who imports them asks `importSource`.
   * @throws DossierError a storage failure; then nothing of it is in the case
   */
  async addSource(added: NewSource, note = importNote(added.source)): Promise<SourceRecord> {
    await this.edits.mayEdit()
    return this.#change((log) => this.#add(log, added, note))
  }

  /**
   * Adds a source whose original has this SHA-256, with a key of its own; where these bytes are a source already, answers that (`isNew` false). Both
   * are settled where no other addition, and no merge, comes between.
   * @throws DossierError a storage failure; then nothing of it is in the case
   */
  async importSource(
    sha256: string,
    make: (key: string) => NewSource
  ): Promise<{ record: SourceRecord; isNew: boolean }> {
    await this.edits.mayEdit()
    return this.#change(async (log) => {
      // One that fails leaves its place to the next.
      for (let other = this.#importing.get(sha256); other; other = this.#importing.get(sha256))
        await Promise.allSettled([other])
      const twin = this.catalogue.idByHash(sha256)
      if (twin !== undefined) return { record: await this.source(twin), isNew: false }
      this.#lastSource = Math.max(this.#lastSource, this.catalogue.highest().source) + 1
      const made = make(`S${this.#lastSource}`)
      const adding = this.#add(log, made, importNote(made.source))
      this.#importing.set(sha256, adding)
      try {
        return { record: await adding, isNew: true }
      } finally {
        this.#importing.delete(sha256)
      }
    })
  }

  async #add(
    log: CaseLog,
    { source, text, original, quotes = [] }: NewSource,
    note: CustodyNote
  ): Promise<SourceRecord> {
    const made: SourceRecord = { schema: CASE_SCHEMA, source, quotes }
    const told = { name: sourceFile(source.id, 'meta.json'), version: versionOfRecord(SOURCE, made), replaces: [] }
    const record = await log.record({ ...note, records: [told] }, async (custody): Promise<SourceRecord> => {
      const staging: SourceRecord = { ...made, custody }
      await stageSource(this.files, staging, text, original)
      return staging
    })
    this.parts.sources.add(record)
    await this.#catalogued(record)
    return record
  }

  /** Takes in the logs of another copy of the case, or of another case. Rejects with the system's error. */
  async takeInLogs(other: CaseFiles, otherId: string): Promise<void> {
    await this.edits.mayEdit()
    await takeInLogs(this.files, other, { own: this.edits.head!.log, isOtherCase: otherId !== this.record.id })
  }

  /**
   * Logs something that changes nothing in the case, such as an export. Answers where the log ends with it; null when the case is read-only,
   * and nothing was logged.
   */
  async log(note: CustodyNote): Promise<LogHead | null> {
    if (this.readOnly) return null
    await this.edits.ready
    return this.#change((log) => this.edits.note(log, note))
  }

  /** Changes the case's record. Which briefs it lists decides which are in the case. */
  async #changeCase(log: CaseLog, note: CustodyNote, change: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    const before = new Set(this.record.briefs)
    const after = await this.edits.changeCase(log, note, change)
    const changed = after.briefs.filter((id) => !before.delete(id))
    this.parts.changes.tell([...changed, ...before].map(briefName))
    return after
  }

  /** Brings a source's change into the list. When the list can't take it, the case has it all the same. */
  async #catalogued(record: SourceRecord): Promise<void> {
    const { sources, sync, notices } = this.parts
    // Without a stamp the document is read again at the next opening.
    const stamp = await sources.stamp(record.source.id).catch((error: unknown) => {
      if (isSystemError(error)) return null
      throw error
    })
    if (!sync.take(record, stamp)) notices.add(LIST_BEHIND)
  }
}

function importNote({ key, original: { name, bytes, sha256: hash } }: Source): CustodyNote {
  return { action: 'source-imported', subject: key, detail: { name, bytes, sha256: hash } }
}
