import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/** Patterns by language, or by language and region where they differ. Read when first needed. */
const PATTERNS: Record<string, string> = {
  be: 'be',
  bg: 'bg',
  ca: 'ca',
  cs: 'cs',
  cy: 'cy',
  da: 'da',
  de: 'de-1996',
  el: 'el-monoton',
  en: 'en-gb',
  'en-us': 'en-us',
  es: 'es',
  et: 'et',
  eu: 'eu',
  fi: 'fi',
  fr: 'fr',
  ga: 'ga',
  gl: 'gl',
  hr: 'hr',
  hu: 'hu',
  hy: 'hy',
  id: 'id',
  is: 'is',
  it: 'it',
  ka: 'ka',
  la: 'la',
  lt: 'lt',
  lv: 'lv',
  mk: 'mk',
  nb: 'nb',
  nl: 'nl',
  nn: 'nn',
  no: 'nb',
  pl: 'pl',
  pt: 'pt',
  ro: 'ro',
  ru: 'ru',
  sk: 'sk',
  sl: 'sl',
  sr: 'sr-cyrl',
  sv: 'sv',
  tr: 'tr',
  uk: 'uk'
}

const LEAST_LETTERS = 5
const LEAST_BEFORE = 2
const LEAST_AFTER = 3
const SOFT_HYPHEN = '\u00ad'

type Hyphenate = (word: string) => string
type CreateHyphenator = (patterns: unknown, options: { html: boolean; minWordLength: number }) => Hyphenate

/** A language's patterns, and what they gave for words so far. */
interface Language {
  hyphenate: Hyphenate
  known: Map<string, readonly number[]>
}

const languages = new Map<string, Language | null>()

/**
 * Offsets at which a word of a language (BCP 47) may be divided by a hyphen, in order. None for a language without
 * patterns, a short word, one with a capital inside, or a name: only German divides words that begin with a capital.
 */
export function hyphenPoints(word: string, language: string): readonly number[] {
  if (word.length < LEAST_LETTERS) return []
  const found = languageOf(language)
  if (!found) return []
  let points = found.known.get(word)
  if (!points) found.known.set(word, (points = divide(word, language, found.hyphenate)))
  return points
}

function divide(word: string, language: string, hyphenate: Hyphenate): readonly number[] {
  if (/\p{Lu}/u.test(word.slice(1))) return []
  if (/^\p{Lu}/u.test(word) && !/^de\b/i.test(language)) return []
  const points: number[] = []
  let at = 0
  for (const part of hyphenate(word).split(SOFT_HYPHEN).slice(0, -1)) {
    at += part.length
    if (at >= LEAST_BEFORE && word.length - at >= LEAST_AFTER) points.push(at)
  }
  return points
}

function languageOf(tag: string): Language | null {
  let found = languages.get(tag)
  if (found === undefined) languages.set(tag, (found = read(tag.toLowerCase())))
  return found
}

function read(tag: string): Language | null {
  const name = PATTERNS[tag] ?? PATTERNS[tag.split('-')[0]!]
  if (name === undefined || tag.includes('-latn')) return null
  const create = load('hyphen/hyphen.js') as CreateHyphenator
  const hyphenate = create(load(`hyphen/patterns/${name}.js`), { html: false, minWordLength: LEAST_LETTERS })
  return { hyphenate, known: new Map() }
}
