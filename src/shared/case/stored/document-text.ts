import { DossierError } from '../../errors/errors.ts'
import { CASE_SCHEMA } from '../case.ts'
import { Anchor, recordVersion } from '../custody.ts'
import { migrate, versionOf } from '../migrations.ts'
import { asJson, type DocumentKind } from '../records/kind.ts'
import { placeOfRecord } from '../records/places.ts'

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
export type Sha256 = (text: string) => string

/**
 * A document as text is JSON whose last member, `checksum`, is the SHA-256 of all that stands before it (white space before the
 * comma left out): a changed letter anywhere is found when it's read.
 */
const CHECKSUM = /(?:,\n "checksum": "([0-9a-f]{64})"\n\}\n|,"checksum":"([0-9a-f]{64})"\}\n)$/

/** The first version of the case's format whose documents carry a checksum. Records always do. */
const CHECKSUM_SINCE = 2

/** An object as a document's text. */
export function documentText(data: object, indent: 0 | 1, sha256: Sha256): string {
  const json = JSON.stringify(data, null, indent)
  const body = json.slice(0, json.lastIndexOf('}')).trimEnd()
  return indent === 0 ? `${body},"checksum":"${sha256(body)}"}\n` : `${body},\n "checksum": "${sha256(body)}"\n}\n`
}

/**
 * Reads a document's text: checksum, version, migration, schema. `name` is the file's. With `newer` a document of a newer version is read
 * as far as this version understands it. `json` is what stands there.
 * @throws DossierError `damaged` or `case-newer`
 */
export function readDocumentText<T extends object>(
  text: string,
  name: string,
  kind: DocumentKind<T>,
  sha256: Sha256,
  { newer = false } = {}
): { data: T; json: unknown } {
  const json = checkedJson(text, name, sha256)
  const version = versionOf(json)
  const isNewer = version !== null && version > kind.version
  const current = isNewer ? { ...(json as object), schema: kind.version } : migrate(kind, json)
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
  return { data: parsed.data, json }
}

/** A document's JSON, its checksum looked at and nothing else. @throws DossierError `damaged` */
function checkedJson(text: string, name: string, sha256: Sha256): unknown {
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
export function readStoredText(text: string, name: string, sha256: Sha256): StoredRecord {
  const json = { ...asJson(checkedJson(text, name, sha256)) }
  delete json['checksum']
  if (versionOf(json) === null) throw damaged(name, 'it has no version')
  return { json, version: recordVersion(json, sha256), custody: Anchor.safeParse(json['custody']).data }
}

function damaged(name: string, reason: string): DossierError {
  return new DossierError('damaged', `${name} is damaged: ${reason}.`)
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
