import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Entry } from '../../shared/search/entries.ts'
import type { Narrowing } from '../../shared/search/narrowing.ts'
import { SearchIndex } from './search-index.ts'

const entry = (over: Partial<Entry> & Pick<Entry, 'id' | 'scope'>): Entry => ({
  key: over.id,
  sourceId: null,
  briefId: null,
  title: '',
  text: null,
  meta: [],
  values: [],
  publisher: null,
  published: null,
  place: null,
  isQuoted: false,
  ...over
})
const source = (id: string, values: Entry['values'], isQuoted = false): Entry =>
  entry({ id, scope: 'sources', sourceId: id, values, isQuoted })

let index: SearchIndex
beforeAll(() => {
  index = SearchIndex.open({ path: null, write: true, bytes: null })
  const put = (name: string, entries: Entry[], text: string | null, cites: string[] | null = null) => ({
    name,
    revision: '1',
    entries,
    text,
    brief: cites && { id: name, title: name, cites }
  })
  index.change({
    put: [
      put(
        'a',
        [
          source(
            'a',
            [
              ['publisher', 'Courier'],
              ['month', '2031-05'],
              ['tag', 'quay']
            ],
            true
          )
        ],
        'port'
      ),
      put(
        'b',
        [
          source('b', [
            ['publisher', 'Courier Weekly'],
            ['month', '2031-06']
          ])
        ],
        'port'
      ),
      put(
        'c',
        [source('c', [['tag', 'quay']]), entry({ id: 'q', scope: 'quotes', sourceId: 'c', text: 'port' })],
        'port'
      ),
      put('d', [source('d', [['publisher', 'Courier']])], 'elsewhere'),
      put('brief', [entry({ id: 'n', scope: 'briefs', briefId: 'brief', text: 'port' })], null, ['a', 'c'])
    ],
    remove: []
  })
  index.commit()
})
afterAll(() => index.close())

const find = (narrowing: Narrowing) =>
  index.find({
    query: 'port',
    typing: false,
    scope: null,
    narrowing,
    limit: 100,
    offset: 0,
    facets: true,
    caseTlp: 'TLP:AMBER'
  })
const ids = (narrowing: Narrowing) =>
  find(narrowing)
    .found.map(({ id }) => id)
    .sort()

it('nothing is narrowed by what has no values', () => {
  expect(ids({})).toEqual(['a', 'b', 'c', 'n', 'q'])
  expect(ids({ publisher: [] })).toEqual(['a', 'b', 'c', 'n', 'q'])
})

it('values are meant whole, those of a facet are a choice, and null is for what has none', () => {
  expect(ids({ publisher: ['Courier'] })).toEqual(['a'])
  expect(ids({ publisher: ['Courier', 'Courier Weekly'] })).toEqual(['a', 'b'])
  expect(ids({ publisher: [null] })).toEqual(['c', 'q'])
  expect(ids({ month: ['2031-06', null] })).toEqual(['b', 'c', 'q'])
  expect(ids({ publisher: ['Nobody'] })).toEqual([])
})

it('facets hold together, of what is quoted and cited, too', () => {
  expect(ids({ tag: ['quay'] })).toEqual(['a', 'c', 'q'])
  expect(ids({ tag: ['quay'], quoted: [false] })).toEqual(['c', 'q'])
  expect(ids({ quoted: [true] })).toEqual(['a'])
  expect(ids({ quoted: [true, false] })).toEqual(['a', 'b', 'c', 'q'])
  expect(ids({ brief: ['brief'] })).toEqual(['a', 'c', 'q'])
  expect(ids({ brief: ['brief'], publisher: ['Courier'] })).toEqual(['a'])
  expect(ids({ brief: ['gone'] })).toEqual([])
})

it('counts of a facet are as if nothing were chosen in it, those of the others follow', () => {
  const { facets, sources, total } = find({ publisher: ['Courier'] })
  expect({ sources, total }).toEqual({ sources: 1, total: 1 })
  expect(facets!.publisher).toEqual([
    { value: 'Courier', count: 1 },
    { value: 'Courier Weekly', count: 1 },
    { value: null, count: 1 }
  ])
  expect(facets!.month).toEqual([{ value: '2031-05', count: 1 }])
})
