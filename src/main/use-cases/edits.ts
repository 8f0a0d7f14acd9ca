import { AsyncLocalStorage } from 'node:async_hooks'
import type { Brief } from '../../shared/brief/brief.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import type { CustodyNote } from '../../shared/case/custody.ts'
import {
  afterRedo,
  afterUndo,
  editWords,
  NO_EDITS,
  withEdit,
  type DocumentChange,
  type Edit,
  type EditHistory
} from '../../shared/case/history/history.ts'
import {
  briefWithParts,
  changesBetween,
  isWritten,
  partsOfBrief,
  partsOfRecord,
  partsOfSource,
  partsToSet,
  recordChanges,
  recordWithParts,
  sourceWithParts,
  withParts,
  type EditedKind,
  type Parts
} from '../../shared/case/history/parts.ts'
import type { AnyRecord, RecordKind } from '../../shared/case/records/kind.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { Turns } from '../base/turns.ts'
import type { CaseStore } from '../store/case-store.ts'

/** What was undone or redone, as its request answers: with the ids of the documents that it touched. */
export interface Undone {
  did: string | null
  undo: string | null
  redo: string | null
  sources: string[]
  briefs: string[]
  /** Ids of the briefs whose text, or what stands above it, it set. */
  rewritten: string[]
  /** Ids of the sources whose marks it touched, and whether it touched a tag of the codebook. */
  marked: string[]
  tags: boolean
  /** Whether it touched what was said of a name. */
  names: boolean
}

/** What is edited through: the documents of sources and briefs. */
type EditedStore = Pick<CaseStore, 'source' | 'updateSource' | 'briefs' | 'updateBrief' | 'records'>

/**
 * The edits of an open case in the order in which they were made, to be undone and redone. It's kept in memory: what is closed can't be undone
 * any more. Edits of the user run one after the other (`as`); what changes documents otherwise (an import, a merge) is no edit, and an edit whose
 * parts it changed can't be undone.
 */
export class Edits {
  readonly #store: EditedStore
  readonly #now: () => Date
  readonly #running = new AsyncLocalStorage<DocumentChange[]>()
  /** The kinds of records that were edited, by name. */
  readonly #kinds = new Map<string, RecordKind>()
  #history: EditHistory = NO_EDITS
  readonly #turns = new Turns()

  constructor(store: EditedStore, now: () => Date) {
    this.#store = store
    this.#now = now
  }

  /** What was done and undone. */
  get history(): EditHistory {
    return this.#history
  }

  /**
   * Does one edit of the user; what it changes through `updateSource` and `updateBrief` is remembered, also when it fails halfway. `subjects`
   * tells of the result, or of what was given, what it was done to.
   */
  as<T>(
    edit: Pick<Edit, 'action'> & {
      gesture?: string | undefined
      subjects: readonly string[] | ((result: T) => readonly string[])
    },
    work: () => Promise<T>
  ): Promise<T> {
    return this.#turns.run(async () => {
      const documents: DocumentChange[] = []
      let subjects: readonly string[] = typeof edit.subjects === 'function' ? [] : edit.subjects
      try {
        const result = await this.#running.run(documents, work)
        if (typeof edit.subjects === 'function') subjects = edit.subjects(result)
        return result
      } finally {
        const { action, gesture = null } = edit
        this.#history = withEdit(this.#history, { action, gesture, subjects, documents })
      }
    })
  }

  /** Changes a source's record as the store does. @throws DossierError as that */
  async updateSource(
    id: string,
    change: (record: SourceRecord) => SourceRecord,
    note: Parameters<CaseStore['updateSource']>[2]
  ): Promise<SourceRecord> {
    let before: Parts | null = null
    const record = await this.#store.updateSource(
      id,
      (old) => {
        before = partsOfSource(old)
        return change(old)
      },
      note
    )
    this.#remember({ of: 'source', id }, before, partsOfSource(record))
    return record
  }

  /** Changes a brief as the store does. @throws DossierError as that */
  async updateBrief(id: string, change: (brief: Brief) => Brief, note: CustodyNote | null = null): Promise<void> {
    let parts: { before: Parts; after: Parts } | null = null
    await this.#store.updateBrief(
      id,
      (old) => {
        const changed = change(old)
        parts = { before: partsOfBrief(old), after: partsOfBrief(changed) }
        return changed
      },
      note
    )
    const { before, after } = parts!
    this.#remember({ of: 'brief', id }, before, after)
  }

  /** Adds records as the store does. @throws DossierError as that */
  async addRecords<T extends AnyRecord>(kind: RecordKind<T>, added: readonly T[], note?: CustodyNote): Promise<void> {
    if (added.length === 0) return
    const records = this.#store.records(kind)
    await (added.length === 1 ? records.add(added[0]!, note) : records.addAll(added, note))
    for (const record of added) this.#rememberRecord(kind, record.id, undefined, record)
  }

  /** Changes a record as the store does. @throws DossierError as that */
  async updateRecord<T extends AnyRecord>(
    kind: RecordKind<T>,
    id: string,
    change: (record: T) => T,
    note?: CustodyNote
  ): Promise<T> {
    let before: T | undefined
    const after = await this.#store.records(kind).update(
      id,
      (old) => {
        before = old
        return change(old)
      },
      note
    )
    this.#rememberRecord(kind, id, before, after)
    return after
  }

  /** Removes a record as the store does. @throws DossierError as that */
  async removeRecord<T extends AnyRecord>(kind: RecordKind<T>, id: string, note?: CustodyNote): Promise<void> {
    const records = this.#store.records(kind)
    const before = await records.get(id)
    await records.remove(id, note)
    this.#rememberRecord(kind, id, before, undefined)
  }

  /** Takes back the last edit. @throws DossierError `not-found` when something else has changed the same since, or a storage failure */
  undo(): Promise<Undone> {
    return this.#turns.run(() => this.#move('back'))
  }

  /** Does again what was undone last. @throws DossierError as `undo` does */
  redo(): Promise<Undone> {
    return this.#turns.run(() => this.#move('again'))
  }

  async #move(way: 'back' | 'again'): Promise<Undone> {
    const { done, undone } = this.#history
    const edit = (way === 'back' ? done : undone).at(-1)
    if (!edit)
      return {
        did: null,
        sources: [],
        briefs: [],
        rewritten: [],
        marked: [],
        tags: false,
        names: false,
        ...this.#next()
      }
    const documents = way === 'back' ? [...edit.documents].reverse() : edit.documents
    const words = editWords(edit)
    if (!(await this.#fits(documents, way))) {
      // What stands in the way will not go away: without it the next one can be undone.
      this.#history = way === 'back' ? { done: done.slice(0, -1), undone } : { done, undone: undone.slice(0, -1) }
      throw new DossierError(
        'not-found',
        `What the ${words} concerned was changed by something else since, so that can’t be ${way === 'back' ? 'undone' : 'redone'} any more. Nothing was changed.`
      )
    }
    const note = (subject: string): CustodyNote => ({
      action: way === 'back' ? 'edit-undone' : 'edit-redone',
      subject,
      detail: { edit: words }
    })
    const now = this.#now().toISOString()
    const marked = new Set<string>()
    let moved = 0
    const move = async ({ document, changes }: DocumentChange): Promise<void> => {
      const kind = this.#kinds.get(document.of)
      if (kind) {
        const record = await this.#moveRecord(kind, document.id, { changes, way, note })
        if ('sourceId' in record) marked.add(String(record.sourceId))
      } else if (document.of === 'source') {
        const set = (record: SourceRecord): SourceRecord =>
          sourceWithParts(record, mustFit(partsToSet(partsOfSource(record), changes, way)), now)
        await this.#store.updateSource(document.id, set, ({ source }) => note(source.key))
      } else {
        const set = (brief: Brief): Brief =>
          briefWithParts(brief, mustFit(partsToSet(partsOfBrief(brief), changes, way)))
        await this.#store.updateBrief(document.id, set, note(document.id))
      }
    }
    try {
      for (const change of documents) {
        await move(change)
        moved++
      }
    } catch (error) {
      // What was set by then can be set back, and the rest be tried again.
      this.#history = splitAt(this.#history, edit, {
        way,
        moved: documents.slice(0, moved),
        rest: documents.slice(moved)
      })
      throw error
    }
    this.#history = way === 'back' ? afterUndo(this.#history) : afterRedo(this.#history)
    const idsOf = (of: EditedKind): string[] => [
      ...new Set(documents.flatMap(({ document }) => (document.of === of ? [document.id] : [])))
    ]
    const rewritten = documents.filter(
      ({ document, changes }) => document.of === 'brief' && changes.some(({ part }) => isWritten(part))
    )
    const touched = {
      rewritten: [...new Set(rewritten.map(({ document }) => document.id))],
      sources: idsOf('source'),
      briefs: idsOf('brief'),
      marked: [...marked]
    }
    const [tags, names] = [idsOf('tag').length > 0, idsOf('name-ruling').length > 0]
    return { did: words, ...touched, tags, names, ...this.#next() }
  }

  /** Sets a record back, or again. Answers it, or what it was when it went. */
  async #moveRecord(
    kind: RecordKind,
    id: string,
    {
      changes,
      way,
      note
    }: Pick<DocumentChange, 'changes'> & { way: 'back' | 'again'; note: (subject: string) => CustodyNote }
  ): Promise<AnyRecord> {
    const records = this.#store.records(kind)
    const found = await this.#recordOf(kind, id)
    const wanted = recordWithParts(found, mustFit(partsToSet(partsOfRecord(found), changes, way)))
    const said = note(id)
    if (!wanted) {
      await records.remove(id, said)
      return found!
    }
    if (!found) return records.add(wanted, said)
    return records.update(
      id,
      (now) => recordWithParts(now, mustFit(partsToSet(partsOfRecord(now), changes, way)))!,
      said
    )
  }

  async #recordOf(kind: RecordKind, id: string): Promise<AnyRecord | undefined> {
    try {
      return await this.#store.records(kind).get(id)
    } catch (error) {
      if (error instanceof DossierError && error.code === 'not-found') return undefined
      throw error
    }
  }

  /** Whether all parts that an edit changed are still as it left them; looked at before any is set, so that it's undone whole or not at all. */
  async #fits(documents: readonly DocumentChange[], way: 'back' | 'again'): Promise<boolean> {
    const states = new Map<string, Parts>()
    for (const { document, changes } of documents) {
      const name = `${document.of} ${document.id}`
      const parts = states.get(name) ?? (await this.#partsOf(document))
      const set = parts && partsToSet(parts, changes, way)
      if (!set) return false
      states.set(name, withParts(document.of, parts, set))
    }
    return true
  }

  async #partsOf({ of, id }: DocumentChange['document']): Promise<Parts | null> {
    const kind = this.#kinds.get(of)
    if (kind) return partsOfRecord(await this.#recordOf(kind, id))
    if (of === 'brief') {
      const brief = this.#store.briefs().find((each) => each.id === id)
      return brief ? partsOfBrief(brief) : null
    }
    try {
      return partsOfSource(await this.#store.source(id))
    } catch (error) {
      if (error instanceof DossierError && error.code === 'not-found') return null
      throw error
    }
  }

  #remember(document: DocumentChange['document'], before: Parts | null, after: Parts): void {
    const changes = before ? changesBetween(before, after) : []
    if (changes.length > 0) this.#running.getStore()?.push({ document, changes })
  }

  #rememberRecord<T extends AnyRecord>(
    kind: RecordKind<T>,
    id: string,
    before: T | undefined,
    after: T | undefined
  ): void {
    const changes = recordChanges(before, after)
    if (changes.length === 0) return
    this.#kinds.set(kind.kind, kind as RecordKind)
    this.#running.getStore()?.push({ document: { of: kind.kind, id }, changes })
  }

  #next(): Pick<Undone, 'undo' | 'redo'> {
    const last = (edits: readonly Edit[]): string | null => (edits.length === 0 ? null : editWords(edits.at(-1)!))
    return { undo: last(this.#history.done), redo: last(this.#history.undone) }
  }
}

/** The history when an edit was undone or redone in part. Documents are in the order in which they were moved. */
function splitAt(
  { done, undone }: EditHistory,
  edit: Edit,
  { way, moved, rest }: { way: 'back' | 'again'; moved: readonly DocumentChange[]; rest: readonly DocumentChange[] }
): EditHistory {
  const part = (documents: readonly DocumentChange[]): Edit[] =>
    documents.length === 0 ? [] : [{ ...edit, documents: way === 'back' ? [...documents].reverse() : documents }]
  return way === 'back'
    ? { done: [...done.slice(0, -1), ...part(rest)], undone: [...undone, ...part(moved)] }
    : { done: [...done, ...part(moved)], undone: [...undone.slice(0, -1), ...part(rest)] }
}

/** @throws DossierError `not-found` when another change came between the look and the write */
function mustFit(parts: Parts | null): Parts {
  if (parts) return parts
  throw new DossierError('not-found', 'It was changed by something else just now, so it was left as it is. Try again.')
}
