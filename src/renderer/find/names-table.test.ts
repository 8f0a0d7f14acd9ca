import { expect, test } from 'vitest'
import { parseQuery } from '../../shared/search/query-parser.ts'
import { namesAsCsv, namesAsMarkdown, queryOfName, sortNames, sourcesOf } from './names-table.ts'

const source = (key: string, count: number) => ({ sourceId: `id-${key}`, key, title: `Title, of ${key}`, count })
const NAMES = [
  { name: 'Orla Venn', count: 3, sources: [source('S2', 2), source('S10', 1)] },
  { name: '=Port of "Sollen"', count: 4, sources: [source('S10', 4)] },
  { name: 'anselm | Rook', count: 0, sources: [] }
]

test('a table of names has the sources with the most hits first, and is sorted by any column', () => {
  expect(sourcesOf(NAMES).map(({ key, count }) => [key, count])).toEqual([
    ['S10', 5],
    ['S2', 2]
  ])
  const order = (by: Parameters<typeof sortNames>[1]) => sortNames(NAMES, by).map(({ name }) => name.slice(0, 4))
  expect(order('given')).toEqual(['Orla', '=Por', 'anse'])
  expect(order('name')).toEqual(['=Por', 'anse', 'Orla'])
  expect(order('hits')).toEqual(['=Por', 'Orla', 'anse'])
  expect(order('sources')).toEqual(['Orla', '=Por', 'anse'])
  expect(order({ sourceId: 'id-S2' })).toEqual(['Orla', '=Por', 'anse'])
})

test('it is copied as CSV that no spreadsheet computes, and as Markdown that stays a table', () => {
  expect(namesAsCsv(NAMES)).toBe(
    [
      'Name,Hits,Sources,"S10 Title, of S10","S2 Title, of S2"',
      'Orla Venn,3,2,1,2',
      '"\'=Port of ""Sollen""",4,1,4,0',
      'anselm | Rook,0,0,0,0',
      ''
    ].join('\r\n')
  )
  expect(namesAsMarkdown(NAMES)).toBe(
    [
      '| Name | Hits | Sources | S10 Title, of S10 | S2 Title, of S2 |',
      '| --- | ---: | ---: | ---: | ---: |',
      '| Orla Venn | 3 | 2 | 1 | 2 |',
      '| =Port of "Sollen" | 4 | 1 | 4 | 0 |',
      '| anselm \\| Rook | 0 | 0 | 0 | 0 |',
      ''
    ].join('\n')
  )
})

test('a number leads to the search that found it', () => {
  expect(parseQuery(queryOfName('Orla Venn', 'S2')).read).toBe('"orla venn" AND key:s2 AND in:sources')
  expect(parseQuery(queryOfName('Port of "Sollen', null)).read).toBe('"port of sollen" AND in:sources')
})
