import { z } from 'zod'
import { gradeOf } from '../source/grading.ts'
import { CITED_FIELDS, doubtfulFields, isDoubtful } from '../source/doubt.ts'
import { wantsRecognition } from '../source/recognition-report.ts'
import { isImageType, sourceTitle, Tlp, type Source } from '../source/source.ts'
import type { SourceRecord } from './case.ts'

/** A row of the library. */
export const SourceRow = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  importedAt: z.string(),
  quotes: z.int().nonnegative(),
  /** True when its original can be shown in a brief. */
  image: z.boolean(),
  /** True when it has no text, though its original may show some that can be recognised. */
  textless: z.boolean(),
  /** True when its text was recognised in pictures. */
  recognised: z.boolean(),
  tlp: Tlp.nullable(),
  /** Its Admiralty grade: `B2`, `B`, `2`. */
  grade: z.string().nullable(),
  tags: z.array(z.string()),
  /** A BCP 47 tag. */
  language: z.string().nullable(),
  /** What is shown of it though it isn't sure and nobody has confirmed it. */
  doubtful: z.array(z.enum(CITED_FIELDS)),
  /** A sentence when metadata want a look (no date found, low confidence); else null. */
  attention: z.string().nullable()
})
export type SourceRow = z.infer<typeof SourceRow>

/** The library's row of a source. */
export function sourceRow({ source, quotes }: SourceRecord): SourceRow {
  const { metadata } = source
  return {
    id: source.id,
    key: source.key,
    title: sourceTitle(source),
    publisher: metadata.publisher.value,
    published: metadata.published.value,
    importedAt: source.importedAt,
    quotes: quotes.filter((quote) => quote.deletedAt === null).length,
    image: isImageType(source.original.mediaType),
    textless: wantsRecognition(source),
    recognised: source.text.recognition !== undefined,
    tlp: source.tlp,
    grade: gradeOf(source.grading),
    tags: source.tags,
    language: metadata.language.value,
    doubtful: doubtfulFields(metadata),
    attention: attention(source)
  }
}

function attention(source: Source): string | null {
  const { title, authors, published } = source.metadata
  const isImage = isImageType(source.original.mediaType)
  if (!title.confirmed && source.text.characters === 0 && !isImage) return 'No text in the file'
  if (!title.confirmed && title.value === null) return 'No headline found'
  if (!published.confirmed) {
    if (published.value === null) {
      const count = published.alternatives.length
      return count > 1 ? `Check the date: ${count} candidates` : 'No date found'
    }
    const different = new Set([
      published.value.slice(0, 10),
      ...published.alternatives.map(({ value }) => value.slice(0, 10))
    ])
    if (isDoubtful(published))
      return different.size > 1 ? `Check the date: ${different.size} candidates` : 'Check the date'
  }
  if (isDoubtful(title)) return 'Check the headline'
  if (isDoubtful(authors)) return 'Check the authors'
  return null
}
