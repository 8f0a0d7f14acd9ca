import type { AnyRecord, RecordKind } from '../../shared/case/records/kind.ts'
import type { CaseStore } from '../store/case-store.ts'

/** The records of a kind, in memory: of thousands only those that changed are read again. */
export class FollowedRecords<T extends AnyRecord> {
  readonly #store: CaseStore
  readonly #kind: RecordKind<T>
  /** By the names of their documents; null until they were asked for. */
  #records: Map<string, T> | null = null
  #changed = new Set<string>()

  constructor(store: CaseStore, kind: RecordKind<T>) {
    this.#store = store
    this.#kind = kind
  }

  /** Takes note of a document that changed, as the store tells it. */
  told(name: string): void {
    if (this.#records !== null && this.#kind.isName(name)) this.#changed.add(name)
  }

  /** All of them, in no particular order. */
  all(): T[] {
    const kept = this.#store.records(this.#kind)
    this.#records ??= new Map(kept.list().map((record) => [this.#kind.nameOf(record), record]))
    for (const name of this.#changed) {
      const record = kept.named(name)
      if (record) this.#records.set(name, record)
      else this.#records.delete(name)
    }
    this.#changed.clear()
    return [...this.#records.values()]
  }
}
