import { z } from 'zod'
import { Grading } from './grading.ts'
import { Doubt, Recognition } from './recognition.ts'

/** Traffic Light Protocol 2.0 (FIRST, 2022), from least to most restricted. */
export const TLP_LABELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const
export const Tlp = z.enum(TLP_LABELS)
export type Tlp = z.infer<typeof Tlp>

/** Lower-case hexadecimal SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const BLOCK_TYPES = ['heading', 'paragraph', 'listItem', 'quote', 'tableRow', 'caption'] as const

/**
 * A range `[start, end)` of a source's text in UTF-16 units. Blocks are in order, don't overlap and are separated in the
 * text by one line feed. `level` (1-6) is set on headings only, `page` (from 1) where the original has pages; `pageLabel` is what the original itself calls
 * that page (`xii`), where that isn't its number.
 */
export const Block = z.object({
  type: z.enum(BLOCK_TYPES),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  level: z.int().min(1).max(6).optional(),
  page: z.int().positive().optional(),
  pageLabel: z.string().min(1).optional()
})
export type Block = z.infer<typeof Block>

/** The working copy extracted from an original, or recognised on its pictures. Immutable: a new extraction, recognition or correction is a new version beside it. */
export const SourceText = z.object({
  schema: z.literal(8),
  /** Name and version of what extracted it, such as `html/1`. */
  extractor: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  /** SHA-256 of `text` in UTF-8. */
  sha256: Sha256,
  /** Of a recognised text: the words of which the engine wasn't sure, in order. */
  doubts: z.array(Doubt).optional()
})
export type SourceText = z.infer<typeof SourceText>

/** Where a metadata value was found. */
export const Evidence = z.object({
  /**
   * Kind of place: `json-ld`, `meta`, `link`, `microdata`, `time`, `byline`, `dateline`, `heading`, `title`, `front-matter`, `header`, `url`, `text`,
   * `file-name`, `properties` (of a document), `container` (an archive, a mail, a saved page's wrapping), `reference` (a reference manager's
   * export), `user`, `merge`.
   */
  from: z.string(),
  /** What stood there, verbatim and short. */
  detail: z.string()
})
export type Evidence = z.infer<typeof Evidence>

/**
 * A metadata value with where it came from, what else was found, and how sure the importer is (0 to 1). A value that the
 * user set or confirmed has `evidence.from` = `user` or `confirmed: true`.
 */
function found<T extends z.ZodType>(value: T) {
  return z.object({
    value: value.nullable(),
    evidence: Evidence.nullable(),
    confidence: z.number().min(0).max(1),
    alternatives: z.array(z.object({ value, evidence: Evidence })),
    confirmed: z.boolean().optional()
  })
}

export const FoundText = found(z.string())
export const FoundList = found(z.array(z.string()))
export type Found<T> = {
  value: T | null
  evidence: Evidence | null
  confidence: number
  alternatives: { value: T; evidence: Evidence }[]
  confirmed?: boolean | undefined
}

/**
 * Dates are ISO 8601: a day (`2017-05-25`), a month (`2017-05`), a year, or a time with offset or `Z`. `published` is never
 * the modified date; `retrieved` is when the copy was saved. `url` is where the copy came from, `canonicalUrl` the address that it names as
 * its own. `section` is the publisher's (`World`), `edition` and `page` are those of the printed paper, as written (`Late Edition`, `A1`), `wordCount` is
 * what a press database counted (digits), `documentId` its own number of the article. `agencies` are those credited in the article (`Reuters`).
 * `language` is a BCP 47 tag.
 */
export const SourceMetadata = z.object({
  title: FoundText,
  authors: FoundList,
  publisher: FoundText,
  published: FoundText,
  modified: FoundText,
  retrieved: FoundText,
  url: FoundText,
  canonicalUrl: FoundText,
  language: FoundText,
  section: FoundText,
  edition: FoundText,
  page: FoundText,
  wordCount: FoundText,
  documentId: FoundText,
  agencies: FoundList
})
export type SourceMetadata = z.infer<typeof SourceMetadata>

/** The fields of a source's metadata. */
export type MetadataField = keyof SourceMetadata
/** Those whose value is a list. */
export const LIST_FIELDS = ['authors', 'agencies'] as const
export type ListField = (typeof LIST_FIELDS)[number]
export type TextField = Exclude<MetadataField, ListField>
const METADATA_FIELDS = Object.keys(SourceMetadata.shape) as MetadataField[]

/** Makes metadata field by field, each as its kind. */
export function metadataOf(makers: {
  text: (field: TextField) => Found<string>
  list: (field: ListField) => Found<string[]>
}): SourceMetadata {
  const isList = (field: MetadataField): field is ListField => LIST_FIELDS.some((name) => name === field)
  return Object.fromEntries(
    METADATA_FIELDS.map((field) => [field, isList(field) ? makers.list(field) : makers.text(field)])
  ) as SourceMetadata
}

/** A value that was not found. */
export function notFound<T>(): Found<T> {
  return { value: null, evidence: null, confidence: 0, alternatives: [] }
}

/** Metadata of which nothing was found. */
export function noMetadata(): SourceMetadata {
  return metadataOf({ text: () => notFound(), list: () => notFound() })
}

/** The bytes as received. */
export const Original = z.object({
  /** File name inside the source's folder, such as `original.html`. */
  file: z.string().regex(/^original\.[a-z0-9]{1,8}$/),
  /** Name under which it was imported, without its folder. */
  name: z.string(),
  /** The name's own bytes in hexadecimal, where the file's system had it in another encoding than UTF-8 and `name` is what was made of it. */
  nameBytes: z
    .string()
    .regex(/^(?:[0-9a-f]{2})+$/)
    .optional(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  sha256: Sha256
})
export type Original = z.infer<typeof Original>

/** Where a source was taken out of: an archive, a mailbox, or a mail that is a source itself. */
export const Container = z.object({
  /** Name of the file. */
  name: z.string(),
  /** SHA-256 of the file; null when it was too large to be hashed or stood inside another one. */
  sha256: Sha256.nullable(),
  /** Place inside it, for people: a path, a number, an address. Places in nested containers are joined by ` › `. */
  path: z.string()
})
export type Container = z.infer<typeof Container>

/**
 * One imported item, without its text. `key` (`S1`) names it to people and is never used twice in a case; `formerKeys` are those that it
 * had in a copy of the case before the two were merged.
 */
export const Source = z.object({
  id: z.string(),
  key: z.string().regex(/^S[1-9]\d*$/),
  formerKeys: z.array(z.string()),
  importedAt: z.iso.datetime(),
  original: Original,
  container: Container.nullable(),
  text: z.object({
    sha256: Sha256,
    extractor: z.string(),
    characters: z.int().nonnegative(),
    /** What a reader must know of the text, a sentence: that the file is a scan without text, that pages lack it. */
    notice: z.string().nullable(),
    /** How it was recognised, where it wasn't in the original as text. */
    recognition: Recognition.optional()
  }),
  metadata: SourceMetadata,
  tlp: Tlp.nullable(),
  grading: Grading.nullable(),
  tags: z.array(z.string()),
  note: z.string(),
  /** When it was put into the trash; null while it's in use. */
  deletedAt: z.iso.datetime().nullable()
})
export type Source = z.infer<typeof Source>

/** The images that a brief can show. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

export function isImageType(mediaType: string): mediaType is ImageType {
  return IMAGE_TYPES.some((type) => type === mediaType)
}

/** What image some bytes begin as (the signatures of ISO/IEC 15948 and ISO/IEC 10918-1); null for what a brief can't show. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  const begins = (...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : null
}

/** The paragraph number (from 1) in which an offset of the text lies: headings count too. 0 when there is no block. */
export function paragraphAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The title to show for a source: its headline, else the name of its file. */
export function sourceTitle(source: Pick<Source, 'metadata' | 'original'>): string {
  return source.metadata.title.value ?? source.original.name
}
