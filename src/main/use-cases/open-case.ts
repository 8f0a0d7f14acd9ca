import type { BriefRow, CaseView, SourceRow } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/api/errors.ts'
import type { CheckLookup, CheckSource } from '../../shared/brief/check-brief.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import type { OriginalState } from '../../shared/brief/check.ts'
import { citationsOf, walkBlocks } from '../../shared/brief/walk.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import { prepareText, type PreparedText } from '../../shared/quote/prepared.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import { sourceTitle, type Source, type SourceText } from '../../shared/source/source.ts'
import type { CaseStore, NewSource } from '../store/case-store.ts'

/** Texts kept ready in memory: enough for a brief's sources, not for a whole large case. */
const CACHED_TEXTS = 200
/** Below this a found date or title is shown for confirmation. */
const LOW_CONFIDENCE = 0.6

/** A source's text as it is on disk now, with the state of its hash. */
export interface LoadedText {
  text: SourceText
  prepared: PreparedText
  state: OriginalState
}

/** A look-up for checks, with what was loaded for it. */
export interface CaseLookup extends CheckLookup {
  readonly loaded: ReadonlyMap<string, LoadedText>
  /** State of the stored originals alone. */
  readonly originals: ReadonlyMap<string, OriginalState>
}

/** The open case with the look-ups that the use cases share. */
export class OpenCase {
  readonly store: CaseStore
  readonly #texts = new Map<string, Promise<LoadedText>>()

  readonly #sourceKeys = new Map<string, string>()
  readonly #sourceHashes = new Map<string, string>()
  readonly #quoteSources = new Map<string, string>()
  #lastSource = 0
  #lastQuote = 0

  constructor(store: CaseStore) {
    this.store = store
    for (const record of store.sources()) this.#index(record)
    // A source whose record is damaged keeps its keys: they come back with it.
    for (const subject of store.loggedSubjects) {
      if (/^S\d+$/.test(subject)) this.#lastSource = Math.max(this.#lastSource, keyNumber(subject))
      if (/^Q\d+$/.test(subject)) this.#lastQuote = Math.max(this.#lastQuote, keyNumber(subject))
    }
  }

  #index({ source, quotes }: SourceRecord): void {
    this.#sourceKeys.set(source.key, source.id)
    this.#sourceHashes.set(source.original.sha256, source.id)
    this.#lastSource = Math.max(this.#lastSource, keyNumber(source.key))
    // Deleted quotes count too: a key is never used twice.
    for (const quote of quotes) {
      this.#quoteSources.set(quote.id, source.id)
      this.#lastQuote = Math.max(this.#lastQuote, keyNumber(quote.key))
    }
  }

  view(): CaseView {
    const records = this.store.sources()
    return {
      path: this.store.path,
      case: this.store.record,
      sources: records.map(sourceRow).sort((a, b) => keyNumber(a.key) - keyNumber(b.key)),
      quotes: records.flatMap((record) => record.quotes).filter((quote) => quote.deletedAt === null),
      briefs: this.briefRows(),
      readOnly: this.store.readOnly,
      notices: this.store.notices
    }
  }

  briefRows(): BriefRow[] {
    return this.store
      .briefs()
      .filter((brief) => brief.deletedAt === null)
      .map(({ id, title, author, date, tlp, language }) => ({ id, title, author, date, tlp, language }))
  }

  /** @throws DossierError `not-found` */
  source(id: string): SourceRecord {
    const record = this.store.source(id)
    if (!record) throw new DossierError('not-found', 'This source is no longer in the case.')
    return record
  }

  sourceByKey(key: string): Source | undefined {
    const id = this.#sourceKeys.get(key)
    return id === undefined ? undefined : this.store.source(id)?.source
  }

  sourceByHash(sha256: string): Source | undefined {
    const id = this.#sourceHashes.get(sha256)
    return id === undefined ? undefined : this.store.source(id)?.source
  }

  /** A quote that isn't deleted. */
  quote(id: string): Quote | undefined {
    const quote = this.anyQuote(id)
    return quote?.deletedAt === null ? quote : undefined
  }

  /** A quote, deleted or not. */
  anyQuote(id: string): Quote | undefined {
    const sourceId = this.#quoteSources.get(id)
    return sourceId === undefined ? undefined : this.store.source(sourceId)?.quotes.find((quote) => quote.id === id)
  }

  quotes(): Quote[] {
    return this.store
      .sources()
      .flatMap((record) => record.quotes)
      .filter((quote) => quote.deletedAt === null)
      .sort((a, b) => keyNumber(a.key) - keyNumber(b.key))
  }

  /** @throws DossierError `not-found` */
  brief(id: string): Brief {
    const brief = this.store.briefs().find((candidate) => candidate.id === id)
    if (!brief || brief.deletedAt !== null) throw new DossierError('not-found', 'This brief is no longer in the case.')
    return brief
  }

  /** Adds a source to the case. Its key is given here, so that none is ever used twice. */
  async addSource(make: (key: string) => NewSource): Promise<SourceRecord> {
    const key = `S${++this.#lastSource}`
    const record = await this.store.addSource(make(key))
    this.#index(record)
    return record
  }

  /** Adds a quote to its source, with a key of its own. */
  async addQuote(sourceId: string, make: (key: string) => Quote): Promise<Quote> {
    this.source(sourceId)
    const quote = make(`Q${++this.#lastQuote}`)
    await this.store.updateSource(sourceId, (record) => ({ ...record, quotes: [...record.quotes, quote] }), {
      action: 'quote-made',
      subject: quote.key,
      detail: { source: this.source(sourceId).source.key, start: quote.target.start, end: quote.target.end }
    })
    this.#quoteSources.set(quote.id, sourceId)
    return quote
  }

  /** A source's text; kept for the next time. @throws DossierError `not-found` or `damaged` */
  text(id: string): Promise<LoadedText> {
    const cached = this.#texts.get(id)
    if (cached) {
      // Moved to the end: the least recently used is dropped first.
      this.#texts.delete(id)
      this.#texts.set(id, cached)
      return cached
    }
    const loading = this.store.text(id).then((text) => ({
      text,
      prepared: prepareText(text.text),
      state: this.store.textState(id, text)
    }))
    this.#texts.set(id, loading)
    loading.catch(() => this.#texts.delete(id))
    if (this.#texts.size > CACHED_TEXTS) this.#texts.delete(this.#texts.keys().next().value!)
    return loading
  }

  /** Drops the texts in memory, so that what is verified is what is on disk. */
  forgetTexts(): void {
    this.#texts.clear()
  }

  /** Loads the sources that a brief's quote blocks and citations name, and answers the look-up for its check. */
  async lookupFor(brief: Brief): Promise<CaseLookup> {
    const ids = new Set<string>()
    for (const { node } of walkBlocks(brief.doc)) {
      if (node.type === 'quoteBlock') {
        const { quoteId, sourceId } = node.attrs
        const id = (quoteId === null ? undefined : this.quote(quoteId)?.sourceId) ?? sourceId
        if (id !== null) ids.add(id)
      } else {
        for (const { attrs } of citationsOf(node)) {
          const id = (attrs.quoteId === null ? undefined : this.quote(attrs.quoteId)?.sourceId) ?? attrs.sourceId
          if (id !== null) ids.add(id)
        }
      }
    }
    return this.lookup(ids)
  }

  /** Loads sources and answers the look-up for checks. A text that can't be read counts as missing and empty. */
  async lookup(ids: Iterable<string>): Promise<CaseLookup> {
    const sources = new Map<string, CheckSource>()
    const loaded = new Map<string, LoadedText>()
    const originals = new Map<string, OriginalState>()
    for (const id of ids) {
      const record = this.store.source(id)
      if (!record) continue
      const text = await this.#textOrNothing(id)
      if (text) loaded.set(id, text)
      const original = await this.store.originalState(id)
      originals.set(id, original)
      sources.set(id, {
        key: record.source.key,
        title: sourceTitle(record.source),
        prepared: text?.prepared ?? prepareText(''),
        blocks: text?.text.blocks ?? [],
        original: worse(original, text?.state ?? 'missing')
      })
    }
    const quotes = new Map(this.quotes().map((quote) => [quote.id, quote]))
    return { source: (id) => sources.get(id), quote: (id) => quotes.get(id), loaded, originals }
  }

  async #textOrNothing(id: string): Promise<LoadedText | null> {
    try {
      return await this.text(id)
    } catch (error) {
      if (error instanceof DossierError && (error.code === 'not-found' || error.code === 'damaged')) return null
      throw error
    }
  }
}

function worse(a: OriginalState, b: OriginalState): OriginalState {
  const order = ['intact', 'altered', 'missing'] as const
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!
}

/** The number in a key: 3 of `S3`. */
export function keyNumber(key: string): number {
  return Number(key.slice(1))
}

/** The library's row of a source. */
export function sourceRow({ source, quotes }: SourceRecord): SourceRow {
  const { metadata } = source
  return {
    id: source.id,
    key: source.key,
    title: sourceTitle(source),
    publisher: metadata.publisher.value,
    published: metadata.published.value,
    importedAt: source.importedAt,
    quotes: quotes.filter((quote) => quote.deletedAt === null).length,
    tlp: source.tlp,
    attention: attention(source)
  }
}

function attention(source: Source): string | null {
  const { title, published } = source.metadata
  if (!title.confirmed && title.value === null) return 'No headline found'
  if (!published.confirmed) {
    if (published.value === null) {
      const count = published.alternatives.length
      return count > 1 ? `Check the date: ${count} candidates` : 'No date found'
    }
    const different = new Set([
      published.value.slice(0, 10),
      ...published.alternatives.map(({ value }) => value.slice(0, 10))
    ])
    if (published.confidence < LOW_CONFIDENCE)
      return different.size > 1 ? `Check the date: ${different.size} candidates` : 'Check the date'
  }
  if (!title.confirmed && title.confidence < LOW_CONFIDENCE) return 'Check the headline'
  return null
}
