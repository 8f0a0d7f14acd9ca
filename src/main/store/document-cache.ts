import type { Document } from './document.ts'

/** Documents kept in memory; those that are being written are kept in any case. */
const KEPT = 400

/** Documents by their names, read when they're asked for; never two of the same in memory while one of them is edited. */
export class DocumentCache<T extends object> {
  readonly #read: (name: string) => Promise<Document<T>>
  readonly #documents = new Map<string, Promise<Document<T>>>()
  /** How many edits of a document are under way. */
  readonly #pinned = new Map<string, number>()

  constructor(read: (name: string) => Promise<Document<T>>) {
    this.#read = read
  }

  /** @throws what reading throws */
  get(name: string): Promise<Document<T>> {
    const known = this.#documents.get(name)
    if (known) {
      // Moved to the end: the least recently used is dropped first.
      this.#documents.delete(name)
      this.#documents.set(name, known)
      return known
    }
    const reading = this.#read(name)
    this.put(name, reading)
    if (this.#documents.size > KEPT) this.#dropOldest()
    return reading
  }

  /** Takes over a document; one that can't be had is forgotten. */
  put(name: string, document: Promise<Document<T>>): void {
    this.#documents.set(name, document)
    document.catch(() => {
      if (this.#documents.get(name) === document) this.#documents.delete(name)
    })
  }

  has(name: string): boolean {
    return this.#documents.has(name)
  }

  delete(name: string): void {
    this.#documents.delete(name)
  }

  /** Works on a document while no other copy of it can come into memory. */
  async edit<R>(name: string, work: (document: Document<T>) => Promise<R>): Promise<R> {
    this.#pinned.set(name, (this.#pinned.get(name) ?? 0) + 1)
    try {
      return await work(await this.get(name))
    } finally {
      const left = this.#pinned.get(name)! - 1
      if (left > 0) this.#pinned.set(name, left)
      else this.#pinned.delete(name)
    }
  }

  /** Forgets documents, so that they are read anew. Those that are being written stay. */
  forget(): void {
    for (const name of [...this.#documents.keys()]) if (!this.#pinned.has(name)) this.#documents.delete(name)
  }

  /** Waits for writes under way. */
  async settled(): Promise<void> {
    for (const reading of [...this.#documents.values()]) {
      await reading.then(
        (document) => document.settled(),
        () => {
          // What couldn't be read isn't written either.
        }
      )
    }
  }

  #dropOldest(): void {
    for (const name of this.#documents.keys()) {
      if (this.#pinned.has(name)) continue
      this.#documents.delete(name)
      return
    }
  }
}
