import type { Brief } from '../brief/brief.ts'
import type { BriefCheck, Finding } from '../brief/check.ts'
import { blockText, referencesOf, walkBlocks } from '../brief/walk.ts'
import { withheldText, type WithholdReason } from '../brief/withheld.ts'
import type { ExportInput } from '../composition/input.ts'
import { QUOTE_STATES, STATE_NAMES, type Quote } from '../quote/quote.ts'
import { hideIn } from './line.ts'
import { planOf, type HeldOriginals, type Plan, type Secret } from './plan.ts'
import { redactAnalysis } from './redact-analysis.ts'
import { redactDocument } from './redact-document.ts'
import { redactGrading, redactSource } from './redact-source.ts'

export type { Secret } from './plan.ts'

/** What no redacted export of an input may hold, and the sources whose files are to be searched for it: the others go without a hash. */
export function toBeSearched(input: ExportInput): { secrets: Secret[]; sourceIds: string[] } {
  const plan = planOf(input)
  return {
    secrets: plan.secrets,
    sourceIds: input.sources.map(({ source }) => source.id).filter((id) => !plan.sources.has(id))
  }
}

const REASON = 'What differs is withheld.'

/**
 * The input of a redacted export: all that the brief withholds is gone from it, with the hashes from which it could be
 * guessed, and whatever is made of it holds none. `secrets` is what a finished file must be searched for.
 *
 * Pure. Each record is made anew from the fields that are known here, so that a field which redaction doesn't know isn't
 * passed on.
 * `originals` names the sources whose stored files hold something withheld.
 * @throws Error for a part of the brief that redaction doesn't know
 */
export function redact(input: ExportInput, originals?: HeldOriginals): { input: ExportInput; secrets: Secret[] } {
  const plan = planOf(input, originals)
  const text = (value: string): string => hideIn(value, plan.terms)
  const doc = redactDocument(input, plan)
  const { brief, case: file } = input
  const images = [...input.images].filter(([id]) => plan.sources.get(id)?.withheld !== 'source')
  const redacted: ExportInput = {
    case: {
      schema: file.schema,
      id: file.id,
      title: text(file.title),
      tlp: file.tlp,
      createdAt: file.createdAt,
      briefs: file.briefs
    },
    brief: {
      title: text(brief.title),
      author: text(brief.author),
      date: brief.date,
      tlp: brief.tlp,
      language: brief.language,
      id: brief.id,
      template: brief.template,
      createdAt: brief.createdAt,
      doc,
      // The list itself holds what it withholds.
      withheld: [],
      deletedAt: brief.deletedAt
    },
    sources: input.sources.map((each) => redactSource(each, plan)),
    quotes: input.quotes.map((quote) => redactQuote(quote, input, plan)),
    passages: redactPassages(input, plan),
    analysis: redactAnalysis(input, plan),
    check: redactCheck(input, plan, doc),
    images: new Map(images),
    // They are formatted from the redacted sources.
    citations: null,
    options: input.options,
    generator: text(input.generator)
  }
  return { input: redacted, secrets: plan.secrets }
}

/**
 * Marked passages without what is withheld, also in their notes and the names of their tags. None of a source that is withheld, in whole or for what its text holds, and none that has words in
 * common with a quote of which a block of the brief hides something.
 */
function redactPassages({ passages, quotes, check }: ExportInput, plan: Plan): ExportInput['passages'] {
  const hidden = check.quotes.filter(({ blockId }) => plan.blocks.has(blockId)).map(({ quoteId }) => quoteId)
  const held = quotes.filter(({ id }) => hidden.includes(id))
  const text = (value: string): string => hideIn(value, plan.terms)
  return passages.flatMap((passage) => {
    const { sourceId, start, end } = passage
    const isHeld = held.some(
      ({ sourceId: of, target }) => of === sourceId && target.start < (end ?? 0) && target.end > (start ?? 0)
    )
    if (isHeld || plan.sources.has(sourceId)) return []
    return {
      ...passage,
      title: '',
      publisher: null,
      published: null,
      words: text(passage.words),
      note: text(passage.note),
      tags: passage.tags.map(text)
    }
  })
}

function redactQuote(quote: Quote, input: ExportInput, plan: Plan): Quote {
  const planned = plan.sources.get(quote.sourceId)
  const whole = planned?.withheld === 'source' ? withheldText(planned.reason) : null
  const text = (value: string): string => whole ?? hideIn(value, plan.terms)
  const { target } = quote
  // A block that shows this quote may hide a passage of it.
  const shown = input.check.quotes.filter((check) => check.quoteId === quote.id)
  const hidden = shown.map(({ blockId }) => plan.blocks.get(blockId)).filter((block) => block !== undefined)
  const reason: WithholdReason | null = hidden.find((block) => block.whole !== null)?.whole ?? null
  const own = hidden.flatMap(({ terms }) => terms)
  const exact = whole ?? (reason === null ? hideIn(target.exact, [...plan.terms, ...own]) : withheldText(reason))
  return {
    id: quote.id,
    key: quote.key,
    formerKeys: quote.formerKeys,
    sourceId: quote.sourceId,
    target: planned
      ? { exact, prefix: '', suffix: '', start: 0, end: 0, textSha256: '' }
      : {
          exact,
          prefix: text(target.prefix),
          suffix: text(target.suffix),
          start: target.start,
          end: target.end,
          textSha256: target.textSha256
        },
    createdAt: quote.createdAt,
    speaker: whole !== null || quote.speaker === null ? null : text(quote.speaker),
    attribution: whole === null ? quote.attribution.map(text) : [],
    note: whole === null ? text(quote.note) : '',
    tags: whole === null ? quote.tags.map(text) : [],
    ...(quote.grading == null
      ? {}
      : { grading: whole === null ? redactGrading(quote.grading, [...plan.terms, ...own]) : null }),
    deletedAt: quote.deletedAt
  }
}

function redactCheck({ check, quotes, sources }: ExportInput, plan: Plan, doc: Brief['doc']): BriefCheck {
  const text = (value: string): string => hideIn(value, plan.terms)
  const words = new Map<string, string>()
  /** Nodes of which what differs can't be told: it could tell what the text of a source says. */
  const silent = new Set<string>()
  const sourceOfQuote = new Map(quotes.map((quote) => [quote.id, quote.sourceId]))
  for (const { node } of walkBlocks(doc)) {
    words.set(node.attrs.id, blockText(node))
    if (plan.blocks.has(node.attrs.id)) silent.add(node.attrs.id)
    if (node.type === 'quoteBlock') continue
    for (const { quoteId, sourceId } of referencesOf(node)) {
      if (plan.sources.has(sourceOfQuote.get(quoteId ?? '') ?? sourceId ?? '')) silent.add(node.attrs.id)
    }
  }
  for (const { blockId, sourceId, exact } of check.quotes) {
    if (plan.sources.has(sourceId ?? '') || words.get(blockId) !== exact) silent.add(blockId)
  }
  const known = new Set(sources.map(({ source }) => source.id))
  return {
    quotes: check.quotes.map((each) => {
      const { blockId, quoteId, sourceId, paragraph, locator, verification, stored } = each
      const { state, start, end, fragments, difference, reason } = verification
      const withheld = plan.sources.get(sourceId ?? '')?.withheld
      return {
        blockId,
        quoteId,
        sourceId,
        exact: words.get(blockId) ?? '',
        paragraph: withheld === 'source' ? null : paragraph,
        locator: withheld === 'source' ? null : locator,
        verification: silent.has(blockId)
          ? {
              state,
              start: null,
              end: null,
              fragments: [],
              difference: [],
              reason: state === 'verbatim' ? '' : REASON
            }
          : {
              state,
              start,
              end,
              fragments,
              difference: difference.map((part) => ({ kind: part.kind, text: text(part.text) })),
              reason: text(reason)
            },
        stored
      }
    }),
    findings: check.findings.map((finding) => redactFinding(finding, silent, text)),
    sourceNumbers: Object.fromEntries(Object.entries(check.sourceNumbers).filter(([id]) => known.has(id))),
    // A count of the words before would tell how many are gone.
    words: [...words.values()].reduce((sum, each) => sum + each.split(/\s+/).filter((word) => word !== '').length, 0)
  }
}

/** A finding without its excerpt and section, in which words may be cut in two. */
function redactFinding(finding: Finding, silent: ReadonlySet<string>, text: (value: string) => string): Finding {
  const { code, nodeId, message } = finding
  const state = QUOTE_STATES.find((each) => code === `quote-${each}`)
  const told = state && nodeId !== null && silent.has(nodeId) ? `${STATE_NAMES[state]}. ${REASON}` : text(message)
  return { code, nodeId, section: '', excerpt: '', message: told }
}
