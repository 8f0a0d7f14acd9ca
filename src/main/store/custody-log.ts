import { mkdir, open, readdir, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import {
  chainStart,
  checkChain,
  type Anchor,
  type CheckedChain,
  type CustodyEntry,
  type CustodyNote
} from '../../shared/case/custody.ts'
import { isSystemError, storageError, syncFolder } from './durable.ts'
import { sha256 } from './hash.ts'

const FOLDER = 'audit'

/** This device's log of a case, open for appending. The only writer of its file. */
export class CustodyLog {
  readonly #handle: FileHandle
  readonly #device: string
  #size: number
  /** True while bytes may stand after the last whole entry. */
  #torn = false
  #n: number
  #head: string
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(handle: FileHandle, device: string, state: { size: number; n: number; head: string }) {
    this.#handle = handle
    this.#device = device
    this.#size = state.size
    this.#n = state.n
    this.#head = state.head
  }

  /**
   * Opens this device's log for appending and makes it where there is none. A last line that a crash left incomplete was
   * never acknowledged: it is cut off.
   */
  static async open(casePath: string, caseId: string, device: string): Promise<CustodyLog> {
    const folder = join(casePath, FOLDER)
    if (await mkdir(folder, { recursive: true })) await syncFolder(casePath)
    const path = join(folder, `${device}.jsonl`)
    const content = await readOrEmpty(path)
    const whole = content.slice(0, content.lastIndexOf('\n') + 1)
    const lines = whole.split('\n').slice(0, -1)
    const last = lines.at(-1)
    const handle = await open(path, content === '' ? 'a' : 'r+', 0o600)
    const size = Buffer.byteLength(whole)
    if (whole !== content) await handle.truncate(size)
    if (content === '') await syncFolder(folder)
    const { entries } = checkChain({ caseId, device, content: whole }, [], sha256)
    return new CustodyLog(handle, device, {
      size,
      n: entries.at(-1)?.n ?? 0,
      head: sha256(last ?? chainStart(caseId, device))
    })
  }

  /**
   * Appends an entry and resolves with its anchor when it's on the disk. When that fails, the file is cut back to what it
   * was, at once or before the next entry, so that none is glued to a torn one.
   */
  append(note: CustodyNote, at: Date): Promise<Anchor> {
    const run = this.#queue.then(async () => {
      const entry: CustodyEntry = { n: this.#n + 1, at: at.toISOString(), ...note, previous: this.#head }
      const line = JSON.stringify(entry)
      const bytes = Buffer.from(`${line}\n`)
      try {
        if (this.#torn) await this.#cutBack()
        this.#torn = true
        await this.#write(bytes)
        await this.#handle.datasync()
        this.#torn = false
      } catch (error) {
        await this.#cutBack().catch((failure: unknown) => {
          // The file stays torn: the next append, or the next opening, cuts it back first.
          if (!isSystemError(failure)) throw failure
        })
        throw storageError(error, 'the log', 'The case is as it was.')
      }
      this.#size += bytes.length
      this.#n = entry.n
      this.#head = sha256(line)
      return { device: this.#device, n: entry.n, sha256: this.#head }
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

/** Reads and checks the logs of all devices against the anchors that the case's documents hold. */
export async function readCustody(
  casePath: string,
  caseId: string,
  anchors: readonly Anchor[]
): Promise<CheckedChain[]> {
  const folder = join(casePath, FOLDER)
  let names: string[]
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error
    names = []
  }
  const devices = new Set([
    ...names.map((name) => name.slice(0, -'.jsonl'.length)),
    ...anchors.map((anchor) => anchor.device)
  ])
  return Promise.all(
    [...devices].sort().map(async (device) => {
      const content = await readOrEmpty(join(folder, `${device}.jsonl`))
      return checkChain({ caseId, device, content }, anchors, sha256)
    })
  )
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return ''
    throw error
  }
}
