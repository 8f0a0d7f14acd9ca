import { expect, test } from 'vitest'
import type { ImportItem, ImportReport } from '../../../shared/import/report.ts'
import {
  countResults,
  failedPaths,
  hasNews,
  linesOf,
  narrowingResults,
  narrowLines,
  oneWords,
  placeOf,
  relatedWords,
  relationWords,
  summaryWords
} from './import-items.ts'

function item(path: string, change: Partial<ImportItem> = {}): ImportItem {
  return {
    path,
    status: 'imported',
    key: 'S1',
    id: 'a',
    title: path,
    authors: [],
    publisher: null,
    published: null,
    sha256: null,
    notice: null,
    related: [],
    ...change
  }
}

const FAILED = item('/in/locked.pdf', { status: 'failed', key: null, title: null })
const ITEMS = [
  item('/in/quay.txt', { key: 'S7' }),
  item('/in/copy.txt', { status: 'duplicate', key: 'S7' }),
  FAILED,
  item('/in/scan.pdf', { key: 'S8', notice: 'A scan without text.' }),
  item('/in/.note', {
    status: 'passed-over',
    key: null,
    title: null,
    notice: '“.note” was passed over: it is hidden.'
  }),
  item('/in/list.ris', { status: 'reference', key: null, notice: '3 references found their file.' }),
  item('/in/later.html', { key: 'S9', related: [{ id: 'x', key: 'S3', kind: 'revised' }] })
]
const report = (items: ImportItem[], change: Partial<ImportReport> = {}): ImportReport => ({
  items,
  cancelled: false,
  stopped: null,
  startedAt: '2031-03-12T09:00:00Z',
  finishedAt: '2031-03-12T09:05:00Z',
  ...change
})
const paths = (lines: { item: ImportItem }[]): string => lines.map((line) => line.item.path.slice(4)).join(' ')

test('what failed comes first, and each result keeps the order of the import', () => {
  expect(paths(linesOf({ items: ITEMS }))).toBe('locked.pdf .note copy.txt list.ris quay.txt scan.pdf later.html')
})

test('narrows by result and by words in title, key and path', () => {
  const lines = linesOf({ items: ITEMS })
  expect(paths(narrowLines(lines, 'failed', ''))).toBe('locked.pdf')
  expect(paths(narrowLines(lines, 'noted', ''))).toBe('list.ris scan.pdf')
  expect(paths(narrowLines(lines, 'related', ''))).toBe('later.html')
  expect(paths(narrowLines(lines, 'all', 's7'))).toBe('copy.txt quay.txt')
  expect(paths(narrowLines(lines, 'imported', 'in quay'))).toBe('quay.txt')
})

test('counts, and says them', () => {
  expect(countResults({ items: ITEMS })).toEqual({
    all: 7,
    failed: 1,
    'passed-over': 1,
    duplicate: 1,
    reference: 1,
    imported: 3,
    noted: 2,
    related: 1
  })
  expect(summaryWords({ items: ITEMS })).toBe(
    '3 imported, 1 there already, 1 list of references, 1 failed, 1 passed over'
  )
  expect(summaryWords({ items: [FAILED] })).toBe('0 imported, 1 failed')
})

test('a report that says no more than that all was imported is no news', () => {
  const plain = [item('/in/a.txt'), item('/in/b.txt')]
  expect(hasNews(report(plain))).toBe(false)
  expect(hasNews(report(plain, { cancelled: true }))).toBe(true)
  expect(hasNews(report(plain, { stopped: { code: 'disk-full', message: 'The disk is full.' } }))).toBe(true)
  for (const other of ITEMS.slice(1)) expect(hasNews(report([...plain, other])), other.path).toBe(true)
})

test('relations are said with the key of the other source', () => {
  expect(relationWords({ kind: 'revised', key: 'S3' })).toBe('another version of S3')
  expect(relationWords({ kind: 'same', key: 'S5' })).toBe('same article as S5')
  expect(relationWords({ kind: 'quotation', key: 'S5' })).toBe('shares a quotation with S5')
})

test('a list is narrowed only by what leaves something out', () => {
  expect(narrowingResults(countResults({ items: ITEMS }))).toEqual([
    'all',
    'failed',
    'passed-over',
    'duplicate',
    'reference',
    'imported',
    'noted',
    'related'
  ])
  const related = [{ id: 'x', key: 'S3', kind: 'syndicated' as const }]
  const many = Array.from({ length: 200 }, (_, at) => item(`/in/${at}.txt`, at === 0 ? {} : { related }))
  expect(narrowingResults(countResults({ items: many }))).toEqual(['all'])
})

test('a line names the first few sources that it resembles, and says how many more there are', () => {
  const related = Array.from({ length: 15 }, (_, at) => ({ id: `${at}`, key: `S${at}`, kind: 'syndicated' as const }))
  expect(relatedWords(related)).toEqual([
    'syndicated copy of S0',
    'syndicated copy of S1',
    'syndicated copy of S2',
    'and 12 more'
  ])
  expect(relatedWords(related.slice(0, 3))).toHaveLength(3)
})

test('what came of one file is said in a sentence', () => {
  const failure = { code: 'unreadable' as never, message: 'It is locked. Nothing was imported.' }
  expect(oneWords({ ...FAILED, error: failure }, false)).toBe('It is locked. Nothing was imported.')
  expect(oneWords(ITEMS[1]!, false)).toBe('“/in/copy.txt” is in the case already, as S7.')
  expect(oneWords(ITEMS[6]!, false)).toBe('“/in/later.html” was imported as S9. It is another version of S3.')
  expect(oneWords(ITEMS[0]!, true)).toBe('“/in/quay.txt” was imported as S7. Its metadata want a look.')
})

test('a place is told from the outside in', () => {
  expect(placeOf('/in/archive.zip › 2031/3.html')).toEqual({ around: ['/in', 'archive.zip'], name: '2031/3.html' })
  expect(placeOf('C:\\in\\quay.txt')).toEqual({ around: ['C:\\in'], name: 'quay.txt' })
  expect(placeOf('/quay.txt')).toEqual({ around: ['/'], name: 'quay.txt' })
  expect(placeOf('pasted.txt')).toEqual({ around: [], name: 'pasted.txt' })
})

test('only what failed is copied', () => {
  expect(failedPaths({ items: [...ITEMS, item('/in/b.doc', { status: 'failed' })] })).toBe('/in/locked.pdf\n/in/b.doc')
})
