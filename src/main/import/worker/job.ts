import { z } from 'zod'
import { Failure } from '../../../shared/errors/errors.ts'
import { OcrLanguage } from '../../../shared/source/recognition.ts'
import { RecognisedPage } from '../recognition/recognised-page.ts'
import { Bytes, ContainerFile, Entry, FileHint, Reading } from '../extracted/extracted.ts'

/** What the import worker is asked for: a file read, a container opened and its next item, or a scan opened and one of its pages. */
export const Job = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), id: z.int(), bytes: Bytes, hint: FileHint }),
  z.object({ kind: z.literal('open'), id: z.int(), file: ContainerFile, hint: FileHint }),
  z.object({ kind: z.literal('next'), id: z.int(), hint: FileHint }),
  z.object({
    kind: z.literal('scan'),
    id: z.int(),
    bytes: Bytes,
    mediaType: z.string(),
    languages: z.array(OcrLanguage).min(1),
    hint: FileHint
  }),
  z.object({ kind: z.literal('page'), id: z.int(), number: z.int().positive(), hint: FileHint })
])
export type Job = z.infer<typeof Job>

/** Told to the thread: nothing more comes. */
export const END = 'end'

/** What it answers; `next` is null after the last item. */
export const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), id: z.int(), reading: Reading }),
  z.object({ kind: z.literal('open'), id: z.int() }),
  z.object({ kind: z.literal('next'), id: z.int(), entry: Entry.nullable() }),
  z.object({ kind: z.literal('scan'), id: z.int(), pages: z.int().positive(), engine: z.string() }),
  z.object({ kind: z.literal('page'), id: z.int(), page: RecognisedPage.nullable() }),
  z.object({ kind: z.literal('failed'), id: z.int(), error: Failure })
])
export type Answer = z.infer<typeof Answer>
