import { DossierError } from '../../shared/errors/errors.ts'
import type { BriefRecord, CaseRecord, SourceRecord } from '../../shared/case/case.ts'
import { DistinctSources } from '../../shared/exchange/record-problem.ts'
import { codebookOf } from '../../shared/case/codebook/codebook.ts'
import { migrate } from '../../shared/case/migrations.ts'
import { recordKindOf, type Kinds } from '../../shared/case/records/kinds.ts'
import type { Holdings } from '../../shared/case/records/kind.ts'
import { MARK, type Mark } from '../../shared/case/records/mark.ts'
import { placeOfRecord } from '../../shared/case/records/places.ts'
import { TAG, type Tag } from '../../shared/case/records/tag.ts'
import { isAbove } from '../../shared/exchange/withhold.ts'
import type { QuoteTarget } from '../../shared/quote/quote.ts'
import type { SourceText, Tlp } from '../../shared/source/source.ts'
import { sha256 } from '../base/hash.ts'

/** A case as a bundle is made of it. Texts, originals and records are asked for one at a time. */
export interface BundleCase {
  readonly record: CaseRecord
  /** Ids of all sources, in any order. */
  readonly sourceIds: readonly string[]
  source(id: string): Promise<SourceRecord>
  /** All briefs that the record lists, deleted ones too. */
  readonly briefs: readonly BriefRecord[]
  text(id: string): Promise<SourceText>
  /** The bytes as received. */
  original(id: string): Promise<Uint8Array>
  /** All records of the case as they're stored, of unknown kinds too, by the names of their documents. */
  storedRecords(): Promise<readonly BundleRecord[]>
  /** The kinds of documents that the program knows. */
  readonly kinds: Kinds
  logs(): Promise<readonly BundleLog[]>
  /** Hashes of the last entries of the logs. */
  readonly heads: readonly string[]
}

/** A device's log, byte for byte. `name` is `<device>.jsonl`. */
export interface BundleLog {
  name: string
  content: Uint8Array
}

/** A record of a case on its way into or out of a bundle. */
export interface BundleRecord {
  /** The name of its document in the case. */
  name: string
  /** What its document says, without its checksum. */
  json: Record<string, unknown>
}

/** A quote as briefs refer to it. */
export interface IndexedQuote {
  key: string
  sourceId: string
  target: Pick<QuoteTarget, 'start' | 'end'>
  deleted: boolean
}

/** What a bundle will hold, small enough to be kept for a large case. */
export interface BundleIndex {
  /** The sources to hand over, by the number in their key, each with the hash of its record as it was judged. */
  sources: { id: string; key: string; digest: string }[]
  sourceKeys: Map<string, string>
  quotes: Map<string, IndexedQuote>
  withheldSources: number
  holdings: Holdings
}

/**
 * Reads every record once and decides which sources are handed over: all when `maxTlp` is null, else those whose TLP label,
 * their own or the case's, isn't above it.
 * @throws DossierError `damaged` when ids or keys are given twice
 */
export async function indexCase(source: BundleCase, maxTlp: Tlp | null): Promise<BundleIndex> {
  const sources: BundleIndex['sources'] = []
  const sourceKeys = new Map<string, string>()
  const quotes = new Map<string, IndexedQuote>()
  const withheldKeys = new Set<string>()
  const names = new Set<string>()
  const distinct = new DistinctSources()
  let withheldSources = 0
  for (const id of source.sourceIds) {
    const record = await source.source(id)
    const { key, tlp, deletedAt } = record.source
    if (maxTlp !== null && (deletedAt !== null || isAbove(tlp ?? source.record.tlp, maxTlp))) {
      withheldSources++
      for (const name of keysOf(record)) withheldKeys.add(name.toUpperCase())
      continue
    }
    const problem = distinct.problem(record)
    if (problem !== null) throw cannotHandOver(problem)
    sources.push({ id, key, digest: digestOf(record) })
    sourceKeys.set(id, key)
    for (const name of record.source.tags) names.add(name)
    for (const quote of record.quotes) {
      if (quote.deletedAt === null) for (const name of quote.tags) names.add(name)
      const { start, end } = quote.target
      quotes.set(quote.id, { key: quote.key, sourceId: id, target: { start, end }, deleted: quote.deletedAt !== null })
    }
  }
  sources.sort((a, b) => Number(a.key.slice(1)) - Number(b.key.slice(1)))
  const tags = maxTlp === null ? { ids: new Set<string>() } : await tagsOf(source, new Set(sourceKeys.keys()), names)
  const holdings: Holdings = { sources: new Set(sourceKeys.keys()), quotes: new Set(quotes.keys()), withheldKeys, tags }
  return { sources, sourceKeys, quotes, withheldSources, holdings }
}

/** The tags with which something of these sources is tagged: by its names, or by the ids that its marks have. */
async function tagsOf(
  { kinds, storedRecords }: BundleCase,
  sources: ReadonlySet<string>,
  names: ReadonlySet<string>
): Promise<Holdings['tags']> {
  const records: Tag[] = []
  const marked = new Set<string>()
  for (const { name, json } of await storedRecords()) {
    const kind = recordKindOf(kinds, name)
    const record = kind?.schema.safeParse(migrate(kind, json)).data?.record
    const { owner } = placeOfRecord(name)!
    if (record && kind.kind === TAG.kind) records.push(record as Tag)
    if (record && kind.kind === MARK.kind && owner.of === 'source' && sources.has(owner.id))
      for (const id of (record as Mark).tags) marked.add(id)
  }
  const codebook = codebookOf(records, [])
  const used = [...[...marked].map((id) => codebook.byId(id)), ...[...names].map((name) => codebook.byName(name))]
  const live = new Set(used.flatMap((tag) => (tag ? [tag.id] : [])))
  return { ids: new Set([...marked, ...live]) }
}

/** Every key by which a source and its quotes are or were known. */
function keysOf({ source, quotes }: SourceRecord): string[] {
  return [source, ...quotes].flatMap(({ key, formerKeys }) => [key, ...formerKeys])
}

/**
 * Reads a record again when it's written, and refuses one that isn't what was judged: its label may have been raised since.
 * @throws DossierError `io`
 */
export async function recordAsIndexed(
  source: BundleCase,
  { id, key, digest }: BundleIndex['sources'][number]
): Promise<SourceRecord> {
  const record = await source.source(id)
  if (digestOf(record) === digest) return record
  throw new DossierError('io', `${key} was changed while it was handed over. Nothing was written. Try again.`)
}

function digestOf(record: SourceRecord): string {
  return sha256(JSON.stringify(record))
}

/** Error for a case that no bundle can be made of. `problem` is a sentence. */
export function cannotHandOver(problem: string): DossierError {
  return new DossierError(
    'damaged',
    `The case can’t be handed over: ${problem} Nothing was written. Verify the case to see what is damaged.`
  )
}

/** @throws DossierError when there is a problem: it can’t be handed over. */
export function refuse(problem: string | null): void {
  if (problem !== null) throw cannotHandOver(problem)
}
