import { caseReports, type CaseReports } from '../../../shared/analysis/reports/case-reports.ts'
import { readReport, type Report, type ReportInput } from '../../../shared/analysis/reports/report.ts'
import type { SourceRecord } from '../../../shared/case/case.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import { sourceTitle, type Found, type SourceMetadata, type SourceText } from '../../../shared/source/source.ts'
import { Turns } from '../../base/turns.ts'
import type { CaseStore } from '../../store/case-store.ts'
import { SourceChanges } from './source-changes.ts'

/** Of longer texts only so many characters are analysed. */
const LONGEST_TEXT = 200_000
/** Lines of a source in which agencies are credited, by where import found them. */
const CREDIT_LINES = new Set(['byline', 'header', 'text', 'dateline', 'tail', 'meta'])

/** What is analysed: the sources of an open case. */
export interface ReportedCase {
  readonly store: Pick<CaseStore, 'settled' | 'documents'>
  source(id: string): Promise<SourceRecord>
  text(id: string): Promise<{ text: SourceText }>
}

/** The sources of an open case, read for analysis; each is read once for its text and the metadata that count. */
export class ReportsOfCase {
  readonly #open: ReportedCase
  readonly #known = new Map<string, { revision: string; stamp: string; report: Report }>()
  readonly #changes = new SourceChanges()
  #together: CaseReports | null = null
  readonly #reading = new Turns()

  constructor(open: ReportedCase) {
    this.#open = open
  }

  /**
   * The reports of the case as it is now, in the order of their numbers; the same object as long as nothing that counts has changed. Sources in
   * the trash, and those whose text can't be read, are left out. @throws DossierError `io`
   */
  get(): Promise<CaseReports> {
    return this.#reading.run(() => this.#read())
  }

  /** What was read of a source, as long as that is as it was then. */
  known(record: SourceRecord): Report | null {
    const known = this.#known.get(record.source.id)
    return known?.stamp === stampOf(record) ? known.report : null
  }

  async #read(): Promise<CaseReports> {
    await this.#open.store.settled()
    if (!this.#changes.take(this.#open.store) && this.#together) return this.#together
    try {
      return await this.#follow()
    } catch (error) {
      this.#changes.giveBack()
      throw error
    }
  }

  async #follow(): Promise<CaseReports> {
    const listed = this.#open.store.documents.list().filter(({ kind }) => kind === 'source')
    const present = new Set(listed.map(({ id }) => id))
    let changed = this.#together === null
    for (const id of this.#known.keys()) {
      if (present.has(id)) continue
      this.#known.delete(id)
      changed = true
    }
    for (const { id, revision } of listed) {
      if (revision === '') this.#changes.giveBack()
      const known = this.#known.get(id)
      if (known && known.revision === revision && revision !== '') continue
      const record = await orNothing(this.#open.source(id))
      if (!record || record.source.deletedAt !== null) {
        changed = this.#known.delete(id) || changed
        continue
      }
      const stamp = stampOf(record)
      if (known?.stamp === stamp) {
        this.#known.set(id, { ...known, revision })
        continue
      }
      const loaded = await orNothing(this.#open.text(id))
      if (!loaded) {
        changed = this.#known.delete(id) || changed
        continue
      }
      this.#known.set(id, { revision, stamp, report: reportOf(record, loaded.text) })
      changed = true
    }
    if (changed || !this.#together) {
      const number = (key: string): number => Number(key.slice(1))
      this.#together = caseReports(
        [...this.#known.values()].map(({ report }) => report).sort((a, b) => number(a.key) - number(b.key))
      )
    }
    return this.#together
  }
}

/** A source, read for analysis. */
export function reportOf(record: SourceRecord, { text, blocks }: SourceText): Report {
  const read = text.slice(0, LONGEST_TEXT)
  return readReport(
    inputOf(
      record,
      read,
      blocks.filter(({ end }) => end <= read.length)
    )
  )
}

/** What of a source's record counts. */
export function stampOf({ source }: Pick<SourceRecord, 'source'>): string {
  const { title, publisher, published, agencies, language } = source.metadata
  return JSON.stringify([
    source.key,
    source.text.sha256,
    title.value,
    publisher.value,
    published.value,
    agencies.value,
    language.value,
    linesOf(source.metadata)
  ])
}

function inputOf({ source }: SourceRecord, text: string, blocks: ReportInput['blocks']): ReportInput {
  const { publisher, published, agencies, language } = source.metadata
  return {
    id: source.id,
    key: source.key,
    title: sourceTitle(source),
    publisher: publisher.value,
    published: published.value,
    agencies: agencies.value ?? [],
    lines: linesOf(source.metadata),
    language: language.value,
    text,
    blocks
  }
}

/** The lines that import took metadata from: a credit such as `By Tove Lind and Northline` may stand in no paragraph of the text. */
function linesOf(metadata: SourceMetadata): string[] {
  const lines = Object.values(metadata as Record<string, Found<unknown>>).flatMap(({ evidence, alternatives }) =>
    [evidence, ...alternatives.map((each) => each.evidence)].flatMap((each) =>
      each && CREDIT_LINES.has(each.from) ? [each.detail] : []
    )
  )
  return [...new Set(lines)]
}

/** What is read; null when it's missing or damaged, which verifying tells of. */
export async function orNothing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof DossierError && (error.code === 'not-found' || error.code === 'damaged')) return null
    throw error
  }
}
