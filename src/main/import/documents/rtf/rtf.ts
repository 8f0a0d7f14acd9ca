import type { Extracted, FileHint } from '../../extracted.ts'
import { noFindings } from '../../findings.ts'
import { toDocument } from '../article.ts'
import { addProperties, propertyDate } from '../properties.ts'
import { readRtf } from './rtf-text.ts'

/** Extracts an RTF document (Rich Text Format 1.9.1): paragraphs, headings by their styles, list items, table rows, and the notes at the end. */
export function extractRtf(bytes: Uint8Array, hint: FileHint): Promise<Extracted> {
  const { pieces, title, author, created, modified } = readRtf(bytes)
  const findings = noFindings()
  addProperties(findings, {
    title,
    authors: author === '' ? [] : [author],
    created: propertyDate(created),
    modified: propertyDate(modified)
  })
  const about = { extractor: 'rtf/1', mediaType: 'application/rtf', extension: 'rtf', notice: null }
  return Promise.resolve(toDocument({ pieces, findings, ...about }, hint))
}
