import type { Citation, Relation, Statement } from '../brief/brief.ts'
import type { QuoteCheck } from '../brief/check.ts'
import { citationsOf } from '../brief/walk.ts'
import type { Quote, QuoteState } from '../quote/quote.ts'
import { paragraphAt, sourceTitle } from '../source/source.ts'
import type { Run } from './block.ts'
import type { ExportInput, ExportSource } from './input.ts'

/** A place of the brief that uses a source. */
export interface Use {
  kind: 'quote' | 'citation'
  destination: string
}

/** A quote block of the brief with what is known of it. */
export interface PrintedQuote {
  /** From 1, in the order of the brief. */
  number: number
  destination: string
  words: string
  check: QuoteCheck | null
  source: ExportSource | null
  quote: Quote | null
  paragraph: number | null
}

/** A statement of the brief as it is printed, with its citations. */
export interface PrintedStatement {
  /** From 1, in the order of the brief. */
  number: number
  kind: Statement['attrs']['kind']
  runs: readonly Run[]
  citations: readonly Citation['attrs'][]
}

/** The sign that goes with a state, so that it doesn't depend on colour. */
export const STATE_SIGNS: Record<QuoteState, string> = {
  verbatim: '✓',
  normalised: '≈',
  altered: '≠',
  missing: '×'
}

/** The sign of a warning that isn't about a quote's state. */
export const WARNING_SIGN = '▲'

/** A sign before what it marks. */
export function sign(character: string): Run {
  return { text: `${character}\u2002`, voice: 'sign' }
}

const RELATION_WORDS: Record<Relation, string> = { supports: '', contradicts: 'contra ', context: 'cf. ' }

const NO_BREAK_SPACE = '\u00a0'

/** Looks up sources, quotes and checks, and remembers who uses which source. */
export class References {
  readonly uses = new Map<string, Use[]>()
  readonly quotes: PrintedQuote[] = []
  readonly statements: PrintedStatement[] = []
  private readonly sources: ReadonlyMap<string, ExportSource>
  private readonly saved: ReadonlyMap<string, Quote>
  private readonly checks: ReadonlyMap<string, QuoteCheck>
  private readonly numbers: Record<string, number>
  private citations = 0

  constructor(input: ExportInput) {
    this.sources = new Map(input.sources.map((each) => [each.source.id, each]))
    this.saved = new Map(input.quotes.map((quote) => [quote.id, quote]))
    this.checks = new Map(input.check.quotes.map((check) => [check.blockId, check]))
    this.numbers = input.check.sourceNumbers
  }

  /** Takes down a quote block as used here. */
  quoteBlock(attrs: { id: string; quoteId: string | null; sourceId: string | null }, words: string): PrintedQuote {
    const check = this.checks.get(attrs.id) ?? null
    const quote = this.saved.get(attrs.quoteId ?? '') ?? null
    const source = this.sources.get(attrs.sourceId ?? quote?.sourceId ?? check?.sourceId ?? '') ?? null
    const number = this.quotes.length + 1
    const destination = `quote-${number}`
    const paragraph = check?.paragraph ?? (check && source ? this.located(check, source) : null)
    const printed = { number, destination, words, check, source, quote, paragraph }
    this.quotes.push(printed)
    if (source) this.use(source, { kind: 'quote', destination })
    return printed
  }

  /** Takes down a statement as printed here. */
  statement(statement: Statement, runs: readonly Run[]): void {
    const number = this.statements.length + 1
    const citations = citationsOf(statement).map(({ attrs }) => attrs)
    this.statements.push({ number, kind: statement.attrs.kind, runs, citations })
  }

  /** The printed form of a citation: `[1, ¶ 3]`, `[contra 2, ¶ 4]`, `[cf. 3]`, `[S9 not found]`. */
  citation({ attrs }: Citation): Run {
    const quote = this.saved.get(attrs.quoteId ?? '') ?? null
    const source = this.sources.get(attrs.sourceId ?? quote?.sourceId ?? '')
    if (!source || (attrs.quoteId !== null && !quote)) {
      const name = attrs.label ?? quote?.key ?? (attrs.quoteId === null ? 'source' : 'quote')
      return { text: `[${name} not found]`.replaceAll(' ', NO_BREAK_SPACE), voice: 'alarm' }
    }
    const destination = `citation-${++this.citations}`
    this.use(source, { kind: 'citation', destination })
    const number = this.numberOf(source)
    const paragraph = quote ? this.quotedParagraph(quote, source) : null
    const locator = paragraph === null ? attrs.locator : `¶ ${paragraph}`
    const place = locator === null || locator.trim() === '' ? '' : `, ${locator.trim()}`
    const text = `[${RELATION_WORDS[attrs.relation]}${number}${place}]`.replaceAll(' ', NO_BREAK_SPACE)
    const about = `${RELATION_ABOUT[attrs.relation]} ${number}: ${sourceTitle(source.source)}`
    return { text, voice: 'cite', target: { destination: `source-${number}` }, about, anchor: destination }
  }

  numberOf(source: ExportSource): number {
    return this.numbers[source.source.id] ?? source.number
  }

  private quotedParagraph(quote: Quote, { text }: ExportSource): number | null {
    if (quote.target.textSha256 !== text.sha256) return null
    return paragraphAt(text.blocks, quote.target.start) || null
  }

  private located({ verification }: QuoteCheck, { text }: ExportSource): number | null {
    return verification.start === null ? null : paragraphAt(text.blocks, verification.start) || null
  }

  private use({ source }: ExportSource, use: Use): void {
    const uses = this.uses.get(source.id)
    if (uses) uses.push(use)
    else this.uses.set(source.id, [use])
  }
}

const RELATION_ABOUT: Record<Relation, string> = {
  supports: 'Supported by source',
  contradicts: 'Contradicted by source',
  context: 'For context see source'
}
