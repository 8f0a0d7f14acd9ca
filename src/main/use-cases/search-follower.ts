import { DossierError } from '../../shared/errors/errors.ts'
import { sourcesOf, walkBlocks } from '../../shared/brief/walk.ts'
import { codebookOf, type Codebook } from '../../shared/case/codebook/codebook.ts'
import { MARK, type Mark } from '../../shared/case/records/mark.ts'
import { placeOfRecord } from '../../shared/case/records/places.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { TAG } from '../../shared/case/records/tag.ts'
import type { IndexProgress } from '../../shared/search/answer.ts'
import { briefEntries, markEntries, recordEntries, sourceEntries } from '../../shared/search/entries.ts'
import type { IndexedDocument, JobName, Jobs } from '../search/protocol.ts'
import { IndexDamaged, SearchThread } from '../search/search-thread.ts'
import type { CaseStore } from '../store/case-store.ts'
import type { FeedContent } from '../store/document-feed.ts'

/** Documents, and UTF-16 units of texts, that the thread is given at once: it answers queries between two such batches. */
const BATCH = { documents: 100, units: 1_000_000 }
/** Documents after which what was indexed is kept. */
const KEEP_EVERY = 4_000
/** How long after a few changes these are kept, in milliseconds: an import brings one document after the other, and to keep takes longer than to index one. */
const KEEP_AFTER = 3_000
/** More documents than this are a case's index being made, of whose progress is told; fewer are changes to one. */
const MANY = 200

/** What the index is told of while nobody asks it. */
export interface FollowerEvents {
  onProgress: (progress: IndexProgress) => void
  /** The index can't be brought in step; a sentence. */
  onFailure: (error: unknown) => void
}

/** Keeps the index of an open case in step with its documents, in a thread of its own. */
export class SearchFollower {
  readonly #store: CaseStore
  readonly #thread: SearchThread
  readonly #events: FollowerEvents
  /** The documents that the index has, with their revisions. */
  #known = new Map<string, string>()
  /** Documents that may have changed. */
  readonly #pending = new Set<string>()
  /** The tags, by which marks are found; read again once one of them changed. */
  #codebook: Codebook | null = null
  readonly #unfollow: () => void
  readonly #opened: Promise<void>
  /** Resolves when nothing is pending any more; rejects when the index can't be brought in step. */
  #working: Promise<void>
  #isWorking = true
  #isClosing = false
  /** Documents that were indexed and aren't kept yet, and what keeps them soon. */
  #unkept = 0
  #keeping: ReturnType<typeof setTimeout> | null = null

  /** Begins at once. `worker` is the built `search-worker.js` or `search/worker.ts`. */
  constructor(store: CaseStore, worker: URL, events: FollowerEvents) {
    this.#store = store
    this.#events = events
    this.#thread = new SearchThread(worker)
    this.#unfollow = store.documents.follow((names) => this.#note(names))
    this.#opened = this.#open()
    this.#working = this.#begin()
    this.#watch()
  }

  /** False while the index lacks something. */
  get isComplete(): boolean {
    return !this.#isWorking && this.#pending.size === 0
  }

  /** Resolves when the index has all that the case has. @throws DossierError `io`, `disk-full`, `internal` */
  async whenComplete(): Promise<void> {
    do await this.#working
    while (!this.isComplete)
  }

  /** Asks the index; one that is damaged is made anew, and lacks what isn't in it again yet. @throws DossierError as `SearchThread.ask` */
  async ask<N extends JobName>(name: N, given: Jobs[N]['given']): Promise<Jobs[N]['result']> {
    await this.#opened
    try {
      return await this.#thread.ask(name, given)
    } catch (error) {
      if (!(error instanceof IndexDamaged)) throw error
      await this.#makeAnew()
      return this.#thread.ask(name, given)
    }
  }

  /** Keeps the index as it is and ends its thread. Before the case is closed, whose key seals it. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#unfollow()
    if (this.#keeping) clearTimeout(this.#keeping)
    try {
      await this.#opened
      await this.#working.catch(() => {
        // It was told of when it failed.
      })
      const bytes = await this.#thread.ask('close', null)
      // Whole and at once, so that one who only reads the case may keep it, too.
      if (bytes) await this.#store.cache('search').writeSealed(bytes)
    } finally {
      await this.#thread.end()
    }
  }

  async #open(): Promise<void> {
    const cache = this.#store.cache('search')
    const place = cache.sealed
      ? { path: null, write: true, bytes: await cache.readSealed() }
      : { path: cache.path, write: cache.write, bytes: null }
    await this.#thread.ask('open', place)
  }

  async #begin(): Promise<void> {
    await this.#opened
    await this.#store.settled()
    await this.#compareAll()
    await this.#work()
    const total = this.#known.size
    if (!this.#isClosing) this.#events.onProgress({ done: total, total })
  }

  /** Notes what has another revision than the index has, and what is gone. */
  async #compareAll(): Promise<void> {
    try {
      this.#known = await this.#thread.ask('revisions', null)
    } catch (error) {
      if (!(error instanceof IndexDamaged)) throw error
      await this.#thread.ask('anew', null)
      this.#known = new Map()
    }
    const listed = this.#store.documents.list()
    const names = new Set(listed.map(({ name }) => name))
    for (const { name, revision } of listed)
      if (revision === '' || this.#known.get(name) !== revision) this.#pending.add(name)
    for (const name of this.#known.keys()) if (!names.has(name)) this.#pending.add(name)
  }

  #note(names: readonly string[]): void {
    for (const name of names) this.#pending.add(name)
    if (this.#isWorking || this.#isClosing) return
    this.#isWorking = true
    this.#working = this.#work()
    this.#watch()
  }

  /** A failure is told of once, by whoever asks for it, and to the one who listens. */
  #watch(): void {
    this.#working.catch((error: unknown) => {
      if (!this.#isClosing) this.#events.onFailure(error)
    })
  }

  async #work(): Promise<void> {
    try {
      await this.#takeOver()
    } catch (error) {
      if (!(error instanceof IndexDamaged)) throw error
      await this.#thread.ask('anew', null)
      await this.#compareAll()
      await this.#takeOver()
    }
  }

  async #takeOver(): Promise<void> {
    const total = this.#pending.size
    const isMany = total > MANY
    for (let done = 0; this.#pending.size > 0 && !this.#isClosing;) {
      if (isMany) this.#events.onProgress({ done, total: Math.max(total, done + this.#pending.size) })
      const taken = await this.#batch()
      done += taken
      this.#unkept += taken
      if (this.#unkept >= KEEP_EVERY) await this.#keep()
    }
    if (isMany) await this.#keep()
    else this.#keepSoon()
    if (this.#pending.size > 0 && !this.#isClosing) return this.#takeOver()
    this.#isWorking = false
    if (isMany) await this.#settle()
  }

  async #keep(): Promise<void> {
    this.#unkept = 0
    await this.#thread.ask('commit', null)
  }

  /** Keeps what was indexed in a while; closing the index keeps it, too. */
  #keepSoon(): void {
    if (this.#keeping || this.#isClosing) return
    this.#keeping = setTimeout(() => {
      this.#keeping = null
      this.#keep().catch(async (error: unknown) => {
        if (this.#isClosing) return
        if (error instanceof IndexDamaged) await this.#makeAnew()
        else this.#events.onFailure(error)
      })
    }, KEEP_AFTER)
    this.#keeping.unref()
  }

  /** Brings what many changes have left together. What changes meanwhile is taken over as ever. */
  async #settle(): Promise<void> {
    for (let isFirst = true; !this.#isClosing; isFirst = false)
      if (!(await this.#thread.ask('settle', { isFirst }))) return
  }

  /** Takes over some of what is pending. Answers how many documents these were. */
  async #batch(): Promise<number> {
    const put: IndexedDocument[] = []
    const remove: string[] = []
    let taken = 0
    let units = 0
    for (const name of this.#pending) {
      this.#pending.delete(name)
      taken++
      const found = this.#store.documents.get(name)
      if (found && found.revision !== '' && this.#known.get(name) === found.revision) continue
      if (TAG.isName(name) || SOURCE.isName(name)) this.#noteMarks(name)
      const document = found && (await this.#read(name))
      if (document) put.push(document)
      else if (this.#known.has(name)) remove.push(name)
      units += document?.text?.length ?? 0
      if (taken >= BATCH.documents || units >= BATCH.units || this.#isClosing) break
    }
    if (put.length + remove.length > 0) await this.#thread.ask('change', { put, remove })
    for (const name of remove) this.#known.delete(name)
    for (const { name, revision } of put) this.#known.set(name, revision)
    return taken
  }

  /** Marks are found by the names of their tags, and shown with what is known of their source: those of what has changed are read again. */
  #noteMarks(changed: string): void {
    const marks = this.#store.records(MARK)
    const touched: Mark[] = []
    if (TAG.isName(changed)) {
      const { id } = placeOfRecord(changed)!
      this.#codebook = null
      // Of a tag that is gone nothing tells with what it was merged: what had its id is looked at.
      const wanted = this.#tags.byId(id)?.id ?? id
      touched.push(
        ...marks
          .list()
          .filter(({ tags }) => tags.some((each) => each === wanted || this.#tags.byId(each)?.id === wanted))
      )
    } else touched.push(...marks.list({ of: 'source', id: changed.split('/')[2]! }))
    for (const name of touched.map((mark) => MARK.nameOf(mark))) {
      if (!this.#known.has(name)) continue
      // No revision equals this one.
      this.#known.set(name, '')
      this.#pending.add(name)
    }
  }

  get #tags(): Codebook {
    return (this.#codebook ??= codebookOf(this.#store.records(TAG).list(), []))
  }

  /** A document as it’s indexed; null when it isn’t there any more, or can’t be read: the list tells of that. */
  async #read(name: string): Promise<IndexedDocument | null> {
    try {
      const content = await this.#store.documents.read(name)
      return content && (await this.#documentOf(name, content))
    } catch (error) {
      if (
        error instanceof DossierError &&
        (error.code === 'damaged' || error.code === 'io' || error.code === 'not-found')
      )
        return null
      throw error
    }
  }

  async #documentOf(name: string, content: FeedContent): Promise<IndexedDocument> {
    const { revision } = content
    if (content.of === 'source') {
      const { source, quotes } = content.record
      const entries = sourceEntries(source, quotes)
      // Nothing is found in the trash.
      const text = source.deletedAt === null ? await this.#textOf(source.id) : ''
      // A text that can't be read now is tried again.
      return { name, revision: text === null ? '' : revision, entries, text, brief: null }
    }
    if (content.of === 'brief') {
      const { brief } = content.record
      const { catalogue } = this.#store
      const cites = [...walkBlocks(brief.doc)].flatMap(({ node }) =>
        sourcesOf(node, (id) => catalogue.sourceOfQuote(id))
      )
      const citing = brief.deletedAt === null ? { id: brief.id, title: brief.title, cites: [...new Set(cites)] } : null
      return { name, revision, entries: briefEntries(brief), text: null, brief: citing }
    }
    const { kind, record } = content
    const owner = placeOfRecord(name)!.owner
    const source = owner.of === 'source' ? await this.#store.source(owner.id) : null
    if (kind.kind === MARK.kind && source) {
      const mark = record as Mark
      const names = mark.tags.flatMap((id) => this.#tags.byId(id)?.name ?? [])
      return { name, revision, entries: markEntries(mark, names, source.source), text: null, brief: null }
    }
    const entries = recordEntries(kind.texts(record), {
      id: record.id,
      key: source?.source.key ?? record.id,
      title: kind.title(record),
      sourceId: owner.of === 'source' ? owner.id : null,
      briefId: owner.of === 'brief' ? owner.id : null
    })
    return { name, revision, entries, text: null, brief: null }
  }

  async #textOf(id: string): Promise<string | null> {
    try {
      // One that was changed outside Dossier is found as it is shown.
      return (await this.#store.storedText(id)).text.text
    } catch (error) {
      if (
        error instanceof DossierError &&
        (error.code === 'damaged' || error.code === 'not-found' || error.code === 'io')
      )
        return null
      throw error
    }
  }

  /** Begins once more with an empty index. */
  async #makeAnew(): Promise<void> {
    await this.#working.catch(() => {
      // It was told of when it failed.
    })
    if (this.#isWorking && !this.#isClosing) this.#isWorking = false
    await this.#thread.ask('anew', null)
    this.#known = new Map()
    this.#note(this.#store.documents.list().map(({ name }) => name))
  }
}
