import type { Brief, Figure, List, Section, SectionBlock, Statement, Table } from '../../brief/brief.ts'
import { isList, sectionTitle, type IdBlock } from '../../brief/walk.ts'
import type { Quote } from '../../quote/quote.ts'
import type { CaseContents } from '../case.ts'
import { cite, quoteBlock, section, statement } from './case.test-helper.ts'
import type { Chance } from './chance.test-helper.ts'

/** What a user does in the documents of a case's briefs, at random. `newName` makes words and ids that stand nowhere else. */
export class DocumentEdits {
  moved = false
  readonly #contents: CaseContents
  readonly #chance: Chance
  readonly #new: (what: string) => string

  constructor(contents: CaseContents, chance: Chance, newName: (what: string) => string) {
    this.#contents = contents
    this.#chance = chance
    this.#new = newName
  }

  #quotes(): Quote[] {
    return this.#contents.sources.flatMap(({ quotes }) => quotes)
  }

  section(): Section {
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
    const source = this.#chance.one(this.#contents.sources)?.source
    if (source && this.#chance.below(4) === 0) node.content?.push(cite({ sourceId: source.id }))
    return node
  }

  #block(): SectionBlock {
    const quote = this.#chance.one(this.#quotes())
    const kind = this.#chance.below(10)
    if (kind === 0 && quote) return quoteBlock(this.#new('p'), `Quoted ${this.#new('w')}`, quote)
    if (kind === 1)
      return { type: 'subheading', attrs: { level: 3 }, content: [{ type: 'text', text: this.#heading() }] }
    if (kind <= 3) return this.#list(2)
    if (kind === 4) return this.#table()
    if (kind === 5) return this.#figure()
    return this.#statement()
  }

  #heading(): string {
    return `Heading ${this.#chance.below(3) === 0 ? this.#chance.below(3) : this.#new('w')}`
  }

  #table(): Table {
    const quote = this.#chance.one(this.#quotes())
    const row = (type: 'tableHeader' | 'tableCell'): Table['content'][number] => ({
      type: 'tableRow',
      content: [
        {
          type,
          content: [{ type: 'text', text: `Cell ${this.#new('w')}` }, ...(quote ? [cite({ quoteId: quote.id })] : [])]
        },
        { type, content: [{ type: 'note', content: [{ type: 'text', text: `Note ${this.#new('w')}` }] }] }
      ]
    })
    const content = [row('tableHeader'), row('tableCell')]
    return { type: 'table', attrs: { id: this.#new('p'), align: [null, 'end'] }, content }
  }

  #figure(): Figure {
    const sourceId = this.#chance.one(this.#contents.sources)?.source.id ?? null
    const attrs = { id: this.#new('p'), sourceId, label: null, alt: `Shows ${this.#new('w')}` }
    return { type: 'figure', attrs, content: [{ type: 'text', text: `Caption ${this.#new('w')}` }] }
  }

  #list(depth: number): List {
    const items = Array.from({ length: 1 + this.#chance.below(3) }, (): List['content'][number] => {
      const nested = depth > 0 && this.#chance.below(4) === 0 ? [this.#list(depth - 1)] : []
      return { type: 'listItem', content: [this.#statement(), ...nested] }
    })
    return { type: this.#chance.below(2) ? 'bulletList' : 'orderedList', content: items }
  }

  change(): void {
    const brief = this.#chance.often(this.#contents.briefs)?.brief
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
    if (node.type === 'table') {
      node.content.splice(1, this.#chance.below(2), ...this.#table().content.slice(1))
      return
    }
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
        if (quote && node.type === 'figure') node.attrs.sourceId = quote.sourceId
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
      () => sections.splice(index, 0, this.section()),
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

/** The blocks themselves, to be changed. */
function leavesOf(brief: Brief): IdBlock[] {
  const inBlock = (block: SectionBlock): IdBlock[] => {
    if (block.type === 'subheading') return []
    return isList(block) ? block.content.flatMap(({ content }) => content.flatMap(inBlock)) : [block]
  }
  return brief.doc.content.flatMap(({ content: [, ...blocks] }) => blocks.flatMap(inBlock))
}
