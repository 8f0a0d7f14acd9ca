import type { Inline, List, QuoteBlock, Section, SectionBlock, Statement, TextNode } from '../brief/brief.ts'
import type { Finding } from '../brief/check.ts'
import { QUOTE_STATES } from '../quote/quote.ts'
import { plainText, quotedWords, sectionTitle } from '../brief/walk.ts'
import { appendices } from './appendices.ts'
import type { Block, ContentsGroup, HeadingLevel, Run, TextBlock } from './block.ts'
import { front } from './front.ts'
import type { ExportInput } from './input.ts'
import { withheldLegend } from './legend.ts'
import { quoteGroup } from './quotes.ts'
import { References, sign, STATE_SIGNS, WARNING_SIGN, type PrintedQuote } from './references.ts'

/** A brief as blocks, and the quotes that it shows. */
export interface Composition {
  blocks: Block[]
  quotes: PrintedQuote[]
}

/** Likelihood words with their ranges as ICD 203 (2015) defines them. */
const LIKELIHOOD_RANGES: Record<string, string> = {
  'almost no chance': '1–5%',
  'very unlikely': '5–20%',
  unlikely: '20–45%',
  'roughly even chance': '45–55%',
  likely: '55–80%',
  'very likely': '80–95%',
  'almost certain': '95–99%'
}

/** Turns a brief with its check and sources into blocks. Pure: same input, same blocks. */
export function compose(input: ExportInput): Composition {
  const references = new References(input)
  const body = new Body(input, references)
  const sections = input.brief.doc.content.flatMap((section) => body.section(section))
  const back = appendices(input, references)
  const legend = input.options.redacted ? withheldLegend(input.brief.withheld.map(({ reason }) => reason)) : []
  const entries = [...body.entries, ...back.entries]
  const blocks = [...front(input, references, entries), ...sections, ...legend, ...back.blocks]
  return { blocks, quotes: references.quotes }
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
      default:
        return this.list(block)
    }
  }

  private quote(block: QuoteBlock): Block {
    const quote = this.references.quoteBlock(block.attrs, quotedWords(block))
    const number = quote.source ? this.references.numberOf(quote.source) : null
    return quoteGroup(quote, textRuns(block.content ?? []), number, block.attrs.label, this.input.brief.language)
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
    const runs = this.inlines(statement.content ?? [])
    if (!runs.some((run) => run.text.trim() !== '')) return []
    const blocks: Block[] = []
    const label = statementLabel(attrs)
    if (label !== '') blocks.push({ type: 'text', kind: 'label', runs: [{ text: label }], keepNext: true })
    const warnings = this.warnings(attrs.id)
    blocks.push({ type: 'text', kind: label === '' ? 'statement' : 'labelled', runs, keepNext: warnings.length > 0 })
    return [...blocks, ...warnings]
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

  private inlines(content: readonly Inline[]): Run[] {
    const runs: Run[] = []
    for (const inline of content) {
      if (inline.type === 'citation') {
        const before = runs.at(-1)?.text ?? ''
        if (before !== '' && !/[\s([]$/u.test(before)) runs.push({ text: '\u00a0' })
        runs.push(this.references.citation(inline))
      } else {
        runs.push(...textRuns([inline]))
      }
    }
    return runs
  }
}

/** Kind, likelihood and confidence, apart from the sentence as ICD 203 asks. */
function statementLabel({ kind, likelihood, confidence }: Statement['attrs']): string {
  const parts: string[] = []
  if (kind) parts.push(kind.charAt(0).toUpperCase() + kind.slice(1))
  if (likelihood) parts.push(`${likelihood} (${LIKELIHOOD_RANGES[likelihood]})`)
  if (confidence) parts.push(`${confidence} confidence`)
  return parts.join(' · ')
}

type PlainInline = Exclude<Inline, { type: 'citation' }>

function textRuns(content: readonly PlainInline[]): Run[] {
  return content.map((node): Run => {
    if (node.type === 'hardBreak') return { text: '\n' }
    const marks = new Map(node.marks?.map((mark) => [mark.type, mark]) ?? [])
    const link = marks.get('link')
    const run: Run = { text: node.text, bold: marks.has('bold'), italic: marks.has('italic') }
    if (marks.has('code')) run.voice = 'code'
    if (link?.type === 'link' && /^(https?|mailto):/i.test(link.attrs.href)) {
      const { href } = link.attrs
      run.target = { uri: href }
      run.about = `Link: ${href}`
      if (node.text.trim() !== href)
        run.note = [{ text: href, voice: 'address', target: { uri: href }, about: `Link: ${href}` }]
    }
    return run
  })
}
