import type { Quote } from '../../quote/quote.ts'
import { TLP_LABELS } from '../../source/source.ts'
import { CASE_SCHEMA, type CaseContents } from '../case.ts'
import { foundText, makeBrief, makeCase, makeQuote, makeSource, moment } from './case.test-helper.ts'
import type { Chance } from './chance.test-helper.ts'
import { DocumentEdits } from './document-edits.test-helper.ts'

/**
 * One user at one copy of a case: makes edits at random, as the program would. Words and ids are new with every edit; files,
 * places of quotes, tags and keys are few, so that two users meet.
 */
export class User {
  readonly name: string
  readonly contents: CaseContents
  readonly #chance: Chance
  readonly #since: number
  readonly #documents: DocumentEdits
  #made = 0

  /** `since` is the number of the moment at which they begin. */
  constructor(name: string, contents: CaseContents, chance: Chance, since: number) {
    this.name = name
    this.contents = structuredClone(contents)
    this.#chance = chance
    this.#since = since
    this.#documents = new DocumentEdits(this.contents, chance, (what) => this.#new(what))
  }

  /** True when blocks were moved: then only what stands can be foretold, not in what order. */
  get moved(): boolean {
    return this.#documents.moved
  }

  /** Makes edits; rarely one that takes a whole record away, as an unfinished sync does. */
  work(edits: number): this {
    for (let i = 0; i < edits; i++) this.#chance.one(this.#edits())!()
    return this
  }

  #edits(): (() => void)[] {
    const often = (edit: () => void, times: number): (() => void)[] => Array<() => void>(times).fill(edit)
    return [
      ...often(() => this.addSource(), 3),
      ...often(() => this.addQuote(), 4),
      ...often(() => this.#changeQuote(), 6),
      ...often(() => this.#changeSource(), 5),
      ...often(() => this.#changeBrief(), 2),
      ...often(() => this.#documents.change(), 16),
      () => this.addBrief(),
      () => this.#changeCase(),
      () => this.#removeRecord()
    ]
  }

  #new(what: string): string {
    return `${what}-${this.name}${++this.#made}`
  }

  #time(): string {
    return moment(this.#since + this.#chance.below(40))
  }

  #quotes(): Quote[] {
    return this.contents.sources.flatMap(({ quotes }) => quotes)
  }

  #nextKey(letter: 'S' | 'Q', holders: readonly { key: string; formerKeys: string[] }[]): string {
    const numbers = holders.flatMap(({ key, formerKeys }) => [key, ...formerKeys]).map((key) => Number(key.slice(1)))
    return `${letter}${Math.max(0, ...numbers) + 1}`
  }

  addSource(): void {
    const file = `file ${this.#chance.below(7)}`
    if (this.contents.sources.some(({ source }) => source.original.name === `${file}.txt`)) return
    const key = this.#nextKey(
      'S',
      this.contents.sources.map(({ source }) => source)
    )
    const textOf = this.#chance.below(6) === 0 ? `${file} again` : file
    const source = makeSource(this.#new('s'), key, file, { importedAt: this.#time(), textOf })
    this.contents.sources.push({ schema: CASE_SCHEMA, source, quotes: [] })
  }

  addQuote(): void {
    const record = this.#chance.one(this.contents.sources)
    if (!record) return
    const start = this.#chance.below(6) * 20
    if (record.quotes.some(({ target, deletedAt }) => target.start === start && deletedAt === null)) return
    const key = this.#nextKey('Q', this.#quotes())
    record.quotes.push(makeQuote(this.#new('q'), key, record.source, start, { createdAt: this.#time() }))
  }

  #changeQuote(): void {
    const quote = this.#chance.often(this.#quotes())
    if (!quote) return
    const changes = [
      () => (quote.note = this.#note(quote.note)),
      () => (quote.tags = this.#tags(quote.tags)),
      () => (quote.speaker = this.#chance.below(4) === 0 ? null : `Speaker ${this.#new('n')}`),
      () => (quote.attribution = [`Agency ${this.#new('n')}`, 'Harbour office']),
      () => (quote.deletedAt = this.#time()),
      () => (quote.deletedAt = null)
    ]
    this.#chance.one(changes)!()
  }

  #note(note: string): string {
    const words = `Note ${this.#new('n')}`
    return [words, `${note}\n\n${words}`.trim(), note, ''][this.#chance.below(4)]!
  }

  #tags(tags: string[]): string[] {
    const tag = `tag ${this.#chance.below(4)}`
    return tags.includes(tag) ? tags.filter((other) => other !== tag) : [...tags, tag]
  }

  #changeSource(): void {
    const source = this.#chance.often(this.contents.sources)?.source
    if (!source) return
    const field = this.#chance.one(['title', 'publisher', 'published', 'url'] as const)!
    const value = this.#chance.below(6) === 0 ? null : `Value ${this.#new('n')}`
    const before = source.metadata[field]
    const changes = [
      () => {
        const others =
          before.value !== null && before.evidence ? [{ value: before.value, evidence: before.evidence }] : []
        source.metadata[field] = {
          value,
          evidence: value === null ? null : { from: 'user', detail: '' },
          confidence: 1,
          alternatives: [...others, ...before.alternatives],
          confirmed: true
        }
      },
      () => (source.metadata[field] = foundText(value)),
      () => (source.metadata[field] = { ...before, confirmed: true }),
      () => (source.note = this.#note(source.note)),
      () => (source.tags = this.#tags(source.tags)),
      () => (source.tlp = this.#chance.one([null, ...TLP_LABELS])!),
      () => {
        const reliability = this.#chance.one(['A', 'B', 'C', null] as const)!
        source.grading = { reliability, credibility: this.#chance.one(['1', '2', null] as const)! }
      }
    ]
    this.#chance.one(changes)!()
  }

  #changeCase(): void {
    if (this.#chance.below(2) === 0) this.contents.record.title = `Case ${this.#new('n')}`
    else this.contents.record.tlp = this.#chance.one(TLP_LABELS)!
  }

  addBrief(): void {
    const sections = Array.from({ length: 1 + this.#chance.below(3) }, () => this.#documents.section())
    const brief = makeBrief(this.#new('b'), sections, { createdAt: this.#time() })
    this.contents.briefs.push({ schema: CASE_SCHEMA, brief })
    const { briefs } = this.contents.record
    briefs.splice(this.#chance.below(briefs.length + 1), 0, brief.id)
  }

  #changeBrief(): void {
    const brief = this.#chance.one(this.contents.briefs)?.brief
    if (!brief) return
    const changes = [
      () => (brief.title = `Title ${this.#new('n')}`),
      () => (brief.author = `Author ${this.#new('n')}`),
      () => (brief.tlp = this.#chance.one(TLP_LABELS)!),
      () => (brief.deletedAt = this.#time()),
      () => (brief.deletedAt = null),
      () => this.contents.record.briefs.reverse()
    ]
    this.#chance.one(changes)!()
  }

  #removeRecord(): void {
    if (this.#chance.below(3) > 0) return
    const { record, sources, briefs } = this.contents
    const quoted = this.#chance.one(sources)
    const removals = [
      () => quoted?.quotes.splice(this.#chance.below(quoted.quotes.length + 1), 1),
      () => sources.splice(this.#chance.below(sources.length + 1), 1),
      () => {
        const [gone] = briefs.splice(this.#chance.below(briefs.length + 1), 1)
        record.briefs = record.briefs.filter((id) => id !== gone?.brief.id)
      }
    ]
    this.#chance.one(removals)!()
  }
}

/** A case to begin with. */
export function firstCase(chance: Chance, id = 'case-1'): CaseContents {
  const user = new User(`${id}-`, makeCase([], [], id), chance, 0)
  for (let i = 0; i < 3; i++) user.addSource()
  for (let i = 0; i < 6; i++) user.addQuote()
  for (let i = 0; i < 2; i++) user.addBrief()
  return user.work(chance.below(8)).contents
}
