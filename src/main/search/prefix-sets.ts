import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { isSingle } from '../../shared/search/letters.ts'
import { Bits } from './bits.ts'

/** Beginnings of words up to this length, in characters, are kept; FTS5 itself looks for longer ones. */
export const LONGEST_PREFIX = 3

/** Entries to a row of the table: as many bits. */
const CHUNK = 4096
const BYTES = CHUNK / 8
/** Words whose beginnings are kept in memory. */
const KNOWN_WORDS = 200_000

export const PREFIX_TABLE =
  'CREATE TABLE prefix (prefix TEXT NOT NULL, chunk INTEGER NOT NULL, entries BLOB NOT NULL, PRIMARY KEY (prefix, chunk)) WITHOUT ROWID;'

/**
 * Which entries have words that begin with one, two or three letters: for FTS5 would go through the places of all those words, which most texts
 * have. What is removed stays here; whoever asks takes away what isn't there any more.
 */
export class PrefixSets {
  readonly #get: StatementSync
  readonly #all: StatementSync
  readonly #put: StatementSync
  /** Rows that were changed and aren't written yet, by prefix, of the chunk that is being filled. */
  readonly #changed = new Map<string, Uint8Array>()
  #chunk = -1
  readonly #known = new Map<string, readonly string[]>()

  constructor(database: DatabaseSync) {
    this.#get = database.prepare('SELECT entries FROM prefix WHERE prefix = ? AND chunk = ?')
    this.#all = database.prepare('SELECT chunk, entries FROM prefix WHERE prefix = ?')
    this.#put = database.prepare('INSERT OR REPLACE INTO prefix VALUES (?, ?, ?)')
  }

  /** Notes the words of an entry, and those of its title apart from them. */
  add(entry: number, words: Iterable<string>, titleWords: Iterable<string>): void {
    const chunk = Math.floor(entry / CHUNK)
    if (chunk !== this.#chunk) {
      this.flush()
      this.#chunk = chunk
    }
    const bit = entry % CHUNK
    for (const word of words) {
      for (const prefix of this.#prefixesOf(word)) this.#bitsOf(prefix)[bit >> 3]! |= 1 << (bit & 7)
    }
    for (const word of titleWords) {
      for (const prefix of this.#prefixesOf(word)) this.#bitsOf(inTitle(prefix))[bit >> 3]! |= 1 << (bit & 7)
    }
  }

  /** The entries that have words which begin so, in their titles or anywhere, and some that aren't there any more. */
  entries(beginning: string, where: 'title' | 'anywhere'): Bits {
    const prefix = where === 'title' ? inTitle(beginning) : beginning
    const found = new Bits()
    const take = (chunk: number, bytes: Uint8Array): void => {
      const first = chunk * CHUNK
      for (let i = 0; i < BYTES; i++)
        for (let byte = bytes[i]!; byte !== 0; byte &= byte - 1)
          found.add(first + i * 8 + 31 - Math.clz32(byte & -byte))
    }
    for (const row of this.#all.all(prefix)) {
      const { chunk, entries } = row as { chunk: number; entries: Uint8Array }
      if (chunk !== this.#chunk || !this.#changed.has(prefix)) take(chunk, decode(entries))
    }
    const changed = this.#changed.get(prefix)
    if (changed) take(this.#chunk, changed)
    return found
  }

  /** Writes what was noted. */
  flush(): void {
    for (const [prefix, bytes] of this.#changed) this.#put.run(prefix, this.#chunk, encode(bytes))
    this.#changed.clear()
  }

  #bitsOf(prefix: string): Uint8Array {
    let bytes = this.#changed.get(prefix)
    if (!bytes) {
      const stored = this.#get.get(prefix, this.#chunk) as { entries: Uint8Array } | undefined
      bytes = stored ? decode(stored.entries) : new Uint8Array(BYTES)
      this.#changed.set(prefix, bytes)
    }
    return bytes
  }

  #prefixesOf(word: string): readonly string[] {
    let known = this.#known.get(word)
    if (known) return known
    known = beginnings(word)
    if (this.#known.size >= KNOWN_WORDS) this.#known.clear()
    this.#known.set(word, known)
    return known
  }
}

/** No word has this character. */
function inTitle(prefix: string): string {
  return `:${prefix}`
}

/** The beginnings of a word that are kept. One of a character of its own needs none: it is the word. */
function beginnings(word: string): string[] {
  const characters = [...word.slice(0, 2 * LONGEST_PREFIX)].slice(0, LONGEST_PREFIX)
  if (isSingle(characters[0]!)) return []
  return characters.map((_, i) => characters.slice(0, i + 1).join(''))
}

/** True for the beginning of a word by which the entries are kept here. */
export function isShortPrefix(beginning: string): boolean {
  const characters = [...beginning.slice(0, 2 * LONGEST_PREFIX + 1)]
  return characters.length <= LONGEST_PREFIX && !isSingle(characters[0]!)
}

/** Few numbers are a list of them, two bytes each; more are a bit each. */
function encode(bytes: Uint8Array): Uint8Array {
  const numbers: number[] = []
  for (let i = 0; i < BYTES; i++)
    for (let byte = bytes[i]!; byte !== 0; byte &= byte - 1) {
      numbers.push(i * 8 + 31 - Math.clz32(byte & -byte))
      if (numbers.length * 2 >= BYTES) return bytes
    }
  const list = new Uint8Array(numbers.length * 2)
  const view = new DataView(list.buffer)
  numbers.forEach((number, i) => view.setUint16(i * 2, number))
  return list
}

function decode(stored: Uint8Array): Uint8Array {
  if (stored.length === BYTES) return stored.slice()
  const bytes = new Uint8Array(BYTES)
  const view = new DataView(stored.buffer, stored.byteOffset, stored.length)
  for (let i = 0; i + 1 < stored.length; i += 2) {
    const number = view.getUint16(i)
    if (number < CHUNK) bytes[number >> 3]! |= 1 << (number & 7)
  }
  return bytes
}
