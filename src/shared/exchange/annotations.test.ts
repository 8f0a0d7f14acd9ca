import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createQuote } from '../quote/create.ts'
import type { Quote } from '../quote/quote.ts'
import { ANNOTATION_CONTEXT, collectionFrame, toAnnotation } from './annotations.ts'
import { madeSource } from './made-source.test-helper.ts'

const TEXT = 'Headline 𝒳\nThe board “followed every rule”, the chair said.'
const WORDS = 'followed every rule'
const source = madeSource()
const place = { iri: 'sources/S1/text.txt', text: TEXT, state: 'verbatim' as const }

function quote(fields: Partial<Quote> = {}): Quote {
  const start = TEXT.indexOf(WORDS)
  const target = {
    exact: WORDS,
    prefix: 'The board “',
    suffix: '”, the chair said.',
    start,
    end: start + WORDS.length,
    textSha256: source.text.sha256
  }
  const created = { id: 'q-1', key: 'Q1', sourceId: source.id, target, createdAt: '2031-03-12T10:00:00.000Z' }
  return { ...createQuote(created), ...fields }
}

/** What the model requires (https://www.w3.org/TR/annotation-model/, sections 3 to 5) of the parts that are used here. */
const iri = z.string().regex(/^(?:[a-z][a-z0-9+.-]*:\S+|[^\s:]+)$/i)
const Body = z.strictObject({
  type: z.literal('TextualBody'),
  value: z.string(),
  format: z.literal('text/plain'),
  purpose: z.enum(['commenting', 'tagging', 'identifying'])
})
const Words = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string()
})
const Position = z.strictObject({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(0) })
const Annotation = z.strictObject({
  id: iri,
  type: z.literal('Annotation'),
  motivation: z.literal('highlighting'),
  created: z.iso.datetime(),
  body: z.array(Body).min(1).optional(),
  target: z.strictObject({
    type: z.literal('SpecificResource'),
    source: iri,
    selector: z.union([z.tuple([Words]), z.tuple([Words, Position])]),
    textSha256: z.string(),
    originalSha256: z.string()
  }),
  quoteKey: z.string(),
  sourceKey: z.string(),
  quoteState: z.string().optional(),
  attribution: z.array(z.string()).min(1).optional()
})
const Collection = z.strictObject({
  '@context': z.tuple([z.literal('http://www.w3.org/ns/anno.jsonld'), z.strictObject({ '@vocab': iri })]),
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  generator: z.strictObject({ type: z.literal('Software'), name: z.string() }),
  total: z.int().min(0),
  first: z.strictObject({
    id: iri,
    type: z.literal('AnnotationPage'),
    partOf: iri,
    startIndex: z.literal(0),
    items: z.array(Annotation)
  })
})

describe('toAnnotation', () => {
  it('makes what the model asks for, with and without all that may be known', () => {
    const plain = toAnnotation(quote(), source, { ...place, state: null })
    expect(Annotation.parse(plain)).toEqual(plain)
    expect(Object.keys(plain)).not.toContain('body')
    const full = toAnnotation(
      quote({
        note: 'Odd.',
        tags: ['rules', 'board'],
        speaker: 'The chair',
        attribution: ['Harrow Courier', 'the chair']
      }),
      source,
      place
    )
    expect(Annotation.parse(full)).toEqual(full)
    expect(full.body?.map(({ purpose, value }) => [purpose, value])).toEqual([
      ['commenting', 'Odd.'],
      ['tagging', 'rules'],
      ['tagging', 'board'],
      ['identifying', 'The chair']
    ])
    expect(full).toMatchObject({ quoteState: 'verbatim', quoteKey: 'Q1', sourceKey: 'S1' })
  })

  it('counts positions in code points', () => {
    const [words, position] = toAnnotation(quote(), source, place).target.selector
    expect(words.exact).toBe(WORDS)
    expect([...TEXT].slice(position!.start, position!.end).join('')).toBe(WORDS)
    expect(position!.start).toBe(TEXT.indexOf(WORDS) - 1)
  })

  it('gives no position in a text on which the quote was not made', () => {
    const other = quote()
    const { selector } = toAnnotation(
      { ...other, target: { ...other.target, textSha256: 'e'.repeat(64) } },
      source,
      place
    ).target
    expect(selector).toHaveLength(1)
  })
})

describe('collectionFrame', () => {
  it.each([0, 1, 3])('frames %i annotations as a collection', (count) => {
    const { before, after } = collectionFrame('urn:dossier:case:c:quotes', 'Line\n“one”', 'Dossier 0.0.0')
    const items = Array.from({ length: count }, () => JSON.stringify(toAnnotation(quote(), source, place)))
    const collection = Collection.parse(JSON.parse(before + items.join(',') + after(count)))
    expect(collection.total).toBe(count)
    expect(collection.first.items).toHaveLength(count)
    expect(collection.first.partOf).toBe(collection.id)
    expect(collection['@context']).toEqual(ANNOTATION_CONTEXT)
  })
})
