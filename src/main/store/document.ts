import { Low } from 'lowdb'
import type { z } from 'zod'
import { DurableJson, storageError } from './durable.ts'

/**
 * One JSON document on disk and its state in memory (a lowdb database with the durable adapter). Updates run one after the
 * other; memory changes only after the disk has it, so what is shown is what is saved.
 */
export class Document<T extends object> {
  readonly #low: Low<T>
  readonly #what: string
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(low: Low<T>, what: string) {
    this.#low = low
    this.#what = what
  }

  /**
   * Reads an existing document. `what` names it in messages, such as `the brief`.
   * @throws DossierError `not-found` or `damaged`
   */
  static async read<T extends object>(path: string, schema: z.ZodType<T>, what: string): Promise<Document<T>> {
    const adapter = new DurableJson(path, schema)
    // lowdb's default would only be used if the adapter answered null, which it never does.
    const data = await adapter.read()
    return new Document(new Low(adapter, data), what)
  }

  /** Writes a new document. */
  static async create<T extends object>(
    path: string,
    schema: z.ZodType<T>,
    data: T,
    what: string
  ): Promise<Document<T>> {
    const document = new Document(new Low(new DurableJson(path, schema), data), what)
    await document.update(() => data)
    return document
  }

  get data(): T {
    return this.#low.data
  }

  /**
   * Replaces the data by what `change` makes of them and resolves with it when it's on the disk. When writing fails, the
   * data stay as they were and the failure says so.
   */
  update(change: (data: T) => T): Promise<T> {
    const run = this.#queue.then(async () => {
      const before = this.#low.data
      const after = change(before)
      this.#low.data = after
      try {
        await this.#low.write()
      } catch (error) {
        this.#low.data = before
        throw storageError(error, this.#what, 'What was saved before is unchanged.')
      }
      return after
    })
    this.#queue = run.catch(() => {
      // The caller of this update hears of it; the next one starts afresh.
    })
    return run
  }

  /** Resolves when no update is under way. */
  async settled(): Promise<void> {
    await this.#queue
  }
}
