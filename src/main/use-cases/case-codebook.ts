import { codebookOf, tagKey, type Codebook, type CodebookTag } from '../../shared/case/codebook/codebook.ts'
import type { Passage, TagRow } from '../../shared/case/codebook/passages.ts'
import { MARK, type Mark } from '../../shared/case/records/mark.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { TAG, type Tag } from '../../shared/case/records/tag.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { CaseStore } from '../store/case-store.ts'
import { FollowedRecords } from './followed-records.ts'

/** What carries tags, as the list has it. */
interface Tagged {
  rows: ReadonlyMap<string, SourceRow>
  marks: readonly Mark[]
  quotes: readonly Quote[]
}

/** The codebook of an open case and what is tagged. What was read is kept until a document changes. */
export class CaseCodebook {
  readonly #store: CaseStore
  #rows: ReadonlyMap<string, SourceRow> | null = null
  #quotes: readonly Quote[] | null = null
  #marks: readonly Mark[] | null = null
  #codebook: Codebook | null = null
  readonly #tagRecords: FollowedRecords<Tag>
  readonly #markRecords: FollowedRecords<Mark>

  constructor(store: CaseStore) {
    this.#store = store
    this.#tagRecords = new FollowedRecords(store, TAG)
    this.#markRecords = new FollowedRecords(store, MARK)
    store.documents.follow((names) => {
      for (const name of names) this.#forget(name)
    })
  }

  /** Its tags, those too that have only a name. */
  get codebook(): Codebook {
    const { rows, quotes } = this.tagged
    return (this.#codebook ??= codebookOf(this.#tagRecords.all(), namesIn(rows.values(), quotes)))
  }

  /** The sources that aren't in the trash, by their ids, with their quotes and marks. */
  get tagged(): Tagged {
    this.#rows ??= new Map(this.#store.catalogue.rows().map((row) => [row.id, row]))
    this.#quotes ??= this.#store.catalogue.quotes()
    const rows = this.#rows
    this.#marks ??= this.#markRecords.all().filter(({ sourceId }) => rows.has(sourceId))
    return { rows, quotes: this.#quotes, marks: this.#marks }
  }

  /** The marks of a source, or of all (null), in the order of their places. */
  marks(sourceId: string | null): Mark[] {
    if (sourceId === null) return inOrder(this.tagged.marks)
    return inOrder(this.#store.records(MARK).list({ of: 'source', id: sourceId }))
  }

  /** @throws DossierError `not-found` */
  tag(id: string): CodebookTag {
    const tag = this.codebook.byId(id)
    if (!tag) throw new DossierError('not-found', 'This tag is no longer in the codebook. Nothing was changed.')
    return tag
  }

  /** Names as the codebook writes them, each once; one that it lacks stays as it is. */
  namesOf(names: readonly string[]): string[] {
    return [...new Set(names.map((name) => this.codebook.byName(name)?.name ?? name))]
  }

  rows(): TagRow[] {
    const { codebook } = this
    const { rows, quotes, marks } = this.tagged
    const counts = new Map<string, Pick<TagRow, 'marks' | 'quotes' | 'sources' | 'total'>>()
    for (const { id } of codebook.tags) counts.set(id, { marks: 0, quotes: 0, sources: 0, total: 0 })
    const count = (what: 'marks' | 'quotes' | 'sources', tags: readonly (CodebookTag | undefined)[]): void => {
      const above = new Set<string>()
      for (const tag of new Set(tags)) {
        if (!tag) continue
        counts.get(tag.id)![what]++
        for (let at: CodebookTag | undefined = tag; at && !above.has(at.id);) {
          above.add(at.id)
          at = at.parent === null ? undefined : codebook.byId(at.parent)
        }
      }
      for (const id of above) counts.get(id)!.total++
    }
    for (const { tags } of marks)
      count(
        'marks',
        tags.map((id) => codebook.byId(id))
      )
    for (const { tags } of quotes)
      count(
        'quotes',
        tags.map((name) => codebook.byName(name))
      )
    for (const { tags } of rows.values())
      count(
        'sources',
        tags.map((name) => codebook.byName(name))
      )
    return codebook.tags.map(({ id, name, parent, record }) => ({
      ...{ id, name, parent, colour: record?.colour ?? null, description: record?.description ?? '' },
      depth: codebook.depthOf(id),
      ...counts.get(id)!
    }))
  }

  /** What is tagged with one of these tags. @throws DossierError `not-found` */
  passages(id: string, below: boolean): Passage[] {
    const { codebook } = this
    const tag = this.tag(id)
    return this.passagesWith(below ? codebook.withDescendants(tag.id) : new Set([tag.id]))
  }

  /** What is tagged with a tag of which `wanted` has the id; all marks, and what else is tagged, with null. By source, in the order of the text. */
  passagesWith(wanted: ReadonlySet<string> | null): Passage[] {
    const { codebook } = this
    const { rows, quotes, marks } = this.tagged
    const found: { passage: Passage; number: number }[] = []
    const add = (
      row: SourceRow | undefined,
      tags: readonly (CodebookTag | undefined)[],
      passage: Omit<Passage, 'sourceId' | 'sourceKey' | 'title' | 'publisher' | 'published' | 'tags'>
    ): void => {
      const known = [...new Set(tags.filter((tag) => tag !== undefined))]
      const isWanted =
        wanted === null ? passage.kind === 'mark' || known.length > 0 : known.some(({ id }) => wanted.has(id))
      if (!row || !isWanted) return
      const { id: sourceId, key: sourceKey, title, publisher, published } = row
      const about = { sourceId, sourceKey, title, publisher, published, tags: known.map(({ name }) => name) }
      found.push({ passage: { ...about, ...passage }, number: Number(sourceKey.slice(1)) })
    }
    const whole = { start: null, end: null, words: '', speaker: null, note: '', colour: null }
    for (const row of rows.values())
      if (row.tags.length > 0)
        add(
          row,
          row.tags.map((name) => codebook.byName(name)),
          { ...whole, kind: 'source', id: row.id, key: row.key }
        )
    for (const { id, key, sourceId, target, speaker, note, tags } of quotes)
      if (tags.length > 0) {
        const passage = { id, key, start: target.start, end: target.end, words: target.exact, speaker, note }
        add(
          rows.get(sourceId),
          tags.map((name) => codebook.byName(name)),
          { ...passage, kind: 'quote', colour: null }
        )
      }
    for (const { id, sourceId, target, note, tags, colour } of marks) {
      const row = rows.get(sourceId)
      const passage = { id, start: target.start, end: target.end, words: target.exact, note, colour }
      add(
        row,
        tags.map((tagId) => codebook.byId(tagId)),
        { ...passage, kind: 'mark', key: row?.key ?? '', speaker: null }
      )
    }
    return found
      .sort((a, b) => a.number - b.number || startOf(a.passage) - startOf(b.passage))
      .map(({ passage }) => passage)
  }

  #forget(name: string): void {
    const isTag = TAG.isName(name)
    const isMark = MARK.isName(name)
    const isSource = SOURCE.isName(name)
    if (isTag || isSource) this.#codebook = null
    if (isMark || isSource) this.#marks = null
    if (isSource) [this.#rows, this.#quotes] = [null, null]
    this.#tagRecords.told(name)
    this.#markRecords.told(name)
  }
}

/** The names of tags that sources and quotes have, each once. */
function namesIn(rows: Iterable<SourceRow>, quotes: readonly Quote[]): Set<string> {
  const names = new Map<string, string>()
  for (const { tags } of [...rows, ...quotes])
    for (const name of tags) if (!names.has(tagKey(name))) names.set(tagKey(name), name)
  return new Set(names.values())
}

function inOrder(marks: readonly Mark[]): Mark[] {
  return [...marks].sort(
    (a, b) => a.target.start - b.target.start || a.target.end - b.target.end || (a.id < b.id ? -1 : 1)
  )
}

function startOf({ start }: Passage): number {
  return start ?? -1
}
