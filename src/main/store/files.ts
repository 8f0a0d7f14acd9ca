import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { KINDS, type Kinds } from '../../shared/case/records/kinds.ts'
import { writeDurably } from '../base/durable.ts'

/** Ending of the version of a document that was replaced last. */
export const PREVIOUS_ENDING = '.previous'

/** The name of a source's original. */
const ORIGINAL = /(^|\/)original\.[a-z0-9]+$/

/** What sealed bytes begin with. */
export const SEALED_MARK = Buffer.from('DOSSIER\u0001', 'latin1')

/** True for bytes that look sealed. */
export function isSealed(bytes: Uint8Array): boolean {
  return SEALED_MARK.equals(bytes.subarray(0, SEALED_MARK.length))
}

/** Seals and unseals the bytes of a case's files. `name` is the file's name below the case's folder: sealed bytes hold for no other. */
export interface Seal {
  seal(name: string, plain: Uint8Array): Uint8Array
  /** @throws DossierError `damaged` when the bytes aren't what was sealed under this name */
  unseal(name: string, stored: Uint8Array): Uint8Array
  /** Tells this key from others; says nothing of it. */
  fingerprint(): string
  /** Zeroes the key: nothing can be sealed or unsealed any more. */
  wipe(): void
}

/**
 * The files of one case, by name below its folder with `/` between parts: plain bytes in and out, whether they stand on the disk
 * as they are or sealed.
 */
export class CaseFiles {
  readonly root: string
  readonly seal: Seal | null
  /** The kinds of documents that the program knows. */
  readonly kinds: Kinds

  constructor(root: string, seal: Seal | null, kinds: Kinds = KINDS) {
    this.root = root
    this.seal = seal
    this.kinds = kinds
  }

  /** Where a file stands on the disk. */
  path(name: string): string {
    return join(this.root, ...this.stored(name).split('/'))
  }

  /** The name under which a file is stored, and sealed: a sealed original's doesn't tell its type. */
  stored(name: string): string {
    return this.seal ? name.replace(ORIGINAL, '$1original') : name
  }

  /** Rejects with the system's error. @throws DossierError `damaged` when sealed bytes were changed */
  read(name: string): Promise<Uint8Array> {
    return this.readAt(this.path(name), name)
  }

  /** Reads a file that stands somewhere else, such as a previous version, as though it stood under `name`. */
  async readAt(path: string, name: string): Promise<Uint8Array> {
    const stored = await readFile(path)
    if (this.seal) return this.seal.unseal(this.stored(name), stored)
    // An imported file may begin as it likes.
    if (isSealed(stored) && !ORIGINAL.test(name)) {
      throw new DossierError(
        'damaged',
        `${name} is encrypted, but the case’s keys (keys.json, keys.copy.json) are missing. Nothing was changed. Put them back from a backup of the case.`
      )
    }
    return stored
  }

  /** The bytes to store for a file. */
  toStore(name: string, plain: Uint8Array): Uint8Array {
    return this.seal ? this.seal.seal(this.stored(name), plain) : plain
  }

  /** Replaces a file durably; `keepPrevious` keeps the old one beside it. Rejects with the system's error. */
  async write(name: string, plain: Uint8Array, { keepPrevious = false } = {}): Promise<void> {
    const path = this.path(name)
    const previous = keepPrevious ? path + PREVIOUS_ENDING : undefined
    await writeDurably(path, this.toStore(name, plain), { previous })
  }
}
