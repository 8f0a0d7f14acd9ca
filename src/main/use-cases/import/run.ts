import type { ImportItem, ImportProgress, ImportReport } from '../../../shared/import/report.ts'
import { DossierError, type Failure } from '../../../shared/errors/errors.ts'
import type { SourceRecord } from '../../../shared/case/case.ts'
import type { Source } from '../../../shared/source/source.ts'
import { cleanName } from '../../../shared/import/clean-name.ts'
import type { Reading, ReferenceItem } from '../../import/extracted/extracted.ts'
import { withGiven } from '../../import/metadata/findings.ts'
import { DEEPEST_LEVEL, MOST_SPENT } from '../../import/extracted/limits.ts'
import type { ImportWorker } from '../../import/worker/import-worker.ts'
import { storageError } from '../../base/durable.ts'
import { sha256, sha256OfFile } from '../../base/hash.ts'
import type { ImportJournal } from '../../store/import-journal.ts'
import type { OpenCase } from '../open-case.ts'
import { setDeleted } from '../trash.ts'
import { prefetch } from './prefetch.ts'
import type { PauseToken } from './pause-token.ts'
import { incomingEntry, WITHIN, type Incoming } from './incoming.ts'
import { failedItem, itemOf, passedOverItem, withNotice } from './items.ts'
import { ImportMeter } from './meter.ts'
import { newSource } from './new-source.ts'
import { ImportReferences, placeOf } from './references.ts'
import { escapedName, type Place } from '../../import/collect/places.ts'

/** What importing needs besides the case. */
export interface ImportDeps {
  worker: ImportWorker
  now: () => Date
  /** Milliseconds that never go back. */
  clock: () => number
  newId: () => string
  onProgress: (progress: ImportProgress) => void
  /** Told of each new source. */
  onSource: (record: SourceRecord) => void
  pause: PauseToken
  signal: AbortSignal
}

/** Files read and extracted before their turn, so that reading and writing overlap. */
const PREFETCHED = 2
/** Containers within containers beyond this are an attack, or a mistake. */
const DEEPEST = 3
/** Related sources that a report names for each. */
const MOST_RELATED = 5
/** Failures after which every further file would fail in the same way. */
const FATAL: readonly string[] = ['disk-full', 'read-only', 'case-held', 'locked']

type Prepared = { file: Incoming } & (
  | { kind: 'failed'; failure: Failure }
  | { kind: 'passed-over'; why: string }
  | { kind: 'twin'; twin: Source }
  | { kind: 'read'; bytes: Uint8Array; hash: string; reading: Reading; isDescribed: boolean }
  | { kind: 'large'; place: Place }
)

/** Reason of an abort that isn't the user's wish: the case is being closed, and the import can be continued later. */
export const CLOSING = 'closing'

/** What ends an import before its end: a failure, or the user's wish (null). */
class Stopped extends Error {
  readonly failure: Failure | null

  constructor(failure: Failure | null) {
    super('The import was stopped')
    this.failure = failure
  }
}

/** One import: files and the items inside them, one after the other. What failed is reported and the rest goes on. */
export class ImportRun {
  readonly #open: OpenCase
  readonly #deps: ImportDeps
  readonly #startedAt: string
  readonly #items: ImportItem[]
  readonly #own = new Set<string>()
  readonly #meter: ImportMeter
  readonly #references = new ImportReferences()
  /** Imported sources of which no reference was known yet. */
  readonly #undescribed: { id: string; place: string }[] = []
  /** How many items exceeded their limits, by the path of the file on disk. */
  readonly #spent = new Map<string, number>()
  readonly #counts = { imported: 0, duplicate: 0, failed: 0, reference: 0, 'passed-over': 0 }
  #done = 0
  #total = 0

  /** `before` is what a part of the import that was cut short had done. */
  constructor(open: OpenCase, deps: ImportDeps, startedAt: string, before: ImportItem[] = []) {
    this.#open = open
    this.#deps = deps
    this.#startedAt = startedAt
    this.#items = [...before]
    this.#meter = new ImportMeter(deps.clock)
    for (const { status } of before) this.#counts[status]++
    this.#done = this.#total = before.length
  }

  /** Imports the files. Whatever happens, the report tells what was imported. Rejects with defects only. */
  async run(files: readonly Incoming[], journal: ImportJournal | null): Promise<ImportReport> {
    this.#total += files.length
    let stopped: Stopped | null = null
    try {
      await this.#open.store.ready()
      const rest = await this.#takeReferences(files)
      await this.#each(rest, async (file, from) => journal?.add(file.path, this.#items.slice(from)))
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      stopped = error
    }
    if (!stopped) for (const item of this.#references.items()) this.#add(item)
    this.report(null)
    return {
      items: this.#items,
      cancelled: stopped !== null,
      stopped: stopped?.failure ?? null,
      startedAt: this.#startedAt,
      finishedAt: this.#deps.now().toISOString()
    }
  }

  /** Tells how far it is. */
  report(current: string | null): void {
    const { paused } = this.#deps.pause
    if (paused) this.#meter.pause()
    else this.#meter.resume()
    this.#deps.onProgress({
      done: this.#done,
      total: this.#total,
      current,
      imported: this.#counts.imported,
      duplicates: this.#counts.duplicate,
      failed: this.#counts.failed,
      paused,
      perMinute: this.#meter.perMinute(),
      remainingSeconds: this.#meter.remainingSeconds(this.#total - this.#done)
    })
  }

  async #each(
    files: AsyncIterable<Incoming> | Iterable<Incoming>,
    onDone: (file: Incoming, from: number) => Promise<void> | undefined = () => undefined
  ): Promise<void> {
    for await (const prepared of prefetch(files, (file) => this.#prepare(file), PREFETCHED)) {
      await this.#goOn()
      this.report(prepared.file.hint.name)
      const from = this.#items.length
      try {
        await this.#settle(prepared)
      } catch (error) {
        if (error instanceof Stopped) throw error
        this.#fail(prepared.file, asFailure(error))
      }
      this.#done++
      this.#meter.tick()
      await onDone(prepared.file, from)
    }
    await this.#goOn()
  }

  /** Reads the reference managers' exports first: what they say goes to the files beside them. Answers the other files. */
  async #takeReferences(files: readonly Incoming[]): Promise<Incoming[]> {
    for (const file of files) {
      if (file.passedOver !== undefined || !ImportReferences.isLikely(file.hint.name)) continue
      await this.#goOn()
      const prepared = await this.#prepare(file)
      if (prepared.kind === 'read' && prepared.reading.references) {
        this.#references.add(file.path, placeOf(file), prepared.reading.references)
        this.#done++
      }
    }
    // What was described before the import was cut short counts.
    for (const { path } of this.#items) this.#references.ofFile(placeOf({ path }))
    return files.filter(({ path }) => !this.#references.has(path))
  }

  /** An export met later: what it says goes to what was imported before it too. */
  async #addReferences(file: Incoming, items: readonly ReferenceItem[]): Promise<void> {
    this.#references.add(file.path, placeOf(file), items)
    for (const { id, place } of this.#undescribed.splice(0)) {
      const { source } = await this.#open.source(id)
      const given = this.#references.ofFile(place) ?? this.#references.ofDocument(source.metadata)
      if (!given) {
        this.#undescribed.push({ id, place })
        continue
      }
      const record = await this.#open.store.updateSource(
        id,
        (before) => ({
          ...before,
          source: { ...before.source, metadata: withGiven(before.source.metadata, [given]) }
        }),
        { action: 'metadata-changed', subject: source.key, detail: { from: given.detail } }
      )
      this.#deps.onSource(record)
    }
  }

  async #goOn(): Promise<void> {
    await this.#deps.pause.untilResumed()
    if (this.#deps.signal.aborted) throw new Stopped(null)
  }

  async #prepare(file: Incoming): Promise<Prepared> {
    try {
      await this.#deps.pause.untilResumed()
      if (file.passedOver !== undefined) return { file, kind: 'passed-over', why: file.passedOver }
      if ((file.hint.level ?? 0) > DEEPEST_LEVEL) throw tooDeep(file.hint.name)
      if (file.container && (this.#spent.get(outermostOf(file)) ?? 0) >= MOST_SPENT) throw leftAlone(file)
      const loaded = await file.load()
      if ('path' in loaded) return { file, kind: 'large', place: loaded.path }
      const hash = sha256(loaded.bytes)
      const twin = await this.#open.sourceByHash(hash)
      if (twin) return { file, kind: 'twin', twin }
      const described = this.#references.ofFile(placeOf(file))
      const hint = described ? { ...file.hint, given: [...file.hint.given, described] } : file.hint
      const reading = await this.#deps.worker.read(loaded.bytes, hint, this.#deps.signal)
      return { file, kind: 'read', bytes: loaded.bytes, hash, reading, isDescribed: described !== null }
    } catch (error) {
      return { file, kind: 'failed', failure: asFailure(error) }
    }
  }

  async #settle(prepared: Prepared): Promise<void> {
    const { file, kind } = prepared
    if (kind === 'failed') return this.#fail(file, prepared.failure)
    if (kind === 'passed-over') return this.#add(passedOverItem(file.path, prepared.why))
    if (kind === 'twin') return this.#addTwin(file, prepared.twin)
    if (kind === 'large') return this.#unpack(file, { path: prepared.place }, await sha256OfFile(prepared.place))
    const { bytes, hash, reading, isDescribed } = prepared
    if (reading.references) return this.#addReferences(file, reading.references)
    if (reading.container) return this.#unpack(file, { bytes }, hash)
    if (reading.document) {
      const given = isDescribed ? null : this.#references.ofDocument(reading.document.metadata)
      const extracted = given
        ? { ...reading.document, metadata: withGiven(reading.document.metadata, [given]) }
        : reading.document
      const { newId, now } = this.#deps
      const { record, isNew } = await this.#open.store.importSource(hash, (key) =>
        newSource({
          id: newId(),
          key,
          name: cleanName(file.hint.name),
          nameBytes: file.nameBytes ?? null,
          original: bytes,
          hash,
          container: file.container,
          extracted,
          importedAt: now()
        })
      )
      // The same bytes may have come in since this file was prepared.
      if (!isNew) return this.#addTwin(file, record.source)
      this.#own.add(record.source.id)
      if (!isDescribed && !given) this.#undescribed.push({ id: record.source.id, place: placeOf(file) })
      this.#deps.onSource(record)
      const item = itemOf(file.path, 'imported', record.source, await this.#related(record.source.id))
      this.#add(file.nameBytes ? withNotice(item, strangeNameWords(file.hint.name, file.nameBytes)) : item)
    }
    this.#total += reading.parts.length
    await this.#each(reading.parts.map((part) => incomingEntry(part, file, hash)))
  }

  /** Imports the items inside a container. */
  async #unpack(file: Incoming, container: { bytes: Uint8Array } | { path: Place }, hash: string): Promise<void> {
    const { name } = file.hint
    if (file.depth >= DEEPEST) {
      throw new DossierError(
        'unsupported',
        `“${name}” stands inside ${DEEPEST} containers, one in the other. It was left alone; unpack it yourself and import what you need.`
      )
    }
    let found = 0
    const contents = async function* (this: ImportRun): AsyncGenerator<Incoming> {
      for await (const entry of this.#deps.worker.unpack(container, file.hint, this.#deps.signal)) {
        if (entry.passedOver === undefined) found++
        this.#total++
        yield incomingEntry(entry, file, hash)
      }
    }
    await this.#each(contents.call(this))
    if (found > 0) return
    throw new DossierError('empty', `“${name}” holds nothing that can be imported. It was left as it is.`)
  }

  /** The sources of which it is a copy or another version, the nearest first. */
  async #related(id: string): Promise<ImportItem['related']> {
    const related = await this.#open.copies.related(id, MOST_RELATED)
    return related
      .filter(({ kind }) => kind !== 'quotation')
      .map(({ id: other, key, kind }) => ({ id: other, key, kind }))
  }

  /** Adds a file whose bytes are in the case already; a source that was thrown away comes back. */
  async #addTwin(file: Incoming, twin: Source): Promise<void> {
    if (twin.deletedAt === null) return this.#add(this.#twinItem(file, twin))
    await setDeleted(this.#open, twin.id, null)
    this.#deps.onSource(await this.#open.source(twin.id))
    this.#add(withNotice(this.#twinItem(file, twin), 'It was in the trash, and is back in the case with its quotes.'))
  }

  /**
   * A file whose bytes are in the case already. What this import brought in before it was cut short counts as imported by it.
   */
  #twinItem(file: Incoming, twin: Source): ImportItem {
    const isEarlier =
      !this.#own.has(twin.id) &&
      twin.importedAt >= this.#startedAt &&
      twin.original.name === cleanName(file.hint.name) &&
      twin.container?.path === file.container?.path
    if (isEarlier) this.#own.add(twin.id)
    return itemOf(file.path, isEarlier ? 'imported' : 'duplicate', twin)
  }

  #fail(file: Incoming, failure: Failure): void {
    if (failure.code === 'cancelled' && this.#deps.signal.aborted) throw new Stopped(null)
    if (failure.code === 'timeout' || failure.code === 'out-of-memory') {
      const outermost = outermostOf(file)
      this.#spent.set(outermost, (this.#spent.get(outermost) ?? 0) + 1)
    }
    this.#add(failedItem(file.path, failure))
    if (FATAL.includes(failure.code)) throw new Stopped(failure)
  }

  #add(item: ImportItem): void {
    this.#items.push(item)
    this.#counts[item.status]++
  }
}

/** The path of the file on disk that something stands in. */
function outermostOf({ path }: Incoming): string {
  return path.split(WITHIN)[0]!
}

function leftAlone(file: Incoming): DossierError {
  return new DossierError(
    'too-large',
    `“${file.hint.name}” was left alone, since ${MOST_SPENT} others of “${file.container!.name}” took more time or memory than a file may. Unpack it yourself and import what you need.`
  )
}

function strangeNameWords(name: string, bytes: Buffer): string {
  return `The file’s name isn’t Unicode text (${escapedName(bytes)}); it is shown as “${name}”, which is a guess.`
}

function tooDeep(name: string): DossierError {
  return new DossierError(
    'unsupported',
    `“${name}” stands over ${DEEPEST_LEVEL} levels deep in mails and containers, which no program makes. It was not read; the mail that holds it was imported whole. Save it by itself and import it if you need it.`
  )
}

function asFailure(error: unknown): Failure {
  return storageError(error, 'the source', 'The case is as it was.').toFailure()
}
