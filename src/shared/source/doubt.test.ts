import { describe, expect, it } from 'vitest'
import { doubtfulFields, fieldWords } from './doubt.ts'
import { noMetadata, type Found } from './source.ts'

const found = <T>(value: T, more: Partial<Found<T>> = {}): Found<T> => ({
  value,
  evidence: { from: 'properties', detail: 'created' },
  confidence: 0.3,
  alternatives: [],
  ...more
})

describe('what is doubtful of a source', () => {
  it('is what was found, isn’t sure, and nobody has confirmed', () => {
    const metadata = { ...noMetadata(), published: found('2031-03-04'), authors: found(['Tove Lind']) }
    expect(doubtfulFields(metadata)).toEqual(['authors', 'published'])
  })

  it.each([
    ['sure', { confidence: 0.6 }],
    ['confirmed', { confirmed: true }],
    ['set by the user', { evidence: { from: 'user', detail: '' } }]
  ])('is nothing that is %s', (_, more) => {
    expect(doubtfulFields({ ...noMetadata(), published: found('2031-03-04', more) })).toEqual([])
  })

  it('is nothing that wasn’t found', () => {
    expect(doubtfulFields(noMetadata())).toEqual([])
  })

  it('is told in words', () => {
    expect([[], ['published'], ['title', 'authors', 'published']].map((fields) => fieldWords(fields as never))).toEqual(
      ['', 'the date', 'the headline, the authors and the date']
    )
  })
})
