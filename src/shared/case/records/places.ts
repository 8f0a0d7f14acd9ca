/** The names of a case's files below its folder, with `/` between parts. */
export const CASE_FILE = 'case.json'
export const BRIEFS = 'briefs'
export const SOURCES = 'sources'
/** The logs, one for each device. */
export const LOGS = 'audit'
/** Where each device says how far its log goes. */
export const HEADS = `${LOGS}/heads`
/** Folder of the records that belong to the case, to a source or to a brief, within that one's folder. */
export const RECORDS = 'records'

/** Ids that may stand in paths. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/

/** The name of a brief's document. */
export function briefName(id: string): string {
  return `${BRIEFS}/${id}.json`
}

/** The name of one of a source's files. */
export function sourceFile(id: string, file: string): string {
  return `${SOURCES}/${id.slice(0, 2)}/${id}/${file}`
}

/** What a record belongs to: it's handed over, withheld and removed with it. */
export type Owner = { of: 'case' } | { of: 'source' | 'brief'; id: string }

/** Where a record stands, whether or not its kind is known. */
export interface RecordPlace {
  kind: string
  owner: Owner
  id: string
}

/** The folder in which all records of an owner stand, with a folder for each kind. */
export function recordsFolder(owner: Owner): string {
  if (owner.of === 'case') return RECORDS
  return owner.of === 'source' ? sourceFile(owner.id, RECORDS) : `${BRIEFS}/${owner.id}/${RECORDS}`
}

/** The name of a record's document. */
export function recordName({ kind, owner, id }: RecordPlace): string {
  return `${recordsFolder(owner)}/${kind}/${id}.json`
}

const RECORD =
  /^(?:sources\/([^/]{1,2})\/([^/]+)\/|briefs\/([^/]+)\/)?records\/([a-z][a-z0-9-]{0,31})\/([A-Za-z0-9][A-Za-z0-9-]{0,63})\.json$/

/** Where the record stands whose document has this name; null for any other name. */
export function placeOfRecord(name: string): RecordPlace | null {
  const [, prefix, sourceId, briefId, kind, id] = RECORD.exec(name) ?? []
  if (kind === undefined || id === undefined) return null
  const ownerId = sourceId ?? briefId
  if (ownerId === undefined) return { kind, owner: { of: 'case' }, id }
  if (!ID.test(ownerId) || (sourceId !== undefined && sourceId.slice(0, 2) !== prefix)) return null
  return { kind, owner: { of: sourceId === undefined ? 'brief' : 'source', id: ownerId }, id }
}
