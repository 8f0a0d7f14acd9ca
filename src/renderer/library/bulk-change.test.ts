import { expect, test } from 'vitest'
import { madeRow } from '../state/sources/row.test-helper.ts'
import { bulkChange, othersNow } from './bulk-change.ts'

const NOTHING = { fields: {}, addTags: '', removeTags: '' }

test('what isn’t entered is left as it is', () => {
  expect(bulkChange(NOTHING)).toEqual({ change: null })
  expect(bulkChange({ ...NOTHING, addTags: ' ; ' })).toEqual({ change: null })
  expect(bulkChange({ ...NOTHING, fields: { publisher: ' Harbour Post ' } })).toEqual({
    change: { metadata: { publisher: 'Harbour Post' }, addTags: [], removeTags: [] }
  })
})

test('a field that is emptied is removed, and handling can follow the case', () => {
  expect(bulkChange({ ...NOTHING, fields: { section: '', authors: 'Orla Venn; Piet Maron' }, tlp: null })).toEqual({
    change: {
      metadata: { section: null, authors: ['Orla Venn', 'Piet Maron'] },
      tlp: null,
      addTags: [],
      removeTags: []
    }
  })
})

test('tags are told apart by semicolons', () => {
  expect(bulkChange({ ...NOTHING, addTags: 'quay; old port', removeTags: 'ferry' })).toEqual({
    change: { metadata: {}, addTags: ['quay', 'old port'], removeTags: ['ferry'] }
  })
})

test('nothing is changed while a field can’t be taken', () => {
  expect(bulkChange({ ...NOTHING, fields: { published: 'May', language: '??', publisher: 'x' } })).toEqual({
    problems: { published: expect.stringContaining('“May”'), language: expect.stringContaining('“??”') }
  })
})

test('tells how many have another value now', () => {
  const row = (publisher: string | null) => madeRow('S1', { publisher })
  const rows = [row('Harbour Post'), row(null), row('Daily Lantern'), row('Harbour Post')]
  expect(othersNow(rows, 'publisher', 'Harbour Post ')).toBe(1)
  expect(othersNow(rows, 'published', '2031')).toBe(0)
  expect(othersNow(rows, 'section', 'World')).toBeNull()
})
