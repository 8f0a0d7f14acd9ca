import { z } from 'zod'
import { Failure } from '../../../shared/errors/errors.ts'
import { Block, SourceMetadata } from '../../../shared/source/source.ts'

/** Bytes, whatever buffer holds them. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What an importer makes of one document. */
export const Extracted = z.object({
  extractor: z.string(),
  mediaType: z.string(),
  /** Extension under which the original is kept, without the dot. */
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
  /** The encoding in which a text file is written, as it was read. */
  encoding: z.string().optional(),
  text: z.string(),
  /** Empty only with a notice that says why. */
  blocks: z.array(Block),
  metadata: SourceMetadata,
  /** What a reader must know of the text, a sentence: that the file is a scan without text, that pages lack it. */
  notice: z.string().nullable()
})
export type Extracted = z.infer<typeof Extracted>

/** Where a file is on disk: bytes where the path isn't UTF-8. */
const FilePlace = z.union([
  z.string(),
  Bytes.transform((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
])

/** What is known of a document's metadata from outside of it. Dates and lists as in `SourceMetadata`. */
export const Given = z.object({
  /** Kind of place, one of those that `Evidence` lists. */
  from: z.string(),
  /** What stood there, short. */
  detail: z.string(),
  /** How sure it is, 0 to 1: compared with what the document itself says. */
  confidence: z.number().min(0).max(1),
  title: z.string().optional(),
  authors: z.array(z.string()).optional(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  modified: z.string().optional(),
  retrieved: z.string().optional(),
  url: z.string().optional(),
  language: z.string().optional(),
  section: z.string().optional(),
  edition: z.string().optional(),
  page: z.string().optional()
})
export type Given = z.infer<typeof Given>

/** What is known of a file besides its bytes. */
export const FileHint = z.object({
  /** Name without folder. */
  name: z.string(),
  /** Where it came from, when the user, the clipboard or the container says so. */
  url: z.string().nullable(),
  /** What a container or a reference manager's export says of it. */
  given: z.array(Given),
  /** How many levels of mails, their parts and containers it stands in; none for a file. */
  level: z.int().nonnegative().optional()
})
export type FileHint = z.infer<typeof FileHint>

/** An item inside a container. */
export const Entry = z.object({
  /** Place inside the container, for people: a path, a number, an address. */
  path: z.string(),
  hint: FileHint,
  bytes: Bytes,
  /** Why it could not be taken out; `bytes` is empty then. */
  error: Failure.nullable(),
  /** Why it, or what it stands for, is passed over, in sentences: it's only to be named, and `bytes` is empty. */
  passedOver: z.string().optional()
})
export type Entry = z.infer<typeof Entry>

/** A work as a reference manager's export describes it. */
export const ReferenceItem = z.object({
  given: Given,
  /** Paths of its files as the export writes them: relative to its own folder, or absolute, with the marks of whatever system it was. */
  files: z.array(z.string()),
  title: z.string().nullable()
})
export type ReferenceItem = z.infer<typeof ReferenceItem>

/**
 * What a file holds: a document, a document with parts of their own (a mail's attachments), or, when it is a container such as an
 * archive, neither: its items are had one by one then.
 */
export const Reading = z.object({
  document: Extracted.nullable(),
  parts: z.array(Entry),
  container: z.boolean(),
  /** What a reference manager's export says of works; null for everything else. */
  references: z.array(ReferenceItem).nullable()
})
export type Reading = z.infer<typeof Reading>

/** What is made of a container: its items are had one by one. */
export const CONTAINER: Reading = { document: null, parts: [], container: true, references: null }

/** What is made of a file that is one document. */
export function documentReading(document: Extracted): Reading {
  return { document, parts: [], container: false, references: null }
}

/** A file whose items are had one by one: in memory, or on disk when it's too large for that. */
export const ContainerFile = z.union([z.object({ bytes: Bytes }), z.object({ path: FilePlace })])
export type ContainerFile = z.infer<typeof ContainerFile>
