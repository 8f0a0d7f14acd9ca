import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { BriefRecord } from '../../shared/case/case.ts'
import { conflictCopies, type ConflictCopy } from '../../shared/case/conflict-copies.ts'
import type { Anchor } from '../../shared/case/custody.ts'
import { Document } from './document.ts'
import type { CaseFiles } from './files.ts'
import { inParallel, listNames } from '../base/folders.ts'
import { briefName, BRIEFS, ID } from '../../shared/case/records/places.ts'
import { putBack } from './recovery.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { RecordAdapter } from './record.ts'
import type { DocumentOptions } from './source-documents.ts'

/** The documents of a case's briefs, all in memory. */
export class BriefDocuments {
  /** Copies of briefs that a synchronising program made. */
  readonly conflicts: ConflictCopy[] = []
  readonly #files: CaseFiles
  readonly #options: DocumentOptions
  readonly #documents = new Map<string, Document<BriefRecord>>()

  constructor(files: CaseFiles, options: DocumentOptions) {
    this.#files = files
    this.#options = options
  }

  /** Reads the briefs whose files are there, and tells of those that are listed and missing. */
  async read(listed: readonly string[]): Promise<void> {
    const { present, copies } = await this.#names()
    for (const { name, of, service } of copies)
      this.conflicts.push({ name: `${BRIEFS}/${name}`, of: `${BRIEFS}/${of}`, service })
    const ids = new Set([...present, ...listed])
    await inParallel(
      [...ids].filter((id) => ID.test(id)),
      (id) => this.#read(id)
    )
  }

  /** Ids of the briefs that could be read, in order. */
  ids(): string[] {
    return [...this.#documents.keys()].sort()
  }

  /** The records of the briefs as they are on the disk now, by the names of their files; null for one that can't be read. Rejects with the system's error. */
  async onDisk(): Promise<Map<string, BriefRecord | null>> {
    const found = new Map<string, BriefRecord | null>()
    await inParallel((await this.#names()).present, async (id) => {
      try {
        found.set(briefName(id), await this.#adapter(id).read())
      } catch (error) {
        if (!(error instanceof DossierError)) throw error
        // One that is gone by now isn't there.
        if (error.code !== 'not-found') found.set(briefName(id), null)
      }
    })
    return found
  }

  record(id: string): BriefRecord | undefined {
    return this.#documents.get(id)?.data
  }

  /** The entries of the logs that the briefs refer to. */
  anchors(): Anchor[] {
    return [...this.#documents.values()].flatMap(({ data }) => data.custody ?? [])
  }

  /** @throws DossierError `not-found` */
  document(id: string): Document<BriefRecord> {
    const document = this.#documents.get(id)
    if (!document) throw new DossierError('not-found', 'This brief is no longer in the case.')
    return document
  }

  /** Writes a new brief. @throws DossierError a storage failure */
  async add(record: BriefRecord): Promise<void> {
    const { id } = record.brief
    this.#documents.set(id, await Document.create(this.#adapter(id), record, BRIEF.what))
  }

  /** Waits for writes under way. */
  async settled(): Promise<void> {
    for (const document of this.#documents.values()) await document.settled()
  }

  /** Ids of the briefs whose files are there, and copies of such files that a synchronising program made. */
  async #names(): Promise<{ present: string[]; copies: ConflictCopy[] }> {
    const isBrief = (name: string): boolean => name.endsWith('.json') && ID.test(name.slice(0, -'.json'.length))
    const names = await listNames(join(this.#files.root, BRIEFS))
    const copies = conflictCopies(names, isBrief)
    const isCopy = new Set(copies.map(({ name }) => name))
    const present = names.filter((name) => isBrief(name) && !isCopy.has(name))
    return { present: present.map((name) => name.slice(0, -'.json'.length)), copies }
  }

  #adapter(id: string): RecordAdapter<BriefRecord> {
    return new RecordAdapter(this.#files, briefName(id), BRIEF, { newer: this.#options.newer })
  }

  async #read(id: string): Promise<void> {
    const name = briefName(id)
    const isRight = ({ brief }: BriefRecord): boolean => brief.id === id
    try {
      const document = await Document.read(this.#adapter(id), BRIEF.what)
      if (!isRight(document.data)) throw new DossierError('damaged', `${name} is damaged: it belongs elsewhere.`)
      this.#documents.set(id, document)
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      const { repair, damage } = this.#options
      const mendable = repair && (error.code === 'damaged' || error.code === 'not-found')
      const back = mendable
        ? await putBack(this.#files, name, BRIEF, error, { ...repair, now: repair.now() }, { isRight })
        : null
      if (back) this.#options.putBack?.(name, back.notice)
      damage(back?.notice ?? `The brief “${name}” could not be read and was left untouched: ${error.message}`)
      if (back) this.#documents.set(id, Document.of(this.#adapter(id), back.data, BRIEF.what))
    }
  }
}
