import type { List, QuoteBlock, Section, SectionBlock, Statement, TextNode } from '../brief/brief.ts'
import type { Finding } from '../brief/check.ts'
import type { ProofParagraph } from '../proof/proof.ts'
import { QUOTE_STATES } from '../quote/quote.ts'
import { plainText, quotedWords, sectionTitle } from '../brief/walk.ts'
import { appendices } from './appendices.ts'
import { reasonsOf, withBars } from './bars.ts'
import { basis } from './basis.ts'
import type { Block, ContentsGroup, FigureGroup, HeadingLevel, Run, TextBlock } from './block.ts'
import { paragraphsOf } from './paragraphs.ts'
import { numberNotes, type CitationPoint } from './citations.ts'
import { figureBlocks } from './figures.ts'
import { front } from './front.ts'
import type { ExportInput, Medium } from './input.ts'
import { inlineRuns, tableGroup, textRuns } from './runs.ts'
import { withheldLegend } from './legend.ts'
import type { AppendixName } from './options.ts'
import { quoteGroup } from './quotes.ts'
import { References, sign, STATE_SIGNS, WARNING_SIGN, type PrintedQuote, type PrintedStatement } from './references.ts'
import { figuresOf } from './walk.ts'

/** What a brief prints that is proven. */
export interface Printed {
  quotes: readonly PrintedQuote[]
  statements: readonly PrintedStatement[]
  figures: readonly FigureGroup[]
  /** All of it, paragraph by paragraph, but the fingerprint; empty where none is printed. */
  paragraphs: readonly ProofParagraph[]
}

/** A brief as blocks, and the quotes and statements that it shows. */
export interface Composition extends Printed {
  blocks: Block[]
}

/**
 * Turns a brief with its check and sources into blocks. Pure: same input, same blocks. In a style of the Citation Style
 * Language the input must hold its citations as the style prints them. A `fingerprint` is printed with the
 * verification.
 */
export function compose(input: ExportInput, medium: Medium = 'pdf', fingerprint: string | null = null): Composition {
  if ((input.citations === null) !== (input.options.citations === 'numbered')) {
    throw new Error(`Citations for the style ${input.options.citations} must be formatted before a brief is composed`)
  }
  const references = new References(input)
  const body = new Body(input, references)
  const sections = barred(
    input,
    input.brief.doc.content.flatMap((section) => body.section(section))
  )
  const assemble = (printed: string | null): Block[] => {
    const back = appendices(input, references, { medium, fingerprint: printed })
    const before = barred(input, front(input, references, [...body.entries, ...back.entries]))
    const after = barred(input, back.blocks)
    const legend = input.options.redacted ? withheldLegend(reasonsOf([...before, ...sections, ...after])) : []
    return [...before, ...sections, ...legend, ...after]
  }
  const { quotes, statements } = references
  const figures = figuresOf(sections)
  if (fingerprint === null) return { blocks: assemble(null), quotes, statements, figures, paragraphs: [] }
  // What the fingerprint stands for is all that is printed but itself.
  return { blocks: assemble(fingerprint), quotes, statements, figures, paragraphs: paragraphsOf(assemble(null)) }
}

function barred(input: ExportInput, blocks: Block[]): Block[] {
  return input.options.redacted ? withBars(blocks) : blocks
}

/** The points at which the brief cites sources, in the order in which `FormattedCitations` must give them. */
export function citationPoints(input: ExportInput): CitationPoint[] {
  const references = new References({ ...input, citations: null })
  const body = new Body(input, references)
  const numbers = numberNotes(input.brief.doc.content.flatMap((section) => body.section(section)))
  return references.points.map(({ cites, run }) => ({ cites, note: numbers.get(run) ?? 0 }))
}

/** Composes sections, numbering headings on the way. */
class Body {
  readonly entries: ContentsGroup['entries'] = []
  private readonly input: ExportInput
  private readonly references: References
  private readonly findings = new Map<string, Finding[]>()
  /** Sections with a title so far: the others have no number. */
  private titled = 0
  /** Numbers of the current heading, that of its section first. */
  private numbers: number[] = []
  private subheadings = 0
  private figures = 0
  /** Level of the last heading: the next may be one deeper at most. */
  private depth = 1

  constructor(input: ExportInput, references: References) {
    this.input = input
    this.references = references
    for (const finding of input.check.findings) {
      if (finding.nodeId === null) continue
      this.findings.set(finding.nodeId, [...(this.findings.get(finding.nodeId) ?? []), finding])
    }
  }

  section(section: Section): Block[] {
    const [title, ...blocks] = section.content
    const text = sectionTitle(section)
    const children: Block[] = []
    this.numbers = []
    this.depth = 1
    if (text !== '') {
      this.numbers = [++this.titled]
      this.depth = 2
      children.push(this.heading(2, 'heading', text, textRuns(title.content ?? [])))
    }
    for (const block of blocks) children.push(...this.block(block))
    return children.length === 0 ? [] : [{ type: 'section', children }]
  }

  private block(block: SectionBlock): Block[] {
    switch (block.type) {
      case 'statement':
        return this.statement(block)
      case 'subheading':
        return this.subheading(block.attrs.level, block.content ?? [])
      case 'quoteBlock':
        return [this.quote(block)]
      case 'table':
        return [tableGroup(block, this.references), ...this.warnings(block.attrs.id)]
      case 'figure':
        return [...figureBlocks(block, ++this.figures, this.input, this.references), ...this.warnings(block.attrs.id)]
      default:
        return this.list(block)
    }
  }

  private quote(block: QuoteBlock): Block {
    const quote = this.references.quoteBlock(block.attrs, quotedWords(block))
    const citation = quote.source ? this.references.attribution(quote, quote.source) : []
    return quoteGroup(quote, textRuns(block.content ?? []), citation, block.attrs.label, this.input)
  }

  private heading(level: HeadingLevel, kind: 'heading' | 'subheading', title: string, runs: Run[]): TextBlock {
    const number = this.numbers.join('.')
    const destination = number === '' ? `heading-${++this.subheadings}` : `section-${number}`
    const text = title.trim()
    this.entries.push({ lead: number, title: text, destination, sub: kind === 'subheading' })
    const block: TextBlock = { type: 'text', kind, level, runs, bookmark: `${number} ${text}`.trim(), destination }
    if (number !== '') block.lead = number
    return block
  }

  private subheading(wanted: number, content: readonly TextNode[]): Block[] {
    const text = plainText([...content])
    if (text.trim() === '') return []
    const level = Math.min(wanted, this.depth + 1, 6) as HeadingLevel
    this.depth = level
    if (this.numbers.length > 0) {
      const index = level - 2
      const last = (this.numbers[index] ?? 0) + 1
      this.numbers = [...this.numbers.slice(0, index), last]
    }
    return [this.heading(level, 'subheading', text, textRuns(content))]
  }

  private statement(statement: Statement): Block[] {
    const { attrs } = statement
    const runs = inlineRuns(statement.content ?? [], this.references)
    if (!runs.some((run) => run.text.trim() !== '')) return []
    const printed = this.references.statement(statement, runs)
    const blocks: TextBlock[] = []
    const label = attrs.kind === null ? '' : attrs.kind.charAt(0).toUpperCase() + attrs.kind.slice(1)
    if (label !== '') blocks.push({ type: 'text', kind: 'label', runs: [{ text: label }], keepNext: true })
    const below = [...this.basis(printed), ...this.warnings(attrs.id)]
    blocks.push({ type: 'text', kind: label === '' ? 'statement' : 'labelled', runs, keepNext: below.length > 0 })
    // What leads back to it is in these appendices alone.
    if (this.wants('origins') || this.wants('matrix')) blocks[0]!.destination = printed.destination
    return [...blocks, ...below]
  }

  private basis(printed: PrintedStatement): TextBlock[] {
    const { analysis, options } = this.input
    const origins = options.basis ? analysis.origins.find(({ statement }) => statement === printed.id) : undefined
    return basis(printed, origins ?? null, { ranges: !this.wants('likelihood'), linked: this.wants('origins') })
  }

  private wants(appendix: AppendixName): boolean {
    return this.input.options.appendices.includes(appendix)
  }

  /** What the check found about a statement, for print. Unresolved citations are marked where they stand. */
  private warnings(id: string): TextBlock[] {
    return (this.findings.get(id) ?? []).flatMap(({ code, message }): TextBlock[] => {
      const state = QUOTE_STATES.find((each) => code === `quote-${each}`)
      if (state === undefined && code !== 'unsupported-statement') return []
      const mark = sign(state === undefined ? WARNING_SIGN : STATE_SIGNS[state])
      return [{ type: 'text', kind: state === 'normalised' ? 'state' : 'warning', runs: [mark, { text: message }] }]
    })
  }

  private list(list: List): Block[] {
    const ordered = list.type === 'orderedList'
    const items = list.content
      .map((item) =>
        item.content.flatMap((each) => (each.type === 'statement' ? this.statement(each) : this.list(each)))
      )
      .filter((children) => children.length > 0)
      .map((children, i) => ({ label: ordered ? `${i + 1}.` : '•', children }))
    return items.length === 0 ? [] : [{ type: 'list', numbering: ordered ? 'Decimal' : 'Disc', hanging: false, items }]
  }
}
