import { DossierError } from '../../shared/errors/errors.ts'
import type { BriefRecord, CaseRecord } from '../../shared/case/case.ts'
import { stateOf, type CustodyNote, type LogHead } from '../../shared/case/custody.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import type { CaseLog } from './case-log.ts'
import type { CaseParts } from './case-parts.ts'
import type { Document } from './document.ts'
import { storageError } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { SharedExclusiveLock } from './shared-exclusive-lock.ts'
import { sha256 } from '../base/hash.ts'
import { briefName, CASE_FILE } from '../../shared/case/records/places.ts'
import type { LogMark } from './catalogue.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { stateOfRecord, versionOfRecord } from './record.ts'
import { readOnlyError, type WhyReadOnly } from './why-read-only.ts'

/** How long nothing has to be changed before what was typed, and the log's end, are put on record. */
const QUIET_MS = 60_000

/** Makes a change with the open log. @throws DossierError `no-case` when the case is closed by then */
export type Change = <T>(work: (log: CaseLog) => Promise<T>) => Promise<T>

/** Changes of an open case: each is logged before it's written, and none is begun while something needs the case to stand still. */
export class WriteAhead {
  readonly #parts: CaseParts
  readonly #lock = new SharedExclusiveLock()
  /** Briefs that were typed in since their version was last noted in the log. */
  readonly #typed = new Set<string>()
  #log: CaseLog | null = null
  #quiet: NodeJS.Timeout | null = null
  #ending = false
  /** Why the case may not be written; null when it may. */
  readonly whyReadOnly: WhyReadOnly | null
  /** Resolves when the list can be relied on and the log is open. */
  ready: Promise<void> = Promise.resolve()

  constructor(parts: CaseParts, whyReadOnly: WhyReadOnly | null) {
    this.#parts = parts
    this.whyReadOnly = whyReadOnly
  }

  /** Throws when the case may not be written, and says why. @throws DossierError `case-newer`, `case-held`, `disk-full`, `read-only` */
  mustWrite(): void {
    if (this.whyReadOnly) throw readOnlyError(this.whyReadOnly)
  }

  /** Resolves when the log is open. @throws DossierError as `mustWrite` does */
  async mayEdit(): Promise<void> {
    this.mustWrite()
    await this.ready
  }

  /** From now on the case can be changed. */
  begin(log: CaseLog): void {
    this.#log = log
  }

  /** Where the log of this device ends; null when the case is read-only. */
  get head(): LogHead | null {
    return this.#log?.head ?? null
  }

  /** Makes a change with the open log, as soon as nothing holds the case still. @throws DossierError `no-case` when it's closed by then */
  async change<T>(change: (log: CaseLog) => Promise<T>): Promise<T> {
    const changed = await this.#lock.shared(() => change(this.#mustLog()))
    this.#waitForQuiet()
    return changed
  }

  /** Changes the case's record by an entry of the log. */
  changeCase(log: CaseLog, note: CustodyNote, change: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    return this.#parts.record.transact((before, write) => {
      const after = change(before)
      const version = versionOfRecord(CASE, after)
      const told = { name: CASE_FILE, version, replaces: [stateOfRecord(CASE, before)] }
      const records = [...(note.records ?? []), told]
      return log.record({ ...note, records }, (custody) => write({ ...after, custody }))
    })
  }

  /**
   * Changes a brief. Only what is said in a note is logged, and that typing began: the version that came of it is noted when the
   * case is closed, backed up, exported or verified, or left alone for a while.
   */
  changeBrief(
    log: CaseLog,
    document: Document<BriefRecord>,
    change: (brief: Brief) => Brief,
    note: CustodyNote | null
  ): Promise<BriefRecord> {
    return document.transact(async (before, write) => {
      const { id } = before.brief
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
  }

  /** Logs something that changes nothing in the case, such as an export. Answers where the log ends with it. */
  async note(log: CaseLog, note: CustodyNote): Promise<LogHead | null> {
    await this.#noteTyped(log)
    await this.changeCase(log, note, (record) => record)
    return log.head
  }

  /**
   * Does work while nothing of the case changes but by what it's given: other edits wait. What was typed is noted in the log first, and `note` logged. When the case is
   * being closed, no more changes are begun.
   */
  hold<T>(note: CustodyNote | null, work: (change: Change) => Promise<T>): Promise<T> {
    return this.#lock.exclusive(async () => {
      const log = this.#mustLog()
      await this.#noteTyped(log)
      if (note) await this.changeCase(log, note, (record) => record)
      await anchor(log)
      return work(async (change) => {
        if (this.#ending) throw closed()
        return change(this.#mustLog())
      })
    })
  }

  /**
   * Waits for changes under way, notes what was typed, where the log ends, and in the case's record that this was done; then closes the log. Answers where the
   * logs of all devices end, when that can be known.
   */
  async end(files: CaseFiles): Promise<Record<string, LogMark> | null> {
    this.#ending = true
    if (this.#quiet) clearTimeout(this.#quiet)
    const log = this.#log
    if (!log) return null
    try {
      await this.#lock.exclusive(() => this.#putOnRecord(log))
      return await log.marks(files)
    } finally {
      this.#log = null
      await log.close()
    }
  }

  async #putOnRecord(log: CaseLog): Promise<void> {
    const { record, recordFile, notices } = this.#parts
    try {
      await this.#noteTyped(log)
      const n = await anchor(log)
      const { anchored = {} } = record.data
      if (n === 0 || anchored[log.device] === n) return
      recordFile.keepPrevious = false
      await record.update((before) => ({ ...before, anchored: { ...anchored, [log.device]: n } }))
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      notices.add(`Everything is saved, but the log could not be closed: ${error.message}`)
    }
  }

  /** Notes the versions of the briefs that were typed in. */
  async #noteTyped(log: CaseLog): Promise<void> {
    for (const id of [...this.#typed]) {
      await this.#parts.briefs.document(id).transact(async (record) => {
        const of = record.custody?.sha256 ?? ''
        await log.noteVersions([{ name: briefName(id), noted: versionOfRecord(BRIEF, record), of }], {})
        this.#typed.delete(id)
      })
    }
  }

  #waitForQuiet(): void {
    if (this.#quiet) clearTimeout(this.#quiet)
    if (this.#ending) return
    this.#quiet = setTimeout(() => {
      const putOnRecord = async (): Promise<void> => {
        if (!this.#log) return
        await this.#noteTyped(this.#log)
        await anchor(this.#log)
      }
      this.#lock.shared(putOnRecord).catch((error: unknown) => {
        // The next pause, and closing, try again.
        if (!(error instanceof DossierError)) throw error
      })
    }, QUIET_MS)
    this.#quiet.unref()
  }

  #mustLog(): CaseLog {
    if (!this.#log) throw closed()
    return this.#log
  }
}

function closed(): DossierError {
  return new DossierError('no-case', 'The case was closed before this was done. Nothing was changed.')
}

/** Writes where the log ends beside it. @throws DossierError a storage failure */
async function anchor(log: CaseLog): Promise<number> {
  try {
    return await log.anchor()
  } catch (error) {
    throw storageError(error, 'the end of the log', 'The case and its log are saved.')
  }
}
