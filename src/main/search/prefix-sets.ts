import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { isSingle } from '../../shared/search/letters.ts'
import { Bits } from './bits.ts'
import { CHUNK, decodeRow, encodeRow, PrefixRows } from './prefix-rows.ts'
import { APART, SPACE, type WordBytes } from './word-bytes.ts'

/** Beginnings of words up to this length, in characters, are kept; FTS5 itself looks for longer ones. */
const LONGEST_PREFIX = 3

/** Digits and letters of ASCII, and none. */
const BASE = 37
const ASCII_IDS = BASE ** LONGEST_PREFIX

/** From which number on beginnings of ASCII letters are told: of words anywhere, and of those in titles. Other beginnings follow. */
const PLACES = { anywhere: 0, title: ASCII_IDS } as const
type Place = keyof typeof PLACES
const OTHERS = 2 * ASCII_IDS

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
  /** The rows of the chunk that is being filled which were changed since it is. */
  readonly #rows = new PrefixRows(OTHERS)
  #chunk = -1
  /** Those with entries that shorter beginnings don't have yet, and those that aren't written yet. */
  #longer = new Bits()
  #unwritten = new Bits()
  /** The entry in which a beginning of ASCII letters was met last, by its number: most words come again and again. */
  readonly #met = new Int32Array(OTHERS)
  /** The same for other beginnings, with the numbers of all that they begin with themselves. */
  readonly #others = new Map<string, { met: number; ids: number[] }>()

  constructor(database: DatabaseSync) {
    this.#get = database.prepare('SELECT entries FROM prefix WHERE prefix = ? AND chunk = ?')
    this.#all = database.prepare('SELECT chunk, entries FROM prefix WHERE prefix = ?')
    this.#put = database.prepare('INSERT OR REPLACE INTO prefix VALUES (?, ?, ?)')
  }

  /** Notes the words of an entry: those of its title, and the others. */
  add(entry: number, { title, others }: { title: WordBytes; others: readonly WordBytes[] }): void {
    const chunk = Math.floor(entry / CHUNK)
    if (chunk !== this.#chunk) {
      this.flush()
      this.#rows.clear()
      this.#chunk = chunk
    }
    for (const words of [title, ...others]) this.#addWords(entry, words, 'anywhere')
    this.#addWords(entry, title, 'title')
  }

  /** The entries that have words which begin so, in their titles or anywhere, and some that aren't there any more. */
  entries(beginning: string, place: Place): Bits {
    this.#shorten()
    const found = new Bits()
    const take = (chunk: number, row: Uint32Array): void =>
      new Bits(row).each((number) => found.add(chunk * CHUNK + number))
    const id = this.#idOf(beginning, place)
    const changed = this.#rows.get(id)
    for (const row of this.#all.all(this.#prefixOf(id))) {
      const { chunk, entries } = row as { chunk: number; entries: Uint8Array }
      if (chunk !== this.#chunk || !changed) take(chunk, decodeRow(entries))
    }
    if (changed) take(this.#chunk, changed)
    return found
  }

  /** Writes what was noted. */
  flush(): void {
    this.#shorten()
    this.#unwritten.each((id) => void this.#put.run(this.#prefixOf(id), this.#chunk, encodeRow(this.#rows.get(id)!)))
    this.#unwritten = new Bits()
  }

  #addWords(entry: number, { bytes, starts }: WordBytes, place: Place): void {
    const met = this.#met
    const first = PLACES[place]
    const { length } = starts
    for (let i = 0; i < length; i++) {
      const at = starts[i]!
      const ascii = asciiIdAt(bytes, at)
      if (ascii < 0) this.#addOther(entry, bytes.toString('utf8', at, endOfBeginning(bytes, at)), place)
      else if (met[first + ascii] !== entry) {
        met[first + ascii] = entry
        this.#set(first + ascii, entry)
        this.#longer.add(first + ascii)
      }
    }
  }

  #addOther(entry: number, beginning: string, place: Place): void {
    if (beginning === APART) return
    const name = place === 'title' ? inTitle(beginning) : beginning
    let known = this.#others.get(name)
    if (!known) {
      known = { met: -1, ids: beginnings(beginning).map((prefix) => this.#idOf(prefix, place)) }
      this.#others.set(name, known)
    }
    if (known.met === entry) return
    known.met = entry
    for (const id of known.ids) this.#set(id, entry)
  }

  #set(id: number, entry: number): void {
    this.#load(id)
    this.#rows.set(id, entry)
    this.#unwritten.add(id)
  }

  /** Of words of ASCII letters only the longest beginning is noted; the shorter ones follow from it, for many entries at once. */
  #shorten(): void {
    this.#longer.each((id) => {
      const three = id % ASCII_IDS
      for (const shorter of new Set([id - (three % BASE), id - (three % (BASE * BASE))])) {
        if (shorter === id) continue
        this.#load(shorter)
        this.#rows.join(shorter, id)
        this.#unwritten.add(shorter)
      }
    })
    this.#longer = new Bits()
  }

  #load(id: number): void {
    if (this.#rows.has(id)) return
    const stored = this.#get.get(this.#prefixOf(id), this.#chunk) as { entries: Uint8Array } | undefined
    this.#rows.add(id, stored?.entries ?? null)
  }

  #idOf(prefix: string, place: Place): number {
    const ascii = asciiId(prefix)
    if (ascii >= 0) return PLACES[place] + ascii
    const name = place === 'title' ? inTitle(prefix) : prefix
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const id = OTHERS + this.#prefixes.length
    this.#prefixes.push(name)
    this.#ids.set(name, id)
    return id
  }

  #prefixOf(id: number): string {
    if (id >= OTHERS) return this.#prefixes[id - OTHERS]!
    const prefix = asciiPrefix(id % ASCII_IDS)
    return id < PLACES.title ? prefix : inTitle(prefix)
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
