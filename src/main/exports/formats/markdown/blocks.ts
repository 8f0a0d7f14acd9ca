import type { AlignType, BlockContent, List, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast'
import type {
  Block,
  ContentsGroup,
  FigureGroup,
  ListGroup,
  QuoteGroup,
  Run,
  TableGroup,
  TextBlock
} from '../../../../shared/composition/block.ts'
import { isCounted } from '../../lists.ts'
import { printable } from '../../text.ts'
import { anchor, Inline } from './inline.ts'

/** Makes blocks Markdown's flow content. */
export class Blocks {
  readonly inline = new Inline()

  blocks(blocks: readonly Block[]): BlockContent[] {
    return blocks.flatMap((block) => this.#block(block))
  }

  notes(): RootContent[] {
    return this.inline.notes
  }

  #block(block: Block): BlockContent[] {
    switch (block.type) {
      case 'text':
        return [this.#text(block)]
      case 'quote':
        return this.#quote(block)
      case 'list':
        return isCounted(block) || block.numbering === 'Disc' ? [this.#list(block)] : this.#keyed(block)
      case 'section':
        return this.blocks(block.children)
      case 'contents':
        return [this.#contents(block)]
      case 'table':
        return [this.#table(block)]
      case 'figure':
        return this.#figure(block)
      case 'cover':
        return [...block.top, ...block.middle, ...block.foot].map((each) => this.#text(each))
      case 'rule':
        return [{ type: 'thematicBreak' }]
      case 'frame':
        return []
    }
  }

  #text(block: TextBlock, label?: { key: string; destination: string | undefined }): BlockContent {
    const { lead, level, destination } = block
    const anchors = [destination, label?.destination].flatMap((name) => (name === undefined ? [] : [anchor(name)]))
    const runs = this.inline.runs(block.runs)
    const before = label?.key ?? lead
    const head: PhrasingContent[] = before === undefined || before === '' ? [] : [plain(`${printable(before)} `)]
    if (level !== undefined) return { type: 'heading', depth: level, children: [...anchors, ...head, ...runs] }
    const kind = MARKS[block.kind]
    const marked: PhrasingContent[] = kind && runs.length > 0 ? [{ type: kind, children: runs.map(unmarked) }] : runs
    return { type: 'paragraph', children: [...anchors, ...head, ...marked] }
  }

  /** The words as a block quote, what is said of them below it. */
  #quote(group: QuoteGroup): BlockContent[] {
    const place: BlockContent = { type: 'paragraph', children: [anchor(group.destination)] }
    const words: BlockContent = { type: 'blockquote', children: [this.#text(group.words)] }
    const after = group.after.map((block, i): BlockContent => {
      const dash: Run[] = i === 0 && block.kind === 'attribution' ? [{ text: '— ' }, ...block.runs] : block.runs
      return this.#text({ ...block, runs: dash })
    })
    return [place, ...group.before.map((block) => this.#text(block)), words, ...after]
  }

  #list(group: ListGroup): List {
    return {
      type: 'list',
      ordered: group.numbering === 'Decimal',
      spread: false,
      children: group.items.map(({ destination, children }) => {
        const content = this.blocks(children)
        if (destination !== undefined) content.unshift({ type: 'paragraph', children: [anchor(destination)] })
        return { type: 'listItem', spread: false, children: content }
      })
    }
  }

  /** Items with labels of their own, such as `[1]`: the label before the first line, details as a list below. */
  #keyed(group: ListGroup): BlockContent[] {
    return group.items.flatMap(({ label, destination, children }) => {
      const [first, ...rest] = children
      if (first?.type !== 'text') return this.blocks(children)
      const details = rest.filter((block): block is TextBlock => block.type === 'text' && block.kind === 'detail')
      const others = rest.filter((block) => block.type !== 'text' || block.kind !== 'detail')
      const title = this.#text(first, { key: label, destination })
      const list: BlockContent[] =
        details.length === 0
          ? []
          : [
              {
                type: 'list',
                ordered: false,
                spread: false,
                children: details.map((detail) => ({
                  type: 'listItem',
                  spread: false,
                  children: [this.#detail(detail)]
                }))
              }
            ]
      return [title, ...list, ...this.blocks(others)]
    })
  }

  #detail({ lead, runs }: TextBlock): BlockContent {
    return { type: 'paragraph', children: [plain(`${printable(lead ?? '')}: `), ...this.inline.runs(runs)] }
  }

  #contents(group: ContentsGroup): List {
    const children = group.entries.map(({ lead, title, destination }): List['children'][number] => {
      const link: PhrasingContent = {
        type: 'link',
        url: `#${destination}`,
        children: [plain(`${lead} ${printable(title)}`.trim())]
      }
      return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [link] }] }
    })
    return { type: 'list', ordered: false, spread: false, children }
  }

  #table({ columns, head, rows }: TableGroup): BlockContent {
    const align = columns.map((column): AlignType =>
      column.align === 'end' ? 'right' : column.align === 'center' ? 'center' : null
    )
    const cells = (contents: readonly PhrasingContent[][]): TableRow => ({
      type: 'tableRow',
      children: contents.map((children): TableCell => ({ type: 'tableCell', children: children.map(unbroken) }))
    })
    const heads = cells(head.map((runs) => this.inline.runs(runs)))
    return {
      type: 'table',
      align,
      children: [heads, ...rows.map((row) => cells(row.map((runs) => this.inline.runs(runs))))]
    }
  }

  /** Markdown carries no image: what it shows stands in its place. */
  #figure(group: FigureGroup): BlockContent[] {
    const shown: BlockContent = {
      type: 'paragraph',
      children: [anchor(group.destination), plain(`[Image: ${printable(group.alt)}]`)]
    }
    return [shown, this.#text(group.caption)]
  }
}

/** What stands out as a whole. */
const MARKS: Partial<Record<TextBlock['kind'], 'strong' | 'emphasis'>> = {
  label: 'emphasis',
  sourceTitle: 'strong',
  warning: 'strong',
  alarm: 'strong'
}

function plain(value: string): PhrasingContent & { type: 'text' } {
  return { type: 'text', value }
}

/** The text of what is bold by itself, since marks within the same marks don't hold. */
function unmarked(node: PhrasingContent): PhrasingContent {
  const only = node.type === 'strong' || node.type === 'emphasis' ? node.children[0] : undefined
  return only?.type === 'text' ? only : node
}

/** A line in a table is one line. */
function unbroken(node: PhrasingContent): PhrasingContent {
  return node.type === 'break' ? plain(' ') : node
}
