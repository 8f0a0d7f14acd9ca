import { join } from 'node:path'
import type { CaseRecord, SourceRecord } from '../../shared/case/case.ts'
import { collectionFrame, toAnnotation } from '../../shared/exchange/annotations.ts'
import { QUOTES_FILE, REFERENCES_FILE, sourceFile, textIri } from '../../shared/exchange/bundle-files.ts'
import { toCslItem } from '../../shared/exchange/csl.ts'
import { sourceProblem } from '../../shared/exchange/record-problem.ts'
import { reduceSource } from '../../shared/exchange/withhold.ts'
import { prepareText } from '../../shared/quote/prepared.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import type { SourceText, Tlp } from '../../shared/source/source.ts'
import { sha256 } from '../base/hash.ts'
import { Spool, type BagBuilder } from './bag-builder.ts'
import { type BundleCase } from './bundle-case.ts'
import { severalAtOnce } from '../../shared/bag/work.ts'
import type { BundleOptions } from './work.ts'
import { refuse } from './bundle-case.ts'
import { toJson } from './bundle-json.ts'

export class Spools {
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
export class SourceWriter {
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
