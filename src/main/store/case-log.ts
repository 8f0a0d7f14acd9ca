import { DossierError } from '../../shared/errors/errors.ts'
import type { Anchor, CheckedChain, CustodyNote, LogHead, RecordTold } from '../../shared/case/custody.ts'
import type { ComparisonReport } from '../../shared/case/log-findings.ts'
import type { LogMark } from './catalogue.ts'
import { CustodyLog } from './custody-log.ts'
import { logHeads, logSizes } from './read-logs.ts'
import type { CaseFiles } from './files.ts'
import { writeHead } from './log-head.ts'

/** An entry holds no more documents than this, so that no line grows without bound. */
export const MOST_TOLD = 500

/** What opening the log of a case needs. */
export interface LogOpening {
  files: CaseFiles
  caseId: string
  device: string
  /** Where the log ended, when that's known for sure; else it's checked against what the documents refer to. */
  mark: LogMark | null
  /** What else tells how long the log must be. */
  anchors: () => Anchor[]
  /** Compares the case with its logs, when `mark` doesn't say that nothing happened. */
  compare: () => Promise<{ chains: CheckedChain[]; told: ComparisonReport }>
  now: () => Date
  /** True when every document could be read: then an entry without effect is one that a crash cut short. */
  allRead: boolean
}

/** What checking the log found. */
export interface LogFindings {
  /** True for the first opening of the case on this device. */
  first: boolean
  /** A sentence for each break. */
  breaks: string[]
  /** What the entries of all logs are about. */
  subjects: string[]
  /** Documents whose version this device has yet to note: the program ended while they were edited. */
  open: string[]
}

/** Writes what is done to a case into its log before it's done. */
export class CaseLog {
  readonly #log: CustodyLog
  readonly #files: CaseFiles
  readonly #caseId: string
  readonly #now: () => Date
  /** Entries whose effect isn't on the disk yet, or never will be. */
  readonly #waiting = new Set<number>()
  /** Entries without effect for which that couldn't be logged. */
  readonly #failed = new Map<number, string | null>()
  /** The last entry that the document of the log's end holds. */
  #anchored = 0

  private constructor(log: CustodyLog, { files, caseId, now }: LogOpening) {
    this.#log = log
    this.#files = files
    this.#caseId = caseId
    this.#now = now
  }

  /** Opens the log of this device; after a crash, or when others changed it, it's checked. Rejects with the system's error. */
  static async open(opening: LogOpening): Promise<{ log: CaseLog; found: LogFindings }> {
    const { files, caseId, device, mark, now } = opening
    const known = opening
      .anchors()
      .reduce((max, anchor) => (anchor.device === device ? Math.max(max, anchor.n) : max), 0)
    const custody = await CustodyLog.open(files, { caseId, device, mark, known, now: now() })
    const log = new CaseLog(custody, opening)
    const first = custody.mark.n === 0
    if (mark) return { log, found: { first, breaks: [], subjects: [], open: [] } }
    const { chains, told } = await opening.compare()
    const own = chains.find((chain) => chain.device === device)
    // With a document that can't be read, its reference to the log is missing too, and nothing can be said.
    if (opening.allRead) {
      for (const { log: name, n, subject } of told.cutShort) {
        if (name !== device) continue
        log.#waiting.add(n)
        log.#failed.set(n, subject)
      }
      await log.#tellFailed()
    }
    const breaks = (own?.breaks ?? []).map(({ message }) => message)
    const subjects = chains.flatMap(({ entries }) => entries.flatMap(({ subject }) => subject ?? []))
    const open = [...told.open].flatMap(([name, version]) => (version.log === device ? [name] : []))
    return { log, found: { first, breaks, subjects, open } }
  }

  get device(): string {
    return this.#log.device
  }

  /** Where this device's log ends; null while it's empty. */
  get head(): LogHead | null {
    const { n, head } = this.#log.mark
    return n === 0 ? null : { log: this.device, n, sha256: head }
  }

  /** Logs what is about to be written, then writes it with the entry's anchor. @throws DossierError a storage failure */
  async record<T>(note: CustodyNote, write: (anchor: Anchor) => Promise<T>): Promise<T> {
    const anchor = await this.#log.append(note, this.#now(), {
      open: () => [...this.#waiting],
      logged: (n) => void this.#waiting.add(n)
    })
    try {
      const written = await write(anchor)
      this.#waiting.delete(anchor.n)
      return written
    } catch (error) {
      this.#failed.set(anchor.n, note.subject)
      await this.#tellFailed().catch((failure: unknown) => {
        // On a full disk nothing more can be logged either: it's tried again, and later entries tell that this one had no effect.
        if (!(failure instanceof DossierError)) throw failure
      })
      throw error
    }
  }

  async #tellFailed(): Promise<void> {
    for (const [n, subject] of [...this.#failed]) {
      this.#failed.delete(n)
      try {
        await this.note(notCompleted(subject, n))
        this.#waiting.delete(n)
      } catch (error) {
        this.#failed.set(n, subject)
        throw error
      }
    }
  }

  /** Logs something that is followed by no write. @throws DossierError a storage failure */
  async note(note: CustodyNote): Promise<void> {
    await this.#log.append(note, this.#now(), { open: () => [...this.#waiting] })
  }

  /** Notes versions of documents, in as many entries as it takes. @throws DossierError a storage failure */
  async noteVersions(told: readonly RecordTold[], detail: CustodyNote['detail']): Promise<void> {
    for (let i = 0; i < told.length; i += MOST_TOLD)
      await this.note({ action: 'versions-noted', subject: null, detail, records: told.slice(i, i + MOST_TOLD) })
  }

  /** Where the other logs end. Rejects with the system's error. */
  others(): Promise<LogHead[]> {
    return logHeads(this.#files, [this.device])
  }

  /**
   * Writes where the log ends beside it, unless it holds that already or something is under way. Answers the number of the entry that is anchored by now.
   * Rejects with the system's error.
   */
  async anchor(): Promise<number> {
    await this.#tellFailed()
    const { head } = this
    if (!head || head.n === this.#anchored || this.#waiting.size > 0) return this.#anchored
    await writeHead(this.#files, this.#caseId, head, await this.others())
    this.#anchored = head.n
    return head.n
  }

  /** Where the logs of all devices end. Rejects with the system's error. */
  async marks(files: CaseFiles): Promise<Record<string, LogMark>> {
    const sizes = await logSizes(files)
    const marks = Object.fromEntries(Object.entries(sizes).map(([device, size]) => [device, { size, n: 0, head: '' }]))
    return { ...marks, [this.device]: this.#log.mark }
  }

  /** Waits for entries under way and closes the file. */
  close(): Promise<void> {
    return this.#log.close()
  }
}

function notCompleted(subject: string | null, entry: number): CustodyNote {
  return { action: 'not-completed', subject, detail: { entry } }
}
