import { noMetadata, type Found, type Source } from '../../shared/source/source.ts'
import type { CitationPoint, Cite, FormattedRun } from '../../shared/composition/citations.ts'

/** Metadata of a made source; what is left out was not found. */
export interface MadeFields {
  title?: string
  authors?: string[]
  publisher?: string
  published?: string
  retrieved?: string
  url?: string
  language?: string
  mediaType?: string
  section?: string
  edition?: string
  page?: string
  documentId?: string
}

/** A source with the number `n`, imported on 5 March 2031. */
export function madeSource(n: number, fields: MadeFields): Source {
  const known = <T>(value: T | undefined, otherwise: Found<T>): Found<T> =>
    value === undefined ? otherwise : { ...otherwise, value }
  const nothing = noMetadata()
  return {
    id: `source-id-${n}`,
    key: `S${n}`,
    formerKeys: [],
    importedAt: '2031-03-05T09:30:00Z',
    original: {
      file: 'original.html',
      name: `report-${n}.html`,
      mediaType: fields.mediaType ?? 'text/html',
      bytes: 10,
      sha256: 'a'.repeat(64)
    },
    container: null,
    text: { sha256: 'b'.repeat(64), extractor: 'text/1', characters: 10, notice: null },
    metadata: {
      ...nothing,
      title: known(fields.title, nothing.title),
      authors: known(fields.authors, nothing.authors),
      publisher: known(fields.publisher, nothing.publisher),
      published: known(fields.published, nothing.published),
      retrieved: known(fields.retrieved, nothing.retrieved),
      url: known(fields.url, nothing.url),
      language: known(fields.language, nothing.language),
      section: known(fields.section, nothing.section),
      edition: known(fields.edition, nothing.edition),
      page: known(fields.page, nothing.page),
      documentId: known(fields.documentId, nothing.documentId)
    },
    tlp: null,
    grading: null,
    tags: [],
    note: '',
    deletedAt: null
  }
}

/** A cite of source `n`: `cite(1, '¶ 3')`, `cite(2, 'p. 4', 'context')`. */
export function cite(n: number, place = '', relation: Cite['relation'] = 'supports'): Cite {
  const [, sign, value] = /^(¶|p\.) (.+)$/.exec(place) ?? []
  const label = sign === undefined ? null : sign === '¶' ? 'paragraph' : 'page'
  const locator = place === '' ? null : { label, value: value ?? place }
  return { sourceId: `source-id-${n}`, relation, locator } as Cite
}

/** Points of which each stands in a note of its own, numbered from 1. */
export function notes(...clusters: (Cite | Cite[])[]): CitationPoint[] {
  return clusters.map((cites, i) => ({ cites: [cites].flat(), note: i + 1 }))
}

/** Points in the text. */
export function inText(...clusters: (Cite | Cite[])[]): CitationPoint[] {
  return clusters.map((cites) => ({ cites: [cites].flat(), note: 0 }))
}

/** Runs as a line: `*italic*`, `_Small Caps_`, other words as they are. No-break spaces become spaces. */
export function line(runs: readonly FormattedRun[]): string {
  return runs
    .map(({ text, italic, smallCaps }) => (italic ? `*${text}*` : smallCaps ? `_${text}_` : text))
    .join('')
    .replaceAll('\u00a0', ' ')
}
