import { countWords, normaliseForMatch, oneLine } from '../extracted/wording.ts'
import { agencyList, agencyNamed } from './agencies.ts'
import { findDates, MONTH } from './dates.ts'
import { BEAT, DESK_END, NOBODY, PERSON, PLACE_KIND, ROLE } from './name-words.ts'
import { afterByline, isCountry, isHandle, isOutlet, isPerson, isTradeSurname } from './names.ts'

/** The beginning of a date without a year behind a name: `Tove Lind March 4`. */
const DAY_BEHIND = new RegExp(`(?:^|\\s)(?:${MONTH}\\.?\\s+\\d|\\d{1,2}\\.?\\s+${MONTH}(?!\\p{L})).*$`, 'iu')
/** What stands between a name and a date: `Tove Lind am 4. März`, `Tove Lind | Datum:`. */
const BEFORE_DATE =
  /[\s|,]+(?:am|on|le|el|il|em|den|vom|dnia|date|datum|data|fecha|published|posted|publiziert|veröffentlicht|opublikowano|publié|publicado)[\s:|]*$/iu
/** What is left of a date whose day stands further on: `Tove Lind Monday`. */
const WEEKDAY_BEHIND = /\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu
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
  const listed = agencyList(words)
  if (listed) return { people: [], outlets: listed }
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

/**
 * `Chief Reporter Tove Lind` and `Tove Lind Staff Writer` keep the name, `Political Correspondent` nothing; nor does `Sollen Harbour Correspondent`, since what
 * stands before the one word of an occupation is where or for whom.
 */
function withoutRole(name: string): string | null {
  const words = name.split(/\s+/)
  const isOccupation = (word: string): boolean => ROLE.test(word) || BEAT.test(word)
  const behind = words.length - 1 - words.findLastIndex((word) => !isOccupation(word))
  const before = words[words.length - 1 - behind] ?? ''
  if (behind > 0 && PLACE_KIND.test(before)) return null
  if (behind === 1 && DESK_END.test(name)) return null
  const rest = oneLine(words.filter((word) => !ROLE.test(word) && !/^(?:of|the|at|in|and|for)$/i.test(word)).join(' '))
  return PERSON.test(rest) && !/^(?:Staff|Foreign|Home|Crime|World)\b/.test(rest) ? rest : null
}
