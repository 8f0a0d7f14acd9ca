import { DossierError } from '../../shared/errors/errors.ts'
import type { BriefRecord, SourceRecord } from '../../shared/case/case.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import type { AnyRecord, RecordKind } from '../../shared/case/records/kind.ts'
import { recordKindOf } from '../../shared/case/records/kinds.ts'
import { briefName } from '../../shared/case/records/places.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import type { CaseParts } from './case-parts.ts'
import type { FeedDocument, FeedListener } from './document-changes.ts'
import { versionOfRecord } from './record.ts'

/** What a document says. A source's text is read with `CaseStore.text`; it never changes, and its hash stands in the source's record. */
export type FeedContent = { revision: string } & (
  | { of: 'source'; record: SourceRecord }
  | { of: 'brief'; record: BriefRecord }
  | { of: 'record'; kind: RecordKind; record: AnyRecord }
)

/**
 * The sources, briefs and records of an open case, for what is made of their contents and follows them, such as an index for search: a cache of its own,
 * for which `CaseStore.cache` names the place.
 *
 * It is brought in step as the list is. Call `follow` first, so that nothing is missed; wait for `CaseStore.settled`, after which `list` names every document; what has
 * another revision than was noted when it was last read is read anew, what isn't named is forgotten. From then on the same is done for every name that the listener is told:
 * `get` it, compare, `read` it; one that can't be read is noted with an empty revision, so that it's tried again. A name that is told without need, as they all are when the list itself has to be made anew, costs the comparison only. So whatever
 * was missed, by a crash or because the cache is missing, older or damaged, is found at the next opening, and a crash at any time needs no care.
 *
 * A case that is open for reading only is as it was when it was opened: it has a list, and after `settled` nothing more is told.
 */
export class DocumentFeed {
  readonly #parts: CaseParts

  constructor(parts: CaseParts) {
    this.#parts = parts
  }

  /** From now on the listener is told of changes; until the answer is called. */
  follow(listener: FeedListener): () => void {
    return this.#parts.changes.follow(listener)
  }

  /** Every document, in no particular order. Records of unknown kinds and versions, and documents that can't be read, aren't named. Lacks some until `settled`. */
  list(): FeedDocument[] {
    const { sync, record } = this.#parts
    const briefs = record.data.briefs.flatMap((id) => this.#brief(id) ?? [])
    return [...sync.catalogue.documents(), ...briefs]
  }

  /** A document by its name; null when it isn't in the case, or can't be read. */
  get(name: string): FeedDocument | null {
    const { sync, record } = this.#parts
    if (!BRIEF.isName(name)) return sync.catalogue.document(name)
    const id = record.data.briefs.find((listed) => briefName(listed) === name)
    return id === undefined ? null : (this.#brief(id) ?? null)
  }

  /**
   * Reads a document; null when it isn't there any more. What is read is at least as new as the revision that comes with it: one that changes
   * meanwhile is told of again.
   * @throws DossierError `damaged`, `io`
   */
  async read(name: string): Promise<FeedContent | null> {
    const found = this.get(name)
    if (!found) return null
    const { id, revision } = found
    const { sources, briefs, records, files } = this.#parts
    if (BRIEF.isName(name)) {
      const record = briefs.record(id)
      return record ? { of: 'brief', record, revision } : null
    }
    try {
      if (SOURCE.isName(name)) return { of: 'source', record: (await sources.document(id)).data, revision }
      const kind = recordKindOf(files.kinds, name)
      return kind ? { of: 'record', kind, record: (await records.record(name)).record, revision } : null
    } catch (error) {
      if (error instanceof DossierError && error.code === 'not-found') return null
      throw error
    }
  }

  #brief(id: string): FeedDocument | undefined {
    const record = this.#parts.briefs.record(id)
    return record && { name: briefName(id), kind: BRIEF.kind, id, revision: versionOfRecord(BRIEF, record) }
  }
}
