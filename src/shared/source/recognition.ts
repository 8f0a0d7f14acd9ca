import { z } from 'zod'

/** The languages whose letters and words can be recognised, by their names in ISO 639-2, as Tesseract has them. */
export const OCR_LANGUAGES = ['eng', 'deu', 'fra', 'spa', 'rus'] as const
export const OcrLanguage = z.enum(OCR_LANGUAGES)
export type OcrLanguage = z.infer<typeof OcrLanguage>

/** Their names for people. */
export const OCR_LANGUAGE_NAMES: Record<OcrLanguage, string> = {
  eng: 'English',
  deu: 'German',
  fra: 'French',
  spa: 'Spanish',
  rus: 'Russian'
}

const BY_TAG: Readonly<Record<string, OcrLanguage>> = { en: 'eng', de: 'deu', fr: 'fra', es: 'spa', ru: 'rus' }

/** The language of a BCP 47 tag, if it can be recognised. */
export function ocrLanguageOf(tag: string | null): OcrLanguage | null {
  return BY_TAG[(tag ?? '').split('-')[0]!.toLowerCase()] ?? null
}

/** The BCP 47 tag of a language. */
export function tagOf(language: OcrLanguage): string {
  return Object.entries(BY_TAG).find(([, name]) => name === language)![0]
}

/** How a text was recognised on pictures of its source's original. */
export const Recognition = z.object({
  /** The engine with its version, such as `tesseract 5.1.0`. */
  engine: z.string(),
  languages: z.array(OcrLanguage).min(1),
  /** ISO 8601, in UTC. */
  at: z.iso.datetime(),
  /** Mean confidence of its words, 0 to 100, as the engine tells it. */
  confidence: z.number().min(0).max(100),
  /** Pages on which text was recognised, from 1; those that had text of their own keep it. */
  pages: z.array(z.int().positive()),
  /** SHA-256 of the text that the source had when it was imported, by which it is the same source in another copy of the case. */
  imported: z.string().regex(/^[0-9a-f]{64}$/),
  /** How often the analyst corrected it since. */
  corrections: z.int().nonnegative()
})
export type Recognition = z.infer<typeof Recognition>

/** How a text was recognised, in words: by what, in which languages, how surely, and how often it was corrected. */
export function recognitionWords({ engine, languages, confidence, corrections }: Recognition): string {
  const names = languages.map((language) => OCR_LANGUAGE_NAMES[language]).join(' and ')
  const corrected = corrections === 0 ? '' : corrections === 1 ? ', corrected once' : `, corrected ${corrections} times`
  return `recognised in pictures by ${engine} (${names}), mean confidence ${Math.round(confidence)} %${corrected}`
}

/** A range `[start, end)` of a text, in UTF-16 units, of which the engine wasn't sure. */
export const Doubt = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Doubt = z.infer<typeof Doubt>
