import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { stateOf } from '../../shared/case/custody.ts'
import { versionOf } from '../../shared/case/migrations.ts'
import type { RecordDocument, RecordKind } from '../../shared/case/records/kind.ts'
import { recordKindOf } from '../../shared/case/records/kinds.ts'
import type { Owner } from '../../shared/case/records/places.ts'
import type { Present } from '../../shared/case/log-findings.ts'
import { Document } from './document.ts'
import { DocumentCache } from './document-cache.ts'
import { ifThere, makeFolder, stageDurably, storageError, syncFolder, type StagedFile } from '../base/durable.ts'
import { PREVIOUS_ENDING, type CaseFiles } from './files.ts'
import { inParallel, sweepTemporary } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { putBack, setAside } from './recovery.ts'
import { encodeRecord, readStored, RecordAdapter } from './record.ts'
import type { StoredRecord } from '../../shared/case/stored/document-text.ts'
import type { DocumentOptions } from './source-documents.ts'
import { kindFolders, recordsAt, type FoundRecords } from './walk-documents.ts'

/** A record as it was read: null in place of a record whose kind, or its version, this program doesn't know. */
export interface ReadRecord {
  stored: StoredRecord
  document: RecordDocument | null
}

/** A record about to be written, with the name of its document. */
export interface NewRecord {
  name: string
  data: RecordDocument
}

/** The records of a case, each a document of its own, read when they're asked for. Those of unknown kinds are never written. */
export class RecordDocuments {
  readonly #files: CaseFiles
  readonly #options: DocumentOptions
  readonly #documents: DocumentCache<RecordDocument>
  /** Folders that are being made. */
  readonly #making = new Map<string, Promise<void>>()

  constructor(files: CaseFiles, options: DocumentOptions) {
    this.#files = files
    this.#options = options
    this.#documents = new DocumentCache((name) => this.#open(name))
  }

  /** The records that an owner has. What a crash left unfinished is removed where the case may be written and `sweep` asks for it. */
  async at(owner: Owner, { sweep = false } = {}): Promise<FoundRecords> {
    if (sweep && this.#options.repair)
      for (const folder of await kindFolders(this.#files, owner)) await sweepTemporary(this.#files.path(folder))
    return recordsAt(this.#files, owner)
  }

  /** Changes whenever a record's document does; null when it isn't there. */
  async stamp(name: string): Promise<string | null> {
    const found = await ifThere(stat(this.#files.path(name), { bigint: true }))
    return found ? `${found.mtimeNs}-${found.size}` : null
  }

  /** Reads a record from the disk. A damaged one of a known kind is put back where the case may be written. @throws DossierError `not-found`, `damaged`, `io` */
  async read(name: string): Promise<ReadRecord> {
    const kind = this.#kindOf(name)
    try {
      const stored = await readStored(this.#files, name)
      const isKnown = kind !== undefined && versionOf(stored.json)! <= kind.version
      return { stored, document: isKnown ? await this.#adapter(kind, name).read() : null }
    } catch (error) {
      if (!kind || !(error instanceof DossierError) || error.code !== 'damaged') throw error
      const { data } = await this.#mend(kind, name, error)
      return { stored: await readStored(this.#files, name), document: data }
    }
  }

  /** A record as verification sees it: one that can't be read is told of. Null when it isn't there. */
  async present(name: string): Promise<Present | null> {
    try {
      const { version, custody } = (await this.read(name)).stored
      return { name, version, custody }
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      if (error.code === 'not-found') return null
      this.#options.damage(`The record “${name}” could not be read and was left untouched: ${error.message}`)
      return { name, version: null, custody: undefined }
    }
  }

  /** The names and states of the records that an owner has, for the log. Those that can't be read have no state. */
  async statesAt(owner: Owner): Promise<{ name: string; replaces: string[] }[]> {
    const states: { name: string; replaces: string[] }[] = []
    for (const name of (await this.at(owner)).names) {
      const found = await this.present(name)
      const version = found?.version ?? null
      const replaces = version === null ? [] : [stateOf(version, found!.custody?.sha256 ?? '', sha256)]
      if (found) states.push({ name, replaces })
    }
    return states
  }

  /** Works on a record's document while no other copy of it can come into memory. @throws DossierError `not-found`, `damaged`, `case-newer`, `io` */
  edit<R>(name: string, work: (document: Document<RecordDocument>) => Promise<R>): Promise<R> {
    return this.#documents.edit(name, work)
  }

  /** A record as it was read or written last. @throws DossierError `not-found`, `damaged`, `case-newer`, `io` */
  async record(name: string): Promise<RecordDocument> {
    return (await this.#documents.get(name)).data
  }

  /**
   * Writes new records of a kind, all or none unless the program ends meanwhile: flushed beside their places, put there, and then each folder flushed once.
   * @throws RangeError when there is one of such a name, DossierError a storage failure
   */
  async add(kind: RecordKind, added: readonly NewRecord[]): Promise<void> {
    for (const { name } of added)
      if (this.#documents.has(name)) throw new RangeError(`There is a record ${name} already.`)
    const writing = this.#write(kind, added)
    for (const { name, data } of added)
      this.#documents.put(
        name,
        writing.then(() => Document.of(this.#adapter(kind, name), data, kind.what))
      )
    await writing
  }

  /** Moves a record into the quarantine. Rejects with the system's error. */
  async remove(name: string, document: Document<RecordDocument>): Promise<void> {
    const stored = this.#files.stored(name)
    const now = this.#options.repair!.now()
    await setAside(this.#files, stored, now)
    document.retire(gone())
    this.#documents.delete(name)
    if (await ifThere(stat(this.#files.path(name) + PREVIOUS_ENDING)))
      await setAside(this.#files, stored + PREVIOUS_ENDING, now)
  }

  /** Reads documents anew when they're next asked for; those that are being written stay. */
  forget(): void {
    this.#documents.forget()
  }

  /** Waits for writes under way. */
  settled(): Promise<void> {
    return this.#documents.settled()
  }

  async #write(kind: RecordKind, added: readonly NewRecord[]): Promise<void> {
    const staged: { path: string; file: StagedFile }[] = []
    const placed: string[] = []
    try {
      await inParallel(added, async ({ name, data }) => {
        if (await this.stamp(name)) throw new RangeError(`There is a record ${name} already.`)
        const path = this.#files.path(name)
        await this.#makeFolder(dirname(path))
        const bytes = this.#files.toStore(name, Buffer.from(encodeRecord(data, kind.indent)))
        staged.push({ path, file: await stageDurably(path, bytes) })
      })
      for (const { path, file } of staged) {
        await file.place({ flush: false })
        placed.push(path)
      }
      for (const folder of new Set(placed.map((path) => dirname(path)))) await syncFolder(folder)
    } catch (error) {
      // The failure to report is the first one; what can't be taken away now, the next opening tells of.
      await Promise.allSettled([
        ...placed.map((path) => rm(path, { force: true })),
        ...staged.slice(placed.length).map(({ file }) => file.discard())
      ])
      if (error instanceof RangeError) throw error
      throw storageError(error, kind.what, 'What was saved before is unchanged.')
    }
  }

  /** Makes a folder, flushed; whoever needs the same one meanwhile waits for it. */
  #makeFolder(path: string): Promise<void> {
    let making = this.#making.get(path)
    if (!making) {
      making = makeFolder(path).finally(() => this.#making.delete(path))
      this.#making.set(path, making)
    }
    return making
  }

  async #open(name: string): Promise<Document<RecordDocument>> {
    const kind = this.#kindOf(name)
    if (!kind) throw gone()
    const adapter = this.#adapter(kind, name)
    try {
      const data = await adapter.read()
      if (kind.nameOf(data.record) === name) return Document.of(adapter, data, kind.what)
      throw new DossierError('damaged', `${name} is damaged: it belongs elsewhere.`)
    } catch (error) {
      if (!(error instanceof DossierError) || error.code !== 'damaged') throw error
      return Document.of(adapter, (await this.#mend(kind, name, error)).data, kind.what)
    }
  }

  /** Puts back a damaged record and tells of it. @throws the damage when that can't be done */
  async #mend(kind: RecordKind, name: string, damage: DossierError): Promise<{ data: RecordDocument }> {
    const { repair } = this.#options
    const isRight = ({ record }: RecordDocument): boolean => kind.nameOf(record) === name
    const options = repair && { ...repair, now: repair.now() }
    const back = options && (await putBack(this.#files, name, kind, damage, options, { isRight }))
    if (!back) throw damage
    this.#options.damage(back.notice)
    this.#options.putBack?.(name, back.notice)
    return back
  }

  #kindOf(name: string): RecordKind | undefined {
    return recordKindOf(this.#files.kinds, name)
  }

  #adapter(kind: RecordKind, name: string): RecordAdapter<RecordDocument> {
    return new RecordAdapter(this.#files, name, kind)
  }
}

function gone(): DossierError {
  return new DossierError('not-found', 'This is no longer in the case.')
}
