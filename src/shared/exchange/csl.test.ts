import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { notFound, type Found, type SourceMetadata } from '../source/source.ts'
import { toCslDate, toCslItem } from './csl.ts'
import { madeSource } from './made-source.test-helper.ts'

/** The rules of `csl-data.json` 1.0.2 for the members that are used here; it allows no others. */
const CslDate = z.union([
  z.strictObject({
    'date-parts': z
      .array(
        z
          .array(z.union([z.string(), z.number()]))
          .min(1)
          .max(3)
      )
      .min(1)
      .max(2)
  }),
  z.strictObject({ literal: z.string() })
])
const Item = z.strictObject({
  id: z.union([z.string(), z.number()]),
  type: z.enum(['article-newspaper', 'book', 'document', 'report', 'webpage']),
  title: z.string().optional(),
  author: z.array(z.strictObject({ literal: z.string() })).optional(),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  issued: CslDate.optional(),
  accessed: CslDate.optional(),
  URL: z.string().optional(),
  section: z.string().optional(),
  edition: z.union([z.string(), z.number()]).optional(),
  page: z.string().optional(),
  archive_location: z.string().optional(),
  language: z.string().optional(),
  note: z.string().optional()
})

const known = <T>(value: T): Found<T> => ({ ...notFound<T>(), value })
const { metadata } = madeSource()

function item(fields: Partial<SourceMetadata>): ReturnType<typeof toCslItem> {
  const made = toCslItem(madeSource({ metadata: { ...metadata, ...fields } }))
  expect(Item.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
  return made
}

describe('toCslItem', () => {
  it('gives a reference manager what is known', () => {
    expect(
      item({
        title: known('Ferry sinks'),
        authors: known(['A. Harrow', 'Desk of the Courier']),
        publisher: known('Harrow Courier'),
        published: known('2031-02-25'),
        url: known('https://courier.example/ferry'),
        language: known('en-GB')
      })
    ).toEqual({
      id: 'S1',
      type: 'article-newspaper',
      title: 'Ferry sinks',
      author: [{ literal: 'A. Harrow' }, { literal: 'Desk of the Courier' }],
      'container-title': 'Harrow Courier',
      issued: { 'date-parts': [[2031, 2, 25]] },
      accessed: { 'date-parts': [[2031, 3, 12]] },
      URL: 'https://courier.example/ferry',
      language: 'en-GB',
      note: `S1; SHA-256 of the original: ${'a'.repeat(64)}`
    })
  })

  it('tells reports, articles and pages apart by what is known', () => {
    const publisher = known('Harrow Institute')
    const published = known('2031-02')
    const pdf = { ...madeSource().original, mediaType: 'application/pdf' }
    const made = (fields: Partial<SourceMetadata>): unknown =>
      toCslItem(madeSource({ original: pdf, metadata: { ...metadata, ...fields } }))
    expect(made({ publisher, published })).toMatchObject({ type: 'report', publisher: 'Harrow Institute' })
    expect(made({ publisher, published, section: known('World') })).toMatchObject({
      type: 'article-newspaper',
      'container-title': 'Harrow Institute'
    })
    expect(item({ publisher, url: known('https://institute.example/') }).type).toBe('webpage')
    expect(item({ publisher }).type).toBe('article-newspaper')
  })

  it('tells where in a paper it stood, and its number in a database', () => {
    const fields = { publisher: known('Courier'), section: known('News'), edition: known('Late Edition') }
    expect(item({ ...fields, page: known('A1'), documentId: known('COASTC0020310304e7ct0015j') })).toMatchObject({
      type: 'article-newspaper',
      section: 'News',
      edition: 'Late Edition',
      page: 'A1',
      archive_location: 'COASTC0020310304e7ct0015j'
    })
  })

  it('leaves out what isn’t', () => {
    expect(Object.keys(item({})).sort()).toEqual(['accessed', 'id', 'note', 'title', 'type'])
    expect(item({})).toMatchObject({ type: 'document', title: 'report.txt' })
    expect(item({ url: known('https://courier.example/') }).type).toBe('webpage')
    expect(item({ authors: known(['', ' ']) })).not.toHaveProperty('author')
  })
})

describe('toCslDate', () => {
  it.each([
    ['2031', [2031]],
    ['2031-02', [2031, 2]],
    ['2031-02-05', [2031, 2, 5]],
    ['2031-02-05T23:30:00+11:00', [2031, 2, 5]]
  ])('reads %s', (date, parts) => {
    expect(toCslDate(date)).toEqual({ 'date-parts': [parts] })
  })

  it('keeps whatever else as it is written', () => {
    for (const date of ['spring 2031', '2031-13', '2031-02-32', '', '2031-2-5'])
      expect(toCslDate(date)).toEqual({ literal: date })
    fc.assert(fc.property(fc.string(), (date) => CslDate.safeParse(toCslDate(date)).success))
  })
})
