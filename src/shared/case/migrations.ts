import { CASE_SCHEMA } from './case.ts'
import { FIELDS_SINCE_6 } from './custody.ts'

/** The kinds of documents that carry the case's format version. */
export type RecordKind = 'case' | 'source' | 'text' | 'brief'

type Json = Record<string, unknown>
type Step = (record: Json) => Json

/**
 * What makes a document of one version one of the next: `steps[1]` takes version 1 to 2. A step is never changed once a version
 * with it was released.
 */
const STEPS: Record<number, Record<RecordKind, Step>> = {
  // Version 2: keys from before a merge are kept. Documents carry a checksum (see `main/store/record.ts`).
  1: {
    case: (record) => record,
    source: (record) => ({
      ...record,
      source: { ...asJson(record['source']), formerKeys: [] },
      quotes: asList(record['quotes']).map((quote) => ({ ...asJson(quote), formerKeys: [] }))
    }),
    text: (record) => record,
    brief: (record) => record
  },
  // Version 3: more metadata, the container that a source came from, a notice on its text.
  2: {
    case: (record) => record,
    source: (record) => {
      const source = asJson(record['source'])
      const nothing = { value: null, evidence: null, confidence: 0, alternatives: [] }
      return {
        ...record,
        source: {
          ...source,
          container: null,
          text: { ...asJson(source['text']), notice: null },
          metadata: {
            ...asJson(source['metadata']),
            retrieved: nothing,
            canonicalUrl: nothing,
            section: nothing,
            agencies: nothing
          }
        }
      }
    },
    text: (record) => record,
    brief: (record) => record
  },
  // Version 4: what a redacted export of a brief leaves out; tables, figures and notes in briefs.
  3: {
    case: (record) => record,
    source: (record) => record,
    text: (record) => record,
    brief: (record) => ({ ...record, brief: { ...asJson(record['brief']), withheld: [] } })
  },
  // Version 5: the log tells the versions of the documents; the case's record how far the logs were anchored.
  4: {
    case: (record) => record,
    source: (record) => record,
    text: (record) => record,
    brief: (record) => record
  },
  // Version 6: what press databases say of their articles. Of older sources nothing is known there, so what they say stays the same.
  5: {
    case: (record) => record,
    source: (record) => {
      const source = asJson(record['source'])
      const nothing = { value: null, evidence: null, confidence: 0, alternatives: [] }
      const added = Object.fromEntries(FIELDS_SINCE_6.map((field) => [field, nothing]))
      return { ...record, source: { ...source, metadata: { ...asJson(source['metadata']), ...added } } }
    },
    text: (record) => record,
    brief: (record) => record
  }
}

/** The version of a document; null when it has none, as no document of a case does. */
export function versionOf(record: unknown): number | null {
  const { schema } = asJson(record)
  return typeof schema === 'number' && Number.isSafeInteger(schema) && schema > 0 ? schema : null
}

/**
 * Brings a document up to the present version, step by step. What is there already, and what is newer, comes back as it is. The
 * result is yet to be validated.
 */
export function migrate(kind: RecordKind, record: unknown): unknown {
  let version = versionOf(record)
  if (version === null) return record
  let migrated = asJson(record)
  for (; version < CASE_SCHEMA; version++) {
    const step = STEPS[version]
    if (!step) return record
    migrated = { ...step[kind](migrated), schema: version + 1 }
  }
  return migrated
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
