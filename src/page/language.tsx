import { createContext, useContext } from 'react'
import { inLanguage } from './words/sentences.ts'
import { LANGUAGES, type Language } from './words/words.ts'
import type { Words } from './words/en.ts'

export const LanguageContext = createContext<Language>('en')

/** The page's words in the reader's language. */
export function useWords(): Words {
  return LANGUAGES[useContext(LanguageContext)]
}

/** A sentence of the verifier in the reader's language; in English, and marked so, where there is no translation of it. */
export function Sentence({ text }: { text: string }) {
  const language = useContext(LanguageContext)
  const said = inLanguage(text, language)
  return said === null ? <span lang="en">{text}</span> : <>{said}</>
}
