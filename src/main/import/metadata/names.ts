import { agencyNamed } from './agencies.ts'
import { findDates, MONTH } from './dates.ts'
import {
  BEAT,
  BYLINE,
  CASELESS_NAME,
  INSTITUTION,
  NAME_PARTICLE,
  NO_FIRST_NAME,
  NOBODY,
  OUTLET_COMPOUND,
  OUTLET_NAME,
  OUTLET_WORD,
  PERSON,
  ROLE,
  TRADE_SURNAME
} from './name-words.ts'
import { countWords, normaliseForMatch, oneLine } from '../extracted/wording.ts'

/** The beginning of a date without a year behind a name: `Tove Lind March 4`. */
const DAY_BEHIND = new RegExp(`(?:^|\\s)(?:${MONTH}\\.?\\s+\\d|\\d{1,2}\\.?\\s+${MONTH}(?!\\p{L})).*$`, 'iu')
/** What stands between a name and a date: `Tove Lind am 4. März`, `Tove Lind | Datum:`. */
const BEFORE_DATE =
  /[\s|,]+(?:am|on|le|el|il|em|den|vom|dnia|date|datum|data|fecha|published|posted|publiziert|veröffentlicht|opublikowano|publié|publicado)[\s:|]*$/iu
/** What is left of a date whose day stands further on: `Tove Lind Monday`. */
const WEEKDAY_BEHIND = /\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu
/** A writer’s occupation, where `reporter` may as well be the name of a paper. */
const OCCUPATION = /(?:reporter|correspondent|editor|writer|columnist|staff|desk)s?$/iu
const LEADING_ARTICLE = /^(?:The|Le|La|Les|El|Los|Las|Il|Die|Der|Das|De|Het)\s+\p{Lu}/u

/** True when the words look like the name of a paper, station, agency or institution. */
export function isOutlet(name: string): boolean {
  const text = name.trim()
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

/** The words after `By`, `Von`, `Texte par` and the like; null when the line doesn't begin so. */
export function afterByline(line: string): string | null {
  const match = BYLINE.exec(line)
  return match ? line.slice(match[0].length).trim() : null
}

/** What a byline gives: people, and the outlet when it names one. Agencies are outlets. */
export interface Credits {
  people: string[]
  outlets: string[]
}

const WITH = '(?:[Ww]ith|[Mm]it|[Aa]vec|[Cc]on|[Cc]om|[Mm]et|[Mm]ed)'
const JOINED = new RegExp(
  `\\s*(?:;|\\||\\s/\\s|\\s•\\s|\\s·\\s|[、，／]|(?<![\\p{L}'’])(?:[Aa]nd|AND|[Uu]nd|UND|[Ee]t|ET|[Oo]g|OG|och|en|oraz|ja|és|și|și|ve|και|y|Y|и|та|&|${WITH})(?!\\p{L})|\\s\\+\\s|\\n)\\s*`,
  'u'
)
/** Italian, Polish, Czech, Croatian and Catalan join names by a letter, which as a capital is an initial. */
const JOINED_BY_LETTER = /\s[eiaiyій]\s(?=\p{Lu})/gu
const EMPLOYED = /\s+(?:[Ff]or|für|pour|para|per|voor)\s+(?=\p{Lu}|[\w-]+\.\p{L})/u

/**
 * Splits the words of a byline into people and outlets: `Tove Lind and Arne Moll`, `Tove Lind, Political Correspondent`,
 * `TOVE LIND for Daily Lantern`, `Lind, Tove; Moll, Arne`, `Tove Lind with AFP`. Roles, places, dates, addresses and handles are left out. In a
 * line that is surely a byline (`bylined`) a word of the trade may be a surname.
 */
export function readNames(words: string, bylined = false): Credits {
  const credits: Credits = { people: [], outlets: [] }
  const add = (list: string[], name: string): void => {
    if (!list.some((known) => normaliseForMatch(known) === normaliseForMatch(name))) list.push(name)
  }
  for (const part of splitNames(withBrackets(oneLine(words)))) {
    const [writer = '', ...employers] = part.split(EMPLOYED)
    for (const employer of employers.map((name) => cleanName(name)))
      if (employer !== null) add(credits.outlets, employer)
    const agency = agencyNamed(writer)
    const name = agency ?? cleanName(writer, bylined)
    if (name === null) continue
    const isOrganisation = agency !== null || (isOutlet(name) && !(bylined && isTradeSurname(name)))
    add(isOrganisation ? credits.outlets : credits.people, name)
  }
  return credits
}

/** What stands in brackets behind a name is an agency, a place or an office; behind an account's name it is the person's. */
function withBrackets(words: string): string {
  const [, account = '', person = ''] = /^(\S+)\s*\(([^()]+)\)$/u.exec(words) ?? []
  if (isPerson(person) && isHandle(account)) return person
  // `Tove Lind. AP contributed to this report.`
  const [, writers = '', agency = ''] = /^(.{3,80}\p{Ll}{3})\.\s+(\p{Lu}.{1,50})$/u.exec(words) ?? []
  const line = agencyNamed(agency) === null ? words : `${writers}; ${agency}`
  return line
    .replace(/\s*[([]([^()[\]]{2,60})[)\]]/gu, (_, inner: string) => (agencyNamed(inner) === null ? ' ' : `; ${inner}`))
    .trim()
}

function splitNames(words: string): string[] {
  const parts = words
    .replace(JOINED_BY_LETTER, '; ')
    .split(JOINED)
    .flatMap((part) => part.split(/(?<=\p{L})\/(?=\p{Lu})/u))
  return parts.flatMap((part) => {
    const commas = part.split(/\s*,\s*/).filter(Boolean)
    return isTurned(commas, parts.length > 1) ? [`${commas[1]} ${commas[0]}`] : commas
  })
}

/** `Lind, Tove`, `LIND, Tove M.`, `van der Lind, Tove`: the last name first. */
function isTurned(commas: readonly string[], isListed: boolean): boolean {
  const [last = '', first = '', ...more] = commas
  if (
    more.length > 0 ||
    first === '' ||
    isCountry(first) ||
    isOutlet(last) ||
    isOutlet(first) ||
    agencyNamed(first) !== null
  )
    return false
  if (!/^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}\.?)?$/u.test(first) || (first === first.toUpperCase() && first.length > 3))
    return false
  const isSurname = /^(?:\p{Ll}+\s){0,3}\p{Lu}[\p{L}\p{M}'’-]+$/u.test(last)
  return isSurname && (isListed || last === last.toUpperCase() || /^\p{Lu}\p{Ll}+$/u.test(first) || first.includes('.'))
}

const DEGREE = /^(?:ph\.?\s?d|m\.?d|msc|ma|mba|rd|rn|mph|jr|sr|esq|dpa|jd|bsc|dr|prof)\.?$/i

/** One name without by-words, dates, addresses, places and roles; null when nothing of a name is left. */
export function cleanName(words: string, bylined = false): string | null {
  let name = oneLine(words.replace(/<[^>]*>/g, ' ').replace(/\u00A0/g, ' '))
  if (NOBODY.test(name) || isCountry(name)) return null
  if (/^(?:https?:|www\.)|^@\s|\{\{|\}\}|\$\{|%%|<%|\[\[|^\/|\.(?:png|jpe?g|gif|svg|webp|html?|php)$/i.test(name))
    return null
  for (let again = afterByline(name); again !== null; again = afterByline(name)) name = again
  name = name.replace(WEEKDAY_BEHIND, '')
  const date = findDates(name)[0]
  if (date) name = name.slice(0, date.start).replace(BEFORE_DATE, '')
  name = once(personBehind(name))
    .replace(DAY_BEHIND, '')
    .replace(/\s+(?:Date|Datum|Data|Fecha):?$/u, '')
    .replace(/\S+@\S+|(?:^|\s)@\w+/g, '')
    .replace(/\s*[([{<].*$/u, '')
    .replace(/\s+[–—|•·]\s.*$/u, '')
    .replace(/\s+-\s.*$/u, '')
    .replace(/^(?:in|at|from|aus|bei|à)\s+\p{Lu}.*$/u, '')
    .replace(/\s+(?:in|at|on|from|aus|à|en|[Ee]m|i|reports?|berichtet|is a|is the|covers|was)\s.*$/u, '')
    .replace(
      /,?\s+(?:posted|published|updated|veröffentlicht|publié|mis à jour|publicado|aktualisiert)(?!\p{L}).*$/iu,
      ''
    )
    .replace(/^[\s,;:–"'“”*_-]+|[\s,;:–"'“”*_-]+$/gu, '')
    .replace(/(?<!\s(?:Jr|Sr))(?<=\p{Ll}{2}|\p{Lu}{3})\.$/u, '')
    .replace(/(?<=\S)[\s\u3000]*(?:監訳|編著|著|訳|編|記者|撮影|기자|특파원)$/u, '')
  if (DEGREE.test(name)) return null
  if (/\d/.test(name) && (/\s/.test(name) || /^\d/.test(name)) && !isOutlet(name)) return null
  if (name === '' || name.length > 80 || countWords(name) > 8 || /^\P{L}*$/u.test(name) || NOBODY.test(name))
    return null
  if (/^\p{Ll}/u.test(name) && !/\s\p{Lu}/u.test(name) && (/\s/.test(name) || name.length < 3)) return null
  if (bylined && isTradeSurname(name)) return name
  if (ROLE.test(name) && !isOutlet(name)) return withoutRole(name)
  return name
}

/** `harbourpost - Tove Lind`: an account or a site, then the name. */
function personBehind(name: string): string {
  const [, before = '', behind = ''] = /^(.{2,40}?)\s+[-–—|•·]\s+(.+)$/u.exec(name) ?? []
  return isPerson(behind) && !isPerson(before) && !/\s/u.test(before) ? behind : name
}

/** `© Tove Lind Tove Lind`: under a picture, and beside it. */
function once(name: string): string {
  const bare = name.replace(/^(?:©|\(c\))\s*/iu, '')
  const half = bare.slice(0, Math.floor(bare.length / 2))
  return half.length > 4 && bare === `${half} ${half}` ? half : bare
}

/** `Chief Reporter Tove Lind` keeps the name, `Political Correspondent` nothing. */
function withoutRole(name: string): string | null {
  const rest = oneLine(
    name
      .split(/\s+/)
      .filter((word) => !ROLE.test(word) && !/^(?:of|the|at|in|and|for)$/i.test(word))
      .join(' ')
  )
  return PERSON.test(rest) && !/^(?:Staff|Foreign|Home|Crime|World)\b/.test(rest) ? rest : null
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
function isCountry(name: string): boolean {
  countries ??= new Set(
    ['en', 'de', 'fr', 'es'].flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
      return LETTERS.flatMap((a) => LETTERS.map((b) => names.of(a + b)?.toLowerCase() ?? ''))
    })
  )
  return countries.has(name.toLowerCase())
}
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
