import type { Language } from './words.ts'
import { SENTENCES } from './table.ts'

/** How a place of a template is filled: a number, words that stay as they are, a phrase, a list of phrases. */
type Filling = '#' | '*' | '>' | ','

interface Template {
  pattern: RegExp
  fillings: Filling[]
  said: Readonly<Record<Exclude<Language, 'en'>, string>>
}

const PATTERNS: Record<Filling, string> = {
  '#': '(\\d+)',
  '*': '([\\s\\S]*?)',
  '>': '([\\s\\S]+?)',
  ',': '([\\s\\S]+?)'
}

const TEMPLATES = SENTENCES.map(([en, de, fr, es]): Template => {
  const fillings: Filling[] = []
  const pattern = en
    .split(/\{\d([#*>,])\}/)
    .map((part, i) => {
      if (i % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      fillings.push(part as Filling)
      return PATTERNS[part as Filling]
    })
    .join('')
  return { pattern: new RegExp(`^${pattern}$`), fillings, said: { de, fr, es } }
})

/**
 * A sentence of the verifier in another language; null where there is no translation of it, or of a phrase in it. The verifier writes English:
 * what it says is recognised by the templates of its sentences, so that nothing but the words differs between languages.
 */
export function inLanguage(sentence: string, language: Language): string | null {
  if (language === 'en') return sentence
  for (const { pattern, fillings, said } of TEMPLATES) {
    const found = pattern.exec(sentence)
    if (!found) continue
    const filled = fillings.map((filling, i) => fill(found[i + 1]!, filling, language))
    if (filled.every((each) => each !== null))
      return said[language].replace(/\{(\d)\}/g, (_, n) => filled[Number(n) - 1]!)
  }
  return null
}

function fill(text: string, filling: Filling, language: Language): string | null {
  if (filling === '#' || filling === '*') return text
  if (filling === '>') return inLanguage(text, language)
  const parts = text.split(', ').map((part) => inLanguage(part, language))
  return parts.every((part) => part !== null) ? parts.join(', ') : null
}
