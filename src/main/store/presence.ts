import { randomUUID } from 'node:crypto'
import { watch, type FSWatcher } from 'node:fs'
import { mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { DossierError } from '../../shared/errors/errors.ts'
import { LockHolder } from '../../shared/case/holder.ts'
import { ifThere, isSystemError, TEMPORARY_ENDING } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { listNames } from '../base/folders.ts'
import { PRESENCE } from './layout.ts'
import { userName } from './lock.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'

/** How often a program that writes a case says that it still does. */
const BEAT_MS = 15_000
/** Without a change for as many beats, another program counts as gone. */
const BEATS_UNTIL_GONE = 4
/** A file that is older than another one of the same folder by as much was left by a crash. */
const STALE_MS = 3_600_000

/** What a program that writes a case leaves in its folder. `profile` tells whose lock it holds. */
const Beat = z.object({
  format: z.literal('dossier presence 1'),
  profile: z.string(),
  beat: z.int().nonnegative(),
  holder: LockHolder
})
type Beat = z.infer<typeof Beat>

/** Another program's file as it was last seen. */
interface Seen {
  beat: Beat
  /** How many looks ago it changed last. */
  unchanged: number
  /** True once it was seen to change, or was as new as our own file at the first look. */
  alive: boolean
}

export interface PresenceOptions {
  /** This profile's name in the case. */
  profile: string
  program: string
  /** False: only looks. */
  write: boolean
  now: () => Date
  /** Told who else writes the case, whenever that changed. */
  onOthers: (others: LockHolder[]) => void
  beatMs?: number
}

/**
 * Tells programs that write one case from several profiles or machines, where no lock reaches, of one another: each leaves a small file in the case's
 * folder and changes it now and then. It is there to tell and nothing is decided by it.
 *
 * Clocks of machines aren't compared: a file counts as somebody's who writes when it changes while it is looked at. Only at the first look, where nothing could
 * change yet, its time is compared with that of our own file, which the same file system gave.
 */
export class Presence {
  readonly #files: CaseFiles
  readonly #options: PresenceOptions
  readonly #name = `${PRESENCE}/${randomUUID()}.json`
  readonly #since: string
  readonly #seen = new Map<string, Seen>()
  #told = '[]'
  #beat = 0
  #first = true
  #timer: NodeJS.Timeout | null = null
  #watcher: FSWatcher | null = null
  #turn: Promise<void> = Promise.resolve()
  #closed = false

  private constructor(files: CaseFiles, options: PresenceOptions) {
    this.#files = files
    this.#options = options
    this.#since = options.now().toISOString()
  }

  /** Says that the case is written, if it is, and looks who else does. Where the folder can't be written or read, nothing is told. */
  static async open(files: CaseFiles, options: PresenceOptions): Promise<Presence> {
    const presence = new Presence(files, options)
    await presence.#next()
    presence.#timer = setInterval(() => void presence.#next(), options.beatMs ?? BEAT_MS)
    presence.#timer.unref()
    presence.#watch()
    return presence
  }

  /** Who else writes the case. */
  get others(): LockHolder[] {
    const alive = [...this.#seen.values()].filter((seen) => seen.alive).map(({ beat }) => beat.holder)
    return alive.sort((a, b) => (a.since < b.since ? -1 : 1))
  }

  /** Stops, and takes the file away. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearInterval(this.#timer)
    this.#watcher?.close()
    await this.#turn
    if (!this.#options.write) return
    await this.#quietly(async () => {
      await ifThere(unlink(this.#path(this.#name)))
      if ((await listNames(this.#path(PRESENCE))).length === 0) await rm(this.#path(PRESENCE), { recursive: true })
    })
  }

  /** Says, with `beat`, that the case is still written, and looks who else does. */
  #next({ beat = true } = {}): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      if (this.#closed) return
      await this.#quietly(async () => {
        if (beat && this.#options.write) await this.#write()
        await this.#look()
      })
      const { others } = this
      const told = JSON.stringify(others)
      if (told === this.#told) return
      this.#told = told
      this.#options.onOthers(others)
    })
    return this.#turn
  }

  /** What is only there to tell must not stop anything. */
  async #quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!isSystemError(error)) throw error
    }
  }

  async #write(): Promise<void> {
    const { profile, program } = this.#options
    const holder: LockHolder = { pid: process.pid, host: hostname(), user: userName(), program, since: this.#since }
    const beat: Beat = { format: 'dossier presence 1', profile, beat: this.#beat++, holder }
    await mkdir(this.#path(PRESENCE), { recursive: true })
    const temporary = `${this.#path(this.#name)}${TEMPORARY_ENDING}`
    // Not flushed: a power cut may take it.
    const handle = await open(temporary, 'w', 0o600)
    try {
      await handle.writeFile(this.#files.toStore(this.#name, Buffer.from(JSON.stringify(beat))))
    } finally {
      await handle.close()
    }
    await rename(temporary, this.#path(this.#name))
  }

  async #look(): Promise<void> {
    const names = (await listNames(this.#path(PRESENCE))).filter((name) => /^[0-9a-f-]{36}\.json$/.test(name))
    const ours = this.#options.write ? await ifThere(stat(this.#path(this.#name))) : undefined
    // Who only reads has no file to compare with, and goes by the clock.
    const reference = ours?.mtimeMs ?? Date.now()
    const present = new Set<string>()
    for (const file of names) {
      const name = `${PRESENCE}/${file}`
      if (name === this.#name) continue
      const found = await ifThere(stat(this.#path(name)))
      if (!found) continue
      const age = reference - found.mtimeMs
      const beat = await this.#read(name)
      if (beat?.profile === this.#options.profile) continue
      if (age > STALE_MS) {
        if (this.#options.write) await ifThere(unlink(this.#path(name)))
        continue
      }
      if (!beat) continue
      present.add(name)
      this.#note(name, beat, Math.abs(age) < BEATS_UNTIL_GONE * BEAT_MS)
    }
    for (const name of [...this.#seen.keys()]) if (!present.has(name)) this.#seen.delete(name)
    this.#first = false
  }

  #note(name: string, beat: Beat, isNew: boolean): void {
    const known = this.#seen.get(name)
    if (!known) {
      // One that comes while we look was just written, whatever its time says.
      this.#seen.set(name, { beat, unchanged: 0, alive: isNew || !this.#first })
      return
    }
    if (known.beat.beat !== beat.beat) this.#seen.set(name, { beat, unchanged: 0, alive: true })
    else if (++known.unchanged >= BEATS_UNTIL_GONE) known.alive = false
  }

  async #read(name: string): Promise<Beat | null> {
    try {
      const bytes = await ifThere(this.#files.read(name))
      return Beat.safeParse(parseJson(Buffer.from(bytes ?? []).toString('utf8'))).data ?? null
    } catch (error) {
      // One that is being written, or sealed with another key.
      if (error instanceof DossierError) return null
      throw error
    }
  }

  /** Where the system tells of changes, another program is seen at once. */
  #watch(): void {
    try {
      const watcher = watch(this.#path(PRESENCE), { persistent: false }, (_event, file) => {
        // Beats of known programs are counted by our own.
        const isTold = file === null || this.#seen.has(`${PRESENCE}/${file}`) || this.#name.endsWith(file)
        if (!isTold && !file.endsWith(TEMPORARY_ENDING)) void this.#next({ beat: false })
      })
      watcher.on('error', () => watcher.close())
      this.#watcher = watcher
    } catch (error) {
      if (!isSystemError(error)) throw error
    }
  }

  #path(name: string): string {
    return join(this.#files.root, ...name.split('/'))
  }
}
