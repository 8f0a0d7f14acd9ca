import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

/** The languages of the page, by their codes (BCP 47). */
export const LANGUAGES = { en, de, fr, es } satisfies Record<string, Words>
export type Language = keyof typeof LANGUAGES

/** The first of the reader's languages that the page has; English where it has none. */
export function languageFor(wanted: readonly string[]): Language {
  for (const each of wanted) {
    const code = each.toLowerCase().split('-')[0]!
    if (Object.hasOwn(LANGUAGES, code)) return code as Language
  }
  return 'en'
}
