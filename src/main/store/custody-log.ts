import { mkdir, open, readFile, stat, type FileHandle } from 'node:fs/promises'
import {
  chainStart,
  checkChain,
  type Anchor,
  type CheckedChain,
  type CustodyEntry,
  type CustodyNote
} from '../../shared/case/custody.ts'
import { DossierError } from '../../shared/api/errors.ts'
import type { LogMark } from './catalogue.ts'
import { ifThere, storageError, syncFolder } from './durable.ts'
import type { CaseFiles } from './files.ts'
import { listNames } from './folders.ts'
import { sha256 } from './hash.ts'
import { deviceOfLog, logName, LOGS } from './layout.ts'

/** A log's line as it is stored: in a sealed case each is sealed for its place, in Base64. */
function lineToStore(files: CaseFiles, device: string, n: number, line: string): string {
  if (!files.seal) return line
  return Buffer.from(files.seal.seal(`${logName(device)}#${n}`, Buffer.from(line))).toString('base64')
}

/** A stored line's text. One that can't be unsealed becomes a line that is no entry, which the check of the chain names. */
function storedLine(files: CaseFiles, device: string, n: number, stored: string): string {
  if (!files.seal) return stored
  try {
    return Buffer.from(files.seal.unseal(`${logName(device)}#${n}`, Buffer.from(stored, 'base64'))).toString('utf8')
  } catch (error) {
    if (error instanceof DossierError) return '?'
    throw error
  }
}

/** Turns a whole log as it's stored into its text, or its text into what is stored. */
export function unsealLog(files: CaseFiles, device: string, stored: string): string {
  const lines = stored.split('\n')
  const tail = lines.pop()!
  return [...lines.map((line, i) => storedLine(files, device, i + 1, line)), tail].join('\n')
}

export function sealLog(files: CaseFiles, device: string, text: string): string {
  const lines = text.split('\n')
  const tail = lines.pop()!
  return [...lines.map((line, i) => lineToStore(files, device, i + 1, line)), tail].join('\n')
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
   * Opens this device's log for appending and makes it where there is none. A last line that a crash left incomplete was
   * never acknowledged: it is cut off. `mark` is where the log ended, if that's known for sure.
   */
  static async open(files: CaseFiles, caseId: string, device: string, mark: LogMark | null): Promise<CustodyLog> {
    const folder = files.path(LOGS)
    if (await mkdir(folder, { recursive: true })) await syncFolder(files.root)
    const path = files.path(logName(device))
    if (mark) return new CustodyLog(files, await open(path, 'r+', 0o600), device, mark)
    const stored = (await ifThere(readFile(path, 'utf8'))) ?? ''
    const whole = stored.slice(0, stored.lastIndexOf('\n') + 1)
    const handle = await open(path, stored === '' ? 'a' : 'r+', 0o600)
    const size = Buffer.byteLength(whole)
    if (whole !== stored) await handle.truncate(size)
    if (stored === '') await syncFolder(folder)
    const content = unsealLog(files, device, whole)
    const { entries } = checkChain({ caseId, device, content }, [], sha256)
    return new CustodyLog(files, handle, device, {
      size,
      n: entries.at(-1)?.n ?? 0,
      head: sha256(content.split('\n').at(-2) ?? chainStart(caseId, device))
    })
  }

  /** Where the log ends now. */
  get mark(): LogMark {
    return { size: this.#size, n: this.#n, head: this.#head }
  }

  /**
   * Appends an entry and resolves with its anchor when it's on the disk. When that fails, the file is cut back to what it
   * was, at once or before the next entry, so that none is glued to a torn one.
   */
  append(note: CustodyNote, at: Date): Promise<Anchor> {
    const run = this.#queue.then(async () => {
      const entry: CustodyEntry = { n: this.#n + 1, at: at.toISOString(), ...note, previous: this.#head }
      const line = JSON.stringify(entry)
      const bytes = Buffer.from(`${lineToStore(this.#files, this.device, entry.n, line)}\n`)
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

/** Reads and checks the logs of all devices against the anchors that the case's documents hold. */
export async function readCustody(
  files: CaseFiles,
  caseId: string,
  anchors: readonly Anchor[]
): Promise<CheckedChain[]> {
  const devices = new Set([...(await loggedDevices(files)), ...anchors.map((anchor) => anchor.device)])
  return Promise.all(
    [...devices].sort().map(async (device) => {
      const content = unsealLog(files, device, await readLog(files, device))
      const chain = checkChain(
        { caseId, device: deviceOfLog(device), content },
        device.includes('/') ? [] : anchors,
        sha256
      )
      return { ...chain, device }
    })
  )
}

/** A device's log as it's stored; empty when there is none. */
export async function readLog(files: CaseFiles, device: string): Promise<string> {
  return (await ifThere(readFile(files.path(logName(device)), 'utf8'))) ?? ''
}
