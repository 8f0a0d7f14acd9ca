import type { SourceRow } from '../../../shared/case/row.ts'

/** A row of the library with nothing in it but what is given. */
export function madeRow(key: string, change: Partial<SourceRow> = {}): SourceRow {
  return {
    id: key.toLowerCase(),
    key,
    title: '',
    publisher: null,
    published: null,
    importedAt: '2031-03-12T09:00:00Z',
    quotes: 0,
    image: false,
    textless: false,
    recognised: false,
    tlp: null,
    grade: null,
    tags: [],
    language: null,
    doubtful: [],
    attention: null,
    ...change
  }
}
