import type {
  Block,
  ContentsGroup,
  ListGroup,
  QuoteGroup,
  Run,
  TableGroup,
  TextBlock,
  Voice
} from '../../shared/composition/block.ts'
import type { Fonts } from './fonts.ts'
import { layOut, type Line, type Note, type Span } from './inline.ts'
import { newRow, type PaintRow } from './rows.ts'
import { layTable } from './table.ts'
import { COLORS, HANG, NOTE_STYLE, runStyle, STYLES, type TextStyle } from './styles.ts'
import { element, type Element, type Role } from './structure.ts'

/** The laid out document and its structure. */
export interface Layout {
  rows: PaintRow[]
  root: Element
}

/** Page numbers by destination; a destination that has none yet counts as page 0. */
export type PageNumbers = ReadonlyMap<string, number>

/** Where a block is set. */
interface Place {
  x: number
  width: number
  parent: Element
}

/** Voices that speak in sentences. */
const PROSE: ReadonlySet<Voice> = new Set<Voice>(['plain', 'bare', 'strong', 'quiet'])

const QUOTE_INDENT = 16
const ITEM_INDENT = 19
const PAGE_COLUMN = 30
const CONTENTS_GAP = 10
const RULE_GAP = 14

/**
 * Lays out a document's blocks as rows. Call `lay` again with page numbers when they are known: only what prints page
 * numbers is laid out anew.
 */
export class Layouter {
  private readonly fonts: Fonts
  private readonly width: number
  private readonly kept = new Map<object, Line[]>()
  private pages: PageNumbers = new Map()
  private rows: PaintRow[] = []
  private notes = 0
  /** Of the block that is being laid out. */
  private language: string

  constructor(fonts: Fonts, width: number) {
    this.fonts = fonts
    this.language = fonts.language
    this.width = width
  }

  lay(blocks: readonly Block[], pages: PageNumbers): Layout {
    this.pages = pages
    this.rows = []
    this.notes = 0
    const root = element('Document', null)
    this.blocks(blocks, { x: 0, width: this.width, parent: root })
    return { rows: this.rows, root }
  }

  private blocks(blocks: readonly Block[], place: Place): void {
    for (const block of blocks) this.block(block, place)
  }

  private block(block: Block, place: Place): void {
    const outer = this.language
    if ('language' in block) this.language = block.language ?? outer
    this.blockInLanguage(block, place)
    this.language = outer
  }

  private blockInLanguage(block: Block, place: Place): void {
    switch (block.type) {
      case 'text':
        return this.text(block, place, roleOf(block))
      case 'quote':
        return this.quote(block, place)
      case 'list':
        return this.list(block, place)
      case 'contents':
        return this.contents(block, place)
      case 'table':
        return this.table(block, place)
      case 'rule':
        return this.rule(place)
      case 'section': {
        const first = this.rows.length
        const parent = element('Sect', place.parent, block.language)
        this.blocks(block.children, { ...place, parent })
        const row = this.rows[first]
        if (row && block.startPage) row.startPage = true
      }
    }
  }

  private text(block: TextBlock, place: Place, role: Role, parent = place.parent): void {
    const style = STYLES[block.kind]
    const owner = element(role, parent, block.language)
    const indent = block.lead === undefined ? 0 : Math.max(style.lead, 0)
    const lines = this.lines(block.runs, style, place.width - indent)
    const rows = lines.map((line) =>
      newRow(line.height, [{ line, x: place.x + indent, y: 0, width: place.width - indent, align: 'start', owner }])
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
    const [line] = this.set([{ text: `${text} ` }], { ...style, color, bold: hanging && style.bold }, HANG * 2)
    if (!line) return
    const x = hanging ? place.x + style.lead : place.x
    row.lines.unshift({ line, x, y: 0, width: Math.abs(style.lead), align: 'start', owner })
  }

  private quote(group: QuoteGroup, place: Place): void {
    const first = this.rows.length
    const inner = { ...place, x: place.x + QUOTE_INDENT, width: place.width - QUOTE_INDENT - 10 }
    for (const block of group.before) this.text({ ...block, keepNext: true }, inner, 'P')
    const quote = element('BlockQuote', place.parent, group.words.language)
    const outer = this.language
    this.language = group.words.language ?? outer
    this.text({ ...group.words, keepNext: group.after.length > 0 }, inner, 'P', quote)
    this.language = outer
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
      const label = element('Lbl', parent)
      const body = element('LBody', parent)
      const indent = group.hanging ? 0 : ITEM_INDENT
      this.blocks(item.children, { x: place.x + indent, width: place.width - indent, parent: body })
      const row = this.rows[first]
      if (!row) continue
      const style = group.hanging ? STYLES.sourceTitle : STYLES.statement
      const [line] = this.set([{ text: `${item.label} `, voice: group.hanging ? 'quiet' : 'plain' }], style, HANG * 2)
      const at = row.lines[0]
      if (line && at) {
        const y = at.y + at.line.ascent - line.ascent
        const x = group.hanging ? place.x - HANG : place.x
        row.lines.unshift({ line, x, y, width: indent, align: 'start', owner: label })
      }
      if (item.destination !== undefined) row.destinations.push(item.destination)
      if (!group.hanging && item !== group.items[0]) row.before = Math.min(row.before, 5)
    }
  }

  private contents(group: ContentsGroup, place: Place): void {
    const list = element('TOC', place.parent)
    for (const entry of group.entries) {
      const style = entry.sub ? STYLES.contentsSub : STYLES.contents
      const item = element('TOCI', list)
      const owner = element('Reference', item)
      const indent = entry.sub ? ITEM_INDENT + 14 : ITEM_INDENT
      const target = { destination: entry.destination }
      const about = `Go to ${entry.title}`
      const width = place.width - indent - PAGE_COLUMN
      const lines = this.set([{ text: entry.title, target, about, voice: 'bare' }], style, width)
      const rows = lines.map((line) =>
        newRow(line.height, [{ line, x: place.x + indent, y: 0, width, align: 'start', owner }])
      )
      const first = rows[0]
      const last = rows.at(-1)
      if (!first || !last) continue
      first.before = entry === group.entries[0] ? CONTENTS_GAP : style.before
      if (entry.lead !== '') {
        const [line] = this.set([{ text: `${entry.lead} ` }], style, HANG)
        const x = entry.sub ? place.x + ITEM_INDENT - 8 : place.x
        if (line) first.lines.unshift({ line, x, y: 0, width: indent, align: 'start', owner })
      }
      const page = this.set([{ text: String(this.pages.get(entry.destination) ?? 0) }], style, PAGE_COLUMN)[0]
      if (page) {
        last.lines.push({ line: page, x: place.x, y: 0, width: place.width, align: 'end', owner })
        last.leaders = true
      }
      this.add(rows, true, false)
    }
  }

  private table(group: TableGroup, place: Place): void {
    const area = { left: place.x - HANG, right: place.x + place.width }
    const setter = (runs: readonly Run[], style: TextStyle, width: number): Line[] => this.lines(runs, style, width)
    this.rows.push(...layTable(group, area, element('Table', place.parent), setter))
  }

  private rule(place: Place): void {
    const row = newRow(0.6, [])
    row.before = RULE_GAP
    row.boxes.push({ x: place.x, y: 0, width: place.width, height: 0.6, color: COLORS.rule })
    this.rows.push(row)
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

  /** Lines of a block, kept unless they print page numbers or carry notes, which belong to one structure tree. */
  private lines(runs: readonly Run[], style: TextStyle, width: number): Line[] {
    const fresh = runs.some((run) => run.pageOf !== undefined || run.note !== undefined)
    const known = fresh ? undefined : this.kept.get(runs)
    if (known) return known
    const lines = style.balanced ? this.setBalanced(runs, style, width) : this.set(runs, style, width)
    if (!fresh) this.kept.set(runs, lines)
    return lines
  }

  /** Sets on the least width that needs no more lines. */
  private setBalanced(runs: readonly Run[], style: TextStyle, width: number): Line[] {
    const lines = this.set(runs, style, width)
    let low = width / 2
    let high = width
    let best = lines
    while (high - low > 4) {
      const middle = (low + high) / 2
      const tried = this.set(runs, style, middle)
      if (tried.length > lines.length) low = middle
      else {
        high = middle
        best = tried
      }
    }
    return best
  }

  private set(runs: readonly Run[], style: TextStyle, width: number): Line[] {
    const spans = runs.flatMap((run) => this.spans(run, style))
    return layOut(this.fonts, spans, { leading: style.leading, align: 'start' }, width)
  }

  private spans(run: Run, style: TextStyle): Span[] {
    const page = run.pageOf === undefined ? '' : String(this.pages.get(run.pageOf) ?? 0)
    const span: Span = {
      text: run.text + page,
      ...runStyle(run, style),
      ...this.setting(run, style),
      address: run.voice === 'address',
      target: run.target ?? null,
      about: run.about ?? '',
      anchor: run.anchor ?? null,
      note: null,
      actual: null
    }
    if (!run.note) return [span]
    const note = this.note(run.note)
    const mark: Span = {
      ...span,
      text: note.letter,
      ...runStyle({ text: '', voice: 'mark' }, style),
      foreign: false,
      hyphenate: false,
      address: false,
      target: { destination: note.note.id },
      about: `Note ${note.letter}`,
      anchor: null,
      note: note.note
    }
    return [span, mark]
  }

  /** Language, hyphenation and figures of a run. */
  private setting(run: Run, style: TextStyle): Pick<Span, 'language' | 'foreign' | 'hyphenate' | 'feature'> {
    const language = run.language ?? this.language
    const prose = PROSE.has(run.voice ?? 'plain')
    const setting = { language, foreign: language !== this.language, hyphenate: prose && style.hyphens }
    if (run.smallCaps) return { ...setting, feature: 'smallCaps' }
    return style.tabular ? { ...setting, feature: 'tabular' } : setting
  }

  private note(runs: readonly Run[]): { letter: string; note: Note } {
    const letter = letters(this.notes++)
    const owner = element('Note', null)
    owner.id = `note-${letter}`
    const mark: Run = { text: `${letter}\u2002`, bold: true }
    const lines = this.set([mark, ...runs], NOTE_STYLE, this.width)
    const height = lines.reduce((sum, line) => sum + line.height, 0)
    return { letter, note: { id: owner.id, lines, height, owner } }
  }
}

/** a, b, ... z, aa, ab: notes are lettered, as numbers stand for sources. */
function letters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(97 + (index % 26))
}

function roleOf(block: TextBlock): Role {
  return block.level === undefined ? 'P' : (`H${block.level}` as const)
}
