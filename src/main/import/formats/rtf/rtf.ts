import { keptAs } from '../../../../shared/source/import-formats.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { noFindings } from '../../metadata/findings.ts'
import { toDocument } from '../../documents/article.ts'
import { addProperties, propertyDate } from '../../documents/properties.ts'
import type { RtfContent } from './rtf-text.ts'

/** Makes a document of an RTF file (Rich Text Format 1.9.1): paragraphs, headings by their styles, list items, table rows, and the notes at the end. */
export function rtfDocument({ pieces, title, author, created, modified }: RtfContent, hint: FileHint): Extracted {
  const findings = noFindings()
  addProperties(findings, {
    title,
    authors: author === '' ? [] : [author],
    created: propertyDate(created),
    modified: propertyDate(modified)
  })
  return toDocument({ pieces, findings, ...keptAs('rtf'), extractor: 'rtf/1', notice: null }, hint)
}
