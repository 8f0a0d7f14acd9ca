import { open, readFile, stat, type FileHandle } from 'node:fs/promises'
import {
  chainStart,
  checkChain,
  CustodyEntry,
  type Anchor,
  type CheckedChain,
  type CustodyNote,
  type LogHead
} from '../../shared/case/custody.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { LogMark } from './catalogue.ts'
import { dirname, join } from 'node:path'
import { ensureFolder, ifThere, makeFolder, storageError, syncFolder, writeDurably } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { listNames } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { parseJson } from './record.ts'
import { deviceOfLog, logName, LOGS, QUARANTINE, stampOf } from './layout.ts'

/** A log's line as it is stored: in a sealed case each is sealed, in Base64; the chain of hashes in them holds their order. */
function lineToStore(files: CaseFiles, device: string, line: string): string {
  if (!files.seal) return line
  return Buffer.from(files.seal.seal(logName(device), Buffer.from(line))).toString('base64')
}

/** A stored line's text. One that can't be unsealed becomes a line that is no entry, which the check of the chain names. */
function storedLine(files: CaseFiles, device: string, stored: string): string {
  if (!files.seal) return stored
  try {
    return Buffer.from(files.seal.unseal(logName(device), Buffer.from(stored, 'base64'))).toString('utf8')
  } catch (error) {
    if (error instanceof DossierError) return '?'
    throw error
  }
}

/** Turns a whole log as it's stored into its text, or its text into what is stored. */
export function unsealLog(files: CaseFiles, device: string, stored: string): string {
  const lines = stored.split('\n')
  const tail = lines.pop()!
  return [...lines.map((line) => storedLine(files, device, line)), tail].join('\n')
}

export function sealLog(files: CaseFiles, device: string, text: string): string {
  const lines = text.split('\n')
  const tail = lines.pop()!
  return [...lines.map((line) => lineToStore(files, device, line)), tail].join('\n')
}

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

interface StoredLine {
  n: number
  text: string
  /** Where the next line begins, in bytes. */
  end: number
}

/** The whole lines of a stored log. */
function linesOf(files: CaseFiles, device: string, stored: Buffer): StoredLine[] {
  const lines: StoredLine[] = []
  for (let start = 0, end = stored.indexOf(10); end >= 0; start = end + 1, end = stored.indexOf(10, start)) {
    const n = lines.length + 1
    lines.push({ n, text: storedLine(files, device, stored.toString('utf8', start, end)), end: end + 1 })
  }
  return lines
}

function isEntry(line: string): boolean {
  return CustodyEntry.safeParse(parseJson(line)).success
}

async function keepAside(files: CaseFiles, device: string, stored: Buffer, now: Date): Promise<void> {
  const path = join(files.root, QUARANTINE, stampOf(now), `${device}.jsonl`)
  await makeFolder(dirname(path))
  await writeDurably(path, stored)
}

/** The logs of a case, in order: those of devices, and those that came with merges. */
export async function loggedDevices(files: CaseFiles): Promise<string[]> {
  const names = [
    ...(await listNames(files.path(LOGS))),
    ...(await listNames(files.path(`${LOGS}/merged`))).map((name) => `merged/${name}`)
  ]
  return names.filter((name) => /^(merged\/)?[\w-]+\.jsonl$/.test(name)).map((name) => name.slice(0, -'.jsonl'.length))
}

/** The size of each device's log. */
export async function logSizes(files: CaseFiles): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for (const device of await loggedDevices(files)) sizes[device] = (await stat(files.path(logName(device)))).size
  return sizes
}

/** The logs of all devices as they stood at one time, and what the documents of their ends said just before. */
export interface LogReading {
  /** Each log's text, by its name. */
  texts: ReadonlyMap<string, string>
  heads: readonly LogHead[]
}

/** Reads the logs of all devices. `heads` are what was read before of where they end. Rejects with the system's error. */
export async function readLogs(files: CaseFiles, heads: readonly LogHead[] = []): Promise<LogReading> {
  const texts = new Map<string, string>()
  for (const log of await loggedDevices(files)) texts.set(log, unsealLog(files, log, await readLog(files, log)))
  return { texts, heads }
}

/**
 * Reads and checks the logs of all devices against the anchors that the case's documents hold, and what the logs and the documents of their
 * ends (`heads`) say of one another.
 */
export async function readCustody(
  files: CaseFiles,
  caseId: string,
  anchors: readonly Anchor[],
  heads: readonly LogHead[] = []
): Promise<CheckedChain[]> {
  return checkLogs(await readLogs(files, heads), caseId, anchors)
}

/** Checks logs that were read, as `readCustody` does. */
export function checkLogs({ texts, heads }: LogReading, caseId: string, anchors: readonly Anchor[]): CheckedChain[] {
  const seen = [...texts.values()].flatMap(headsIn)
  const known = new Map<string, Anchor[]>()
  for (const anchor of anchors) known.set(anchor.device, [...(known.get(anchor.device) ?? []), anchor])
  // A log that forked holds some of these entries beside the log that it forked from.
  const lines = new Set(
    [...texts.values()].flatMap((text) =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => sha256(line))
    )
  )
  const told = new Map([...heads, ...seen].map((head) => [`${head.log} ${head.n} ${head.sha256}`, head]))
  for (const { log, n, sha256: hash } of told.values())
    if (!lines.has(hash)) known.set(log, [...(known.get(log) ?? []), { device: deviceOfLog(log), n, sha256: hash }])
  return [...new Set([...texts.keys(), ...known.keys()])].sort().map((log) => {
    const device = deviceOfLog(log)
    const chain = checkChain({ caseId, device, content: texts.get(log) ?? '' }, known.get(log) ?? [], sha256)
    return { ...chain, device: log }
  })
}

/** Where a log's entries say that the others ended. */
function headsIn(text: string): LogHead[] {
  return text.split('\n').flatMap((line) => {
    if (!line.includes('"seen":[')) return []
    return CustodyEntry.safeParse(parseJson(line)).data?.seen ?? []
  })
}

/** Where each log ends, but for those that are left out. A line that can't be read is none. */
export async function logHeads(files: CaseFiles, except: readonly string[] = []): Promise<LogHead[]> {
  const heads: LogHead[] = []
  for (const log of await loggedDevices(files)) {
    if (except.includes(log)) continue
    const lines = unsealLog(files, log, await readLog(files, log))
      .split('\n')
      .slice(0, -1)
    const line = lines.findLast(isEntry)
    if (line !== undefined) heads.push({ log, n: CustodyEntry.parse(parseJson(line)).n, sha256: sha256(line) })
  }
  return heads
}

/** A device's log as it's stored; empty when there is none. */
export async function readLog(files: CaseFiles, device: string): Promise<string> {
  return (await ifThere(readFile(files.path(logName(device)), 'utf8'))) ?? ''
}
