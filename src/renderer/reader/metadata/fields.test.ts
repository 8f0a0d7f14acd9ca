import { expect, test } from 'vitest'
import { noMetadata, type Found, type SourceMetadata } from '../../../shared/source/source.ts'
import { arrangeFields, isDate, othersOf, parseField, shownOf, surenessOf, wantsLook, type Value } from './fields.ts'

const found = <T extends Value>(value: T | null, confidence: number, others: T[] = []): Found<T> => ({
  value,
  evidence: value === null ? null : { from: 'meta', detail: String(value) },
  confidence,
  alternatives: others.map((other) => ({ value: other, evidence: { from: 'time', detail: String(other) } }))
})

test.each(['2031-03-04', '2031-03', '2031', '2028-02-29', '2031-03-04T09:30Z', '2031-03-04T09:30:10.5+02:00'])(
  '%s is a date',
  (text) => expect(isDate(text)).toBe(true)
)

test.each(['2031-02-29', '2031-13', '2031-00-01', '4.3.2031', '2031-3-4', '31', '2031-03-04T25:00Z', 'May 2031', ''])(
  '%j is none',
  (text) => expect(isDate(text)).toBe(false)
)

test('what is edited is read, or the reason is told', () => {
  expect(parseField('published', ' 2031-03-04 ')).toEqual({ value: '2031-03-04' })
  expect(parseField('published', '2031-02-30')).toEqual({
    problem: 'The calendar has no 2031-02-30. Check the month and the day.'
  })
  expect(parseField('published', '4 March')).toMatchObject({ problem: expect.stringContaining('can’t be read') })
  expect(parseField('title', '  ')).toEqual({ value: null })
  expect(parseField('authors', ' Orla Venn ;; Piet Maron;')).toEqual({ value: ['Orla Venn', 'Piet Maron'] })
  expect(parseField('agencies', ' ; ')).toEqual({ value: null })
  expect(parseField('language', 'de-AT')).toEqual({ value: 'de-AT' })
  expect(parseField('language', 'in English')).toMatchObject({ problem: expect.stringContaining('no language tag') })
})

test('sureness has three words, and confirming ends all doubt', () => {
  expect([0.95, 0.8, 0.79, 0.6, 0.59, 0].map((confidence) => surenessOf(found('a', confidence)))).toEqual([
    ...['sure', 'sure', 'likely', 'likely', 'doubtful', 'doubtful']
  ])
  expect(surenessOf(found(null, 0))).toBe('missing')
  expect(surenessOf({ ...found('a', 0.2), confirmed: true })).toBe('confirmed')
  expect(surenessOf({ ...found('a', 0.2), evidence: { from: 'user', detail: '' } })).toBe('confirmed')
})

test('a value is offered once, and the one that holds isn’t offered', () => {
  expect(othersOf(found('a', 0.5, ['b', 'a', 'b', 'c'])).map(({ value }) => value)).toEqual(['b', 'c'])
  expect(othersOf(found<string[]>(['a', 'b'], 0.5, [['a', 'b'], ['a']])).map(({ value }) => value)).toEqual([['a']])
})

test('a headline and a date are wanted, other fields only when something was found', () => {
  expect(wantsLook('published', found(null, 0))).toBe(true)
  expect(wantsLook('section', found(null, 0))).toBe(false)
  expect(wantsLook('section', found(null, 0, ['World']))).toBe(true)
  expect(wantsLook('section', found('World', 0.3))).toBe(true)
  expect(wantsLook('section', { ...found('World', 0.3), confirmed: true })).toBe(false)
})

test('doubtful fields come first when asked for; what is empty stands apart', () => {
  const metadata: SourceMetadata = {
    ...noMetadata(),
    title: found('A', 0.9),
    publisher: found('B', 0.3),
    published: found('2031', 0.5),
    section: found('World', 0.9)
  }
  expect(arrangeFields(metadata, true).shown.join(' ')).toBe('publisher published title authors section language')
  expect(arrangeFields(metadata, false).shown.join(' ')).toBe('title authors publisher published section language')
  expect(arrangeFields(metadata, false).empty.join(' ')).toBe(
    'modified retrieved url canonicalUrl edition page wordCount documentId agencies'
  )
})

test('values are shown as people read them', () => {
  expect(shownOf('published', '2031-03-04T23:30:00+02:00')).toBe('4 March 2031')
  expect(shownOf('authors', ['Orla Venn', 'Piet Maron'])).toBe('Orla Venn, Piet Maron')
  expect(shownOf('language', 'nb')).toBe('Norwegian Bokmål')
})
