import type { Language } from './words.ts'

/** A sentence of the verifier in another language; null where there is no translation of it. */
export function inLanguage(sentence: string, language: Language): string | null {
  return language === 'en' ? sentence : null
}
