import type {
  Block,
  ContentsGroup,
  FigureGroup,
  ListGroup,
  QuoteGroup,
  Run,
  SectionGroup,
  TableGroup,
  TextBlock
} from '../../../../shared/composition/block.ts'
import { directionOfList, directionOfRuns, directionOfTable } from '../../../../shared/composition/direction.ts'
import type { ExportImage } from '../../../../shared/composition/input.ts'
import { directionOfLanguage, hasRightToLeft, type Direction } from '../../../../shared/source/direction.ts'
import { withoutMetadata } from '../../image.ts'
import { isCounted } from '../../lists.ts'
import { escaped } from '../../text.ts'
import { Inline } from './inline.ts'

/** Writes blocks as flow content of HTML. */
export class Blocks {
  readonly inline = new Inline()
  readonly #images: ReadonlyMap<string, ExportImage>
  /** In which the block that is written stands. */
  #direction: Direction

  constructor(images: ReadonlyMap<string, ExportImage>, direction: Direction) {
    this.#images = images
    this.#direction = direction
  }

  blocks(blocks: readonly Block[]): string {
    const parts: string[] = []
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i]!
      const details = detailsFrom(blocks, i)
      if (details.length > 0) {
        parts.push(this.#details(details))
        i += details.length - 1
      } else {
        parts.push(this.#block(block))
      }
    }
    return parts.join('')
  }

  #block(block: Block): string {
    switch (block.type) {
      case 'text':
        return this.#text(block)
      case 'quote':
        return this.#quote(block)
      case 'list':
        return this.#list(block)
      case 'section':
        return this.#section(block)
      case 'contents':
        return this.#contents(block)
      case 'table':
        return this.#table(block)
      case 'figure':
        return this.#figure(block)
      case 'cover':
        return [...block.top, ...block.middle, ...block.foot].map((each) => this.#text(each)).join('')
      case 'rule':
        return '<hr>\n'
      case 'frame':
        return ''
    }
  }

  #text(block: TextBlock): string {
    const lead = block.lead === undefined ? '' : `<span class="lead">${escaped(block.lead)}</span> `
    const element = block.level === undefined ? 'p' : `h${block.level}`
    const id = block.destination === undefined ? '' : ` id="${escaped(block.destination)}"`
    const attributes = `${id} class="${block.kind}"${languageOf(block)} dir="${this.#textDirection(block.runs)}"`
    return `<${element}${attributes}>${lead}${this.inline.runs(block.runs)}</${element}>\n`
  }

  /** Labelled details, one under the other, as a description list. */
  #details(details: readonly TextBlock[]): string {
    const rows = details.map(
      ({ lead, runs, ...block }) =>
        `<dt>${escaped(lead ?? '')}</dt><dd${languageOf(block)} dir="${this.#textDirection(runs)}">${this.inline.runs(runs)}</dd>\n`
    )
    return `<dl>\n${rows.join('')}</dl>\n`
  }

  /** Writes what runs in a direction. Says so on its element, given as `dir`, where what it stands in runs in the other one. */
  #facing(direction: Direction, write: (dir: string) => string): string {
    const outer = this.#direction
    this.#direction = direction
    const html = write(direction === outer ? '' : ` dir="${direction}"`)
    this.#direction = outer
    return html
  }

  /** How a text runs: a browser finds that by its first letter, which is right where nothing runs from right to left. */
  #textDirection(runs: readonly Run[]): Direction | 'auto' {
    const direction = directionOfRuns(runs, this.#direction)
    const plain = direction === 'ltr' && this.#direction === 'ltr'
    return plain && runs.every(({ text }) => !hasRightToLeft(text)) ? 'auto' : direction
  }

  #quote(group: QuoteGroup): string {
    return this.#facing(directionOfRuns(group.words.runs, this.#direction), (dir) => this.#figureOf(group, dir))
  }

  #figureOf(group: QuoteGroup, dir: string): string {
    const { words } = group
    const before = group.before.map((block) => this.#text(block)).join('')
    const quote = `<blockquote><p class="words"${languageOf(words)} dir="${this.#textDirection(words.runs)}">${this.inline.runs(words.runs)}</p></blockquote>\n`
    const after = group.after.map((block) => this.#text(block)).join('')
    const alarm = group.alarm ? ' alarmed' : ''
    return `<figure class="quote${alarm}"${dir} id="${escaped(group.destination)}">\n${before}${quote}<figcaption>\n${after}</figcaption>\n</figure>\n`
  }

  #list(group: ListGroup): string {
    return this.#facing(directionOfList(group, this.#direction), (dir) => this.#items(group, dir))
  }

  #items(group: ListGroup, dir: string): string {
    const counted = isCounted(group)
    const plain = group.numbering === 'Disc' && !group.hanging
    const element = group.numbering === 'Decimal' ? 'ol' : 'ul'
    const keyed = counted || plain ? '' : ' class="keyed" role="list"'
    const items = group.items.map(({ label, destination, children }) => {
      const id = destination === undefined ? '' : ` id="${escaped(destination)}"`
      const key = keyed === '' ? '' : `<span class="key">${escaped(label)}</span>\n`
      return `<li${id}>${key}${this.blocks(children)}</li>\n`
    })
    return `<${element}${keyed}${dir}>\n${items.join('')}</${element}>\n`
  }

  #section(group: SectionGroup): string {
    const start = group.startPage ? ' class="start"' : ''
    const direction = group.language === undefined ? this.#direction : directionOfLanguage(group.language)
    return this.#facing(direction, (dir) => {
      return `<section${start}${languageOf(group)}${dir}>\n${this.blocks(group.children)}</section>\n`
    })
  }

  #contents(group: ContentsGroup): string {
    const entries = group.entries.map(({ lead, title, destination, sub }) => {
      const link = `<a class="bare" href="#${escaped(destination)}"><span dir="auto">${escaped(title)}</span></a>`
      return `<li${sub ? ' class="sub"' : ''}><span class="lead">${escaped(lead)}</span> ${link}</li>\n`
    })
    return `<nav aria-label="Contents" role="doc-toc">\n<ol role="list">\n${entries.join('')}</ol>\n</nav>\n`
  }

  #table(group: TableGroup): string {
    return this.#facing(directionOfTable(group, this.#direction), (dir) => this.#rows(group, dir))
  }

  #rows(group: TableGroup, dir: string): string {
    const align = group.columns.map((column) => (column.align === 'end' ? ' class="end"' : ''))
    const head = group.head.map(
      (cell, i) => `<th scope="col"${align[i] ?? ''} dir="${this.#textDirection(cell)}">${this.inline.runs(cell)}</th>`
    )
    const rows = group.rows.map((row) => {
      const cells = row.map((cell, i) => {
        const [open, close] = group.rowHeads && i === 0 ? ['th scope="row"', 'th'] : ['td', 'td']
        return `<${open}${align[i] ?? ''} dir="${this.#textDirection(cell)}">${this.inline.runs(cell)}</${close}>`
      })
      return `<tr>${cells.join('')}</tr>\n`
    })
    const thead = head.length === 0 ? '' : `<thead><tr>${head.join('')}</tr></thead>\n`
    const table = `<table>\n${thead}<tbody>\n${rows.join('')}</tbody>\n</table>`
    return `<div class="wide"${dir} role="region" aria-label="Table" tabindex="0">${table}</div>\n`
  }

  #figure(group: FigureGroup): string {
    const caption = `<figcaption>\n${this.#text(group.caption)}</figcaption>\n`
    const open = `<figure class="picture" id="${escaped(group.destination)}">\n`
    const image = this.#images.get(group.image)
    if (!image) return `${open}<p class="warning">The image is missing.</p>\n${caption}</figure>\n`
    const data = Buffer.from(withoutMetadata(image)).toString('base64')
    const size = `width="${image.width}" height="${image.height}"`
    const img = `<img src="data:${image.mediaType};base64,${data}" alt="${escaped(group.alt)}" ${size}>\n`
    return `${open}${img}${caption}</figure>\n`
  }
}

/** The details that follow each other from a place on. */
function detailsFrom(blocks: readonly Block[], from: number): TextBlock[] {
  const found: TextBlock[] = []
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.type !== 'text' || block.kind !== 'detail' || block.destination !== undefined) break
    found.push(block)
  }
  return found
}

function languageOf({ language }: { language?: string }): string {
  return language === undefined ? '' : ` lang="${escaped(language)}"`
}
