import { readFile, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { ensureFolder, ifThere, writeDurably } from '../base/durable.ts'
import { sha256 } from '../base/hash.ts'
import type { CaseFiles, Seal } from './files.ts'

/**
 * Where something that can be made anew from a case's documents is kept outside the case, such as the list or an index for search. It goes with all
 * others of the case when that is encrypted or decrypted (`removeCaches`).
 *
 * In a case in clear it stands at `path` as it is. Of a sealed case nothing may be there in clear, not even for a moment: it is held in memory, read with
 * `readSealed` and kept with `writeSealed`, before the case is closed and its key wiped. Where `write` is false another program may write what is at
 * `path`, or nobody may: it is only read.
 */
export class CaseCache {
  /** Where it stands; its folder may not be there yet. Copies of a case have the same id and a cache each. */
  readonly path: string
  /** False when the case is open for reading only: nothing may be written then. */
  readonly write: boolean
  readonly #seal: Seal | null

  /** `name` tells the caches of a case apart; `files` are those of the case. */
  constructor(name: string, place: { files: CaseFiles; userData: string; caseId: string; write: boolean }) {
    const { files, userData, caseId, write } = place
    this.path = join(cacheFolder(userData, caseId), `${name}-${copyOf(files.root)}.sqlite`)
    this.write = write
    this.#seal = files.seal
  }

  /** True when the case is sealed. */
  get sealed(): boolean {
    return this.#seal !== null
  }

  /** The bytes that were kept sealed; null when there are none that can be used. Rejects with the system's error. */
  async readSealed(): Promise<Uint8Array | null> {
    const stored = await ifThere(readFile(this.path))
    if (!stored) return null
    try {
      return this.#mustSeal().unseal(basename(this.path), stored)
    } catch (error) {
      // A cache that was damaged is made anew.
      if (error instanceof DossierError) return null
      throw error
    }
  }

  /** Keeps bytes sealed, in place of those that were kept before. Rejects with the system's error. */
  async writeSealed(plain: Uint8Array): Promise<void> {
    await ensureFolder(dirname(this.path))
    await writeDurably(this.path, this.#mustSeal().seal(basename(this.path), plain))
  }

  #mustSeal(): Seal {
    if (!this.#seal) throw new RangeError('Only what is kept of a sealed case is sealed.')
    return this.#seal
  }
}

/** Removes all caches of a case, those of its copies too: each is made anew when it's missing. Rejects with the system's error. */
export async function removeCaches(userData: string, caseId: string): Promise<void> {
  await rm(cacheFolder(userData, caseId), { recursive: true, force: true })
}

/** Where the journal of an import into a case stands. */
export function importJournalPath(userData: string, caseId: string, root: string): string {
  return join(cacheFolder(userData, caseId), `import-${copyOf(root)}.jsonl`)
}

/** Where it stands how a case was last looked at. */
export function viewPath(userData: string, caseId: string, root: string): string {
  return join(cacheFolder(userData, caseId), `view-${copyOf(root)}.json`)
}

/** The folder of what the program keeps of a case outside it. */
function cacheFolder(userData: string, caseId: string): string {
  return join(userData, 'cases', caseId)
}

/** Copies of a case have the same id: this tells them apart by their place. */
function copyOf(root: string): string {
  return sha256(resolve(root)).slice(0, 16)
}
