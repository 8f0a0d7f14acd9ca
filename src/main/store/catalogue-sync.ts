import { DossierError } from '../../shared/errors/errors.ts'
import type { ConflictCopy } from '../../shared/case/conflict-copies.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import { recordKindOf } from '../../shared/case/records/kinds.ts'
import { BRIEFS, RECORDS, sourceFile, SOURCES, type Owner } from '../../shared/case/records/places.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { isDatabaseError, takeHash } from './cache-database.ts'
import { Catalogue, type LogMark } from './catalogue.ts'
import { logSizes, toldRemoved } from './read-logs.ts'
import type { CaseCache } from './case-cache.ts'
import type { DocumentChanges } from './document-changes.ts'
import type { CaseFiles } from './files.ts'
import { inParallel } from '../base/folders.ts'
import type { NewRecord, ReadRecord, RecordDocuments } from './record-documents.ts'
import type { SourceDocuments } from './source-documents.ts'
import { otherOwners, sourceIdsAt, sourcePrefixes } from './walk-documents.ts'

/** What following the documents found. */
export interface Followed {
  onRows: (rows: SourceRow[], removed: string[]) => void
  onDamage: (sentence: string) => void
  onConflicts: (copies: ConflictCopy[]) => void
}

/** Keeps a case's catalogue in step with its documents. */
export class CatalogueSync {
  catalogue: Catalogue
  /** True when nothing was logged since the catalogue was closed in step: it can be shown at once. */
  readonly wasInStep: boolean
  readonly #files: CaseFiles
  readonly #cache: CaseCache
  readonly #changes: DocumentChanges
  readonly #stop = new AbortController()
  #following: Promise<void> = Promise.resolve()
  #inStep = false
  #checked: Promise<boolean> | null = null

  private constructor(
    catalogue: Catalogue,
    wasInStep: boolean,
    options: { files: CaseFiles; cache: CaseCache; changes: DocumentChanges }
  ) {
    this.catalogue = catalogue
    this.wasInStep = wasInStep
    this.#files = options.files
    this.#cache = options.cache
    this.#changes = options.changes
  }

  /**
   * Opens the catalogue of a case. One that may not write the case works on a copy in memory; so does a sealed case. `changes` is told of every document that it
   * takes over or forgets.
   */
  static async open(files: CaseFiles, cache: CaseCache, changes: DocumentChanges): Promise<CatalogueSync> {
    const catalogue = await openCatalogue(cache)
    const sizes = await logSizes(files)
    const marks = catalogue.marks()
    const known = Object.keys(sizes)
    const wasInStep =
      known.length > 0 &&
      known.length === Object.keys(marks).length &&
      known.every((device) => marks[device]?.size === sizes[device])
    return new CatalogueSync(catalogue, wasInStep, { files, cache, changes })
  }

  /** False while the list may lack sources, or show them as they were. */
  get inStep(): boolean {
    return this.#inStep
  }

  /** Where a device's log ended when the catalogue was last in step; null when that isn't sure any more. */
  mark(device: string): LogMark | null {
    return this.wasInStep ? (this.catalogue.marks()[device] ?? null) : null
  }

  /**
   * Resolves with false when the catalogue's bytes aren't those that were written: it was made anew then, empty. Until that is known the list may
   * be shown, but nothing else is to be taken from it.
   */
  check(): Promise<boolean> {
    this.#checked ??= this.#check()
    return this.#checked
  }

  async #check(): Promise<boolean> {
    // First the list is shown.
    await new Promise((shown) => setImmediate(shown))
    const { path, write, sealed } = this.#cache
    if (sealed || (await takeHash(path, { keep: !write })) !== false) return true
    const damaged = this.catalogue
    // While the file is made anew, whoever asks meets an empty list and none that is closed.
    const meanwhile = (this.catalogue = Catalogue.inMemory())
    damaged.close()
    if (!write) return false
    this.catalogue = await Catalogue.anew(path)
    meanwhile.close()
    return false
  }

  /**
   * Takes over every source whose document changed, one after the other, and forgets those that are gone. Documents that can't be read are
   * told of; nothing is changed in them. Ends early when this is closed.
   */
  follow(sources: SourceDocuments, records: RecordDocuments, followed: Followed): Promise<void> {
    this.#following = this.#follow(sources, records, followed)
    return this.#following
  }

  async #follow(sources: SourceDocuments, records: RecordDocuments, followed: Followed): Promise<void> {
    await this.check()
    // Folder by folder, so that a large case takes no more memory than a small one.
    const prefixes = new Set([...this.catalogue.prefixes(), ...(await sourcePrefixes(this.#files))])
    for (const prefix of [...prefixes].sort()) {
      if (this.#stop.signal.aborted) return
      await this.#followPrefix(sources, records, prefix, followed)
    }
    for (const folder of [RECORDS, BRIEFS]) {
      const owners = (await otherOwners(this.#files)).filter((owner) => (owner.of === 'case') === (folder === RECORDS))
      await this.#followRecords(records, `${folder}/`, owners, followed)
    }
    this.#inStep = !this.#stop.signal.aborted
  }

  /**
   * Takes over a source whose document was just written. Answers false when the catalogue can't take it: it is brought in step at the next opening. `stamp` is null where
   * the document has to be read again then.
   */
  take(record: SourceRecord, stamp: string | null): boolean {
    const name = sourceFile(record.source.id, 'meta.json')
    return this.#change([name], () => this.catalogue.put(record, stamp ?? ''))
  }

  /** Forgets a source that was just taken out of the case, with its records, as `take` takes over one. */
  drop(id: string): boolean {
    const names: string[] = []
    return this.#change(names, () => {
      names.push(...this.#namesOf(id))
      this.catalogue.remove(id)
    })
  }

  /** Takes over records whose documents were just written, as `take` does a source. */
  takeRecords(taken: readonly (NewRecord & { stamp: string | null })[]): boolean {
    return this.#change(
      taken.map(({ name }) => name),
      () => {
        for (const { name, data, stamp } of taken)
          this.catalogue.putRecord(name, data.record, data.custody, this.#stampOf(name, stamp) ?? '')
      }
    )
  }

  /** Forgets a record whose document was just removed, as `take` takes over a source. */
  dropRecord(name: string): boolean {
    return this.#change([name], () => this.catalogue.removeRecord(name))
  }

  #change(names: readonly string[], change: () => void): boolean {
    const isTaken = this.#try(change)
    this.#changes.tell(names)
    return isTaken
  }

  #try(change: () => void): boolean {
    try {
      this.catalogue.together(change)
      return true
    } catch (error) {
      if (!isDatabaseError(error)) throw error
      this.#inStep = false
      return false
    }
  }

  /** The names of a source's document and its records. */
  #namesOf(id: string): string[] {
    return [sourceFile(id, 'meta.json'), ...this.catalogue.recordsOf({ of: 'source', id })]
  }

  async #followPrefix(
    sources: SourceDocuments,
    records: RecordDocuments,
    prefix: string,
    followed: Followed
  ): Promise<void> {
    const stamps = this.catalogue.stamps(prefix)
    const ids = await sourceIdsAt(this.#files, prefix)
    const changed: string[] = []
    const owners: Owner[] = []
    await inParallel(ids, async (id) => {
      if (!this.wasInStep) await sources.sweep(id)
      const { conflicts, strays, hasRecords } = await sources.beside(id)
      if (hasRecords) owners.push({ of: 'source', id })
      followed.onConflicts(conflicts)
      for (const name of strays)
        followed.onDamage(`“${name}” wasn’t put there by Dossier. It isn’t read; take it out of the case’s folder.`)
      const stamp = await sources.stamp(id)
      if (stamp === null || stamps.get(id) !== stamp) changed.push(id)
    })
    const unread = await this.#takeOver(sources, changed, followed)
    if (this.#stop.signal.aborted) return
    const present = new Set(ids)
    const missing = [...stamps.keys()].filter((id) => !present.has(id))
    const told = await toldRemoved(
      this.#files,
      missing.map((id) => sourceFile(id, 'meta.json'))
    )
    for (const id of missing) {
      if (told.has(sourceFile(id, 'meta.json'))) continue
      const row = this.catalogue.row(id)!
      followed.onDamage(
        `${row.key} “${row.title}” is no longer in the case’s folder. If that’s not wanted, restore a backup.`
      )
    }
    const removed = [...missing, ...unread.filter((id) => stamps.has(id))]
    if (removed.length > 0) {
      const names = removed.flatMap((id) => this.#namesOf(id))
      this.catalogue.together(() => removed.forEach((id) => this.catalogue.remove(id)))
      this.#changes.tell(names)
      followed.onRows([], removed)
    }
    await this.#followRecords(records, `${SOURCES}/${prefix}/`, owners, followed)
  }

  /** Takes over the records of these owners that changed, and forgets those below `prefix` that are gone. */
  async #followRecords(
    documents: RecordDocuments,
    prefix: string,
    owners: readonly Owner[],
    { onDamage, onConflicts }: Followed
  ): Promise<void> {
    const stamps = this.catalogue.recordStamps(prefix)
    const names: string[] = []
    await inParallel(owners, async (owner) => {
      const found = await documents.at(owner, { sweep: !this.wasInStep })
      names.push(...found.names)
      onConflicts(found.copies)
    })
    const read: { name: string; found: ReadRecord; stamp: string }[] = []
    const gone = new Set(stamps.keys())
    await inParallel(names, async (name) => {
      if (this.#stop.signal.aborted) return
      const stamp = this.#stampOf(name, await documents.stamp(name))
      if (stamp !== null && stamps.get(name) === stamp) return void gone.delete(name)
      try {
        read.push({ name, found: await documents.read(name), stamp: stamp ?? '' })
        gone.delete(name)
      } catch (error) {
        if (!(error instanceof DossierError)) throw error
        if (error.code !== 'not-found')
          onDamage(`The record “${name}” could not be read and was left untouched: ${error.message}`)
      }
    })
    if (this.#stop.signal.aborted) return
    const there = new Set(names)
    const missing = [...gone].filter((name) => !there.has(name))
    const told = await toldRemoved(this.#files, missing)
    for (const name of missing) {
      if (told.has(name)) continue
      onDamage(`“${name}” is no longer in the case’s folder. If that’s not wanted, restore a backup.`)
    }
    // What an edit took over meanwhile must not be taken back.
    const now = this.catalogue.recordStamps(prefix)
    const isAsBefore = (name: string): boolean => now.get(name) === stamps.get(name)
    this.catalogue.together(() => {
      for (const { name, found, stamp } of read)
        if (isAsBefore(name))
          this.catalogue.putRecord(name, found.document?.record ?? null, found.stored.custody, stamp)
      for (const name of gone) if (isAsBefore(name)) this.catalogue.removeRecord(name)
    })
    this.#changes.tell([...read.map(({ name }) => name), ...gone])
  }

  /** A record is read anew, too, when its kind has another version than the program knew that read it last. */
  #stampOf(name: string, stamp: string | null): string | null {
    return stamp && `${stamp} ${recordKindOf(this.#files.kinds, name)?.version ?? 'unknown'}`
  }

  /** Takes over sources from their documents. Answers the ids of those that can't be read. */
  async #takeOver(sources: SourceDocuments, ids: string[], { onRows, onDamage }: Followed): Promise<string[]> {
    const read: { record: SourceRecord; stamp: string }[] = []
    const unread: string[] = []
    await inParallel(ids, async (id) => {
      if (this.#stop.signal.aborted) return
      const stamp = (await sources.stamp(id)) ?? ''
      try {
        read.push({ record: (await sources.document(id)).data, stamp })
      } catch (error) {
        if (!(error instanceof DossierError)) throw error
        onDamage(`The source in “${id}” could not be read and was left untouched: ${error.message}`)
        unread.push(id)
      }
    })
    if (this.#stop.signal.aborted || read.length === 0) return unread
    // As they are now: an edit may have come in between, and its row must not be taken back.
    const records = await Promise.all(read.map(({ record }) => sources.document(record.source.id)))
    this.catalogue.together(() => read.forEach(({ stamp }, i) => this.catalogue.put(records[i]!.data, stamp)))
    const [deleted, inUse] = [true, false].map((isDeleted) =>
      records.flatMap(({ data: { source } }) => ((source.deletedAt !== null) === isDeleted ? [source.id] : []))
    ) as [string[], string[]]
    this.#changes.tell(read.map(({ record }) => sourceFile(record.source.id, 'meta.json')))
    onRows(
      inUse.flatMap((id) => this.catalogue.row(id) ?? []),
      deleted
    )
    return unread
  }

  /** Stops following: the case is being closed. */
  stop(): void {
    this.#stop.abort()
  }

  get stopped(): boolean {
    return this.#stop.signal.aborted
  }

  /** Stops following and closes the catalogue. `marks` is where the logs end now, when that is known: it is kept by a catalogue that is in step. */
  async close(marks: Record<string, LogMark> | null): Promise<void> {
    this.stop()
    await this.#following.catch(() => {
      // Who started it hears of the failure.
    })
    const { path, write, sealed } = this.#cache
    try {
      if (marks && this.#inStep && write) this.catalogue.follow(marks)
      if (sealed && write) await this.#cache.writeSealed(this.catalogue.serialize())
    } catch (error) {
      this.catalogue.close()
      throw error
    }
    if (write && !sealed) await this.catalogue.closeWhole(path)
    else this.catalogue.close()
  }
}

async function openCatalogue(cache: CaseCache): Promise<Catalogue> {
  if (cache.sealed) return Catalogue.inMemory(await cache.readSealed())
  return cache.write ? Catalogue.open(cache.path) : Catalogue.copyOf(cache.path)
}
