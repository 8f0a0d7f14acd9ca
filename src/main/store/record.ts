import type { Adapter } from 'lowdb'
import { DossierError } from '../../shared/errors/errors.ts'
import { recordVersion, stateOf, type Anchor } from '../../shared/case/custody.ts'
import { migrate } from '../../shared/case/migrations.ts'
import { asJson, type DocumentKind } from '../../shared/case/records/kind.ts'
import { placeOfRecord } from '../../shared/case/records/places.ts'
import {
  documentText,
  parseJson,
  readDocumentText,
  readStoredText,
  type StoredRecord
} from '../../shared/case/stored/document-text.ts'
import { isSystemError, readingError } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { sha256 } from '../base/hash.ts'

/** Writes an object as a document's text. */
export function encodeRecord(data: object, indent: 0 | 1): string {
  return documentText(data, indent, sha256)
}

/** Reads a document's text as `readDocumentText` does, and remembers what it takes to tell its version. */
export function decodeRecord<T extends object>(
  text: string,
  name: string,
  kind: DocumentKind<T>,
  options: { newer?: boolean } = {}
): T {
  const { data, json } = readDocumentText(text, name, kind, sha256, options)
  // A record that is brought up to a later version of its kind says what the log tells of it as long as it isn't written.
  if (placeOfRecord(name)) versions.set(data, recordVersion(asJson(json), sha256))
  else parsedAlready.add(data)
  return data
}

const versions = new WeakMap<object, string>()
/** Documents that are just what their schema makes of them. */
const parsedAlready = new WeakSet<object>()

/** The version of a document in memory (`recordVersion`), kept for as long as the document is. */
export function versionOfRecord<T extends object>(type: DocumentKind<T>, data: T): string {
  const known = versions.get(data)
  if (known !== undefined) return known
  const version = recordVersion(parsedAlready.has(data) ? data : type.schema.parse(data), sha256)
  versions.set(data, version)
  return version
}

/** The state of a document in memory: its version and the entry of the log that made it. */
export function stateOfRecord<T extends { custody?: Anchor | undefined }>(type: DocumentKind<T>, data: T): string {
  return stateOf(versionOfRecord(type, data), data.custody?.sha256 ?? '', sha256)
}

/**
 * Reads a document of a case. `at` is where it stands when that isn't its place, such as its previous version.
 * @throws DossierError `not-found`, `damaged`, `case-newer`, `io`
 */
export async function readRecord<T extends object>(
  files: CaseFiles,
  name: string,
  type: DocumentKind<T>,
  { newer = false, at = files.path(name) } = {}
): Promise<T> {
  return decodeRecord(await readDocument(files, name, at), name, type, { newer })
}

/** Reads a record as it's stored. @throws DossierError `not-found`, `damaged`, `io` */
export async function readStored(files: CaseFiles, name: string, at = files.path(name)): Promise<StoredRecord> {
  return readStoredText(await readDocument(files, name, at), name, sha256)
}

async function readDocument(files: CaseFiles, name: string, at: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await files.readAt(at, name)
  } catch (error) {
    if (error instanceof DossierError) throw error
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      throw new DossierError('not-found', `${name} is missing.`, { cause: error })
    throw readingError(error, name)
  }
  return Buffer.from(bytes).toString('utf8')
}

/** A document as it stands, whatever its checksum says; null when it can't be read as what it should be. */
export async function readUnchecked<T extends object>(
  files: CaseFiles,
  name: string,
  type: DocumentKind<T>
): Promise<T | null> {
  try {
    const value = parseJson(Buffer.from(await files.read(name)).toString('utf8'))
    return type.schema.safeParse(migrate(type, value)).data ?? null
  } catch (error) {
    if (error instanceof DossierError || isSystemError(error)) return null
    throw error
  }
}

/** lowdb adapter for a document of a case: durable writes, and reads that never turn a missing or damaged file into default data. */
export class RecordAdapter<T extends object> implements Adapter<T> {
  readonly #files: CaseFiles
  readonly #name: string
  readonly #type: DocumentKind<T>
  readonly #newer: boolean
  /** False: what is replaced isn't kept beside it, since it says the same and the older one says more. */
  keepPrevious = true

  constructor(files: CaseFiles, name: string, type: DocumentKind<T>, { newer = false } = {}) {
    this.#files = files
    this.#name = name
    this.#type = type
    this.#newer = newer
  }

  /** @throws DossierError `not-found`, `damaged`, `case-newer`, `io` */
  read(): Promise<T> {
    return readRecord(this.#files, this.#name, this.#type, { newer: this.#newer })
  }

  /** Resolves when the data are on the disk. Calls must not overlap; `Document` puts them in sequence. */
  write(data: T): Promise<void> {
    const { keepPrevious } = this
    return this.#files.write(this.#name, Buffer.from(encodeRecord(data, this.#type.indent)), { keepPrevious })
  }
}
