import type { OriginalState } from '../../shared/brief/check.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import type { BriefRecord, CaseRecord, SourceRecord } from '../../shared/case/case.ts'
import type { ConflictCopy } from '../../shared/case/conflict-copies.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import type { Source, SourceText } from '../../shared/source/source.ts'
import type { CaseParts } from './case-parts.ts'
import { isDatabaseError } from './cache-database.ts'
import type { CatalogueQueries } from './catalogue.ts'
import { DocumentFeed } from './document-feed.ts'
import type { CaseFiles } from './files.ts'
import { checkOriginal, readOriginal, readText, type StoredText } from './source-files.ts'

/** What can be asked of an open case: its list, its documents, and the texts and originals of its sources. */
export class CaseReader {
  /** For what follows the contents of the case's documents. */
  readonly documents: DocumentFeed
  protected readonly parts: CaseParts

  constructor(parts: CaseParts) {
    this.documents = new DocumentFeed(parts)
    this.parts = parts
  }

  get path(): string {
    return this.parts.path
  }

  get files(): CaseFiles {
    return this.parts.files
  }

  /** True when a newer version of Dossier wrote the case. */
  get newer(): boolean {
    return this.parts.newer
  }

  /** What opening found and mended or set aside, a sentence each. */
  get notices(): string[] {
    return this.parts.notices.all
  }

  /** A sentence for each document that was found damaged or missing since the case was opened, put back or not. */
  get damages(): string[] {
    return this.parts.notices.damages
  }

  /** Copies of the case's documents that a synchronising program made because two machines had changed them. */
  get conflictCopies(): ConflictCopy[] {
    return this.parts.conflictCopies
  }

  get sealed(): boolean {
    return this.files.seal !== null
  }

  get record(): CaseRecord {
    return this.parts.record.data
  }

  /** True while the catalogue is still being brought in step and the list may lack sources. */
  get following(): boolean {
    return !this.parts.sync.inStep
  }

  /** Queries of the list's cache: rows and quotes by id, key and hash. */
  get catalogue(): CatalogueQueries {
    return this.parts.sync.catalogue
  }

  /** What the list shows: rows in the order of their keys, and how many quotes there are. */
  list(): { rows: SourceRow[]; quotes: number } {
    try {
      return { rows: this.catalogue.rows(), quotes: this.catalogue.count().quotes }
    } catch (error) {
      // A damaged cache: it is being made anew, and its rows come one by one.
      if (isDatabaseError(error) || error instanceof SyntaxError) return { rows: [], quotes: 0 }
      throw error
    }
  }

  /** Ids of the sources as their folders are there, for what has to see the disk itself. */
  sourceIds(): Promise<string[]> {
    return this.parts.sources.ids()
  }

  /** A source's record. @throws DossierError `not-found`, `damaged`, `io` */
  async source(id: string): Promise<SourceRecord> {
    return (await this.parts.sources.document(id)).data
  }

  briefs(): Brief[] {
    return this.briefRecords().map(({ brief }) => brief)
  }

  /** The records of all briefs that the case lists, deleted ones too. */
  briefRecords(): BriefRecord[] {
    return this.record.briefs.flatMap((id) => this.parts.briefs.record(id) ?? [])
  }

  /** A source's text as it's stored, intact or not. @throws DossierError `not-found`, `damaged`, `io` */
  async storedText(id: string): Promise<StoredText> {
    return readText(this.files, (await this.source(id)).source, this.newer)
  }

  /** The text that a version of a source's record names, such as that of a conflict copy. @throws DossierError `not-found`, `damaged`, `io` */
  async textOf(source: Source): Promise<SourceText> {
    const { text, intact } = await readText(this.files, source, this.newer)
    if (intact) return text
    throw new DossierError('damaged', `The text of ${source.key} was changed outside Dossier. It was left as it is.`)
  }

  /** A source's text as it was extracted. @throws DossierError `not-found`, `damaged`, `io` */
  async text(id: string): Promise<SourceText> {
    return this.textOf((await this.source(id)).source)
  }

  /** The bytes of a source's original as they are stored. @throws DossierError `not-found`, `damaged`, `io` */
  async original(id: string): Promise<Uint8Array> {
    return readOriginal(this.files, (await this.source(id)).source)
  }

  /** Hashes a source's stored original and compares it with the hash taken when it was imported. @throws DossierError */
  async originalState(id: string): Promise<OriginalState> {
    return checkOriginal(this.files, (await this.source(id)).source)
  }

  /** Reads documents anew when they're next asked for. */
  forget(): void {
    this.parts.sources.forget()
    this.parts.records.forget()
  }
}
