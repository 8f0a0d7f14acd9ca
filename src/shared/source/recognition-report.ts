import { z } from 'zod'
import { Failure } from '../errors/errors.ts'
import type { Source } from './source.ts'

/** What became of one source whose text was to be recognised. */
export const RecognitionItem = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  /** `nothing`: no letters were found, or all pages had text already; it has the text that it had. */
  status: z.enum(['recognised', 'nothing', 'failed']),
  /** Pages on which text was recognised. */
  pages: z.int().nonnegative(),
  characters: z.int().nonnegative(),
  /** Mean confidence of its words, 0 to 100; null when none was found. */
  confidence: z.number().nullable(),
  /** What a reader must know of it: pages that couldn't be read, why nothing was recognised. */
  notice: z.string().nullable(),
  error: Failure.optional()
})
export type RecognitionItem = z.infer<typeof RecognitionItem>

export const RecognitionReport = z.object({ items: z.array(RecognitionItem), cancelled: z.boolean() })
export type RecognitionReport = z.infer<typeof RecognitionReport>

export const RecognitionProgress = z.object({
  /** Sources that are done, and all of them. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** The one that is being read; null at the end. */
  current: z
    .object({ key: z.string(), title: z.string(), page: z.int().positive(), pages: z.int().positive() })
    .nullable()
})
export type RecognitionProgress = z.infer<typeof RecognitionProgress>

/** True for a source whose original may show text that isn't in it as text: a PDF or a picture. */
export function canRecognise({ original }: Pick<Source, 'original'>): boolean {
  return original.mediaType === 'application/pdf' || original.mediaType.startsWith('image/')
}

/** True for one that has no text at all, though its original may show some. */
export function wantsRecognition(source: Pick<Source, 'original' | 'text'>): boolean {
  return source.text.characters === 0 && canRecognise(source)
}
