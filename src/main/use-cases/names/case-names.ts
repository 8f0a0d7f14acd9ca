import { setImmediate as nextTurn } from 'node:timers/promises'
import { groupNames, type NamedSource, type NameGroup } from '../../../shared/analysis/entities/group-entities.ts'
import { entitiesOf, type TextName } from '../../../shared/analysis/entities/read-entities.ts'
import { entitiesOfCase, type Entity } from '../../../shared/analysis/entities/rulings.ts'
import { findNames, type Name } from '../../../shared/analysis/names/names.ts'
import { keyNumber } from '../../../shared/case/merge/keys.ts'
import { NAME_RULING } from '../../../shared/case/records/name-ruling.ts'
import { SOURCE } from '../../../shared/case/records/source.ts'
import type { CaseStore } from '../../store/case-store.ts'
import { orNothing } from '../analysis/case-reports.ts'
import { textParts } from '../text-parts.ts'
import { NameCache } from './name-cache.ts'

/** The list of names as far as it's read. */
export interface NamesRead {
  entities: readonly Entity[]
  /** How many of the texts were read, and how many there are. */
  read: number
  total: number
}

/** Texts read before what was read is kept, and the program's other work gets its turn more often than that. */
const AT_ONCE = 50
const BETWEEN = 5

/**
 * The people, organisations and places of an open case. The names of a text are kept outside the case by the text's hash, so that each is read once; who is meant is made
 * anew of all of them, and of what the analyst said, whenever one of these changes.
 */
export class CaseNames {
  readonly #store: CaseStore
  /** By the hash of the text. */
  readonly #texts = new Map<string, readonly TextName[]>()
  #cache: Promise<NameCache> | null = null
  #reading: Promise<void> | null = null
  #closing = false
  #groups: Map<string, NameGroup> | null = null
  #entities: readonly Entity[] | null = null
  #hashes: ReadonlyMap<string, string> | null = null

  constructor(store: CaseStore) {
    this.#store = store
    store.documents.follow((names) => {
      if (names.some((name) => SOURCE.isName(name))) [this.#hashes, this.#groups, this.#entities] = [null, null, null]
      else if (names.some((name) => NAME_RULING.isName(name))) this.#entities = null
    })
  }

  /** All names, once every text was read. Sources in the trash, and those whose text can't be read, have none. @throws DossierError `io` */
  async all(): Promise<readonly Entity[]> {
    for (;;) {
      await this.#read()
      const { entities, read, total } = this.#now()
      if (read === total || this.#closing) return entities
    }
  }

  /** The names of the texts that were read by now; reading goes on until all were. @throws DossierError `io` */
  async soFar(): Promise<NamesRead> {
    await this.#open()
    const reading = this.#read()
    const now = this.#now()
    if (now.read === now.total) await reading
    else void reading.catch(() => undefined)
    return now.read === now.total ? this.#now() : now
  }

  /** Keeps what was read: before the case is closed, whose key seals it. */
  async close(): Promise<void> {
    this.#closing = true
    await this.#reading?.catch(() => undefined)
    const cache = await this.#cache
    this.#cache = null
    await cache?.close()
  }

  #now(): NamesRead {
    const hashes = this.#known()
    this.#groups ??= groupNames(this.#sources(hashes))
    this.#entities ??= entitiesOfCase(this.#groups, this.#store.records(NAME_RULING).list())
    let read = 0
    for (const hash of hashes.values()) if (this.#texts.has(hash)) read++
    return { entities: this.#entities, read, total: hashes.size }
  }

  /** The hashes of the texts by the ids of their sources. */
  #known(): ReadonlyMap<string, string> {
    return (this.#hashes ??= this.#store.catalogue.texts())
  }

  #sources(hashes: ReadonlyMap<string, string>): NamedSource[] {
    return this.#store.catalogue
      .rows()
      .map(({ id, key }) => ({ id, key, names: this.#texts.get(hashes.get(id) ?? '') ?? [] }))
      .sort((a, b) => keyNumber(a.key) - keyNumber(b.key))
  }

  async #open(): Promise<NameCache> {
    await this.#store.settled()
    this.#cache ??= NameCache.open(this.#store.cache('names')).then((cache) => {
      for (const [hash, names] of cache.all()) this.#texts.set(hash, names)
      return cache
    })
    return this.#cache
  }

  /** Reads the texts that weren't. One that is asked while another reads waits for that. */
  #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null
    })
    return this.#reading
  }

  async #readAll(): Promise<void> {
    const cache = await this.#open()
    const hashes = this.#known()
    const wanted = new Set(hashes.values())
    const gone = [...this.#texts.keys()].filter((hash) => !wanted.has(hash))
    for (const hash of gone) this.#texts.delete(hash)
    if (gone.length > 0) cache.drop(gone)
    let read = new Map<string, readonly TextName[]>()
    const keep = (): void => {
      if (read.size === 0) return
      cache.put(read)
      for (const [hash, names] of read) this.#texts.set(hash, names)
      read = new Map()
      this.#groups = null
      this.#entities = null
    }
    let count = 0
    for (const [id, hash] of hashes) {
      if (this.#closing) break
      if (this.#texts.has(hash) || read.has(hash)) continue
      const stored = await orNothing(this.#store.storedText(id))
      // What isn't the text that was imported is kept by no hash of it: only for as long as the case is open.
      if (stored?.intact !== true) this.#texts.set(hash, [])
      else read.set(hash, await namesOf(stored.text.text))
      if (++count % BETWEEN === 0) await nextTurn()
      if (count % AT_ONCE === 0) keep()
    }
    keep()
  }
}

/** The names of a text, by whom they mean. */
async function namesOf(text: string): Promise<TextName[]> {
  const names: Name[] = []
  for await (const { from, part } of textParts(text))
    for (const name of findNames(part)) names.push({ ...name, start: name.start + from, end: name.end + from })
  return entitiesOf(text, names)
}
