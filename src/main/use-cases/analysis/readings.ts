import { readChronology } from '../../../shared/analysis/chronology/read-chronology.ts'
import { readFigures } from '../../../shared/analysis/figures/read-figures.ts'
import type { Report } from '../../../shared/analysis/reports/report.ts'
import type { SourceRecord } from '../../../shared/case/case.ts'
import type { SourceText } from '../../../shared/source/source.ts'
import { keyNumber } from '../../../shared/case/merge/keys.ts'
import type { FeedDocument } from '../../store/document-changes.ts'
import { Turns } from '../../base/turns.ts'
import type { CaseStore } from '../../store/case-store.ts'
import { orNothing, reportOf, stampOf } from './case-reports.ts'
import type { Reading } from './reading.ts'
import { ReadingCache } from './reading-cache.ts'
import { SourceChanges } from './source-changes.ts'

/** A source as it is now: which reading of which text is its own. */
interface Known {
  revision: string
  /** Null for one in the trash, or whose text can't be read. */
  reading: Reading | null
}

/** What is read: the sources of an open case. */
export interface ReadCase {
  readonly store: Pick<CaseStore, 'settled' | 'documents' | 'cache'>
  source(id: string): Promise<SourceRecord>
  text(id: string): Promise<{ text: SourceText }>
}

/** Sources read before the program's other work gets its turn. */
const AT_ONCE = 20

/**
 * The dates and figures of the sources of an open case. What was read of a text is kept outside the case by the text's hash, so that a case is read once: a source that
 * changes is read anew only where its text, or what its credits follow from, did.
 */
export class Readings {
  readonly #open: ReadCase
  readonly #reportBy: (record: SourceRecord) => Report | null
  readonly #known = new Map<string, Known>()
  #cache: Promise<ReadingCache> | null = null
  readonly #changes = new SourceChanges()
  #together: readonly Reading[] | null = null
  readonly #reading = new Turns()

  /** `known` answers what was read of a source by others. */
  constructor(open: ReadCase, known: (record: SourceRecord) => Report | null = () => null) {
    this.#open = open
    this.#reportBy = known
  }

  /**
   * All of them as the case is now, in the order of the sources' numbers; the same list as long as nothing that counts has changed. Sources in the trash, and those whose text
   * can't be read, are left out. @throws DossierError `io`
   */
  get(): Promise<readonly Reading[]> {
    return this.#reading.run(() => this.#now())
  }

  /** Keeps what was read: before the case is closed, whose key seals it. */
  async close(): Promise<void> {
    await this.#reading.settled()
    const cache = await this.#cache
    this.#cache = null
    await cache?.close()
  }

  async #now(): Promise<readonly Reading[]> {
    const { store } = this.#open
    await store.settled()
    if (!this.#changes.take(store) && this.#together) return this.#together
    try {
      return await this.#follow()
    } catch (error) {
      this.#changes.giveBack()
      throw error
    }
  }

  async #follow(): Promise<readonly Reading[]> {
    const { store } = this.#open
    const cache = await (this.#cache ??= ReadingCache.open(store.cache('readings')))
    const listed = store.documents.list().filter(({ kind }) => kind === 'source')
    const names = new Set(listed.map(({ name }) => name))
    for (const name of this.#known.keys()) {
      if (names.has(name)) continue
      this.#known.delete(name)
      this.#together = null
    }
    let read = 0
    for (const document of listed) {
      if (document.revision === '') this.#changes.giveBack()
      const known = this.#known.get(document.name)
      if (known && known.revision === document.revision && document.revision !== '') continue
      const reading = cache.find(document) ?? (await this.#read(document, cache))
      this.#known.set(document.name, { revision: document.revision, reading })
      this.#together = null
      if (++read % AT_ONCE === 0) await new Promise((others) => setImmediate(others))
    }
    cache.keep(names)
    this.#together ??= [...this.#known.values()]
      .flatMap(({ reading }) => reading ?? [])
      .sort((a, b) => keyNumber(a.key) - keyNumber(b.key))
    return this.#together
  }

  async #read(document: FeedDocument, cache: ReadingCache): Promise<Reading | null> {
    const record = await orNothing(this.#open.source(document.id))
    if (!record || record.source.deletedAt !== null) return null
    const stamp = textStamp(record)
    if (!cache.has(stamp)) {
      const report = this.#reportBy(record) ?? (await this.#report(record))
      if (!report) return null
      const events = readChronology(report.text, report.blocks, report.language)
      const figures = readFigures(
        report,
        events.map(({ date }) => date)
      )
      cache.put(stamp, { events, figures })
    }
    return cache.note(document, stamp, record)
  }

  async #report(record: SourceRecord): Promise<Report | null> {
    const loaded = await orNothing(this.#open.text(record.source.id))
    return loaded && reportOf(record, loaded.text)
  }
}

/** What a reading follows from: the text, and what credits follow from. The day of the report isn't among it. */
function textStamp({ source }: SourceRecord): string {
  return stampOf({
    source: {
      ...source,
      key: '',
      metadata: { ...source.metadata, published: { ...source.metadata.published, value: null } }
    }
  })
}
