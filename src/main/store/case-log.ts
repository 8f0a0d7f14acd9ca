import { DossierError } from '../../shared/api/errors.ts'
import type { Anchor, CustodyNote } from '../../shared/case/custody.ts'
import type { LogMark } from './catalogue.ts'
import { CustodyLog, logSizes, readCustody } from './custody-log.ts'
import type { CaseFiles } from './files.ts'

/** What opening the log of a case needs. */
export interface LogOpening {
  files: CaseFiles
  caseId: string
  device: string
  /** Where the log ended, when that's known for sure; else it's checked against what the documents refer to. */
  mark: LogMark | null
  anchors: () => Anchor[]
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
}

/** Writes what is done to a case into its log before it's done. */
export class CaseLog {
  readonly #log: CustodyLog
  readonly #now: () => Date

  private constructor(log: CustodyLog, now: () => Date) {
    this.#log = log
    this.#now = now
  }

  /** Opens the log of this device; after a crash, or when others changed it, it's checked. Rejects with the system's error. */
  static async open(opening: LogOpening): Promise<{ log: CaseLog; found: LogFindings }> {
    const { files, caseId, device, mark, now } = opening
    const anchors = mark ? [] : opening.anchors()
    const known = anchors.reduce((max, anchor) => (anchor.device === device ? Math.max(max, anchor.n) : max), 0)
    const custody = await CustodyLog.open(files, { caseId, device, mark, known, now: now() })
    const log = new CaseLog(custody, now)
    const first = custody.mark.n === 0
    if (mark) return { log, found: { first, breaks: [], subjects: [] } }
    const chains = await readCustody(files, caseId, anchors)
    const own = chains.find((chain) => chain.device === device)
    const last = own?.entries.at(-1)
    const effective =
      !last ||
      last.action === 'not-completed' ||
      anchors.some((anchor) => anchor.device === device && anchor.n === last.n)
    // With a record that can't be read, its reference to the log is missing too, and nothing can be said.
    if (!effective && opening.allRead) await custody.append(notCompleted(last.subject, last.n), now())
    const breaks = (own?.breaks ?? []).map(({ message }) => message)
    const subjects = chains.flatMap(({ entries }) => entries.flatMap(({ subject }) => subject ?? []))
    return { log, found: { first, breaks, subjects } }
  }

  get device(): string {
    return this.#log.device
  }

  /** Logs what is about to be written, then writes it with the entry's anchor. @throws DossierError a storage failure */
  async record<T>(note: CustodyNote, write: (anchor: Anchor) => Promise<T>): Promise<T> {
    const anchor = await this.#log.append(note, this.#now())
    try {
      return await write(anchor)
    } catch (error) {
      await this.#log.append(notCompleted(note.subject, anchor.n), this.#now()).catch((failure: unknown) => {
        // On a full disk nothing more can be logged either: the next opening finds the entry without its effect and says so.
        if (!(failure instanceof DossierError)) throw failure
      })
      throw error
    }
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
