import { CASE_SCHEMA, SourceRecord } from '../case.ts'
import { FIELDS_SINCE_6 } from '../custody.ts'
import { asJson, asList, type DocumentKind, type Json } from './kind.ts'
import { ID, sourceFile } from './places.ts'

const NOTHING = { value: null, evidence: null, confidence: 0, alternatives: [] }

/** `sources/ab/<id>/meta.json`: a source with its quotes. */
export const SOURCE: DocumentKind<SourceRecord> = {
  kind: 'source',
  what: 'the source',
  schema: SourceRecord,
  indent: 1,
  version: CASE_SCHEMA,
  steps: {
    // Keys from before a merge are kept.
    1: (record) => ({
      ...record,
      source: { ...asJson(record['source']), formerKeys: [] },
      quotes: asList(record['quotes']).map((quote) => ({ ...asJson(quote), formerKeys: [] }))
    }),
    // More metadata, the container that a source came from, a notice on its text.
    2: (record) => {
      const source = asJson(record['source'])
      return {
        ...withMetadata(record, ['retrieved', 'canonicalUrl', 'section', 'agencies'], {
          container: null,
          text: { ...asJson(source['text']), notice: null }
        })
      }
    },
    // What press databases say of their articles. Of older sources nothing is known there, so what they say stays the same.
    5: (record) => withMetadata(record, FIELDS_SINCE_6),
    // A trash for sources.
    6: (record) => ({ ...record, source: { ...asJson(record['source']), deletedAt: null } })
  },
  isLogged: true,
  isName: (name) => isSourceFile(name, 'meta.json'),
  label: (name, entries) => {
    const keys = entries.flatMap(({ detail, subject }) => [detail['source'], subject])
    const key = keys.findLast((candidate) => typeof candidate === 'string' && /^S\d+$/.test(candidate))
    return key === undefined ? `The source in ${name}` : `${String(key)} (${name})`
  }
}

/** True for the name of one of a source's files. */
export function isSourceFile(name: string, file: string): boolean {
  const [, , id = ''] = name.split('/')
  return ID.test(id) && name === sourceFile(id, file)
}

/** A source's record with fields of its metadata of which nothing was found. */
function withMetadata(record: Json, fields: readonly string[], more: Json = {}): Json {
  const source = asJson(record['source'])
  const added = Object.fromEntries(fields.map((field) => [field, NOTHING]))
  return { ...record, source: { ...source, ...more, metadata: { ...asJson(source['metadata']), ...added } } }
}
