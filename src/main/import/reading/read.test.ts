import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { assertBlocks } from '../extracted/blocks.ts'
import { readDocument } from './document.test-helper.ts'
import { Extracted } from '../extracted/extracted.ts'

const folder = path.join(import.meta.dirname, '../fixtures')
/** What a case expects of the metadata, and of the blocks where their kinds matter. */
const Expected = z.strictObject({
  title: z.string().nullable(),
  authors: z.array(z.string()).nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  modified: z.string().nullable().optional(),
  url: z.string().nullable().optional(),
  canonicalUrl: z.string().nullable().optional(),
  retrieved: z.string().nullable().optional(),
  section: z.string().nullable().optional(),
  agencies: z.array(z.string()).nullable().optional(),
  otherAuthors: z.array(z.array(z.string())).optional(),
  language: z.string(),
  publishedFrom: z.string().optional(),
  hintUrl: z.string().optional(),
  blocks: z.string().optional(),
  surest: z.number().optional(),
  notice: z.string().nullable().optional()
})

describe('made files of many layouts', () => {
  const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())

  it('are there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25)
  })

  for (const { name } of cases) {
    it(name, async () => {
      const files = readdirSync(path.join(folder, name))
      const source = files.find((file) => file.startsWith('source.'))!
      const expected = Expected.parse(JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8')))
      const text = readFileSync(path.join(folder, name, 'expected.txt'), 'utf8').replace(/\n$/, '')

      const extracted = await readDocument(
        readFileSync(path.join(folder, name, source)),
        source,
        expected.hintUrl ?? null
      )

      expect(extracted.text).toBe(text)
      const { metadata } = extracted
      expect({
        title: metadata.title.value,
        authors: metadata.authors.value,
        publisher: metadata.publisher.value,
        published: metadata.published.value,
        language: metadata.language.value
      }).toEqual({
        title: expected.title,
        authors: expected.authors,
        publisher: expected.publisher,
        published: expected.published,
        language: expected.language
      })
      if (expected.modified !== undefined) expect(metadata.modified.value).toBe(expected.modified)
      for (const field of ['url', 'canonicalUrl', 'retrieved', 'section', 'agencies'] as const)
        if (expected[field] !== undefined) expect(metadata[field].value, field).toEqual(expected[field])
      if (expected.otherAuthors !== undefined)
        expect(metadata.authors.alternatives.map((other) => other.value)).toEqual(expected.otherAuthors)
      if (expected.publishedFrom !== undefined) expect(metadata.published.evidence?.from).toBe(expected.publishedFrom)
      if (expected.surest !== undefined) expect(metadata.title.confidence).toBeLessThanOrEqual(expected.surest)
      if (expected.notice !== undefined) expect(extracted.notice).toBe(expected.notice)
      if (expected.blocks !== undefined)
        expect(extracted.blocks.map(({ type, level }) => `${type}${level ?? ''}`).join(' ')).toBe(expected.blocks)

      assertBlocks(extracted.text, extracted.blocks)
      expect(Extracted.parse(extracted)).toEqual(extracted)
    })
  }
})
