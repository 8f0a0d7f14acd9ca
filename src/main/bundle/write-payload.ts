import { join } from 'node:path'
import { writeBriefMarkdown } from '../../shared/brief/markdown/write.ts'
import type { Brief, QuoteBlock } from '../../shared/brief/brief.ts'
import { quotedWords, walkBlocks } from '../../shared/brief/walk.ts'
import type { BriefRecord, CaseRecord, SourceRecord } from '../../shared/case/case.ts'
import { migrate } from '../../shared/case/migrations.ts'
import { recordKindOf } from '../../shared/case/records/kinds.ts'
import { placeOfRecord } from '../../shared/case/records/places.ts'
import { collectionFrame, toAnnotation } from '../../shared/exchange/annotations.ts'
import {
  briefFile,
  CASE_RECORD_FILE,
  classify,
  logFile,
  QUOTES_FILE,
  recordFile,
  README_FILE,
  REFERENCES_FILE,
  sourceFile,
  textIri
} from '../../shared/exchange/bundle-files.ts'
import { toCslItem } from '../../shared/exchange/csl.ts'
import { bundleReadme, type Withheld } from '../../shared/exchange/readme.ts'
import { briefProblem, caseProblem, sourceProblem } from '../../shared/exchange/record-problem.ts'
import { isAbove, reduceBrief, reduceCase, reduceSource } from '../../shared/exchange/withhold.ts'
import { prepareText, type PreparedText } from '../../shared/quote/prepared.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import type { SourceText, Tlp } from '../../shared/source/source.ts'
import { sha256 } from '../base/hash.ts'
import { Spool, type BagBuilder } from './bag-builder.ts'
import { cannotHandOver, indexCase, recordAsIndexed, type BundleCase, type BundleIndex } from './bundle-case.ts'
import { refuseCancelled, severalAtOnce, type BundleOptions } from './work.ts'

/** What a bundle's payload turned out to be. */
export interface Payload {
  caseId: string
  /** As the bundle has it. */
  caseTitle: string
  /** Day of writing in UTC. */
  date: string
  sources: number
  quotes: number
  briefs: number
  withheld: Withheld | null
  /** Hashes of the last entries of the logs. */
  heads: readonly string[]
}

/** Writes a bundle's payload, with spools in the folder `work`. One source is in memory at a time. */
export async function writePayload(
  builder: BagBuilder,
  source: BundleCase,
  work: string,
  options: BundleOptions
): Promise<Payload> {
  const { maxTlp, generator } = options
  const date = options.now.toISOString().slice(0, 10)
  refuse(caseProblem(source.record))
  const index = await indexCase(source, maxTlp)
  const { briefs, left } = chooseBriefs(source, index, maxTlp)
  const ids = briefs.map(({ brief }) => brief.id)
  const record = maxTlp === null ? source.record : reduceCase(source.record, maxTlp, ids)
  const spools = await Spools.create(work)
  const writer = new SourceWriter(builder, source, spools, options)
  let quotes = 0
  let highest: Tlp = record.tlp
  try {
    await writer.begin(record)
    for (const [done, entry] of index.sources.entries()) {
      refuseCancelled(options.signal)
      options.onProgress?.({ stage: 'write', done, total: index.sources.length })
      const written = await writer.write(await recordAsIndexed(source, entry))
      quotes += written.quotes
      if (written.tlp !== null && isAbove(written.tlp, highest)) highest = written.tlp
    }
    await writer.end()
  } finally {
    await spools.close()
  }
  for (const [i, brief] of briefs.entries()) await writeBrief(builder, source, index, brief, i + 1)
  const leftRecords = await writeRecords(builder, source, { index, briefs: new Set(ids) }, maxTlp)
  if (maxTlp === null) await writeLogs(builder, source)
  await builder.add(CASE_RECORD_FILE, toJson(record))
  const withheld: Withheld | null =
    maxTlp === null
      ? null
      : {
          above: maxTlp,
          sources: index.withheldSources,
          briefs: left,
          records: leftRecords,
          caseTitle: isAbove(source.record.tlp, maxTlp)
        }
  const counts = { sources: index.sources.length, quotes, briefs: briefs.length }
  await builder.add(
    README_FILE,
    bundleReadme({
      ...counts,
      caseTitle: record.title,
      handling: maxTlp ?? briefs.reduce((tlp, { brief }) => (isAbove(brief.tlp, tlp) ? brief.tlp : tlp), highest),
      generator,
      date,
      withheld
    })
  )
  return { ...counts, caseId: record.id, caseTitle: record.title, date, withheld, heads: source.heads }
}

async function writeLogs(builder: BagBuilder, source: BundleCase): Promise<void> {
  for (const { name, content } of await source.logs()) {
    const file = logFile(name)
    if (classify(file).kind !== 'log') throw cannotHandOver(`“${name}” isn’t the name of a log.`)
    await builder.add(file, content)
  }
}

/**
 * Writes the records of what is handed over. A reduced bundle gets what their kinds say, and none of a kind that isn't known, since nothing tells what it says of
 * what is withheld. Answers how many such were left out.
 */
async function writeRecords(
  builder: BagBuilder,
  source: BundleCase,
  { index, briefs }: { index: BundleIndex; briefs: ReadonlySet<string> },
  maxTlp: Tlp | null
): Promise<number> {
  let left = 0
  for (const { name, json } of await source.storedRecords()) {
    const { owner } = placeOfRecord(name)!
    if (owner.of === 'source' && !index.sourceKeys.has(owner.id)) continue
    if (owner.of === 'brief' && !briefs.has(owner.id)) continue
    const key = owner.of === 'source' ? index.sourceKeys.get(owner.id)! : null
    if (maxTlp === null) {
      await builder.add(recordFile(name, key), toJson(json))
      continue
    }
    const kind = recordKindOf(source.kinds, name)
    const known = kind?.schema.safeParse(migrate(kind, json)).data
    if (!kind || !known) {
      left++
      continue
    }
    const record = kind.reduce(known.record, index.holdings)
    if (record) await builder.add(recordFile(name, key), toJson({ schema: kind.version, record }))
  }
  return left
}

/** The briefs to hand over in the case's order, and how many are too restricted. */
function chooseBriefs(
  { record, briefs }: BundleCase,
  { holdings }: BundleIndex,
  maxTlp: Tlp | null
): { briefs: BriefRecord[]; left: number } {
  const byId = new Map(briefs.map((brief) => [brief.brief.id, brief]))
  const listed = record.briefs.map((id) => {
    const brief = byId.get(id)
    if (!brief) throw cannotHandOver('A brief that the case lists can’t be read.')
    refuse(briefProblem(brief))
    return brief
  })
  if (maxTlp === null) return { briefs: listed, left: 0 }
  const present = listed.filter(({ brief }) => brief.deletedAt === null)
  const open = present.filter(({ brief }) => !isAbove(brief.tlp, maxTlp))
  return { briefs: open.map((brief) => reduceBrief(brief, holdings)), left: present.length - open.length }
}

class Spools {
  readonly quotes: Spool
  readonly references: Spool

  private constructor(quotes: Spool, references: Spool) {
    this.quotes = quotes
    this.references = references
  }

  static async create(work: string): Promise<Spools> {
    const quotes = await Spool.create(join(work, 'quotes'))
    try {
      return new Spools(quotes, await Spool.create(join(work, 'references')))
    } catch (error) {
      await quotes.close()
      throw error
    }
  }

  async close(): Promise<void> {
    try {
      await this.quotes.close()
    } finally {
      await this.references.close()
    }
  }
}

/** Writes the sources' folders, and what gathers all sources: annotations and references. */
class SourceWriter {
  readonly #builder: BagBuilder
  readonly #case: BundleCase
  readonly #spools: Spools
  readonly #options: BundleOptions
  #sources = 0
  #quotes = 0
  #after: (total: number) => string = () => ''

  constructor(builder: BagBuilder, source: BundleCase, spools: Spools, options: BundleOptions) {
    this.#builder = builder
    this.#case = source
    this.#spools = spools
    this.#options = options
  }

  async begin({ id, title }: CaseRecord): Promise<void> {
    const frame = collectionFrame(`urn:dossier:case:${id}:quotes`, title, this.#options.generator)
    this.#after = frame.after
    await this.#spools.quotes.add(frame.before)
    await this.#spools.references.add('[')
  }

  async write(whole: SourceRecord): Promise<{ quotes: number; tlp: Tlp | null }> {
    const record = this.#options.maxTlp === null ? whole : reduceSource(whole)
    const { source } = record
    const text = await this.#case.text(source.id)
    const original = await this.#case.original(source.id)
    refuse(
      sourceProblem(record, {
        text,
        textSha256: sha256(text.text),
        original: { bytes: original.length, sha256: sha256(original) }
      })
    )
    const files: [string, Uint8Array | string][] = [
      [source.original.file, original],
      ['text.txt', text.text],
      ['text.json', JSON.stringify(text)],
      ['record.json', toJson(record)]
    ]
    await severalAtOnce(files, files.length, ([name, content]) =>
      this.#builder.add(sourceFile(source.key, name), content)
    )
    const reference = JSON.stringify(toCslItem(source))
    await this.#spools.references.add(`${this.#sources++ === 0 ? '' : ','}\n${reference}`)
    return { quotes: await this.#annotate(record, text), tlp: source.tlp }
  }

  async #annotate({ source, quotes }: SourceRecord, { text }: SourceText): Promise<number> {
    const present = quotes.filter((quote) => quote.deletedAt === null)
    const prepared = prepareText(text)
    for (const quote of present) {
      const { state } = verifyQuote(quote.target.exact, prepared, quote.target)
      const annotation = toAnnotation(quote, source, { iri: textIri(source.key), text, state })
      await this.#spools.quotes.add(`${this.#quotes++ === 0 ? '' : ','}\n${JSON.stringify(annotation)}`)
    }
    return present.length
  }

  async end(): Promise<void> {
    await this.#spools.quotes.add(this.#after(this.#quotes))
    await this.#spools.references.add('\n]\n')
    await this.#builder.addSpool(QUOTES_FILE, this.#spools.quotes)
    await this.#builder.addSpool(REFERENCES_FILE, this.#spools.references)
  }
}

/** Writes a brief as Dossier keeps it and, unless it's deleted, as Markdown. */
async function writeBrief(
  builder: BagBuilder,
  source: BundleCase,
  index: BundleIndex,
  record: BriefRecord,
  number: number
): Promise<void> {
  const { brief } = record
  const file = briefFile(brief.title, number)
  await builder.add(`${file}.json`, toJson(record))
  if (brief.deletedAt !== null) return
  const texts = await quotedTexts(source, index, brief)
  const present = (id: string): { key: string; sourceId: string; start: number; end: number } | undefined => {
    const quote = index.quotes.get(id)
    return quote && !quote.deleted ? { ...quote, ...quote.target } : undefined
  }
  const foundBySource = (block: QuoteBlock): boolean => {
    const quote = block.attrs.quoteId === null ? undefined : present(block.attrs.quoteId)
    const prepared = quote && texts.get(quote.sourceId)
    if (!quote || !prepared) return false
    const found = verifyQuote(quotedWords(block), prepared)
    return found.start === quote.start && found.end === quote.end
  }
  const markdown = writeBriefMarkdown(brief, {
    quoteKey: (id) => present(id)?.key,
    sourceKey: (id) => index.sourceKeys.get(id),
    foundBySource
  })
  await builder.add(`${file}.md`, markdown)
}

/** The texts from which a brief quotes. */
async function quotedTexts(source: BundleCase, index: BundleIndex, brief: Brief): Promise<Map<string, PreparedText>> {
  const texts = new Map<string, PreparedText>()
  for (const { node } of walkBlocks(brief.doc)) {
    const quoteId = node.type === 'quoteBlock' ? node.attrs.quoteId : null
    const sourceId = quoteId === null ? undefined : index.quotes.get(quoteId)?.sourceId
    if (sourceId === undefined || texts.has(sourceId)) continue
    texts.set(sourceId, prepareText((await source.text(sourceId)).text))
  }
  return texts
}

/** A record as it's read by hand. */
function toJson(record: object): string {
  return `${JSON.stringify(record, null, 1)}\n`
}

function refuse(problem: string | null): void {
  if (problem !== null) throw cannotHandOver(problem)
}
