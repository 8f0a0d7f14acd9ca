import { noMetadata, type Source } from '../source/source.ts'

/** A source of which little is known. */
export function madeSource(fields: Partial<Source> = {}): Source {
  return {
    id: 'source-1',
    key: 'S1',
    formerKeys: [],
    importedAt: '2031-03-12T09:00:00.000Z',
    original: { file: 'original.txt', name: 'report.txt', mediaType: 'text/plain', bytes: 5, sha256: 'a'.repeat(64) },
    container: null,
    text: { sha256: 'b'.repeat(64), extractor: 'txt/1', characters: 5, notice: null },
    metadata: {
      ...noMetadata()
    },
    tlp: null,
    grading: null,
    tags: [],
    note: '',
    deletedAt: null,
    ...fields
  }
}
