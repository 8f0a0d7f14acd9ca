import { DossierError } from '../../shared/errors/errors.ts'
import type { CustodyNote } from '../../shared/case/custody.ts'
import type { AnyRecord, RecordDeed, RecordDocument, RecordKind } from '../../shared/case/records/kind.ts'
import { placeOfRecord, recordsFolder, type Owner } from '../../shared/case/records/places.ts'
import { LIST_BEHIND, type CaseParts } from './case-parts.ts'
import { isSystemError } from '../base/durable.ts'
import { MOST_TOLD } from './case-log.ts'
import { inParallel } from '../base/folders.ts'
import type { NewRecord } from './record-documents.ts'
import { stateOfRecord, versionOfRecord } from './record.ts'
import type { Change } from './write-ahead.ts'

/** The records of one kind in an open case. What is read is as it's saved; what is changed is logged, saved and in the list when it resolves. */
export class Records<T extends AnyRecord> {
  readonly #kind: RecordKind<T>
  readonly #parts: CaseParts
  readonly #change: Change
  readonly #mayEdit: () => Promise<void>

  constructor(kind: RecordKind<T>, parts: CaseParts, change: Change, mayEdit: () => Promise<void>) {
    this.#kind = kind
    this.#parts = parts
    this.#change = change
    this.#mayEdit = mayEdit
  }

  /** The records of one owner, or of all, in the order of their places. From the list's cache: what counts is read with `get`. */
  list(owner?: Owner): T[] {
    return this.#parts.sync.catalogue.records(this.#kind.kind, owner) as T[]
  }

  /** The record whose document has this name, from the list's cache; undefined when the case has none. */
  named(name: string): T | undefined {
    return this.#parts.sync.catalogue.record(name) as T | undefined
  }

  /** A record as its document has it. @throws DossierError `not-found`, `damaged`, `io` */
  async get(id: string): Promise<T> {
    return (await this.#parts.records.record(this.#nameOf(id))).record as T
  }

  /**
   * Adds a record to what it belongs to. @throws DossierError `not-found` when that isn't in the case, or a storage failure; RangeError when the id is taken or
   * can't stand in a file's name
   */
  async add(given: T, note: CustodyNote = this.#note('added', given)): Promise<T> {
    const [record] = await this.addAll([given], note)
    return record!
  }

  /**
   * Adds many records at once, in a small part of the time that it takes to add one after the other. The log has one entry for them, or as many as it takes where they
   * are more than an entry holds; those of an entry are added all or none, and a failure leaves those of the entries before it. @throws as `add`
   */
  async addAll(given: readonly T[], note?: CustodyNote): Promise<T[]> {
    const kind = this.#kind
    const added = given.map((each): { record: T; name: string; made: RecordDocument<T> } => {
      const record = kind.record.parse(each)
      const name = kind.nameOf(record)
      if (!placeOfRecord(name)) throw new RangeError(`“${record.id}” can’t be the id of ${kind.what}.`)
      return { record, name, made: { schema: kind.version, record } }
    })
    const ids = new Set(added.map(({ record }) => record.id))
    if (ids.size < added.length) throw new RangeError(`Two of ${kind.name.many} have one id.`)
    await this.#mayEdit()
    const { sync, records } = this.#parts
    for (let i = 0; i < added.length; i += MOST_TOLD) {
      const some = added.slice(i, i + MOST_TOLD)
      // First past whatever holds the case still, then the owners: who takes one out of the case goes the same way.
      await this.#change((log) =>
        this.#withOwners(
          some.map(({ record }) => kind.owner(record)),
          async () => {
            for (const { record } of some)
              if (sync.catalogue.recordName(kind.kind, record.id) !== undefined)
                throw new RangeError(`There is ${kind.what} ${record.id} already.`)
            const told = some.map(({ name, made }) => ({ name, version: versionOfRecord(kind, made), replaces: [] }))
            const said =
              note ?? (some.length === 1 ? this.#note('added', some[0]!.record) : this.#noteOfMany(some.length))
            const saved = await log.record({ ...said, records: told }, async (custody) => {
              const documents = some.map(({ name, made }) => ({ name, data: { ...made, custody } }))
              await records.add(kind, documents)
              return documents
            })
            await this.#listed(saved)
          }
        )
      )
    }
    return added.map(({ record }) => record)
  }

  /**
   * Changes a record; a change that answers the very record it was given changes nothing. `change` sees every change before it, and leaves the id and what the
   * record belongs to as they are. @throws DossierError `not-found` or a storage failure
   */
  async update(id: string, change: (record: T) => T, note?: CustodyNote): Promise<T> {
    const kind = this.#kind
    await this.#mayEdit()
    const name = this.#nameOf(id)
    return this.#parts.records.edit(name, (document) =>
      this.#change((log) =>
        document.transact(async (before, write) => {
          const old = before.record as T
          const given = change(old)
          if (given === old) return old
          const record = kind.record.parse(given)
          if (kind.nameOf(record) !== name) throw new RangeError(`A change may not move ${kind.what} ${id}.`)
          const after: RecordDocument<T> = { schema: kind.version, record }
          const told = {
            name,
            version: versionOfRecord(kind, after),
            replaces: [stateOfRecord(kind, before as RecordDocument<T>)]
          }
          const said = { ...(note ?? this.#note('changed', record)), records: [told] }
          const saved = await log.record(said, (custody) => write({ ...after, custody }))
          await this.#listed([{ name, data: saved }])
          return record
        })
      )
    )
  }

  /** Takes a record out of the case; it is kept in the quarantine. @throws DossierError `not-found` or a storage failure */
  async remove(id: string, note?: CustodyNote): Promise<void> {
    const { records, sync, notices } = this.#parts
    await this.#mayEdit()
    const name = this.#nameOf(id)
    await records.edit(name, (document) =>
      this.#change((log) =>
        document.transact(async (before) => {
          const found = before as RecordDocument<T>
          const told = { name, version: null, replaces: [stateOfRecord(this.#kind, found)] }
          const said = { ...(note ?? this.#note('removed', found.record)), records: [told] }
          await log.record(said, () => records.remove(name, document))
          if (!sync.dropRecord(name)) notices.add(LIST_BEHIND)
        })
      )
    )
  }

  /** Does work while none of the owners can be taken out of the case. Always one after the other in the same order, so that nobody waits for another in turn. */
  #withOwners<R>(owners: readonly Owner[], work: () => Promise<R>): Promise<R> {
    const each = new Map(owners.map((owner) => [recordsFolder(owner), owner]))
    const inOrder = [...each.keys()].sort()
    const within = (i: number): Promise<R> =>
      i === inOrder.length ? work() : this.#withOwner(each.get(inOrder[i]!)!, () => within(i + 1))
    return within(0)
  }

  /** Does work while the owner can't be taken out of the case. */
  async #withOwner<R>(owner: Owner, work: () => Promise<R>): Promise<R> {
    const { sources, briefs } = this.#parts
    if (owner.of === 'source') return sources.edit(owner.id, (document) => document.transact(work))
    if (owner.of === 'brief') briefs.document(owner.id)
    return work()
  }

  #nameOf(id: string): string {
    const name = this.#parts.sync.catalogue.recordName(this.#kind.kind, id)
    if (name === undefined)
      throw new DossierError('not-found', `${sentence(this.#kind.what)} is no longer in the case.`)
    return name
  }

  #note(deed: RecordDeed, record: T): CustodyNote {
    const { kind } = this.#kind
    const owner = this.#kind.owner(record)
    const of = owner.of === 'case' ? {} : { [owner.of]: owner.id }
    return { action: `${kind}-${deed}`, subject: record.id, detail: { title: this.#kind.title(record), ...of } }
  }

  #noteOfMany(count: number): CustodyNote {
    return { action: `${this.#kind.kind}-added`, subject: null, detail: { count } }
  }

  async #listed(saved: readonly NewRecord[]): Promise<void> {
    const { records, sync, notices } = this.#parts
    const stamped: (NewRecord & { stamp: string | null })[] = []
    await inParallel(saved, async ({ name, data }) => {
      // Without a stamp the document is read again at the next opening.
      const stamp = await records.stamp(name).catch((error: unknown) => {
        if (isSystemError(error)) return null
        throw error
      })
      stamped.push({ name, data, stamp })
    })
    if (!sync.takeRecords(stamped)) notices.add(LIST_BEHIND)
  }
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
