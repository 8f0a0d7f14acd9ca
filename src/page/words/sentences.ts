import { SENTENCES } from '../../shared/wording/sentences.ts'
import type { Language } from './words.ts'

/** How a place of a template is filled: a number, words that stay as they are, a phrase, a list of phrases, sentences. */
type Filling = '#' | '*' | '>' | ',' | ';'

interface Template {
  pattern: RegExp
  fillings: Filling[]
  said: Readonly<Record<Exclude<Language, 'en'>, string>>
}

const PATTERNS: Record<Filling, string> = {
  '#': '(\\d+)',
  '*': '([^]*?)',
  '>': '([^]+?)',
  ',': '([^]+?)',
  ';': '([^]+?)'
}

const TEMPLATES = Object.entries(SENTENCES).map(([en, [de, fr, es]]): Template => {
  const fillings: Filling[] = []
  const pattern = en
    .split(/\{\d([#*>,;])\}/)
    .map((part, i) => {
      if (i % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      fillings.push(part as Filling)
      return PATTERNS[part as Filling]
    })
    .join('')
  return { pattern: new RegExp(`^${pattern}$`), fillings, said: { de, fr, es } }
})

/** Where a sentence may end and another begin. */
const BETWEEN = /(?<=[.?!])\s/g
/** Longer texts aren’t recognised: it takes time, and who writes such words may mean it to. */
const LONGEST = 4000
/** Texts with more such places aren’t taken apart: none of the checks writes so many. */
const MOST_ENDS = 40

/**
 * What a check says, one sentence or several, in another language; null where there is no translation of it. The checks write English by the same templates by which
 * it is recognised here, so that nothing but the words differs between languages.
 */
export function inLanguage(text: string, language: Language): string | null {
  if (language === 'en') return text
  if (text.length > LONGEST) return null
  const ends = [...text.matchAll(BETWEEN)].map(({ index }) => index).slice(0, MOST_ENDS)
  return several(text, 0, [...ends, text.length], language, new Map())
}

/** The sentences from a place on, the shortest first: words in them may look like a sentence’s end. */
function several(
  text: string,
  from: number,
  ends: readonly number[],
  language: Exclude<Language, 'en'>,
  known: Map<number, string | null>
): string | null {
  const before = known.get(from)
  if (before !== undefined) return before
  let found: string | null = null
  for (const end of ends) {
    if (end <= from) continue
    const first = one(text.slice(from, end), language)
    if (first === null) continue
    const rest = end === text.length ? '' : several(text, end + 1, ends, language, known)
    if (rest === null) continue
    found = rest === '' ? first : `${first} ${rest}`
    break
  }
  known.set(from, found)
  return found
}

/** A sentence or phrase by its template. */
function one(sentence: string, language: Exclude<Language, 'en'>): string | null {
  for (const { pattern, fillings, said } of TEMPLATES) {
    const found = pattern.exec(sentence)
    if (!found) continue
    const filled = fillings.map((filling, i) => fill(found[i + 1]!, filling, language))
    if (filled.every((each) => each !== null))
      return said[language].replace(/\{(\d)\}/g, (_, n) => filled[Number(n) - 1]!)
  }
  return null
}

function fill(text: string, filling: Filling, language: Exclude<Language, 'en'>): string | null {
  if (filling === '#' || filling === '*') return text
  if (filling === '>') return one(text, language)
  if (filling === ';') return inLanguage(text, language)
  const parts = text.split(', ').map((part) => one(part, language))
  return parts.every((part) => part !== null) ? parts.join(', ') : null
}
