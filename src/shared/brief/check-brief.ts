import { fieldWords, type CitedField } from '../source/doubt.ts'
import { locatorOfFound } from '../quote/locate.ts'
import { isImageType, paragraphAt, type Block } from '../source/source.ts'
import { STATE_NAMES, type Quote } from '../quote/quote.ts'
import { prepareText, type PreparedText, type VerifyHint } from '../quote/prepared.ts'
import { verifyQuote } from '../quote/verify.ts'
import type { BriefDocument, Citation, Figure, QuoteBlock, Statement } from './brief.ts'
import type { BriefCheck, Finding, OriginalState, QuoteCheck, Stored } from './check.ts'
import {
  blockText,
  citationsOf,
  notesOf,
  plainText,
  quotedWords,
  sectionTitle,
  walkBlocks,
  type IdBlock,
  type Placed
} from './walk.ts'
import { say } from '../wording/say.ts'

/** A source as the check needs it. */
export interface CheckSource {
  key: string
  title: string
  prepared: PreparedText
  blocks: readonly Block[]
  /** The worse of the states of its original and its text. */
  original: OriginalState
  /** Each of them, where both are known. */
  stored?: Stored
  /** What a citation prints of it, is doubtful, and nobody has confirmed. */
  doubtful: readonly CitedField[]
  /** Media type of its original. */
  mediaType: string
}

/** What the check looks things up in. Deleted quotes count as not there. */
export interface CheckLookup {
  source(id: string): CheckSource | undefined
  quote(id: string): Quote | undefined
  /** The key of a source in the trash to which a reference leads; such sources and their quotes count as not there. */
  inTrash?(reference: { quoteId: string | null; sourceId: string | null }): string | undefined
}

const EXCERPT = 120
const GONE: Stored = { original: 'missing', text: 'missing' }

/**
 * Verifies every quote block of a brief and finds what the export gate must name: statements without support, quotes that
 * aren't verbatim, citations that lead nowhere, cited sources whose original is altered or missing.
 */
export function checkBrief(doc: BriefDocument, lookup: CheckLookup): BriefCheck {
  const quotes: QuoteCheck[] = []
  const findings: Finding[] = []
  const sourceNumbers: Record<string, number> = {}
  let words = 0
  const cite = (sourceId: string | null): void => {
    if (sourceId !== null && lookup.source(sourceId)) sourceNumbers[sourceId] ??= Object.keys(sourceNumbers).length + 1
  }

  for (const placed of walkBlocks(doc)) {
    const { node } = placed
    words += countWords([blockText(node), ...notesOf(node).map(({ content }) => plainText(content))].join('\n'))
    if (node.type === 'figure') {
      const finding = figureFinding(node, placed, lookup)
      if (finding) findings.push(finding)
      if (node.attrs.sourceId !== null) cite(node.attrs.sourceId)
    }
    if (node.type === 'quoteBlock') {
      const check = checkQuoteBlock(node, lookup)
      quotes.push(check)
      cite(check.sourceId)
      const finding = quoteFinding(check, placed)
      if (finding) findings.push(finding)
      continue
    }
    for (const citation of citationsOf(node)) {
      const resolved = resolveCitation(citation, lookup)
      if (!resolved) {
        findings.push(unresolved(citation, placed, lookup))
        continue
      }
      cite(resolved.sourceId)
      const finding = citedQuoteFinding(resolved.quote, placed, lookup)
      if (finding) findings.push(finding)
    }
    if (node.type === 'statement' && isUnsupported(node, placed, lookup)) findings.push(unsupported(placed))
  }
  findings.push(...originalFindings(Object.keys(sourceNumbers), lookup))
  findings.push(...doubtFindings(Object.keys(sourceNumbers), lookup))
  return { quotes, findings, sourceNumbers, words }
}

/** Verifies one quote block against the source it names. */
export function checkQuoteBlock(block: QuoteBlock, lookup: CheckLookup): QuoteCheck {
  const quote = block.attrs.quoteId === null ? undefined : lookup.quote(block.attrs.quoteId)
  const sourceId = quote?.sourceId ?? block.attrs.sourceId
  const source = sourceId === null ? undefined : lookup.source(sourceId)
  const exact = quotedWords(block)
  const hint: VerifyHint = quote ? quote.target : {}
  const verification = source ? verifyQuote(exact, source.prepared, hint) : verifyQuote('', prepareText(''))
  if (!source) {
    const inTrash = lookup.inTrash?.(block.attrs)
    verification.reason =
      inTrash !== undefined
        ? say('The quote is from {1*}, which is in the trash.', inTrash)
        : block.attrs.label === null
          ? say('The quote names no source.')
          : say('The quote names {1*}, which isn’t in this case.', block.attrs.label)
  }
  return {
    blockId: block.attrs.id,
    quoteId: quote?.id ?? null,
    sourceId: source ? sourceId : null,
    exact,
    paragraph: source && verification.start !== null ? paragraphAt(source.blocks, verification.start) || null : null,
    locator: source ? locatorOfFound(source.blocks, verification) : null,
    verification,
    stored: source ? (source.stored ?? { original: source.original, text: 'intact' }) : GONE
  }
}

/** The source, and the quote if it cites one, to which a citation leads; null when it leads nowhere. */
export function resolveCitation(
  citation: Citation,
  lookup: CheckLookup
): { sourceId: string; quote: Quote | null } | null {
  const { quoteId, sourceId } = citation.attrs
  if (quoteId !== null) {
    const quote = lookup.quote(quoteId)
    return quote && lookup.source(quote.sourceId) ? { sourceId: quote.sourceId, quote } : null
  }
  return sourceId !== null && lookup.source(sourceId) ? { sourceId, quote: null } : null
}

/** Sections that list what isn't known: their statements claim nothing that a source could support. */
const GAPS = /^(?:(?:intelligence|information|knowledge|evidence) )?gaps\b|^open questions\b|^unknowns\b/i

/**
 * A statement is supported by a citation that supports it; one that contradicts or gives context doesn't. An empty
 * paragraph claims nothing, an assumption is declared by its author as unsupported, and gaps are what isn't known.
 */
function isUnsupported(statement: Statement, placed: Placed<IdBlock>, lookup: CheckLookup): boolean {
  if (plainText(statement.content).trim() === '' || statement.attrs.kind === 'assumption') return false
  if (GAPS.test(sectionTitle(placed.section).trim())) return false
  return !citationsOf(statement).some(
    (citation) => citation.attrs.relation === 'supports' && resolveCitation(citation, lookup)
  )
}

/** A saved quote that a statement cites must still stand in its source, though its words aren't shown. */
function citedQuoteFinding(quote: Quote | null, placed: Placed<IdBlock>, lookup: CheckLookup): Finding | null {
  const source = quote ? lookup.source(quote.sourceId) : undefined
  if (!quote || !source) return null
  const { state, reason } = verifyQuote(quote.target.exact, source.prepared, quote.target)
  if (state === 'verbatim') return null
  return {
    code: `quote-${state}`,
    nodeId: placed.node.attrs.id,
    section: sectionName(placed),
    excerpt: excerpt(quote.target.exact),
    message: `${STATE_NAMES[state]}: the cited quote ${quote.key} no longer stands so in ${source.key}. ${reason}`
  }
}

function unsupported(placed: Placed<IdBlock>): Finding {
  return {
    code: 'unsupported-statement',
    nodeId: placed.node.attrs.id,
    section: sectionName(placed),
    excerpt: excerpt(blockText(placed.node)),
    message: 'No quote or source supports this statement.'
  }
}

/** A figure must show something: tables and figures need no support, but a figure without its image claims to have one. */
function figureFinding(figure: Figure, placed: Placed<IdBlock>, lookup: CheckLookup): Finding | null {
  const { id, sourceId, label } = figure.attrs
  const source = sourceId === null ? undefined : lookup.source(sourceId)
  if (source && isImageType(source.mediaType)) return null
  const inTrash = lookup.inTrash?.({ quoteId: null, sourceId })
  return {
    code: source ? 'figure-no-image' : 'citation-unresolved',
    nodeId: id,
    section: sectionName(placed),
    excerpt: excerpt(blockText(figure)),
    message: source
      ? `The figure shows ${source.key}, which isn’t an image.`
      : inTrash !== undefined
        ? `The figure shows ${inTrash}, which is in the trash.`
        : label === null
          ? 'The figure shows a source that is no longer in this case.'
          : `The figure shows ${label}, which isn’t in this case.`
  }
}

function unresolved(citation: Citation, placed: Placed<IdBlock>, lookup: CheckLookup): Finding {
  const { label } = citation.attrs
  const inTrash = lookup.inTrash?.(citation.attrs)
  return {
    code: 'citation-unresolved',
    nodeId: placed.node.attrs.id,
    section: sectionName(placed),
    excerpt: excerpt(blockText(placed.node)),
    message:
      inTrash !== undefined
        ? `It cites ${inTrash}, which is in the trash.`
        : label === null
          ? 'It cites a quote or source that is no longer in this case.'
          : `It cites ${label}, which isn’t in this case.`
  }
}

function quoteFinding(check: QuoteCheck, placed: Placed<IdBlock>): Finding | null {
  const { state, reason } = check.verification
  if (state === 'verbatim') return null
  return {
    code: `quote-${state}`,
    nodeId: check.blockId,
    section: sectionName(placed),
    excerpt: excerpt(check.exact),
    message: `${STATE_NAMES[state]}: ${reason}`
  }
}

function originalFindings(sourceIds: string[], lookup: CheckLookup): Finding[] {
  return sourceIds.flatMap((id): Finding[] => {
    const source = lookup.source(id)
    if (!source || source.original === 'intact') return []
    const altered = source.original === 'altered'
    return [
      {
        code: altered ? 'original-altered' : 'original-missing',
        nodeId: null,
        section: '',
        excerpt: excerpt(source.title),
        message: altered
          ? `The stored original or text of ${source.key} has changed since it was imported: its hash no longer matches.`
          : `The stored original or text of ${source.key} is missing.`
      }
    ]
  })
}

function doubtFindings(sourceIds: string[], lookup: CheckLookup): Finding[] {
  return sourceIds.flatMap((id): Finding[] => {
    const source = lookup.source(id)
    if (!source || source.doubtful.length === 0) return []
    const is = source.doubtful.length > 1 || source.doubtful[0] === 'authors' ? 'are' : 'is'
    const words = fieldWords(source.doubtful)
    return [
      {
        code: 'metadata-doubtful',
        nodeId: null,
        section: '',
        excerpt: excerpt(source.title),
        message: `${words[0]!.toUpperCase()}${words.slice(1)} of ${source.key} ${is} doubtful and ${is === 'are' ? 'weren’t' : 'wasn’t'} confirmed: check the source’s details.`
      }
    ]
  })
}

function sectionName(placed: Placed<IdBlock>): string {
  const title = sectionTitle(placed.section)
  return placed.sectionNumber > 0 ? `${placed.sectionNumber} ${title}` : title
}

function excerpt(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > EXCERPT ? `${flat.slice(0, EXCERPT - 1).trimEnd()}…` : flat
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0
}
