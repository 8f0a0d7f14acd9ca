import type { Brief } from '../../shared/brief/brief.ts'
import { builtInTemplate, documentOf } from '../../shared/brief/templates.ts'
import type { CaseRecord } from '../../shared/case/case.ts'
import { noMetadata, notFound, type SourceMetadata } from '../../shared/source/source.ts'
import type { NewSource } from './case-editor.ts'
import { sha256 } from '../base/hash.ts'

export const caseRecord: CaseRecord = {
  schema: 8,
  id: 'case-1',
  title: 'Ferry',
  tlp: 'TLP:AMBER',
  createdAt: '2031-03-12T09:00:00.000Z',
  briefs: []
}

export const brief: Brief = {
  id: 'brief-1',
  title: 'Memo',
  author: '',
  date: '2031-03-12',
  tlp: 'TLP:AMBER',
  language: 'en',
  template: 'blank',
  createdAt: '2031-03-12T09:00:00.000Z',
  doc: documentOf(builtInTemplate('blank')!, () => 'n1'),
  withheld: [],
  deletedAt: null
}

/** A source made of a text, as an import would make it. */
export function newSource(id: string, key: string, text: string): NewSource {
  const original = new TextEncoder().encode(text)
  const hash = sha256(text)
  return {
    original,
    text: {
      schema: 8,
      extractor: 'txt/1',
      text,
      blocks: [{ type: 'paragraph', start: 0, end: text.length }],
      sha256: hash
    },
    source: {
      id,
      key,
      formerKeys: [],
      importedAt: '2031-03-12T09:00:00.000Z',
      original: {
        file: 'original.txt',
        name: `${key}.txt`,
        mediaType: 'text/plain',
        bytes: original.length,
        sha256: sha256(original)
      },
      container: null,
      text: { sha256: hash, extractor: 'txt/1', characters: text.length, notice: null },
      metadata: metadata(key),
      tlp: null,
      grading: null,
      tags: [],
      note: '',
      deletedAt: null
    }
  }
}

function metadata(title: string): SourceMetadata {
  return {
    ...noMetadata(),
    title: { ...notFound<string>(), value: title }
  }
}
