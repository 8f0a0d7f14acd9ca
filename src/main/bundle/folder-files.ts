import { constants, type BigIntStats } from 'node:fs'
import { lstat, open, opendir, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { PAYLOAD } from '../../shared/exchange/bagit.ts'
import { hasher } from '../base/hash.ts'
import { isSystemError } from '../base/durable.ts'
import {
  printable,
  refused,
  refuseUnsafe,
  tooLarge,
  type AskedBag,
  type BagFiles,
  type Oddity,
  type Strictness
} from '../../shared/bag/bag-files.ts'
import { MOST_FILES } from '../../shared/bag/limits.ts'

/** Folders within folders that are walked; the names found are checked more strictly afterwards. */
const DEEPEST_WALK = 32

/** Windows has no such flag; there a link can't take the place of a file unnoticed, since its identity differs. */
const NO_FOLLOW = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK

interface Seen {
  dev: bigint
  ino: bigint
  size: bigint
}

/**
 * A bag in a folder. Links and special files anywhere in it are refused; what was seen when it was opened is what is read
 * later, or reading fails.
 */
export class FolderFiles implements BagFiles {
  readonly hasher = hasher
  readonly name: string
  readonly strictness: Strictness
  readonly sizes: ReadonlyMap<string, number>
  readonly hasPayload: boolean
  readonly oddities: readonly Oddity[]
  readonly #root: string
  readonly #seen: ReadonlyMap<string, Seen>

  private constructor(
    root: string,
    { name, strictness }: AskedBag,
    { seen, hasPayload }: { seen: ReadonlyMap<string, Seen>; hasPayload: boolean }
  ) {
    this.#root = root
    this.name = name
    this.strictness = strictness
    this.#seen = seen
    this.hasPayload = hasPayload
    this.sizes = new Map([...seen].map(([path, { size }]) => [path, Number(size)]))
    this.oddities = refuseUnsafe(this, this.sizes)
  }

  static async open(path: string, strictness: Strictness = 'bundle'): Promise<FolderFiles> {
    const root = await realpath(path)
    const bag: AskedBag = { name: basename(root), strictness }
    const seen = new Map<string, Seen>()
    let hasPayload = false
    const folders = ['']
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      for await (const { name: entry } of await opendir(join(root, folder))) {
        const place = folder === '' ? entry : `${folder}/${entry}`
        const found = await lstat(join(root, place), { bigint: true })
        if (found.isSymbolicLink()) throw refused(bag, `“${printable(place)}” in it is a link to somewhere else.`)
        if (found.isDirectory()) {
          if (place.split('/').length > DEEPEST_WALK) throw refused(bag, 'its folders lie too deep.')
          folders.push(place)
          hasPayload ||= `${place}/` === PAYLOAD
        } else if (!found.isFile()) throw refused(bag, `“${printable(place)}” in it isn’t a regular file.`)
        else seen.set(place, identity(found))
        if (seen.size + folders.length > MOST_FILES) throw tooLarge(bag, 'it holds too many files.')
      }
    }
    return new FolderFiles(root, bag, { seen: new Map([...seen].sort(byName)), hasPayload })
  }

  async *read(path: string): AsyncGenerator<Uint8Array> {
    const expected = this.#seen.get(path)
    if (!expected) throw new DossierError('damaged', `“${path}” is missing in “${this.name}”.`)
    try {
      const handle = await open(join(this.#root, path), constants.O_RDONLY | NO_FOLLOW)
      try {
        const found = identity(await handle.stat({ bigint: true }))
        if (found.dev !== expected.dev || found.ino !== expected.ino) throw this.#changed(path)
        let left = Number(expected.size)
        for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 1 << 18 })) {
          const bytes = chunk as Buffer
          left -= bytes.length
          if (left < 0) throw this.#changed(path)
          yield bytes
        }
        if (left !== 0) throw this.#changed(path)
      } finally {
        await handle.close()
      }
    } catch (error) {
      if (error instanceof DossierError || !isSystemError(error)) throw error
      if (error.code === 'ELOOP' || error.code === 'ENOENT') throw this.#changed(path)
      throw new DossierError('io', `“${path}” in “${this.name}” could not be read (${error.code}).`, { cause: error })
    }
  }

  #changed(path: string): DossierError {
    return new DossierError('damaged', `“${path}” in “${this.name}” changed while it was read. Try again.`)
  }

  async close(): Promise<void> {
    // Nothing stays open between two files.
  }
}

function identity({ dev, ino, size }: BigIntStats): Seen {
  return { dev, ino, size }
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
