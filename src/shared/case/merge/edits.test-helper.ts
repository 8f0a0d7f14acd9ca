import type { Brief, List, Section, SectionBlock, Statement } from '../../brief/brief.ts'
import { sectionTitle } from '../../brief/walk.ts'
import type { Quote } from '../../quote/quote.ts'
import { TLP_LABELS } from '../../source/source.ts'
import { CASE_SCHEMA, type CaseContents } from '../case.ts'
import { cite, foundText, makeBrief, makeCase, makeQuote, makeSource, moment, quoteBlock } from './case.test-helper.ts'
import { section, statement } from './case.test-helper.ts'

/** Random numbers that a seed repeats (mulberry32). */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed * 2654435761
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  one<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)]
  }

  /** One of the items, half of the time one of the first two: so that two users meet. */
  often<T>(items: readonly T[]): T | undefined {
    return this.below(2) === 0 ? this.one(items) : this.one(items.slice(0, 2))
  }
}

/**
 * One user at one copy of a case: makes edits at random, as the program would. Words and ids are new with every edit; files,
 * places of quotes, tags and keys are few, so that two users meet.
 */
export class User {
  readonly name: string
  readonly contents: CaseContents
  /** False when blocks were moved: then only what stands can be foretold, not in what order. */
  moved = false
  readonly #chance: Chance
  #made = 0

  constructor(name: string, contents: CaseContents, chance: Chance) {
    this.name = name
    this.contents = structuredClone(contents)
    this.#chance = chance
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
      ...often(() => this.#changeDocument(), 16),
      () => this.addBrief(),
      () => this.#changeCase(),
      () => this.#removeRecord()
    ]
  }

  #new(what: string): string {
    return `${what}-${this.name}${++this.#made}`
  }

  #time(): string {
    return moment(this.#chance.below(40))
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
    const sections = Array.from({ length: 1 + this.#chance.below(3) }, () => this.#section())
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

  #section(): Section {
    const blocks = Array.from({ length: this.#chance.below(4) }, () => this.#block())
    return section(this.#new('c'), `Part ${this.#new('n')}`, ...blocks)
  }

  #statement(): Statement {
    const quote = this.#chance.one(this.#quotes())
    const node = statement(
      this.#new('p'),
      `Words ${this.#new('w')}`,
      ...(quote && this.#chance.below(2) ? [quote.id] : [])
    )
    const source = this.#chance.one(this.contents.sources)?.source
    if (source && this.#chance.below(4) === 0) node.content?.push(cite({ sourceId: source.id }))
    return node
  }

  #block(): SectionBlock {
    const quote = this.#chance.one(this.#quotes())
    const kind = this.#chance.below(8)
    if (kind === 0 && quote) return quoteBlock(this.#new('p'), `Quoted ${this.#new('w')}`, quote)
    if (kind === 1)
      return { type: 'subheading', attrs: { level: 3 }, content: [{ type: 'text', text: this.#heading() }] }
    if (kind <= 3) return this.#list(2)
    return this.#statement()
  }

  #heading(): string {
    return `Heading ${this.#chance.below(3) === 0 ? this.#chance.below(3) : this.#new('w')}`
  }

  #list(depth: number): List {
    const items = Array.from({ length: 1 + this.#chance.below(3) }, (): List['content'][number] => {
      const nested = depth > 0 && this.#chance.below(4) === 0 ? [this.#list(depth - 1)] : []
      return { type: 'listItem', content: [this.#statement(), ...nested] }
    })
    return { type: this.#chance.below(2) ? 'bulletList' : 'orderedList', content: items }
  }

  #changeDocument(): void {
    const brief = this.#chance.often(this.contents.briefs)?.brief
    const place = brief && this.#chance.often(brief.doc.content)
    if (!brief || !place) return
    const edits = [
      () => this.#addBlock(place),
      () => this.#addBlock(place),
      () => this.#changeBlock(brief),
      () => this.#changeBlock(brief),
      () => this.#changeBlock(brief),
      () => this.#removeBlock(place),
      () => this.#moveBlock(brief, place),
      () => this.#changeList(place),
      () => this.#changeSections(brief, place)
    ]
    this.#chance.one(edits)!()
  }

  #addBlock(place: Section): void {
    place.content.splice(1 + this.#chance.below(place.content.length), 0, this.#block())
  }

  #changeBlock(brief: Brief): void {
    const node = this.#chance.often(leavesOf(brief))
    if (!node) return
    const quote = this.#chance.one(this.#quotes())
    const changes = [
      () => (node.content = [{ type: 'text', text: `Changed ${this.#new('w')}` }]),
      () => {
        if (node.type === 'statement') node.attrs.kind = this.#chance.one(['fact', 'judgement', null] as const)!
      },
      () => {
        if (node.type === 'statement')
          node.attrs.likelihood = this.#chance.one(['likely', 'very likely', null] as const)!
      },
      () => {
        if (quote && node.type === 'statement') node.content = [...(node.content ?? []), cite({ quoteId: quote.id })]
        if (quote && node.type === 'quoteBlock')
          Object.assign(node.attrs, { quoteId: quote.id, sourceId: quote.sourceId })
      },
      () => delete node.content
    ]
    this.#chance.one(changes)!()
  }

  #removeBlock(place: Section): void {
    if (place.content.length > 1) place.content.splice(1 + this.#chance.below(place.content.length - 1), 1)
  }

  #moveBlock(brief: Brief, place: Section): void {
    if (place.content.length < 2) return
    const target = this.#chance.one(brief.doc.content)!
    const [block] = place.content.splice(1 + this.#chance.below(place.content.length - 1), 1) as [SectionBlock]
    target.content.splice(1 + this.#chance.below(target.content.length), 0, block)
    this.moved = true
  }

  /** Adds, removes and splits items, and splits a list in two, as the editor does. */
  #changeList(place: Section): void {
    const at = place.content.findIndex(({ type }) => type === 'bulletList' || type === 'orderedList')
    const list = place.content[at]
    if (list?.type !== 'bulletList' && list?.type !== 'orderedList') return
    const cut = this.#chance.below(list.content.length)
    const item = list.content[cut]!
    const changes = [
      () => list.content.splice(cut, 0, { type: 'listItem', content: [this.#statement()] }),
      () => item.content.push(this.#list(0)),
      () => list.content.length > 1 && list.content.splice(cut, 1),
      () => {
        if (cut > 0) place.content.splice(at + 1, 0, { ...list, content: list.content.splice(cut) })
        this.moved = true
      },
      () => {
        if (cut === 0) return
        const [gone] = list.content.splice(cut, 1)
        list.content[cut - 1]!.content.push(...gone!.content)
        this.moved = true
      },
      () => {
        if (cut === 0) return
        const [gone] = list.content.splice(cut, 1)
        list.content[cut - 1]!.content.push({ type: 'bulletList', content: [gone!] })
        this.moved = true
      }
    ]
    this.#chance.one(changes)!()
  }

  #changeSections(brief: Brief, place: Section): void {
    const sections = brief.doc.content
    const index = sections.indexOf(place)
    const changes = [
      () => sections.splice(index, 0, this.#section()),
      () => (place.content[0] = { type: 'sectionTitle', content: [{ type: 'text', text: `Part ${this.#new('n')}` }] }),
      () => sections.length > 1 && sections.splice(index, 1),
      () => {
        sections.push(...sections.splice(index, 1))
        this.moved = true
      },
      () => {
        const cut = 1 + this.#chance.below(place.content.length)
        const rest = place.content.splice(cut) as SectionBlock[]
        sections.splice(index + 1, 0, section(this.#new('c'), `${sectionTitle(place)} continued`, ...rest))
        this.moved = true
      }
    ]
    this.#chance.one(changes)!()
  }
}

/** A case to begin with. */
export function firstCase(chance: Chance, id = 'case-1'): CaseContents {
  const user = new User(`${id}-`, makeCase([], [], id), chance)
  for (let i = 0; i < 3; i++) user.addSource()
  for (let i = 0; i < 6; i++) user.addQuote()
  for (let i = 0; i < 2; i++) user.addBrief()
  return user.work(chance.below(8)).contents
}

/** Statements and quote blocks themselves, to be changed. */
function leavesOf(brief: Brief): (Statement | Extract<SectionBlock, { type: 'quoteBlock' }>)[] {
  const inBlock = (block: SectionBlock): ReturnType<typeof leavesOf> => {
    if (block.type === 'subheading') return []
    if (block.type === 'statement' || block.type === 'quoteBlock') return [block]
    return block.content.flatMap(({ content }) => content.flatMap(inBlock))
  }
  return brief.doc.content.flatMap(({ content: [, ...blocks] }) => blocks.flatMap(inBlock))
}
