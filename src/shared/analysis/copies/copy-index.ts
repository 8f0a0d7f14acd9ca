import type { Fingerprint } from './fingerprint.ts'

/** What an article shares with another one, judged by their fingerprints. */
export interface Relation {
  id: string
  /** Hashes in common, those that many articles have left out. */
  shared: number
  /** How much of the fingerprint of this article, and of the other one, the two have in common (0 to 1). */
  here: number
  there: number
}

/** Two articles that share words. */
export interface Pair extends Omit<Relation, 'id' | 'here' | 'there'> {
  a: string
  b: string
  /** How much of each fingerprint is in common (0 to 1). */
  ofA: number
  ofB: number
}

interface Entry {
  id: string
  print: Fingerprint
}

/** A hash that more articles have is looked at only beside others: it may be a disclaimer or an invitation to subscribe. */
export const FEW = 24
/** A hash that more articles have says nothing and would cost time. */
const MOST = 256
/** So many rare hashes, or such a part of one fingerprint, relate two articles. */
const FEWEST = 2
const LEAST_SHARE = 0.2

/**
 * Finds the articles that share words with another one, by their fingerprints. Adding one costs as much as it has hashes, however many there
 * are. What every article of a paper ends with relates none of them.
 */
export class CopyIndex {
  readonly #slots = new Map<string, number>()
  readonly #entries: (Entry | undefined)[] = []
  readonly #free: number[] = []
  /** The newest posting of each hash. Postings of a hash are linked from the newest to the oldest; each has its count from there. */
  readonly #heads = new Map<number, number>()
  #owners = new Int32Array(1024)
  #links = new Int32Array(1024)
  #counts = new Int32Array(1024)
  #used = 0
  readonly #freePostings: number[] = []
  /** Hashes in common with each article of the index, while one is looked at; zero in between. */
  #rare = new Int32Array(0)
  #common = new Int32Array(0)

  get size(): number {
    return this.#slots.size
  }

  /** Adds an article; one that is there already under this id is replaced. */
  add(id: string, print: Fingerprint): void {
    this.remove(id)
    const slot = this.#free.pop() ?? this.#entries.length
    this.#entries[slot] = { id, print }
    this.#slots.set(id, slot)
    for (const hash of print.hashes) {
      const head = this.#heads.get(hash)
      if (head !== undefined && this.#owners[head] === slot) continue
      const posting = this.#freePostings.pop() ?? this.#newPosting()
      this.#owners[posting] = slot
      this.#links[posting] = head ?? -1
      this.#counts[posting] = head === undefined ? 1 : this.#counts[head]! + 1
      this.#heads.set(hash, posting)
    }
  }

  /** Removes an article; false when there is none of this id. */
  remove(id: string): boolean {
    const slot = this.#slots.get(id)
    if (slot === undefined) return false
    for (const hash of this.#entries[slot]!.print.hashes) this.#unlink(hash, slot)
    this.#entries[slot] = undefined
    this.#slots.delete(id)
    this.#free.push(slot)
    return true
  }

  /** How many articles have this hash. */
  holders(hash: number): number {
    const head = this.#heads.get(hash)
    return head === undefined ? 0 : this.#counts[head]!
  }

  /** The articles that share words with one of the index or with any other, the most alike first. An unknown id has none. */
  related(article: string | Fingerprint): Relation[] {
    if (typeof article !== 'string') return this.#relations(article, -1, this.#entries.length)
    const slot = this.#slots.get(article)
    return slot === undefined ? [] : this.#relations(this.#entries[slot]!.print, slot, this.#entries.length)
  }

  /** All pairs of articles that share words, each once. */
  *pairs(): Generator<Pair, void, undefined> {
    for (const [slot, entry] of this.#entries.entries()) {
      if (entry === undefined) continue
      for (const { id, shared, here, there } of this.#relations(entry.print, slot, slot))
        yield { a: id, b: entry.id, shared, ofA: there, ofB: here }
    }
  }

  /** Relations to the articles in the slots before `end`. */
  #relations(print: Fingerprint, self: number, end: number): Relation[] {
    if (this.#rare.length < this.#entries.length) {
      this.#rare = new Int32Array(this.#entries.length * 2)
      this.#common = new Int32Array(this.#entries.length * 2)
    }
    const touched: number[] = []
    let ignored = 0
    for (const hash of print.hashes) {
      const head = this.#heads.get(hash)
      if (head === undefined) continue
      const count = this.#counts[head]!
      if (count === 1 && this.#owners[head] === self) continue
      if (count > MOST) {
        ignored++
        continue
      }
      const tally = count > FEW ? this.#common : this.#rare
      for (let posting = head; posting >= 0; posting = this.#links[posting]!) {
        const owner = this.#owners[posting]!
        if (owner >= end || owner === self) continue
        if (this.#rare[owner] === 0 && this.#common[owner] === 0) touched.push(owner)
        tally[owner]!++
      }
    }
    const relations: Relation[] = []
    for (const owner of touched) {
      const shared = this.#rare[owner]!
      const all = shared + this.#common[owner]!
      this.#rare[owner] = this.#common[owner] = 0
      const { id, print: other } = this.#entries[owner]!
      const here = shareOf(all, print.hashes.length - ignored)
      const there = shareOf(all, other.hashes.length - ignored)
      if (shared >= FEWEST || (all > 1 && Math.max(here, there) >= LEAST_SHARE))
        relations.push({ id, shared, here, there })
    }
    return relations.sort((x, y) => Math.max(y.here, y.there) - Math.max(x.here, x.there))
  }

  #newPosting(): number {
    if (this.#used === this.#owners.length) {
      this.#owners = doubled(this.#owners)
      this.#links = doubled(this.#links)
      this.#counts = doubled(this.#counts)
    }
    return this.#used++
  }

  #unlink(hash: number, slot: number): void {
    let before = -1
    for (let posting = this.#heads.get(hash) ?? -1; posting >= 0; posting = this.#links[posting]!) {
      if (this.#owners[posting] !== slot) {
        before = posting
        continue
      }
      const next = this.#links[posting]!
      if (before >= 0) this.#links[before] = next
      else if (next >= 0) this.#heads.set(hash, next)
      else this.#heads.delete(hash)
      for (
        let newer = before < 0 ? -1 : this.#heads.get(hash)!;
        newer >= 0 && newer !== next;
        newer = this.#links[newer]!
      )
        this.#counts[newer]!--
      this.#freePostings.push(posting)
      return
    }
  }
}

function shareOf(hashes: number, all: number): number {
  return Math.min(1, hashes / Math.max(1, all))
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2)
  wider.set(array)
  return wider
}
