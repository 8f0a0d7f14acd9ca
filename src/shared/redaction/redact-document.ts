import { BriefDocument, type Brief } from '../brief/brief.ts'
import { withheldBar, withheldText, type WithholdReason } from '../brief/withheld.ts'
import type { ExportInput } from '../composition/input.ts'
import type { Quote } from '../quote/quote.ts'
import { locatorOf } from '../source/locator.ts'
import { hideIn, hideInLine, unknown } from './line.ts'
import { CONTAINERS, LINES, type Node } from './nodes.ts'
import type { BlockPlan, Plan } from './plan.ts'
import type { Term } from './terms.ts'

/** Attributes that are chosen, not written: ids, levels, kinds. All others are text in which words can stand. */
const CHOSEN: ReadonlySet<string> = new Set([
  'id',
  'quoteId',
  'sourceId',
  'level',
  'kind',
  'likelihood',
  'confidence',
  'relation',
  'align'
])

/**
 * A brief's document without what the plan hides. Pure; the result is a valid document.
 * @throws Error for a node, mark or attribute that isn't known here: what can't be redacted isn't passed on
 */
export function redactDocument(input: ExportInput, plan: Plan): Brief['doc'] {
  return BriefDocument.parse(new DocumentRedactor(input, plan).node(input.brief.doc, []))
}

class DocumentRedactor {
  private readonly plan: Plan
  private readonly quotes: ReadonlyMap<string, Quote>
  private readonly sources: ReadonlyMap<string, ExportInput['sources'][number]>

  constructor(input: ExportInput, plan: Plan) {
    this.plan = plan
    this.quotes = new Map(input.quotes.map((quote) => [quote.id, quote]))
    this.sources = new Map(input.sources.map((each) => [each.source.id, each]))
  }

  /** `terms` are those of the block in which the node stands, besides the plan's. */
  node(node: Node, terms: readonly Term[]): Node {
    const block = this.blockPlan(node)
    const all = [...terms, ...(block?.terms ?? [])]
    if (node.type === 'section') return this.section(node, block)
    const reason = block?.whole ?? this.withheldSource(node)
    if (reason != null && (node.type === 'table' || node.type === 'figure')) return barStatement(node, reason)
    if (LINES.has(node.type)) return this.line(node, all, reason ?? null)
    if (!CONTAINERS.has(node.type)) throw unknown(node)
    return this.changed(
      node,
      all,
      node.content?.map((child) => this.node(child, all))
    )
  }

  /** A section's own plan is for its title alone. */
  private section(node: Node, block: BlockPlan | undefined): Node {
    const children = node.content?.map((child) =>
      child.type === 'sectionTitle' ? this.line(child, block?.terms ?? [], block?.whole ?? null) : this.node(child, [])
    )
    return this.changed(node, [], children)
  }

  private line(node: Node, terms: readonly Term[], reason: WithholdReason | null): Node {
    if (reason !== null) {
      const bar: Node[] = [{ type: 'text', text: withheldBar(reason) }]
      return this.changed(node.type === 'statement' ? bareStatement(node) : node, terms, bar, reason)
    }
    const all = [...this.plan.terms, ...terms]
    return this.changed(node, terms, node.content && hideInLine(node.content, all, (inner) => this.inner(inner, terms)))
  }

  private inner(node: Node, terms: readonly Term[]): Node {
    if (node.type === 'note') return this.line(node, terms, null)
    const { quoteId, locator } = node.attrs ?? {}
    const changed = this.changed(node, terms, undefined)
    const source = this.sourceOf(node)
    const planned = source && this.plan.sources.get(source.source.id)
    if (!planned) return changed
    if (planned.withheld === 'source') {
      return { ...changed, attrs: { ...changed.attrs, locator: withheldText(planned.reason) } }
    }
    const quote = typeof quoteId === 'string' ? this.quotes.get(quoteId) : undefined
    if (!quote || locator != null || quote.target.textSha256 !== source.text.sha256) return changed
    // Without the source's text its paragraphs can't be counted any more.
    const place = locatorOf(source.text.blocks, quote.target)
    return place === null ? changed : { ...changed, attrs: { ...changed.attrs, locator: place } }
  }

  private changed(
    node: Node,
    terms: readonly Term[],
    content: readonly Node[] | undefined,
    whole: WithholdReason | null = null
  ): Node {
    const all = [...this.plan.terms, ...terms]
    const attrs = Object.entries(node.attrs ?? {}).map(([key, value]): [string, unknown] => {
      if (CHOSEN.has(key) || value === null || typeof value === 'number' || typeof value === 'boolean') {
        return [key, value]
      }
      if (typeof value !== 'string') throw new Error(`“${key}” of a “${node.type}” can’t be redacted.`)
      return [key, whole === null || value === '' ? hideIn(value, all) : withheldText(whole)]
    })
    return {
      type: node.type,
      ...(node.attrs ? { attrs: Object.fromEntries(attrs) } : {}),
      ...(content ? { content } : {})
    }
  }

  private blockPlan(node: Node): BlockPlan | undefined {
    return typeof node.attrs?.id === 'string' ? this.plan.blocks.get(node.attrs.id) : undefined
  }

  /** Why a quote block or figure is hidden with its source. */
  private withheldSource(node: Node): WithholdReason | null {
    const planned = this.plan.sources.get(this.sourceOf(node)?.source.id ?? '')
    return planned?.withheld === 'source' ? planned.reason : null
  }

  private sourceOf(node: Node): ExportInput['sources'][number] | undefined {
    const { quoteId, sourceId } = node.attrs ?? {}
    const quote = typeof quoteId === 'string' ? this.quotes.get(quoteId) : undefined
    return this.sources.get(quote?.sourceId ?? (typeof sourceId === 'string' ? sourceId : ''))
  }
}

/** What stands in the place of a block that is hidden as a whole. */
function barStatement(node: Node, reason: WithholdReason): Node {
  return bareStatement({ ...node, type: 'statement', content: [{ type: 'text', text: withheldBar(reason) }] })
}

/** A statement of which nothing is told, not even what kind it is. */
function bareStatement(node: Node): Node {
  return { ...node, attrs: { id: node.attrs?.id, kind: null, likelihood: null, confidence: null } }
}
