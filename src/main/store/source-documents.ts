import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import { conflictCopies, type ConflictCopy } from '../../shared/case/conflict-copies.ts'
import { Document } from './document.ts'
import { DocumentCache } from './document-cache.ts'
import { ifThere, TEMPORARY_ENDING } from '../base/durable.ts'
import { PREVIOUS_ENDING, type CaseFiles } from './files.ts'
import { sourceIds } from './walk-documents.ts'
import { listNames, sweepTemporary } from '../base/folders.ts'
import { ID, RECORDS, sourceFile } from '../../shared/case/records/places.ts'
import { putBack } from './recovery.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { isTextFile } from '../../shared/case/records/text.ts'
import { RecordAdapter } from './record.ts'

/** The names in the folder of a source of a sealed case. */
const OWN_FILES = ['meta.json', 'original'].flatMap((name) => [name, name + PREVIOUS_ENDING])

/** What is needed to put back damaged documents; null when the case may not be written. */
export interface DocumentRepair {
  backups: readonly string[]
  now: () => Date
}

/** What reading a case's documents needs to know. */
export interface DocumentOptions {
  /** True when documents of a newer version are to be read as far as this one understands them. */
  newer: boolean
  repair: DocumentRepair | null
  /** Told of each document that is damaged, put back or not. */
  damage: (sentence: string) => void
  /** Told of each document that was put back, for the log. */
  putBack?: (name: string, sentence: string) => void
}

/** The documents of a case's sources, read when they're asked for. */
export class SourceDocuments {
  readonly #files: CaseFiles
  readonly #newer: boolean
  readonly #repair: DocumentRepair | null
  readonly #damage: (sentence: string) => void
  readonly #putBack: (name: string, sentence: string) => void
  readonly #documents = new DocumentCache<SourceRecord>((id) => this.#read(id))

  constructor(files: CaseFiles, options: DocumentOptions) {
    this.#files = files
    this.#newer = options.newer
    this.#repair = options.repair
    this.#damage = options.damage
    this.#putBack = options.putBack ?? (() => undefined)
  }

  /** Ids of the sources whose folders are there. Folders of other names are no sources. */
  ids(): Promise<string[]> {
    return sourceIds(this.#files)
  }

  /** Removes what a crash left unfinished in a source's folder, where the case may be written. */
  async sweep(id: string): Promise<void> {
    if (this.#repair) await sweepTemporary(dirname(this.#files.path(sourceFile(id, 'meta.json'))))
  }

  /**
   * What stands in a source's folder beside its files: conflict copies, the folder of its records, and in a sealed case whatever wasn't put there by Dossier (`strays`),
   * which is never read.
   */
  async beside(id: string): Promise<{ conflicts: ConflictCopy[]; strays: string[]; hasRecords: boolean }> {
    const folder = sourceFile(id, '')
    const names = await listNames(this.#files.path(folder.slice(0, -1)))
    const isDocument = (name: string): boolean =>
      name === 'meta.json' || isTextFile(name) || name.startsWith('original')
    const conflicts = conflictCopies(names, isDocument)
    const known = new Set([RECORDS, ...OWN_FILES, ...conflicts.map(({ name }) => name)])
    const isKnown = (name: string): boolean =>
      known.has(name) || isTextFile(name.replace(PREVIOUS_ENDING, '')) || name.endsWith(TEMPORARY_ENDING)
    const strays = this.#files.seal ? names.filter((name) => !isKnown(name)) : []
    const inFolder = (copy: ConflictCopy): ConflictCopy => ({ ...copy, name: folder + copy.name, of: folder + copy.of })
    return {
      conflicts: conflicts.map(inFolder),
      strays: strays.map((name) => folder + name),
      hasRecords: names.includes(RECORDS)
    }
  }

  /** Changes whenever a source's document does; null when it isn't there. */
  async stamp(id: string): Promise<string | null> {
    const found = await ifThere(stat(this.#files.path(sourceFile(id, 'meta.json')), { bigint: true }))
    return found ? `${found.mtimeNs}-${found.size}` : null
  }

  /**
   * A source's document. A damaged one is put back where the case may be written.
   * @throws DossierError `not-found`, `damaged`, `case-newer`, `io`
   */
  document(id: string): Promise<Document<SourceRecord>> {
    return this.#documents.get(id)
  }

  /** Works on a source's document while no other copy of it can come into memory. */
  edit<T>(id: string, work: (document: Document<SourceRecord>) => Promise<T>): Promise<T> {
    return this.#documents.edit(id, work)
  }

  /** Takes over a source whose document was just written. */
  add(record: SourceRecord): void {
    const { id } = record.source
    this.#documents.put(id, Promise.resolve(Document.of(this.#adapter(id), record, SOURCE.what)))
  }

  /** Forgets documents, so that they are read anew. Those that are being written stay. */
  forget(): void {
    this.#documents.forget()
  }

  /** Waits for writes under way. */
  settled(): Promise<void> {
    return this.#documents.settled()
  }

  #adapter(id: string): RecordAdapter<SourceRecord> {
    return new RecordAdapter(this.#files, sourceFile(id, 'meta.json'), SOURCE, { newer: this.#newer })
  }

  async #read(id: string): Promise<Document<SourceRecord>> {
    if (!ID.test(id)) throw new DossierError('not-found', 'This source is no longer in the case.')
    const adapter = this.#adapter(id)
    try {
      const document = await Document.read(adapter, SOURCE.what)
      if (document.data.source.id === id) return document
      throw new DossierError('damaged', `${sourceFile(id, 'meta.json')} is damaged: it belongs to another source.`)
    } catch (error) {
      const repair = this.#repair
      if (!repair || !(error instanceof DossierError) || (error.code !== 'damaged' && error.code !== 'not-found'))
        throw error
      const isRight = (record: SourceRecord): boolean => record.source.id === id
      const name = sourceFile(id, 'meta.json')
      // A source that isn't there at all is no damage that could be mended: its original is gone too.
      if (!(await ifThere(stat(dirname(this.#files.path(name)))))) throw error
      const back = await putBack(
        this.#files,
        name,
        SOURCE,
        error,
        { ...repair, now: repair.now() },
        { isRight, rescue: rescueQuotes }
      )
      if (!back) throw error
      this.#damage(back.notice)
      this.#putBack(name, back.notice)
      return Document.of(adapter, back.data, SOURCE.what)
    }
  }
}

/** What a damaged record has and the good version doesn't: quotes that were made since. Verification shows those that were hit by the damage. */
function rescueQuotes(good: SourceRecord, damaged: SourceRecord): SourceRecord {
  const known = new Set(good.quotes.map(({ id }) => id))
  return { ...good, quotes: [...good.quotes, ...damaged.quotes.filter(({ id }) => !known.has(id))] }
}
