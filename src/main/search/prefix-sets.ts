import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { isSingle } from '../../shared/search/letters.ts'
import { Bits } from './bits.ts'
import { APART, SPACE } from './word-bytes.ts'

/** Beginnings of words up to this length, in characters, are kept; FTS5 itself looks for longer ones. */
export const LONGEST_PREFIX = 3

/** Entries to a row of the table: as many bits. */
const CHUNK = 4096
const BYTES = CHUNK / 8
/** Digits and letters of ASCII, and none. */
const BASE = 37
const ASCII_IDS = BASE ** LONGEST_PREFIX

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
  /** Beginnings that aren't ASCII, by their numbers in memory. */
  readonly #prefixes: string[] = []
  readonly #ids = new Map<string, number>()
  /** The rows of the chunk that is being filled which were changed since it is, and those that aren't written yet. */
  #rows = rowsOfChunk()
  #unwritten = new Bits()
  #chunk = -1
  /** The entry in which a beginning of ASCII letters was met last, by its number: most words come again and again. */
  readonly #met = new Int32Array(ASCII_IDS)
  /** The same for other beginnings, with the numbers of all that they begin with themselves. */
  readonly #others = new Map<string, { met: number; ids: number[] }>()

  constructor(database: DatabaseSync) {
    this.#get = database.prepare('SELECT entries FROM prefix WHERE prefix = ? AND chunk = ?')
    this.#all = database.prepare('SELECT chunk, entries FROM prefix WHERE prefix = ?')
    this.#put = database.prepare('INSERT OR REPLACE INTO prefix VALUES (?, ?, ?)')
  }

  /** Notes the words of an entry as `WordBytes` writes them: those of its title, and the others. */
  add(entry: number, { title, others }: { title: Buffer; others: readonly Buffer[] }): void {
    const chunk = Math.floor(entry / CHUNK)
    if (chunk !== this.#chunk) {
      this.flush()
      this.#rows = rowsOfChunk()
      this.#chunk = chunk
    }
    for (const words of [title, ...others]) this.#addWords(entry, words)
    for (const word of title.toString().split(' '))
      if (word !== '') for (const prefix of beginnings(word)) this.#set(this.#idOf(inTitle(prefix)), entry)
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
    const changed = this.#rows[this.#idOf(prefix)]
    for (const row of this.#all.all(prefix)) {
      const { chunk, entries } = row as { chunk: number; entries: Uint8Array }
      if (chunk !== this.#chunk || !changed) take(chunk, decode(entries))
    }
    if (changed) take(this.#chunk, changed)
    return found
  }

  /** Writes what was noted. */
  flush(): void {
    this.#unwritten.each((id) => void this.#put.run(this.#prefixOf(id), this.#chunk, encode(this.#rows[id]!)))
    this.#unwritten = new Bits()
  }

  #addWords(entry: number, words: Buffer): void {
    const { length } = words
    const met = this.#met
    for (let at = 0; at < length; at++) {
      const id = asciiIdAt(words, at)
      if (id < 0) this.#addOther(entry, words, at)
      else if (met[id] !== entry) {
        met[id] = entry
        this.#addAscii(entry, id)
      }
      while (words[at] !== SPACE) at++
    }
  }

  #addAscii(entry: number, id: number): void {
    const last = id % BASE
    const two = id - last
    const one = id - (id % (BASE * BASE))
    this.#set(one, entry)
    if (two !== one) this.#set(two, entry)
    if (last !== 0) this.#set(id, entry)
  }

  #addOther(entry: number, words: Buffer, at: number): void {
    const beginning = words.toString('utf8', at, endOfBeginning(words, at))
    if (beginning === APART) return
    let known = this.#others.get(beginning)
    if (!known) {
      known = { met: -1, ids: beginnings(beginning).map((prefix) => this.#idOf(prefix)) }
      this.#others.set(beginning, known)
    }
    if (known.met === entry) return
    known.met = entry
    for (const id of known.ids) this.#set(id, entry)
  }

  #set(id: number, entry: number): void {
    const row = (this.#rows[id] ??= this.#stored(id))
    const at = (entry % CHUNK) >> 3
    const bit = 1 << (entry & 7)
    if ((row[at]! & bit) !== 0) return
    row[at]! |= bit
    this.#unwritten.add(id)
  }

  #stored(id: number): Uint8Array {
    const stored = this.#get.get(this.#prefixOf(id), this.#chunk) as { entries: Uint8Array } | undefined
    return stored ? decode(stored.entries) : new Uint8Array(BYTES)
  }

  #idOf(prefix: string): number {
    const ascii = asciiId(prefix)
    if (ascii >= 0) return ascii
    const known = this.#ids.get(prefix)
    if (known !== undefined) return known
    const id = ASCII_IDS + this.#prefixes.length
    this.#prefixes.push(prefix)
    this.#ids.set(prefix, id)
    return id
  }

  #prefixOf(id: number): string {
    return id < ASCII_IDS ? asciiPrefix(id) : this.#prefixes[id - ASCII_IDS]!
  }
}

/** Beginnings of ASCII letters and digits are numbers of base 37, each character a digit from 1 on: no table has to be asked for those. */
const ASCII = ' 0123456789abcdefghijklmnopqrstuvwxyz'

/** The digit of an ASCII letter or digit; 0 for a space, -1 for what isn't ASCII. */
const DIGITS = Int8Array.from({ length: 256 }, (_, byte) =>
  byte < 128 ? Math.max(0, ASCII.indexOf(String.fromCharCode(byte))) : -1
)

/** The number of the beginning of the word at a byte; -1 for one that isn't ASCII. */
function asciiIdAt(words: Uint8Array, at: number): number {
  const one = DIGITS[words[at]!]!
  if (one <= 0) return -1
  const two = DIGITS[words[at + 1]!]!
  if (two === 0) return one * BASE * BASE
  const three = DIGITS[words[at + 2]!]!
  return two < 0 || three < 0 ? -1 : (one * BASE + two) * BASE + three
}

/** Where the first characters of a word end that are kept. */
function endOfBeginning(words: Uint8Array, start: number): number {
  let at = start
  for (let characters = 0; ; at++) {
    const byte = words[at]!
    if (byte === SPACE) return at
    // Bytes that go on with a character begin with the bits 10.
    if ((byte & 0xc0) !== 0x80 && characters++ === LONGEST_PREFIX) return at
  }
}

/** The number of a word's beginning; -1 for one that isn't ASCII. */
function asciiId(word: string): number {
  let id = 0
  for (let i = 0; i < LONGEST_PREFIX; i++) {
    id *= BASE
    if (i >= word.length) continue
    const code = word.charCodeAt(i)
    if (code >= 0x61 && code <= 0x7a) id += code - 0x61 + 11
    else if (code >= 0x30 && code <= 0x39) id += code - 0x30 + 1
    else return -1
  }
  return id
}

function asciiPrefix(id: number): string {
  return [id / (BASE * BASE), (id / BASE) % BASE, id % BASE]
    .map((digit) => ASCII[Math.floor(digit)])
    .join('')
    .trimEnd()
}

/** With room from the start: an array that grows in leaps is slow. */
function rowsOfChunk(): (Uint8Array | undefined)[] {
  return new Array<Uint8Array | undefined>(ASCII_IDS)
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
