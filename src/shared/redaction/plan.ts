import type { Brief } from '../brief/brief.ts'
import type { Withheld, WithholdReason } from '../brief/withheld.ts'
import type { ExportInput, ExportSource } from '../composition/input.ts'
import type { Found } from '../source/source.ts'
import { isDistinctive, Passages } from './distinct.ts'
import { APART, walkNodes, wordsIn, type Node } from './nodes.ts'
import { fold } from './fold.ts'
import { addressesRead, findHidden, holdsAny, term, type Term } from './terms.ts'

/**
 * Something that no redacted export may hold. `words` stand nowhere; of a `text` nothing may stand that is longer than a
 * phrase. `about` names it to its author without giving it away.
 */
export interface Secret {
  kind: 'words' | 'text'
  text: string
  about: string
  /** Longer words in which it may stand, as somebody decided. */
  within?: readonly string[]
}

/** What is hidden in one block of the brief. */
export interface BlockPlan {
  /** Set when the whole block is hidden. */
  whole: WithholdReason | null
  terms: Term[]
}

/** What a brief withholds, worked out for an export. */
export interface Plan {
  /** Hidden wherever it stands. */
  terms: Term[]
  /** By the ids of the brief's nodes. */
  blocks: ReadonlyMap<string, BlockPlan>
  /** By the ids of the sources; those that aren't named are shown. */
  sources: ReadonlyMap<string, { withheld: 'text' | 'source'; reason: WithholdReason }>
  secrets: Secret[]
}

/**
 * The sources whose originals, the files themselves, hold something withheld, by their ids: the name of what they hold, or null when
 * they couldn't be searched. Redaction sees texts and metadata alone.
 */
export type HeldOriginals = ReadonlyMap<string, string | null>

/** The longest stretch of words on either side that tells a short passage from the same words elsewhere. */
const CONTEXT = 24
/** File names shorter than this say nothing: `page.html`. */
const LEAST_NAME = 12

/** Works out what is hidden where. Pure. @throws Error when withheld words have nothing that could be found */
export function planOf(input: ExportInput, originals: HeldOriginals = new Map()): Plan {
  const planner = new Planner(input, originals)
  input.brief.withheld.forEach((entry, i) => {
    planner.take(entry, `entry ${i + 1}`)
  })
  return planner.finish()
}

class Planner {
  private readonly input: ExportInput
  private readonly nodes: ReadonlyMap<string, Node>
  private readonly terms: Term[] = []
  private readonly blocks = new Map<string, BlockPlan>()
  private readonly sources = new Map<string, { withheld: 'text' | 'source'; reason: WithholdReason }>()
  private readonly secrets: Secret[] = []
  /** What only the texts of sources are searched for: passages too short to be hidden elsewhere. */
  private readonly short: Term[] = []
  private readonly passages = new Passages()
  /** Sources from which a quote is hidden, whole or in part: their texts would tell it. */
  private readonly quoted = new Map<string, WithholdReason>()
  private readonly originals: HeldOriginals
  /** Why each secret is one, by its name. */
  private readonly reasons = new Map<string, WithholdReason>()

  constructor(input: ExportInput, originals: HeldOriginals) {
    this.input = input
    this.originals = originals
    this.nodes = nodesById(input.brief)
  }

  take(entry: Withheld, name: string): void {
    const { reason } = entry
    if (entry.kind === 'words') {
      for (const words of entry.terms) this.everywhere(words, reason, `withheld words (${name})`, true, entry.left)
    } else if (entry.kind === 'passage') {
      this.passage(entry, `a withheld passage (${name})`)
    } else {
      const source = this.input.sources.find((each) => each.source.id === entry.sourceId)
      if (source) this.source(source, reason)
    }
  }

  finish(): Plan {
    for (const each of this.input.sources) {
      const { id } = each.source
      if (this.sources.has(id)) continue
      const reason = this.quoted.get(id) ?? this.reasonIn(each) ?? this.reasonInOriginal(id)
      if (!reason) continue
      this.sources.set(id, { withheld: 'text', reason })
      this.hashes(each, reason)
    }
    return { terms: this.terms, blocks: this.blocks, sources: this.sources, secrets: this.secrets }
  }

  private everywhere(
    words: string,
    reason: WithholdReason,
    about: string,
    whole = true,
    within: readonly string[] = []
  ): void {
    this.terms.push(term(words, reason, whole))
    this.secret({ kind: 'words', text: words, about, ...(within.length === 0 ? {} : { within }) }, reason)
  }

  private secret(secret: Secret, reason: WithholdReason): void {
    this.secrets.push(secret)
    this.reasons.set(secret.about, reason)
  }

  private passage({ blockId, exact, reason }: Withheld & { kind: 'passage' }, about: string): void {
    const node = this.nodes.get(blockId)
    if (!node) return
    const text = wordsIn(node)
    const plan = this.blocks.get(blockId) ?? { whole: null, terms: [] }
    this.blocks.set(blockId, plan)
    const terms = exact === null ? [] : [true, false].map((whole) => term(exact, reason, whole))
    const found = terms.find((each) => findHidden(text, [each]).length > 0)
    // Words that no longer stand in the block were changed since: what became of them is unknown, so all of it goes.
    if (found) plan.terms.push(found)
    else plan.whole ??= reason
    const hidden = found ? exact! : text
    if (isDistinctive(hidden)) this.everywhere(hidden, reason, about, false)
    else if (found) this.shortPassage(text, found, about)
    const source =
      node.type === 'quoteBlock' ? this.input.check.quotes.find((check) => check.blockId === blockId) : null
    if (source?.sourceId != null) this.quoted.set(source.sourceId, reason)
  }

  /** A passage that may rightly stand elsewhere: secret is that it stands between its neighbours. */
  private shortPassage(text: string, found: Term, about: string): void {
    for (const { start, end } of findHidden(text, [found])) {
      const before = text.slice(Math.max(0, start - CONTEXT), start).replace(/^\S*\s/u, '')
      const after = text.slice(end, end + CONTEXT).replace(/\s\S*$/u, '')
      const stretch = before + text.slice(start, end) + after
      if (fold(stretch).letters.length - found.letters.length < CONTEXT / 2) continue
      this.secret({ kind: 'words', text: stretch, about }, found.reason)
      this.short.push(term(stretch, found.reason, false))
    }
  }

  private source(exported: ExportSource, reason: WithholdReason): void {
    const { source, text } = exported
    const { title, url, canonicalUrl } = source.metadata
    const about = `the withheld source ${source.key}`
    this.sources.set(source.id, { withheld: 'source', reason })
    if (title.value !== null && isDistinctive(title.value))
      this.everywhere(title.value, reason, `the title of ${about}`)
    for (const address of [url.value, canonicalUrl.value]) {
      if (address !== null && fold(address).letters.length >= LEAST_NAME) {
        this.everywhere(address.replace(/\/$/, ''), reason, `the address of ${about}`, false)
      }
    }
    for (const name of [source.original.name, source.container?.name ?? '', source.container?.path ?? '']) {
      if (fold(name).letters.length >= LEAST_NAME) this.everywhere(name, reason, `a file name of ${about}`)
    }
    this.hashes(exported, reason)
    for (const words of this.quotedFrom(source.id)) {
      if (isDistinctive(words)) this.everywhere(words, reason, `a quote from ${about}`, false)
    }
    this.passages.add(text.text, about)
    this.secret({ kind: 'text', text: text.text, about: `the text of ${about}` }, reason)
  }

  /** Words of a source as its saved quotes and the brief's quote blocks have them. */
  private quotedFrom(sourceId: string): string[] {
    const saved = this.input.quotes.filter((quote) => quote.sourceId === sourceId).map(({ target }) => target.exact)
    const shown = this.input.check.quotes.filter((check) => check.sourceId === sourceId).map(({ exact }) => exact)
    return [...new Set([...saved, ...shown])]
  }

  private hashes({ source, text }: ExportSource, reason: WithholdReason): void {
    // The hash of no text, as an image has, is everywhere.
    const ofText = text.text === '' ? [] : [text.sha256, source.text.sha256]
    const hashes = [source.original.sha256, ...ofText, source.container?.sha256 ?? '']
    for (const hash of new Set(hashes)) {
      if (hash !== '') this.everywhere(hash, reason, `a hash of ${source.key}, whose text is withheld`, false)
    }
  }

  /** Why the hash of a file can't be passed on; null when it can. */
  private reasonInOriginal(id: string): WithholdReason | null {
    const about = this.originals.get(id)
    if (about === undefined) return null
    return (about === null ? undefined : this.reasons.get(about)) ?? this.input.brief.withheld[0]?.reason ?? null
  }

  /** Why the text of a source can't be passed on; null when it can. */
  private reasonIn(exported: ExportSource): WithholdReason | null {
    const { source, text } = exported
    const { metadata, original, container } = source
    const printed = [
      metadata.title.value,
      ...(metadata.authors.value ?? []),
      metadata.publisher.value,
      metadata.section.value,
      metadata.edition.value,
      metadata.page.value,
      metadata.documentId.value,
      ...(metadata.agencies.value ?? []),
      metadata.url.value,
      metadata.canonicalUrl.value,
      original.name,
      container?.name,
      container?.path,
      ...addressesRead([metadata.url.value, metadata.canonicalUrl.value]),
      // What was read in the original besides, and not chosen.
      ...Object.values(metadata).flatMap((found: Found<string> | Found<string[]>) => [
        found.evidence?.detail,
        ...found.alternatives.flatMap(({ value, evidence }) => [value, evidence.detail].flat())
      ])
    ].filter((value) => value != null)
    const about = fold(printed.join(APART))
    const words = fold(text.text)
    const found = holdsAny(about, this.terms) ?? holdsAny(words, this.terms) ?? holdsAny(words, this.short)
    if (found) return found.reason
    if (this.passages.find(text.text) === null) return null
    return [...this.sources.values()].find(({ withheld }) => withheld === 'source')?.reason ?? null
  }
}

function nodesById(brief: Brief): Map<string, Node> {
  const nodes = new Map<string, Node>()
  for (const node of walkNodes(brief.doc)) {
    if (typeof node.attrs?.id !== 'string') continue
    // A section's own words are its title.
    const title = node.type === 'section' ? node.content?.find(({ type }) => type === 'sectionTitle') : undefined
    nodes.set(node.attrs.id, title ?? node)
  }
  return nodes
}
