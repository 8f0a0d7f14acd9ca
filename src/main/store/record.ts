import type { Adapter } from 'lowdb'
import { DossierError } from '../../shared/errors/errors.ts'
import { CASE_SCHEMA } from '../../shared/case/case.ts'
import { Anchor, recordVersion, stateOf } from '../../shared/case/custody.ts'
import { migrate, versionOf } from '../../shared/case/migrations.ts'
import { asJson, type DocumentKind } from '../../shared/case/records/kind.ts'
import { placeOfRecord } from '../../shared/case/records/places.ts'
import { isSystemError, readingError } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { sha256 } from '../base/hash.ts'

/**
 * A document as text is JSON whose last member, `checksum`, is the SHA-256 of all that stands before it (white space before the
 * comma left out): a changed letter anywhere is found when it's read.
 */
const CHECKSUM = /(?:,\n "checksum": "([0-9a-f]{64})"\n\}\n|,"checksum":"([0-9a-f]{64})"\}\n)$/

/** The first version of the case's format whose documents carry a checksum. Records always do. */
const CHECKSUM_SINCE = 2

/** Writes an object as a document's text. */
export function encodeRecord(data: object, indent: 0 | 1): string {
  const json = JSON.stringify(data, null, indent)
  const body = json.slice(0, json.lastIndexOf('}')).trimEnd()
  return indent === 0 ? `${body},"checksum":"${sha256(body)}"}\n` : `${body},\n "checksum": "${sha256(body)}"\n}\n`
}

/**
 * Reads a document's text: checksum, version, migration, schema. `name` is the file's. With `newer` a document of a newer version is read
 * as far as this version understands it.
 * @throws DossierError `damaged` or `case-newer`
 */
export function decodeRecord<T extends object>(
  text: string,
  name: string,
  kind: DocumentKind<T>,
  { newer = false } = {}
): T {
  const value = decodeJson(text, name)
  const version = versionOf(value)
  const isNewer = version !== null && version > kind.version
  const current = isNewer ? { ...(value as object), schema: kind.version } : migrate(kind, value)
  const parsed = kind.schema.safeParse(current)
  if (isNewer && (!newer || !parsed.success)) {
    throw new DossierError(
      'case-newer',
      `${name} was written by a newer version of Dossier. It was not touched. Update Dossier to open it.`
    )
  }
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw damaged(
      name,
      issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'it isn’t what it should be'
    )
  }
  // A record that is brought up to a later version of its kind says what the log tells of it as long as it isn't written.
  if (placeOfRecord(name)) versions.set(parsed.data, recordVersion(asJson(value), sha256))
  else parsedAlready.add(parsed.data)
  return parsed.data
}

/** A document's JSON, its checksum looked at and nothing else. @throws DossierError `damaged` */
function decodeJson(text: string, name: string): unknown {
  const value = parseJson(text)
  if (value === null) throw damaged(name, 'it isn’t complete')
  const match = CHECKSUM.exec(text)
  if (match && sha256(text.slice(0, match.index)) !== (match[1] ?? match[2]))
    throw damaged(name, 'its checksum doesn’t fit')
  const version = versionOf(value)
  const isRecord = placeOfRecord(name) !== null
  // Of a newer format this version can't tell what stands at a document's end.
  const isNewer = !isRecord && version !== null && version > CASE_SCHEMA
  if (!match && !isNewer && (isRecord || (version !== null && version >= CHECKSUM_SINCE)))
    throw damaged(name, 'its checksum is missing')
  return value
}

/** A record as it's stored, of whatever kind and version. */
export interface StoredRecord {
  /** Without its checksum. */
  json: Record<string, unknown>
  /** SHA-256 of what it says (`recordVersion`). */
  version: string
  custody: Anchor | undefined
}

/** Reads a record's text without asking what it is. @throws DossierError `damaged` */
export function decodeStored(text: string, name: string): StoredRecord {
  const json = { ...asJson(decodeJson(text, name)) }
  delete json['checksum']
  if (versionOf(json) === null) throw damaged(name, 'it has no version')
  return { json, version: recordVersion(json, sha256), custody: Anchor.safeParse(json['custody']).data }
}

function damaged(name: string, reason: string): DossierError {
  return new DossierError('damaged', `${name} is damaged: ${reason}.`)
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

/** Parsed JSON; null when it isn't JSON, which no record is. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
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
  return decodeStored(await readDocument(files, name, at), name)
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
