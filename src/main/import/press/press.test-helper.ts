import { expect } from 'vitest'
import type { Entry } from '../extracted/extracted.ts'
import { read } from '../reading/read.ts'
import { unpack } from '../reading/unpack.ts'
import { allOf } from '../container/container.test-helper.ts'
import { named } from '../reading/document.test-helper.ts'
import type { MadeArticle } from './made-exports.test-helper.ts'

/** The articles of an export, each from its own bytes. */
export async function entriesOf(bytes: Uint8Array, name: string): Promise<Entry[]> {
  expect(await read(bytes, named(name))).toMatchObject({ container: true, document: null })
  return allOf(unpack({ bytes }, named(name)))
}

/** Checks that an export is split into these articles, with all fields and nothing but their text. */
export async function expectArticles(
  bytes: Uint8Array,
  name: string,
  wanted: readonly (MadeArticle & { documentId: string })[],
  language: string
): Promise<void> {
  const entries = await entriesOf(bytes, name)
  expect(entries.map(({ path }) => path)).toEqual(wanted.map(({ title }, index) => `article ${index + 1}: ${title}`))
  for (const [index, entry] of entries.entries()) {
    const { title, authors, publisher, section, edition, page, words, day, paragraphs, documentId } = wanted[index]!
    const { document } = await read(entry.bytes, entry.hint)
    const values = Object.fromEntries(Object.entries(document!.metadata).map(([field, { value }]) => [field, value]))
    expect(values, entry.path).toMatchObject({
      title,
      authors: authors.length === 0 ? null : authors,
      publisher,
      published: day,
      section: section || null,
      edition: edition || null,
      page: page || null,
      wordCount: words === 0 ? null : String(words),
      documentId,
      language
    })
    for (const field of ['title', 'publisher', 'published', 'documentId'] as const)
      expect(document!.metadata[field]).toMatchObject({ evidence: { from: 'header' }, confidence: 0.97 })
    expect(document!.text, entry.path).toBe([title, ...paragraphs].join('\n'))
  }
}
