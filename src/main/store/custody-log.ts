import { open, readFile, type FileHandle } from 'node:fs/promises'
import type { CustodyEntry } from '../../shared/case/custody.ts'
import { chainStart, checkChain, type Anchor, type CustodyNote } from '../../shared/case/custody.ts'
import type { LogMark } from './catalogue.ts'
import { dirname, join } from 'node:path'
import { ensureFolder, ifThere, makeFolder, storageError, syncFolder, writeDurably } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { sha256 } from '../base/hash.ts'
import { logName, QUARANTINE, stampOf } from './layout.ts'
import { LOGS } from '../../shared/case/records/places.ts'
import { isEntry, lineToStore, linesOf } from './log-lines.ts'

/** What goes with an entry that is about to be appended. */
interface Appending {
  /** Answers the entries whose effect isn't on the disk yet. */
  open?: () => number[]
  /** Told the entry's number before another one can be appended. */
  logged?: (n: number) => void
}

/** This device's log of a case, open for appending. The only writer of its file. */
export class CustodyLog {
  readonly device: string
  readonly #files: CaseFiles
  readonly #handle: FileHandle
  #size: number
  /** True while bytes may stand after the last whole entry. */
  #torn = false
  #n: number
  #head: string
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(files: CaseFiles, handle: FileHandle, device: string, mark: LogMark) {
    this.#files = files
    this.#handle = handle
    this.device = device
    this.#size = mark.size
    this.#n = mark.n
    this.#head = mark.head
  }

  /**
   * Opens this device's log for appending and makes it where there is none. What a crash left at its end was never acknowledged and is cut off: an
   * incomplete line, and lines that can't be read, beyond the last entry that the case's documents refer to (`known`). Where even that one is
   * hit, the log is damaged: it is kept in the quarantine as it was. `mark` is where the log ended, if that's known for sure.
   */
  static async open(
    files: CaseFiles,
    {
      caseId,
      device,
      mark,
      known,
      now
    }: { caseId: string; device: string; mark: LogMark | null; known: number; now: Date }
  ): Promise<CustodyLog> {
    const folder = files.path(LOGS)
    if (await ensureFolder(folder)) await syncFolder(files.root)
    const path = files.path(logName(device))
    if (mark) {
      const handle = await open(path, 'r+', 0o600)
      if (await endsWithLine(handle, mark.size)) return new CustodyLog(files, handle, device, mark)
      await handle.close()
    }
    const stored = (await ifThere(readFile(path))) ?? Buffer.alloc(0)
    const lines = linesOf(files, device, stored)
    const end = lines.findLastIndex(({ text, n }) => n <= known || isEntry(text))
    const size = end < 0 ? 0 : lines[end]!.end
    if (size < stored.length && lines.length < known) await keepAside(files, device, stored, now)
    const handle = await open(path, stored.length === 0 ? 'a' : 'r+', 0o600)
    if (size < stored.length) await handle.truncate(size)
    if (stored.length === 0) await syncFolder(folder)
    const content = lines
      .slice(0, end + 1)
      .map(({ text }) => `${text}\n`)
      .join('')
    const { entries } = checkChain({ caseId, device, content }, [], sha256)
    const head = sha256(end < 0 ? chainStart(caseId, device) : lines[end]!.text)
    // Never a number that the documents refer to already.
    return new CustodyLog(files, handle, device, { size, n: Math.max(entries.at(-1)?.n ?? 0, known), head })
  }

  /** Where the log ends now. */
  get mark(): LogMark {
    return { size: this.#size, n: this.#n, head: this.#head }
  }

  /**
   * Appends an entry and resolves with its anchor when it's on the disk. When that fails, the file is cut back to what it
   * was, at once or before the next entry, so that none is glued to a torn one.   */
  append(note: CustodyNote, at: Date, { open = () => [], logged = () => undefined }: Appending = {}): Promise<Anchor> {
    const run = this.#queue.then(async () => {
      const { action, subject, detail, records, seen, covers } = note
      const waiting = open()
      const entry: CustodyEntry = {
        n: this.#n + 1,
        at: at.toISOString(),
        action,
        subject,
        detail,
        ...(records && records.length > 0 ? { records } : {}),
        ...(waiting.length > 0 ? { open: waiting } : {}),
        ...(seen && seen.length > 0 ? { seen } : {}),
        // Also when it's empty: without any, an acceptance is an older one, which covers what came before it.
        ...(covers ? { covers } : {}),
        previous: this.#head
      }
      const line = JSON.stringify(entry)
      const bytes = Buffer.from(`${lineToStore(this.#files, this.device, line)}\n`)
      try {
        if (this.#torn) await this.#cutBack()
        this.#torn = true
        await this.#write(bytes)
        await this.#handle.datasync()
        this.#torn = false
      } catch (error) {
        await this.#cutBack().catch((failure: unknown) => {
          // The file stays torn: the next append, or the next opening, cuts it back first.
          if (!(failure instanceof Error && 'code' in failure)) throw failure
        })
        throw storageError(error, 'the log', 'The case is as it was.')
      }
      this.#size += bytes.length
      this.#n = entry.n
      this.#head = sha256(line)
      logged(entry.n)
      return { device: this.device, n: entry.n, sha256: this.#head }
    })
    this.#queue = run.catch(() => {
      // The caller of this append hears of it; the next one starts where this one did.
    })
    return run
  }

  async #cutBack(): Promise<void> {
    await this.#handle.truncate(this.#size)
    this.#torn = false
  }

  async #write(bytes: Buffer): Promise<void> {
    let written = 0
    while (written < bytes.length) {
      const { bytesWritten } = await this.#handle.write(bytes, written, bytes.length - written, this.#size + written)
      written += bytesWritten
    }
  }

  /** Waits for appends under way and closes the file. */
  async close(): Promise<void> {
    await this.#queue
    await this.#handle.close()
  }
}

async function endsWithLine(handle: FileHandle, size: number): Promise<boolean> {
  const last = Buffer.alloc(1)
  await handle.read(last, 0, 1, size - 1)
  return last[0] === 10
}

async function keepAside(files: CaseFiles, device: string, stored: Buffer, now: Date): Promise<void> {
  const path = join(files.root, QUARANTINE, stampOf(now), `${device}.jsonl`)
  await makeFolder(dirname(path))
  await writeDurably(path, stored)
}
