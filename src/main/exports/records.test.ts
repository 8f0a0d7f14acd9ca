import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sampleBrief } from '../pdf/test/sample.test-helper.ts'
import { writeAnnotations } from './formats/annotations/write-annotations.ts'
import { writeCslJson } from './formats/csl-json/write-csl-json.ts'

/** What csl-data.json of CSL 1.0.2 says of the fields that are written here. */
const CslDate = z.union([
  z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2) }),
  z.strictObject({ literal: z.string() })
])
const CslItem = z.strictObject({
  id: z.string(),
  type: z.enum(['article', 'article-newspaper', 'webpage']),
  title: z.string(),
  author: z.array(z.strictObject({ literal: z.string() })).optional(),
  'container-title': z.string().optional(),
  issued: CslDate.optional(),
  accessed: CslDate,
  URL: z.string().optional(),
  section: z.string().optional(),
  language: z.string().optional(),
  note: z.string()
})

describe('a brief’s sources and quotes for other programs', () => {
  it('are the cited sources as CSL-JSON, in the order of their numbers', () => {
    const input = sampleBrief()
    const items = z.array(CslItem).parse(JSON.parse(writeCslJson(input)))
    const ids = items.map(({ id }) => id)
    expect(ids).toEqual(input.sources.map(({ source }) => source.key))
    expect(items[0]).toMatchObject({ 'container-title': 'Northern Courier', issued: { 'date-parts': [[2031, 2, 25]] } })
  })

  it('are the cited quotes as annotations whose selectors hold in the texts that come with them', () => {
    const input = sampleBrief()
    const Selector = z.tuple([
      z.object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
      z.object({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() })
    ])
    const Item = z.object({
      type: z.literal('Annotation'),
      target: z.object({ source: z.string(), selector: Selector }),
      quoteState: z.literal('verbatim')
    })
    const collection = z
      .object({
        type: z.literal('AnnotationCollection'),
        total: z.int(),
        first: z.object({ items: z.array(Item) }),
        sources: z.array(z.object({ id: z.string(), text: z.string() }))
      })
      .parse(JSON.parse(writeAnnotations(input)))
    expect(collection.total).toBe(input.quotes.length)
    expect(collection.first.items).toHaveLength(input.quotes.length)
    for (const { target } of collection.first.items) {
      const { text } = collection.sources.find(({ id }) => id === target.source)!
      const [{ exact, prefix, suffix }, { start, end }] = target.selector
      const characters = Array.from(text)
      expect(characters.slice(start, end).join('')).toBe(exact)
      expect(text).toContain(prefix + exact + suffix)
    }
  })

  it('hold no text of a source when the author doesn’t pass it on', () => {
    const input = sampleBrief({ includeTexts: false })
    const written = writeAnnotations(input)
    expect(written).not.toContain('The chair declined to say who had drawn up the undertaking')
    expect(writeAnnotations(sampleBrief())).toContain('The chair declined to say who had drawn up the undertaking')
    expect(written).not.toContain('"text":')
  })
})
