import { describe, expect, test } from 'vitest'
import { madeRow } from './row.test-helper.ts'
import { countFacets, facetFilter, isNarrowed, NONE, NOTHING_CHOSEN, toggleValue, type Chosen } from './facets.ts'

const ROWS = [
  madeRow('S1', { publisher: 'Harbour Post', published: '2031-03-04', tags: ['quay', 'port'], language: 'en-GB' }),
  madeRow('S2', { publisher: 'Harbour Post', published: '2031-04', attention: 'Check the date', language: 'en' }),
  madeRow('S3', { publisher: 'Vestad Agency', published: '2030', tlp: 'TLP:RED', tags: ['quay'] }),
  madeRow('S4', { published: '2031-04-30T23:00:00+02:00', language: 'fr' }),
  madeRow('S5', { attention: 'No date found' })
]
const context = {
  quotes: new Map([['s1', 2]]),
  briefs: new Map([
    ['s1', ['b1', 'b2']],
    ['s3', ['b2']]
  ])
}
const found = (chosen: Partial<Chosen>): string =>
  ROWS.filter(facetFilter({ ...NOTHING_CHOSEN, ...chosen }, context))
    .map(({ key }) => key)
    .join(' ')

describe('what the list is narrowed to', () => {
  test('one value of a facet or another, and something of each facet', () => {
    expect(found({})).toBe('S1 S2 S3 S4 S5')
    expect(found({ values: { publisher: ['Harbour Post', 'Vestad Agency'] } })).toBe('S1 S2 S3')
    expect(found({ values: { publisher: ['Harbour Post'], look: ['look'] } })).toBe('S2')
    expect(found({ values: { publisher: [NONE] } })).toBe('S4 S5')
    expect(found({ values: { tag: ['quay'] } })).toBe('S1 S3')
    expect(found({ values: { tag: [NONE], dated: ['undated'] } })).toBe('S5')
    expect(found({ values: { quoted: ['quoted'] } })).toBe('S1')
    expect(found({ values: { quoted: ['unquoted'], tlp: ['TLP:RED'] } })).toBe('S3')
    expect(found({ values: { brief: ['b2'] } })).toBe('S1 S3')
    expect(found({ values: { brief: [NONE] } })).toBe('S2 S4 S5')
  })

  test('varieties of a language count as the language', () => {
    expect(found({ values: { language: ['en'] } })).toBe('S1 S2')
  })

  test('a period counts whole, and a date without a day may lie anywhere in it', () => {
    expect(found({ from: '2031-04', to: '2031-04' })).toBe('S2 S4')
    expect(found({ from: '2031' })).toBe('S1 S2 S4')
    expect(found({ to: '2030-06-30' })).toBe('S3')
    expect(found({ from: '2031-03-04', to: '2031-03-04' })).toBe('S1')
    expect(found({ from: '2031-04-15', to: '2031-04-20' })).toBe('S2')
  })
})

test('counts tell what choosing a value would show', () => {
  const chosen: Chosen = { ...NOTHING_CHOSEN, values: { publisher: ['Harbour Post'] } }
  const counts = countFacets(ROWS, chosen, context)
  // Its own choice doesn't narrow a facet: another publisher can be added.
  expect([...counts.publisher]).toEqual([
    ['Harbour Post', 2],
    ['Vestad Agency', 1],
    [NONE, 2]
  ])
  expect([...counts.tag]).toEqual([
    ['quay', 1],
    ['port', 1],
    [NONE, 1]
  ])
  expect([...counts.date]).toEqual([
    ['2031', 2],
    ['2031-03', 1],
    ['2031-04', 1]
  ])
  expect([...counts.brief]).toEqual([
    ['b1', 1],
    ['b2', 1],
    [NONE, 1]
  ])
  const two = countFacets(ROWS, { ...chosen, from: '2031-04' }, context)
  expect([...two.date.keys()]).toEqual(['2031', '2031-03', '2031-04'])
  expect(two.tag.get('quay')).toBeUndefined()
})

test('a value is taken in and out', () => {
  const once = toggleValue(NOTHING_CHOSEN, 'tag', 'quay')
  expect(once.values).toEqual({ tag: ['quay'] })
  expect(isNarrowed(once)).toBe(true)
  const twice = toggleValue(once, 'tag', 'quay')
  expect(twice).toEqual(NOTHING_CHOSEN)
  expect(isNarrowed(twice)).toBe(false)
  expect(isNarrowed({ ...NOTHING_CHOSEN, to: '2031' })).toBe(true)
})
