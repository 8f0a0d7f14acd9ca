import { mkdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import type { ConflictCopy } from '../../shared/case/conflict-copies.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { Catalogue, removeCatalogueAt, type LogMark } from './catalogue.ts'
import { logSizes } from './custody-log.ts'
import { ifThere, writeDurably } from './durable.ts'
import type { CaseFiles } from './files.ts'
import { inParallel } from './folders.ts'
import { sha256 } from './hash.ts'
import type { SourceShelf } from './source-shelf.ts'

/** Sources taken over in one transaction. */
const BATCH = 200

/** Removes the catalogue of a case in a folder. Rejects with the system's error. */
export async function removeCatalogue(userData: string, caseId: string, root: string): Promise<void> {
  await removeCatalogueAt(join(caseCache(userData, caseId), catalogueName(root)))
}

/** The folder of what the program keeps of a case outside it. */
function caseCache(userData: string, caseId: string): string {
  return join(userData, 'cases', caseId)
}

/** What following the documents found. */
export interface Followed {
  onRows: (rows: SourceRow[], removed: string[]) => void
  onDamage: (sentence: string) => void
  onConflicts: (copies: ConflictCopy[]) => void
}

/** Keeps a case's catalogue in step with its documents. */
export class CatalogueKeeper {
  readonly catalogue: Catalogue
  /** True when nothing was logged since the catalogue was last in step: it can be shown at once. */
  readonly inStep: boolean
  readonly #files: CaseFiles
  readonly #path: string
  readonly #write: boolean
  readonly #stop = new AbortController()
  #following: Promise<void> = Promise.resolve()

  private constructor(
    catalogue: Catalogue,
    inStep: boolean,
    options: { files: CaseFiles; path: string; write: boolean }
  ) {
    this.catalogue = catalogue
    this.inStep = inStep
    this.#files = options.files
    this.#path = options.path
    this.#write = options.write
  }

  /** Opens the catalogue of a case. One that may not write the case works on a copy in memory; so does a sealed case. */
  static async open(options: {
    files: CaseFiles
    userData: string
    caseId: string
    write: boolean
  }): Promise<CatalogueKeeper> {
    const { files, userData, caseId, write } = options
    const folder = caseCache(userData, caseId)
    const path = join(folder, catalogueName(files.root))
    const catalogue = await openCatalogue(files, path, write)
    const sizes = await logSizes(files)
    const marks = catalogue.marks()
    const known = Object.keys(sizes)
    const inStep =
      known.length > 0 &&
      known.length === Object.keys(marks).length &&
      known.every((device) => marks[device]?.size === sizes[device])
    return new CatalogueKeeper(catalogue, inStep, { files, path, write })
  }

  /** Where a device's log ended when the catalogue was last in step; null when that isn't sure any more. */
  mark(device: string): LogMark | null {
    return this.inStep ? (this.catalogue.marks()[device] ?? null) : null
  }

  /**
   * Takes over every source whose document changed, one after the other, and forgets those that are gone. Documents that can't be read are
   * told of; nothing is changed in them. Ends early when the keeper is closed.
   */
  follow(shelf: SourceShelf, { onRows, onDamage, onConflicts }: Followed): Promise<void> {
    this.#following = this.#follow(shelf, { onRows, onDamage, onConflicts })
    return this.#following
  }

  async #follow(shelf: SourceShelf, { onRows, onDamage, onConflicts }: Followed): Promise<void> {
    const { catalogue } = this
    const stamps = catalogue.stamps()
    const ids = await shelf.ids()
    const gone = new Set(stamps.keys())
    let changed: string[] = []
    const takeOver = async (): Promise<void> => {
      const batch = changed
      changed = []
      const read: { id: string; stamp: string }[] = []
      await inParallel(batch, async (id) => {
        if (this.#stop.signal.aborted) return
        const stamp = await shelf.stamp(id)
        try {
          await shelf.document(id)
          read.push({ id, stamp: stamp ?? '' })
        } catch (error) {
          if (!(error instanceof DossierError)) throw error
          onDamage(`The source in “${id}” could not be read and was left untouched: ${error.message}`)
          gone.add(id)
        }
      })
      const rows: SourceRow[] = []
      const documents = await Promise.all(read.map(({ id }) => shelf.document(id)))
      if (this.#stop.signal.aborted) return
      catalogue.together(() => {
        read.forEach(({ id, stamp }, i) => {
          catalogue.put(documents[i]!.data, stamp)
          rows.push(catalogue.row(id)!)
        })
      })
      if (rows.length > 0) onRows(rows, [])
    }
    const queue = [...ids]
    for (let at = 0; at < queue.length && !this.#stop.signal.aborted; at += BATCH) {
      await inParallel(queue.slice(at, at + BATCH), async (id) => {
        if (!this.inStep) await shelf.sweep(id)
        onConflicts(await shelf.conflicts(id))
        const stamp = await shelf.stamp(id)
        gone.delete(id)
        if (stamp === null || stamps.get(id) !== stamp) changed.push(id)
      })
      if (changed.length >= BATCH) await takeOver()
    }
    await takeOver()
    if (this.#stop.signal.aborted) return
    const removed = [...gone].filter((id) => stamps.has(id))
    for (const id of removed) {
      const row = catalogue.row(id)
      if (row && !ids.includes(id)) {
        onDamage(`${row.key} “${row.title}” is no longer in the case’s folder. If that’s not wanted, restore a backup.`)
      }
    }
    if (removed.length > 0) {
      catalogue.together(() => removed.forEach((id) => catalogue.remove(id)))
      onRows([], removed)
    }
  }

  /** Stops following. */
  stop(): void {
    this.#stop.abort()
  }

  /** Stops following and closes the catalogue. `marks` is where the logs end now, when that is known. */
  async close(marks: Record<string, LogMark> | null): Promise<void> {
    this.stop()
    await this.#following.catch(() => {
      // Who started it hears of the failure.
    })
    try {
      if (marks && this.#write) this.catalogue.follow(marks)
      if (this.#files.seal && this.#write) await this.#saveSealed()
    } catch (error) {
      this.catalogue.close()
      throw error
    }
    if (this.#write && !this.#files.seal) await this.catalogue.closeWhole(this.#path)
    else this.catalogue.close()
  }

  async #saveSealed(): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true })
    await writeDurably(this.#path, this.#files.toStore(basename(this.#path), this.catalogue.serialize()))
  }
}

/** Copies of a case have the same id: each has a catalogue of its own. */
function catalogueName(root: string): string {
  return `index-${sha256(resolve(root)).slice(0, 16)}.sqlite`
}

async function openCatalogue(files: CaseFiles, path: string, write: boolean): Promise<Catalogue> {
  if (files.seal) return Catalogue.inMemory(await readSealed(files, path))
  return write ? Catalogue.open(path) : Catalogue.copyOf(path)
}

async function readSealed(files: CaseFiles, path: string): Promise<Uint8Array | null> {
  const stored = await ifThere(readFile(path))
  if (!stored) return null
  try {
    return files.seal!.unseal(basename(path), stored)
  } catch (error) {
    // A cache that was damaged is made anew.
    if (error instanceof DossierError) return null
    throw error
  }
}
