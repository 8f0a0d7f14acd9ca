import { Low, type Adapter } from 'lowdb'
import { storageError } from '../base/durable.ts'

/** An adapter whose reading fails rather than answering null. */
export interface RecordStore<T> extends Adapter<T> {
  read(): Promise<T>
}

/**
 * One JSON document on disk and its state in memory (a lowdb database with a durable adapter). Updates run one after the
 * other; memory changes only after the disk has it, so what is shown is what is saved.
 */
export class Document<T extends object> {
  readonly #low: Low<T>
  readonly #what: string
  #saved: T
  #queue: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #retired: Error | null = null

  private constructor(low: Low<T>, what: string) {
    this.#low = low
    this.#what = what
    this.#saved = low.data
  }

  /** Reads an existing document. `what` names it in messages, such as `the brief`. @throws what the adapter throws */
  static async read<T extends object>(adapter: RecordStore<T>, what: string): Promise<Document<T>> {
    // lowdb's default would only be used if the adapter answered null, which it never does.
    return new Document(new Low(adapter, await adapter.read()), what)
  }

  /** Takes over data that are known to be on the disk. */
  static of<T extends object>(adapter: RecordStore<T>, data: T, what: string): Document<T> {
    return new Document(new Low(adapter, data), what)
  }

  /** Writes a new document. */
  static async create<T extends object>(adapter: RecordStore<T>, data: T, what: string): Promise<Document<T>> {
    const document = Document.of(adapter, data, what)
    await document.update(() => data)
    return document
  }

  /** As they were saved last. */
  get data(): T {
    return this.#saved
  }

  /** True while an update is under way or waits. */
  get busy(): boolean {
    return this.#waiting > 0
  }

  /**
   * Replaces the data by what `change` makes of them and resolves with it when it's on the disk. When writing fails, the
   * data stay as they were and the failure says so.
   */
  update(change: (data: T) => T): Promise<T> {
    return this.transact((data, write) => write(change(data)))
  }

  /** Works on the data while nobody else does. `write` replaces them, as `update` does. */
  transact<R>(work: (data: T, write: (data: T) => Promise<T>) => Promise<R>): Promise<R> {
    this.#waiting++
    const run = this.#queue.then(async () => {
      try {
        if (this.#retired) throw this.#retired
        return await work(this.#saved, (data) => this.#write(data))
      } finally {
        this.#waiting--
      }
    })
    this.#queue = run.catch(() => {
      // The caller of this update hears of it; the next one starts afresh.
    })
    return run
  }

  /** The document is gone: whoever works on it from now on fails with this. */
  retire(reason: Error): void {
    this.#retired = reason
  }

  async #write(after: T): Promise<T> {
    try {
      this.#low.data = after
      await this.#low.write()
      this.#saved = after
      return after
    } catch (error) {
      this.#low.data = this.#saved
      throw storageError(error, this.#what, 'What was saved before is unchanged.')
    }
  }

  /** Resolves when no update is under way. */
  async settled(): Promise<void> {
    await this.#queue
  }
}
