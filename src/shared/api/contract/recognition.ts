import { z } from 'zod'
import { OcrLanguage } from '../../source/recognition.ts'
import { RecognitionReport } from '../../source/recognition-report.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

export const recognitionRequests = {
  /**
   * Recognises the text of sources whose originals are pictures, or PDFs with pages without text. `languages` null: each source's own, as far as it's known, else the one in
   * which most of the case's are.
   */
  'recognition.start': {
    does: 'edits',
    long: true,
    input: z.object({ ids: z.array(z.string()).min(1), languages: z.array(OcrLanguage).min(1).nullable() }),
    output: RecognitionReport
  },
  'recognition.cancel': { does: 'steers', input: Nothing, output: Nothing },
  /** Sources without text whose originals may show some, in the order of their keys. */
  'recognition.wanted': { does: 'reads', input: Nothing, output: z.object({ ids: z.array(z.string()) }) },
  /** Puts other words in the place of a range of a recognised text. The original is unchanged, and quotes go along. */
  'recognition.correct': {
    does: 'edits',
    input: z.object({
      id: z.string(),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      /** SHA-256 of the text for which the range holds. */
      textSha256: z.string(),
      words: z.string().max(10_000)
    }),
    output: Nothing
  }
} as const satisfies Record<string, RequestDeclaration>
