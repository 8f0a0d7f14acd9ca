import type {
  Block,
  ContentsGroup,
  CoverGroup,
  FigureGroup,
  ListGroup,
  QuoteGroup,
  TableGroup,
  TextBlock,
  TextKind
} from '../../../shared/composition/block.ts'
import { directionOfList, directionOfRuns, directionOfTable } from '../../../shared/composition/direction.ts'
import type { NoteMarks } from '../../../shared/composition/notes.ts'
import { directionOfLanguage, type Direction } from '../../../shared/source/direction.ts'
import type { Fonts } from '../typeset/fonts.ts'
import type { PreparedImages } from '../images/images.ts'
import { layContents } from './contents.ts'
import { coverRows } from './cover.ts'
import { CAPTION_GAP, FIGURE_GAP, figureRow } from './figure.ts'
import { frameRow, mirror, newRow, ruleRow, type PaintRow, type Place } from './rows.ts'
import { TextSetter, type PageNumbers } from './set-text.ts'
import { layTable } from './table.ts'
import { COLORS, HANG, type StyleSheet, type TextStyle } from '../typeset/styles.ts'
import { element, type Element, type Role } from '../writer/structure.ts'

/** The laid out document and its structure. */
export interface Layout {
  rows: PaintRow[]
  root: Element
}

const QUOTE_INDENT = 16
const ITEM_INDENT = 19
const RULE_GAP = 14
/** Texts that stand by themselves. Others go with what they tell of, such as a label with its statement. */
const ALONE: ReadonlySet<TextKind> = new Set<TextKind>([
  'heading',
  'subheading',
  'statement',
  'labelled',
  'body',
  'context'
])
/** The least height of text on a last page. */
const LEAST_END = 44
/**
 * Lays out a document's blocks as rows. Call `lay` again with page numbers when they are known: only what prints page
 * numbers is laid out anew.
 */
export class Layouter {
  private readonly sheet: StyleSheet
  private readonly width: number
  private readonly height: number
  private readonly images: PreparedImages
  private readonly setter: TextSetter
  private pages: PageNumbers = new Map()
  private rows: PaintRow[] = []
  /** Rows before which a page ends. */
  private readonly pageStarts = new Set<number>()

  constructor(
    fonts: Fonts,
    sheet: StyleSheet,
    marks: NoteMarks,
    images: PreparedImages,
    area: { width: number; height: number }
  ) {
    this.sheet = sheet
    this.width = area.width
    this.height = area.height
    this.images = images
    this.setter = new TextSetter(fonts, sheet, area.width, marks)
  }

  lay(blocks: readonly Block[], pages: PageNumbers): Layout {
    this.pages = pages
    this.rows = []
    this.setter.restart(pages)
    const root = element('Document', null)
    this.pageStarts.clear()
    const place = { x: 0, width: this.width, parent: root }
    this.setter.direction = 'ltr'
    this.facing(directionOfLanguage(this.setter.language), place, () => {
      this.blocks(blocks, place)
    })
    for (const index of this.pageStarts) {
      const row = this.rows[index]
      if (row) row.startPage = true
      this.keepEnd(index)
    }
    this.keepEnd(this.rows.length)
    return { rows: this.rows, root }
  }

  /** Keeps the last lines before a page's end together, so that none stands there alone. */
  private keepEnd(end: number): void {
    let height = 0
    for (let i = end - 1; i > 0 && height < LEAST_END; i--) {
      const row = this.rows[i]!
      height += row.height
      if (row.startPage) return
      if (height < LEAST_END) this.rows[i - 1]!.keepNext = true
    }
  }

  private blocks(blocks: readonly Block[], place: Place): void {
    for (const block of blocks) this.block(block, place)
  }

  private block(block: Block, place: Place): void {
    const outer = this.setter.language
    if ('language' in block) this.setter.language = block.language ?? outer
    this.blockInLanguage(block, place)
    this.setter.language = outer
  }

  private blockInLanguage(block: Block, place: Place): void {
    switch (block.type) {
      case 'text':
        return this.paragraph(block, place)
      case 'quote':
        return this.facing(directionOfRuns(block.words.runs, this.setter.direction), place, () => {
          this.quote(block, place)
        })
      case 'list':
        return this.facing(directionOfList(block, this.setter.direction), place, () => {
          this.list(block, place)
        })
      case 'contents':
        return this.contents(block, place)
      case 'table':
        return this.facing(directionOfTable(block, this.setter.direction), place, () => {
          this.table(block, place)
        })
      case 'cover':
        return this.cover(block, place)
      case 'figure':
        return this.figure(block, place)
      case 'rule':
        return this.rule(place)
      case 'frame':
        this.rows.push(frameRow(place, block.destination, this.setter.face('sans')))
        return
      case 'section': {
        if (block.startPage) this.pageStarts.add(this.rows.length)
        const inner = { ...place, parent: element('Sect', place.parent, block.language) }
        const { direction } = this.setter
        this.facing(block.language === undefined ? direction : directionOfLanguage(block.language), place, () => {
          this.blocks(block.children, inner)
        })
      }
    }
  }

  /**
   * Lays out what runs in a direction. Where what it stands in runs in the other one, its sides are swapped within its place: all
   * is laid out from left to right first.
   */
  private facing(direction: Direction, place: Place, lay: () => void): void {
    const outer = this.setter.direction
    const first = this.rows.length
    this.setter.direction = direction
    lay()
    this.setter.direction = outer
    if (direction !== outer) mirror(this.rows.slice(first), place)
  }

  /**
   * A text by itself: it stands at the side from which it runs, unless it goes with what is around it, as the heading of the contents
   * does in whichever language.
   */
  private paragraph(block: TextBlock, place: Place): void {
    const { direction } = this.setter
    const alone = ALONE.has(block.kind) && !(block.level !== undefined && block.language !== undefined)
    this.facing(alone ? directionOfRuns(block.runs, direction) : direction, place, () => {
      this.text(block, place, roleOf(block))
    })
  }

  private text(block: TextBlock, place: Place, role: Role, parent = place.parent): void {
    const style = this.sheet.kinds[block.kind]
    const owner = element(role, parent, block.language)
    const indent = block.lead === undefined ? 0 : Math.max(style.lead, 0)
    const lines = this.setter.lines(block.runs, style, place.width - indent)
    const rows = lines.map((line) =>
      newRow(line.height, [{ line, x: place.x + indent, y: 0, width: place.width - indent, align: 'left', owner }])
    )
    const [first] = rows
    if (!first) return
    first.before = style.before
    if (block.lead !== undefined) this.lead(block.lead, style, place, first, owner)
    if (block.destination !== undefined) first.destinations.push(block.destination)
    if (block.bookmark !== undefined && block.destination !== undefined) {
      first.bookmark = { title: block.bookmark, level: block.level ?? 2, destination: block.destination }
    }
    this.add(rows, style.together, block.keepNext ?? block.level !== undefined)
  }

  /** Sets the number or label of a block in its own column, before the block's text in reading order. */
  private lead(text: string, style: TextStyle, place: Place, row: PaintRow, owner: Element): void {
    const hanging = style.lead < 0
    const color = hanging ? style.color : COLORS.quiet
    const [line] = this.setter.set([{ text: `${text} ` }], { ...style, color, bold: hanging && style.bold }, HANG * 2)
    if (!line) return
    const x = hanging ? place.x + style.lead : place.x
    row.lines.unshift({ line, x, y: 0, width: Math.abs(style.lead), align: 'left', owner })
  }

  private quote(group: QuoteGroup, place: Place): void {
    const first = this.rows.length
    const inner = { ...place, x: place.x + QUOTE_INDENT, width: place.width - QUOTE_INDENT - 10 }
    for (const block of group.before) this.text({ ...block, keepNext: true }, inner, 'P')
    const quote = element('BlockQuote', place.parent, group.words.language)
    const outer = this.setter.language
    this.setter.language = group.words.language ?? outer
    this.text({ ...group.words, keepNext: group.after.length > 0 }, inner, 'P', quote)
    this.setter.language = outer
    group.after.forEach((block, i) => {
      this.text({ ...block, keepNext: i < group.after.length - 1 }, inner, 'P')
    })
    const rows = this.rows.slice(first)
    rows[0]?.destinations.push(group.destination)
    rows.forEach((row, i) => {
      const above = i === 0 ? 0 : row.before
      row.boxes.push({
        x: place.x,
        y: -above,
        width: group.alarm ? 3 : 1.6,
        height: row.height + above,
        color: group.alarm ? COLORS.alarm : COLORS.quoteRule
      })
    })
    if (rows[0]) rows[0].before = 11
    this.space(5)
  }

  private list(group: ListGroup, place: Place): void {
    const list = element('L', place.parent)
    list.numbering = group.numbering
    for (const item of group.items) {
      const first = this.rows.length
      const parent = element('LI', list)
      const label = item.label === '' ? null : element('Lbl', parent)
      const body = element('LBody', parent)
      const indent = group.hanging ? 0 : ITEM_INDENT
      this.blocks(item.children, { x: place.x + indent, width: place.width - indent, parent: body })
      const row = this.rows[first]
      if (!row) continue
      const style = group.hanging ? this.sheet.kinds.sourceTitle : this.sheet.kinds.statement
      const [line] = this.setter.set(
        [{ text: `${item.label} `, voice: group.hanging ? 'quiet' : 'plain' }],
        style,
        HANG * 2
      )
      const at = row.lines[0]
      if (label && line && at) {
        const y = at.y + at.line.ascent - line.ascent
        const x = group.hanging ? place.x - HANG : place.x
        row.lines.unshift({ line, x, y, width: indent, align: 'left', owner: label })
      }
      if (item.destination !== undefined) row.destinations.push(item.destination)
      const inner = item !== group.items[0] || place.parent.role === 'LBody'
      if (!group.hanging && inner) row.before = Math.min(row.before, 5)
    }
  }

  private contents(group: ContentsGroup, place: Place): void {
    for (const rows of layContents(group, place, this.sheet, this.setter, this.pages)) this.add(rows, true, false)
  }

  private table(group: TableGroup, place: Place): void {
    const area = { left: place.x - HANG, text: place.x, right: place.x + place.width }
    this.rows.push(...layTable(group, area, element('Table', place.parent), this.sheet, this.setter))
  }

  private figure(group: FigureGroup, place: Place): void {
    const division = element('Div', place.parent)
    const row = figureRow(group, this.images, { ...place, parent: division }, this.height)
    const first = this.rows.push(row)
    this.text({ ...group.caption, keepNext: false }, place, 'Caption', division)
    const caption = this.rows.slice(first)
    if (caption[0]) caption[0].before = CAPTION_GAP
    caption.slice(0, -1).forEach((each) => (each.keepNext = true))
    this.space(FIGURE_GAP / 2)
  }

  private cover(group: CoverGroup, place: Place): void {
    const inner = { ...place, parent: element('Sect', place.parent) }
    const lay = (blocks: readonly Block[]): PaintRow[] => {
      const first = this.rows.length
      this.blocks(blocks, inner)
      return this.rows.splice(first)
    }
    const [top, middle, foot] = [lay(group.top), lay(group.middle), lay(group.foot)]
    this.rows.push(...coverRows(top, middle, foot, place, this.height))
    this.pageStarts.add(this.rows.length)
  }

  private rule(place: Place): void {
    this.rows.push({ ...ruleRow(place), before: RULE_GAP })
  }

  /** Adds room below the last row. */
  private space(height: number): void {
    const last = this.rows.at(-1)
    if (last) last.height += height
  }

  private add(rows: PaintRow[], together: boolean, keepNext: boolean): void {
    const last = rows.length - 1
    rows.forEach((row, i) => {
      const widow = i === last - 1
      const orphan = i === 0
      row.keepNext = i === last ? keepNext : together || widow || orphan
    })
    this.rows.push(...rows)
  }
}

function roleOf(block: TextBlock): Role {
  return block.level === undefined ? 'P' : (`H${block.level}` as const)
}
