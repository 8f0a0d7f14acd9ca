import { RELATIONS, type Citation, type Relation, type Statement } from '../brief/brief.ts'
import type { QuoteCheck } from '../brief/check.ts'
import { citationsOf } from '../brief/walk.ts'
import type { Quote, QuoteState } from '../quote/quote.ts'
import { locatorOfFound } from '../quote/locate.ts'
import { locatorOf, pageNameOf } from '../source/locator.ts'
import { paragraphAt, sourceTitle } from '../source/source.ts'
import type { Run } from './block.ts'
import { formattedRun, readLocator, STYLE_FORMS, type Cite, type FormattedRun, type Locator } from './citations.ts'
import type { ExportInput, ExportSource } from './input.ts'
import { stateName } from '../quote/quote.ts'
import type { CitationStyle } from './options.ts'

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
  /** Where in the source, as it is printed. */
  locator: string | null
}

/** The state of a quote in words, as they are printed. */
export function stateWords({ check, source }: PrintedQuote): string {
  return stateName(check?.verification.state ?? 'missing', isRecognised(source))
}

/** True for a source whose text was recognised in pictures. */
export function isRecognised(source: ExportSource | null): boolean {
  return source?.source.text.recognition !== undefined
}

/** A statement of the brief as it is printed, with its citations. */
export interface PrintedStatement {
  /** Id of its node. */
  id: string
  /** From 1, in the order of the brief. */
  number: number
  destination: string
  attrs: Pick<Statement['attrs'], 'kind' | 'likelihood' | 'confidence'>
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

/** A point at which sources were cited, with the first run that prints it. */
interface MadePoint {
  cites: Cite[]
  run: Run
}

/** A source that a citation names; where in its text the cited words stand, or what the author wrote of the place. */
interface Found {
  source: ExportSource
  relation: Relation
  range: { start: number; end: number } | null
  written: string | null
}

/** Looks up sources, quotes and checks, prints citations, and remembers who uses which source. */
export class References {
  readonly uses = new Map<string, Use[]>()
  readonly quotes: PrintedQuote[] = []
  /** The points at which a style of the Citation Style Language prints a citation, in the order of their making. */
  readonly points: MadePoint[] = []
  readonly style: CitationStyle
  private readonly formatted: FormattedRun[][] | null
  readonly statements: PrintedStatement[] = []
  private readonly sources: ReadonlyMap<string, ExportSource>
  private readonly saved: ReadonlyMap<string, Quote>
  private readonly checks: ReadonlyMap<string, QuoteCheck>
  private readonly numbers: Record<string, number>
  private citationCount = 0

  constructor(input: ExportInput) {
    this.style = input.options.citations
    this.formatted = input.citations?.points ?? null
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
    const locator = check && source ? (check.locator ?? locatorOfFound(source.text.blocks, check.verification)) : null
    const printed = {
      number,
      destination,
      words,
      check,
      source,
      quote,
      paragraph,
      locator: locator?.replaceAll(' ', NO_BREAK_SPACE) ?? null
    }
    this.quotes.push(printed)
    if (source) this.use(source, { kind: 'quote', destination })
    return printed
  }

  /** Takes down a statement as printed here. */
  statement(statement: Statement, runs: readonly Run[]): PrintedStatement {
    const number = this.statements.length + 1
    const citations = citationsOf(statement).map(({ attrs }) => attrs)
    const { id, kind, likelihood, confidence } = statement.attrs
    const attrs = { kind, likelihood, confidence }
    const printed = { id, number, destination: `statement-${number}`, attrs, runs, citations }
    this.statements.push(printed)
    return printed
  }

  /**
   * The printed form of citations that stand together. Numbered: `[1, ¶ 3]`, `[contra 2, ¶ 4]`, `[cf. 3]`, each for itself;
   * otherwise as the style prints them, in the text or as the mark of a note, those that support first: a signal would
   * seem to hold for what follows. What isn't found says so: `[S9 not found]`.
   */
  citations(group: readonly Citation[]): Run[] {
    const numbered = this.style === 'numbered'
    const found: Found[] = []
    const runs: Run[] = []
    for (const citation of group) {
      const each = this.find(citation)
      if (!each) runs.push(this.notFound(citation))
      else if (numbered) runs.push(this.numbered(each))
      else found.push(each)
    }
    if (found.length === 0) return runs
    found.sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation))
    const anchor = `citation-${++this.citationCount}`
    for (const { source } of found) this.use(source, { kind: 'citation', destination: anchor })
    const missing = runs.flatMap((run): Run[] => [{ text: NO_BREAK_SPACE }, run])
    return [...this.styled(found, anchor), ...missing]
  }

  /** The citation that goes with a quote block's attribution: `[1]`, or as the style prints it, with its place. */
  attribution(quote: PrintedQuote, source: ExportSource): Run[] {
    if (this.style === 'numbered') {
      return [{ ...this.linkTo(source), voice: 'cite' }]
    }
    const { start = null, end = null } = quote.check?.verification ?? {}
    const range = start === null ? null : { start, end: end ?? start }
    return this.styled([{ source, relation: 'supports', range, written: null }], null)
  }

  /** The source that a figure shows, taken down as used here; null when it isn't known. */
  figure(sourceId: string | null, destination: string): ExportSource | null {
    const source = this.sources.get(sourceId ?? '') ?? null
    if (source) this.use(source, { kind: 'citation', destination })
    return source
  }

  numberOf(source: ExportSource): number {
    return this.numbers[source.source.id] ?? source.number
  }

  /** A source of the export; null for what isn't one. */
  source(id: string): ExportSource | null {
    return this.sources.get(id) ?? null
  }

  /** A link to a source in the list of sources, by its short name. */
  linkTo(source: ExportSource): Run & Required<Pick<Run, 'target' | 'about'>> {
    const number = this.numberOf(source)
    const title = sourceTitle(source.source)
    const about = title === '' ? `Source ${number}` : `Source ${number}: ${title}`
    return { text: this.shortName(source), target: { destination: `source-${number}` }, about }
  }

  /** What names a source in a table: its number, or its key where the style prints no numbers. */
  shortName(source: ExportSource): string {
    return this.style === 'numbered' ? `[${this.numberOf(source)}]` : source.source.key
  }

  private find({ attrs }: Citation): Found | null {
    const quote = this.saved.get(attrs.quoteId ?? '') ?? null
    const source = this.sources.get(attrs.sourceId ?? quote?.sourceId ?? '')
    if (!source || (attrs.quoteId !== null && !quote)) return null
    const located = quote !== null && quote.target.textSha256 === source.text.sha256
    return { source, relation: attrs.relation, range: located ? quote.target : null, written: attrs.locator }
  }

  private notFound({ attrs }: Citation): Run {
    const name =
      attrs.label ?? this.saved.get(attrs.quoteId ?? '')?.key ?? (attrs.quoteId === null ? 'source' : 'quote')
    return { text: `[${name} not found]`.replaceAll(' ', NO_BREAK_SPACE), voice: 'alarm' }
  }

  private numbered({ source, relation, range, written }: Found): Run {
    const destination = `citation-${++this.citationCount}`
    this.use(source, { kind: 'citation', destination })
    const place = (range && locatorOf(source.text.blocks, range)) ?? (written ?? '').trim()
    const text = `[${RELATION_WORDS[relation]}${this.numberOf(source)}${place === '' ? '' : `, ${place}`}]`
    const link = this.link(source, relation)
    return { text: text.replaceAll(' ', NO_BREAK_SPACE), voice: 'cite', ...link, anchor: destination }
  }

  private styled(found: readonly Found[], anchor: string | null): Run[] {
    const cites = found.map(({ source, relation, range, written }): Cite => {
      const locator = (range && pinpointOf(source, range)) ?? readLocator(written ?? '')
      return { sourceId: source.source.id, relation, locator }
    })
    const { inNotes } = STYLE_FORMS[this.style]
    const formatted = this.formatted?.[this.points.length] ?? []
    const linked = new Set<number>()
    const printed = formatted.map((each): Run => {
      const run = formattedRun(each)
      const source = each.cite === undefined ? undefined : found[each.cite]
      if (!source || run.target) return run
      // In a note the first stretch is enough: a link for each change of type would be many.
      if (inNotes && linked.has(each.cite!)) return run
      linked.add(each.cite!)
      return { ...run, ...(inNotes ? { voice: 'bare' as const } : {}), ...this.link(source.source, source.relation) }
    })
    const runs: Run[] = inNotes ? [{ text: '', note: printed }] : printed.length > 0 ? printed : [{ text: '' }]
    if (anchor !== null) runs[0]!.anchor = anchor
    this.points.push({ cites, run: runs[0]! })
    return runs
  }

  private link(source: ExportSource, relation: Relation): Required<Pick<Run, 'target' | 'about'>> {
    const number = this.numberOf(source)
    const name = this.style === 'numbered' ? String(number) : source.source.key
    const about = `${RELATION_ABOUT[relation]} ${name}: ${sourceTitle(source.source)}`
    return { target: { destination: `source-${number}` }, about }
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

/** Where a range of a source's text stands, as the published styles tell it: the pages of what has pages, else the paragraphs. */
function pinpointOf({ text }: ExportSource, { start, end }: { start: number; end: number }): Locator | null {
  const first = paragraphAt(text.blocks, start)
  if (first === 0) return null
  const last = Math.max(first, paragraphAt(text.blocks, Math.max(start, end - 1)))
  const [from, to] = [pageNameOf(text.blocks[first - 1]!), pageNameOf(text.blocks[last - 1]!)]
  if (from === null || to === null) return { label: 'paragraph', value: numbers(first, last) }
  return { label: 'page', value: numbers(from, to) }
}

function numbers(first: number | string, last: number | string): string {
  return first === last ? String(first) : `${first}–${last}`
}
