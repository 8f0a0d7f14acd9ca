import {
  BEAT,
  BYLINE,
  CASELESS_NAME,
  DESK_END,
  DESK_START,
  INSTITUTION,
  NAME_PARTICLE,
  NO_FIRST_NAME,
  OUTLET_COMPOUND,
  OUTLET_NAME,
  OUTLET_WORD,
  PERSON,
  ROLE,
  TRADE_SURNAME
} from './name-words.ts'
import { oneLine } from '../extracted/wording.ts'

/** A writer’s occupation, where `reporter` may as well be the name of a paper. */
const OCCUPATION = /(?:reporter|correspondent|editor|writer|columnist|staff|desk)s?$/iu
const LEADING_ARTICLE = /^(?:The|Le|La|Les|El|Los|Las|Il|Die|Der|Das|De|Het)\s+\p{Lu}/u

/** No name is as long as this, in characters: a line of millions would exhaust the stack of a pattern. */
const LONGEST_NAME = 300

/** True when the words look like the name of a paper, station, agency or institution. */
export function isOutlet(name: string): boolean {
  const text = name.trim()
  if (text.length > LONGEST_NAME) return false
  if (OCCUPATION.test(text) && !LEADING_ARTICLE.test(text) && isRole(text)) return false
  return (
    OUTLET_NAME.test(text) ||
    /^(?:The|Le|La|Les|El|Los|Las|Il|Die|Der|Das|De|Het)\s+\p{Lu}[\p{L}-]+$/u.test(text) ||
    OUTLET_WORD.test(text) ||
    OUTLET_COMPOUND.test(text) ||
    /\s(?:Report|Reports|Staff)$/u.test(text) ||
    /^(?:[\w-]+\.)+(?:com|org|net|info|news|[a-z]{2})$/i.test(text)
  )
}

/** True when the words look like one person's first and last names. */
export function isPerson(name: string): boolean {
  const text = name.trim()
  if (text.length > 60 || isOutlet(text) || ROLE.test(text) || LEADING_ARTICLE.test(text)) return false
  return PERSON.test(capsToNames(text))
}

/**
 * True for a name whose last word is one of the trade, too (`Edda Post`, `Karl Bild`): in a byline a person, unless the words before make a paper or
 * an occupation of it (`Evening Post`, `Sports Editor`).
 */
export function isTradeSurname(name: string): boolean {
  const words = capsToNames(name.trim()).split(' ')
  const last = words.pop() ?? ''
  if (
    words.length === 0 ||
    words.length > 3 ||
    !TRADE_SURNAME.test(last.split('-').at(-1)!) ||
    !PERSON.test(capsToNames(name.trim()))
  )
    return false
  return words.every((word) => !isNoFirstName(word))
}

/** True for a word that stands before `Post` or `Desk` in the name of a paper or of an occupation, and is nobody's first name. */
export function isNoFirstName(word: string): boolean {
  return (
    NO_FIRST_NAME.test(word) ||
    (OUTLET_WORD.test(word) && !NAME_PARTICLE.test(word)) ||
    OUTLET_NAME.test(word) ||
    ROLE.test(word) ||
    BEAT.test(word)
  )
}

/** First and last name of which the first is no word of papers, topics or institutions: not `Deutsche Sprache`. */
export function isLikelyPerson(name: string): boolean {
  return isPerson(name) && !isInstitution(name) && !startsNoName(name)
}

/** True where the first word is nobody's first name: `Deutsche Sprache`, `Team Ports`, `Ihre Redaktion`. */
function startsNoName(name: string): boolean {
  const [first = ''] = capsToNames(name.trim()).split(' ')
  return isNoFirstName(first) || NO_NAME_START.test(first)
}
const NO_NAME_START =
  /^(?:ihre?|eue?re?|dein[e]?|unsere?|your|our|votre|notre|nuestr[oa]|team|aufs|auf|zum|zur|im|contact(?:ing)?|about|presse\p{L}*|presse-?\p{L}*|press\p{L}*|redaktion\p{L}*|bild|foto|photo|mehr|more|quelle|source|deutscher|deutsches|schweizer|österreichische[rs]?|gelbe|handball|fußball|fussball)$/iu

/** True for what may be a person's name where a writer is named: first and last names, in scripts without capitals any short name. */
export function isWriter(name: string): boolean {
  const text = name.trim()
  if (isPerson(text) || isTradeSurname(text)) return true
  return CASELESS_NAME.test(text) && !isOutlet(text) && text.length > 2
}

/** True for the name of an account rather than of a person: `tlind42`, `@tovelind`, `tove.lind`, `toveLind`. */
export function isHandle(name: string): boolean {
  const text = name.trim()
  if (/\s/u.test(text) || CASELESS_NAME.test(text)) return false
  return (
    !/^\p{Lu}[\p{L}\p{M}’'.-]*$/u.test(text) ||
    /\p{Ll}\p{Lu}/u.test(text.replace(/^(?:Ma?c|De|Di|Du|La|Le|O['’])/u, ''))
  )
}

/** True when the words say what a writer does (`Chief Reporter`, `Ports Correspondent`) and nothing else. */
export function isRole(words: string): boolean {
  const all = oneLine(words).split(' ')
  return (
    all.length <= 5 && all.some((word) => ROLE.test(word)) && all.every((word) => ROLE.test(word) || BEAT.test(word))
  )
}

/**
 * True for a line that names a part of a newsroom, or a writer by place and occupation only: `Redazione Sollen`, `By Harbour Bureau`, `By our Sollen Correspondent`.
 */
export function isDeskLine(line: string): boolean {
  const text = oneLine(line)
  const words = afterPlainBy(text)
  const named = words ?? text
  if (named.split(' ').length > 5 || /[.!?…:,;]$/u.test(named)) return false
  if (DESK_START.test(named.replace(/^(?:unserer|nostra|notre|nuestra|nossa|onze)\s/iu, ''))) return true
  return (
    words !== null &&
    DESK_END.test(words) &&
    words.split(' ').every((word) => /^(?:our|the|of|and|in|at|\p{Lu}[\p{L}’'-]*)$/u.test(word))
  )
}

function afterPlainBy(text: string): string | null {
  return /^(?:by|from|von|par|di|de|por|a cura della?|dalla|della|door|af|av)\s+(.+)$/iu.exec(text)?.[1] ?? null
}

/** The words after `By`, `Von`, `Texte par` and the like; null when the line doesn't begin so. */
export function afterByline(line: string): string | null {
  const match = BYLINE.exec(line)
  return match ? line.slice(match[0].length).trim() : null
}

/** `TOVE LIND` as `Tove Lind`, for looking at shapes only. */
function capsToNames(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** True for an institution or a team that publishes without being an outlet: `Polizei Sollen`. */
export function isInstitution(name: string): boolean {
  return INSTITUTION.test(name)
}

let countries: ReadonlySet<string> | null = null

/** True for the name of a country in one of some large languages: `Sollen, Germany` is no name. */
export function isCountry(name: string): boolean {
  countries ??= new Set(
    ['en', 'de', 'fr', 'es'].flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
      return LETTERS.flatMap((a) => LETTERS.map((b) => names.of(a + b)?.toLowerCase() ?? ''))
    })
  )
  return countries.has(name.toLowerCase())
}
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
