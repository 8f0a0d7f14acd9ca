import type { BriefRow, CaseView } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { CheckLookup, CheckSource } from '../../shared/brief/check-brief.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import type { OriginalState, Stored } from '../../shared/brief/check.ts'
import { worse } from '../../shared/brief/standing.ts'
import { sourcesOf, walkBlocks, type IdBlock } from '../../shared/brief/walk.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import type { CustodyNote } from '../../shared/case/custody.ts'
import { prepareText, type PreparedText } from '../../shared/quote/prepared.ts'
import type { Quote, QuoteTarget } from '../../shared/quote/quote.ts'
import { doubtfulFields } from '../../shared/source/doubt.ts'
import { sourceTitle, type Source, type SourceMetadata, type SourceText } from '../../shared/source/source.ts'
import type { CaseStore } from '../store/case-store.ts'
import { BriefAnalysis } from './analysis/brief-analysis.ts'
import { ReportsOfCase } from './analysis/case-reports.ts'
import { Readings } from './analysis/readings.ts'
import { BriefVersions } from './brief-versions.ts'
import { CaseCodebook } from './case-codebook.ts'
import { Copies } from './copies.ts'
import { Edits } from './edits.ts'
import { CaseNames } from './names/case-names.ts'

/** Texts kept ready in memory: enough for a brief's sources, not for a whole large case. */
const CACHED_TEXTS = 200

/** A source's text as it is on disk now, with the state of its hash. */
export interface LoadedText {
  text: SourceText
  prepared: PreparedText
  state: OriginalState
}

/** What comes with another text of a source. */
export interface NewText {
  action: 'text-recognised' | 'text-corrected'
  gesture?: string
  change: Partial<Pick<Source['text'], 'extractor' | 'notice' | 'recognition'>>
  /** The source's quotes in that text. */
  quotes: (quotes: Quote[]) => Quote[]
  metadata?: (metadata: SourceMetadata) => SourceMetadata
  /** What the log tells of it. */
  detail: CustodyNote['detail']
}

/** A look-up for checks, with what was loaded for it. */
export interface CaseLookup extends CheckLookup {
  readonly loaded: ReadonlyMap<string, LoadedText>
  readonly records: ReadonlyMap<string, SourceRecord>
}

/** The open case with the look-ups that the use cases share. */
export class OpenCase {
  readonly store: CaseStore
  readonly edits: Edits
  readonly copies = new Copies(this)
  readonly #reports = new ReportsOfCase(this)
  readonly readings = new Readings(this, (record) => this.#reports.known(record))
  readonly analysis = new BriefAnalysis(this, this.#reports, this.readings)
  readonly codebook: CaseCodebook
  readonly names: CaseNames
  readonly versions = new BriefVersions(this)
  readonly #texts = new Map<string, Promise<LoadedText>>()
  #lastQuote = 0

  /** `now` tells when edits are taken back. */
  constructor(store: CaseStore, now: () => Date = () => new Date()) {
    this.store = store
    this.edits = new Edits(store, now)
    this.codebook = new CaseCodebook(store)
    this.names = new CaseNames(store)
  }

  view(): CaseView {
    const { store } = this
    const { rows, quotes } = store.list()
    return {
      path: store.path,
      case: store.record,
      sources: rows,
      quotes,
      briefs: this.briefRows(),
      readOnly: store.readOnly,
      holder: store.holder,
      others: store.others,
      sealed: store.sealed,
      conflictCopies: store.conflictCopies.length,
      following: store.following,
      notices: store.notices
    }
  }

  briefRows(): BriefRow[] {
    return this.store
      .briefs()
      .filter((brief) => brief.deletedAt === null)
      .map(({ id, title, author, date, tlp, language }) => ({ id, title, author, date, tlp, language }))
  }

  /** A source's record. @throws DossierError `not-found`, `damaged`, `io` */
  source(id: string): Promise<SourceRecord> {
    return this.store.source(id)
  }

  /** The source that has this key, unless it's in the trash. */
  async sourceByKey(key: string): Promise<Source | undefined> {
    const id = this.store.catalogue.idByKey(key)
    if (id === undefined) return undefined
    const { source } = await this.source(id)
    return source.deletedAt === null ? source : undefined
  }

  /** The source whose original has this SHA-256. */
  async sourceByHash(sha256: string): Promise<Source | undefined> {
    const id = this.store.catalogue.idByHash(sha256)
    return id === undefined ? undefined : (await this.source(id)).source
  }

  /** A quote, deleted or not, as its source's record has it. */
  async anyQuote(id: string): Promise<Quote | undefined> {
    const sourceId = this.store.catalogue.sourceOfQuote(id)
    if (sourceId === undefined) return undefined
    return (await this.source(sourceId)).quotes.find((quote) => quote.id === id)
  }

  /** @throws DossierError `not-found` */
  brief(id: string): Brief {
    const brief = this.store.briefs().find((candidate) => candidate.id === id)
    if (!brief || brief.deletedAt !== null) throw new DossierError('not-found', 'This brief is no longer in the case.')
    return brief
  }

  /** Adds a quote to its source, with a key of its own; where its words are quoted already, answers that quote. */
  async addQuote(sourceId: string, target: QuoteTarget, make: (key: string) => Quote): Promise<Quote> {
    await this.store.ready()
    let quote: Quote | undefined
    await this.edits.updateSource(
      sourceId,
      (record) => {
        // Looked for here, where no other change comes between: two presses of a key make one quote.
        quote = record.quotes.find(
          ({ deletedAt, target: other }) =>
            deletedAt === null && other.start === target.start && other.end === target.end
        )
        if (quote) return record
        this.#lastQuote = Math.max(this.#lastQuote, this.store.catalogue.highest().quote) + 1
        quote = make(`Q${this.#lastQuote}`)
        return { ...record, quotes: [...record.quotes, quote] }
      },
      ({ source }) => ({
        action: 'quote-made',
        subject: quote!.key,
        detail: { source: source.key, start: target.start, end: target.end }
      })
    )
    return quote!
  }

  /**
   * Gives a source another text, which is on the disk before the source's record names it, as one edit that can be undone: the text that it had stays beside it.
   * @throws DossierError `not-found`, `bad-request` when it was given another one meanwhile, or a storage failure
   */
  setText(source: Source, text: SourceText, given: NewText): Promise<SourceRecord> {
    const { id, key } = source
    const { action, gesture, change, detail } = given
    const named = { ...source.text, ...change, sha256: text.sha256, characters: text.text.length }
    return this.edits.as({ action, gesture, subjects: [key] }, async () => {
      await this.store.addText({ ...source, text: named }, text)
      return this.edits.updateSource(
        id,
        (record) => {
          if (record.source.text.sha256 !== source.text.sha256)
            throw new DossierError(
              'bad-request',
              `The text of ${key} has changed meanwhile. Nothing was changed. Try again.`
            )
          const metadata = given.metadata?.(record.source.metadata) ?? record.source.metadata
          return { ...record, source: { ...record.source, text: named, metadata }, quotes: given.quotes(record.quotes) }
        },
        { action, subject: key, detail }
      )
    })
  }

  /** A source's text; kept for the next time. @throws DossierError `not-found` or `damaged` */
  async text(id: string): Promise<LoadedText> {
    // Of one and the same source it's another when it was recognised or corrected, or that was undone.
    const place = `${id} ${(await this.source(id)).source.text.sha256}`
    const cached = this.#texts.get(place)
    if (cached) {
      // Moved to the end: the least recently used is dropped first.
      this.#texts.delete(place)
      this.#texts.set(place, cached)
      return cached
    }
    const loading = this.#load(id)
    this.#texts.set(place, loading)
    loading.catch(() => this.#texts.delete(place))
    if (this.#texts.size > CACHED_TEXTS) this.#texts.delete(this.#texts.keys().next().value!)
    return loading
  }

  async #load(id: string): Promise<LoadedText> {
    const { text, intact } = await this.store.storedText(id)
    return { text, prepared: prepareText(text.text), state: intact ? 'intact' : 'altered' }
  }

  /** Whether a source's original and text are still what was imported. */
  async storedOf(id: string): Promise<Stored> {
    const text = await orNothing(this.text(id))
    return {
      original: await this.store.originalState(id),
      text: text?.state ?? 'missing',
      ...recognisedIn((await this.source(id)).source)
    }
  }

  /** Drops what is in memory, so that what is verified is what is on disk. */
  forget(): void {
    this.#texts.clear()
    this.store.forget()
  }

  /** Loads the sources that a brief's quote blocks, figures and citations name, and answers the look-up for its check. */
  async lookupFor(brief: Brief): Promise<CaseLookup> {
    return this.lookup(this.sourcesIn(brief))
  }

  /** The ids of the sources to which a brief refers, each once. */
  sourcesIn({ doc }: Brief): Set<string> {
    return new Set([...walkBlocks(doc)].flatMap(({ node }) => this.sourcesOf(node)))
  }

  /** The ids of the sources to which a block of a brief refers, each once. */
  sourcesOf(block: IdBlock): string[] {
    return sourcesOf(block, (quoteId) => this.store.catalogue.sourceOfQuote(quoteId))
  }

  /** Loads sources and answers the look-up for checks. A text that can't be read counts as missing and empty. */
  async lookup(ids: Iterable<string>): Promise<CaseLookup> {
    const sources = new Map<string, CheckSource>()
    const records = new Map<string, SourceRecord>()
    const loaded = new Map<string, LoadedText>()
    const quotes = new Map<string, Quote>()
    /** The keys of sources in the trash, by their ids and those of their quotes. */
    const deleted = new Map<string, string>()
    const deletedQuotes = new Map<string, string>()
    for (const id of ids) {
      const record = await orNothing(this.source(id))
      if (!record) continue
      if (record.source.deletedAt !== null) {
        deleted.set(id, record.source.key)
        for (const quote of record.quotes) deletedQuotes.set(quote.id, record.source.key)
        continue
      }
      records.set(id, record)
      const text = await orNothing(this.text(id))
      if (text) loaded.set(id, text)
      const original = await this.store.originalState(id)
      sources.set(id, {
        key: record.source.key,
        title: sourceTitle(record.source),
        prepared: text?.prepared ?? prepareText(''),
        blocks: text?.text.blocks ?? [],
        original: worse(original, text?.state ?? 'missing'),
        stored: { original, text: text?.state ?? 'missing', ...recognisedIn(record.source) },
        doubtful: doubtfulFields(record.source.metadata),
        mediaType: record.source.original.mediaType
      })
      for (const quote of record.quotes) if (quote.deletedAt === null) quotes.set(quote.id, quote)
    }
    return {
      source: (id) => sources.get(id),
      quote: (id) => quotes.get(id),
      inTrash: ({ quoteId, sourceId }) => deletedQuotes.get(quoteId ?? '') ?? deleted.get(sourceId ?? ''),
      loaded,
      records
    }
  }
}

/** Whether a source's text was recognised, as it goes with what it has stored. */
export function recognisedIn({ text }: Source): Pick<Stored, 'recognised'> {
  return text.recognition ? { recognised: true } : {}
}

/** What is read; null when it's missing or damaged, which its caller tells of in its own way. */
async function orNothing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof DossierError && (error.code === 'not-found' || error.code === 'damaged')) return null
    throw error
  }
}
