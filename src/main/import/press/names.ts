import { agencyList } from '../metadata/agencies.ts'
import { afterByline, isNoFirstName, isOutlet, isPerson, isRole, isTradeSurname } from '../metadata/names.ts'
import { cleanName, readNames } from '../metadata/bylines.ts'
import { normaliseForMatch, oneLine } from '../extracted/wording.ts'

/** `TOVE LIND` and `Tove LIND` as a name is written; particles become small. Short words beside others stay: `JR` may be initials. */
export function withoutCapitals(name: string): string {
  const isAll = !/\p{Ll}/u.test(name) && /\p{Lu}{2}/u.test(name)
  const words = name.replace(/\p{Lu}[\p{Lu}\p{M}]+(?!\p{L})/gu, (word) =>
    isAll || word.length > 2 ? word.charAt(0) + word.slice(1).toLowerCase() : word
  )
  return isAll
    ? words
        .replace(/(?<=\s)(?:Van|Von|Der|Den|De|Del|Della|Di|Da|Dos|Du|La|Le)(?=\s)/gu, (word) => word.toLowerCase())
        .replace(/(?<!\p{L})Mc(\p{L})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    : words
}

/** What a database names in its field for writers. */
export interface FieldCredits {
  people: string[]
  /** Papers and agencies that stand there, too. */
  outlets: string[]
}

/**
 * Whom a database names in a field for writers: `By Tove Lind and Odile Brandt, Staff Writers`, `Lind, Tove; Post, Edda`, `TOVE LIND`. A field of its own
 * is believed: what is no outlet, role or address is a writer, and a word of the trade (`Edda Post`) a surname.
 */
export function creditsIn(words: string, publisher = ''): FieldCredits {
  const listed = agencyList(words)
  if (listed) return { people: [], outlets: listed }
  const value = withoutPaper(oneLine(words.replace(/\u00A0/g, ' ')).slice(0, LONGEST_BYLINE), publisher)
    .replace(RECORDED, '')
    .replace(BESIDE, '')
    .replace(REPORTED_FROM, '')
    .replace(CONTRIBUTED, '')
    .replace(WITH, '; ')
    .replace(/["“”]/g, '')
  if (NO_BYLINE.test(value)) return { people: [], outlets: [] }
  const sure = new Set<string>()
  const people: string[] = []
  const outlets: string[] = []
  for (const part of value.split(BETWEEN).map(withoutOffice)) {
    const { name, isSure } = firstNameFirst(part)
    if (isSure) {
      sure.add(name)
      people.push(name)
    } else {
      const credits = readNames(name, true)
      const employer = employerBehind(name)
      people.push(...credits.people.filter((writer) => writer !== employer && !isOccupation(writer)).map(withoutAgency))
      outlets.push(...credits.outlets, ...credits.people.filter((writer) => writer === employer))
    }
  }
  const start = normaliseForMatch(afterByline(value) ?? value)
  const writers = [...new Set(people)].filter(
    (name, index) =>
      isPerson(name) ||
      isTradeSurname(name) ||
      sure.has(name) ||
      // A word by itself is a name where it stands first, and no initials as an agency's desk has them.
      (index === 0 && start.startsWith(normaliseForMatch(name).slice(0, 4)) && !/^\p{Ll}\S*\/|\/\S*\p{Ll}$/u.test(name))
  )
  const named = [...new Set(writers.map(withoutCapitals))]
  return { people: named.length > 0 || people.length > 0 ? named : oneName(value), outlets: outlets.filter(isOutlet) }
}

/** `Lind, Tove; Post, Edda` and `Lind, Tove. Post, Edda`. */
const BETWEEN = /\s*;\s*|(?<=\p{Ll}{2})\.\s+(?=\p{Lu}[\p{L}’'-]+,\s+\p{Lu})/u

/** `Post, Edda, Staff Writer` and `EDDA POST STAFF WRITER`: the name. */
function withoutOffice(part: string): string {
  const [, name = '', office = ''] = /^([^,]+,[^,]+),\s+([^,]+)$/u.exec(part) ?? []
  if (name !== '' && isRole(office)) return name
  const bare = part.replace(/\s+(?:staff|special|senior)\s+(?:writer|reporter|correspondent)s?$/iu, '')
  return isWriterName(afterByline(bare) ?? bare) ? bare : part
}

/** What stands in such a field for no writer. */
const NO_BYLINE =
  /^\W*(?:no|kein|keine|sans|sin|senza|sem|geen) (?:byline|author|reporter|autor|auteur|autore)\p{L}*(?!\p{L})|^\W*(?:not available|n\/?a)\W*$/iu
const CONTRIBUTED =
  /\s+(?:of the [\p{L}-]{1,30}\s+)?(?:also\s+)?contributed to (?:this|the) (?:report|story|article)\W*$/iu
/** `Aus Sollen berichtet`, `From Sollen reports`. */
const REPORTED_FROM =
  /^(?:aus|from|de|depuis|desde|da|uit)\s+\p{Lu}\S*(?:\s\p{Lu}\S*){0,2}\s+(?:berichte[nt]|melde[nt]|reports?|rapporte(?:nt)?|informan?|riferiscono|riferisce)\s+/iu

/** Without the article's own paper: `Tove Lind, Sollen Eagle, Pa.`, and a part of its name in front of an office: `Tove Lind Eagle Staff Writer`. */
function withoutPaper(value: string, publisher: string): string {
  const words = publisher
    .replace(/\s*[([,].*$/u, '')
    .replace(/^The\s/u, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(escaped)
  if (words.length === 0 || words.length > MOST_PAPER_WORDS) return value
  // `Daily News (Sollen)` is `Sollen Daily News`, too.
  const place = /\(([\p{L}\s.-]+)\)/u.exec(publisher)?.[1]?.split(/\s+/).map(escaped) ?? []
  const whole = [...(place.length > 0 ? [[...place, ...words]] : []), ...(words.length > 1 ? [words] : [])]
  const rest = whole.reduce((left, name) => left.replace(paperWord(name, '(?!\\p{L})'), '; '), value)
  const office = '(?=\\s+(?:staff|writer|reporter|correspondent|editor|columnist)s?(?!\\p{L}))'
  return words.reduce((left, _, at) => left.replace(paperWord(words.slice(at), office), '; '), rest)
}
const MOST_PAPER_WORDS = 8

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Words of a paper's name behind something else. */
function paperWord(words: readonly string[], behind: string): RegExp {
  return new RegExp(`(?<=\\S)[\\s,/]+(?:the\\s+)?${words.join('\\s+')}${behind}`, 'giu')
}

/** `Tove Lind AP`: the agency behind the name, in capitals of its own. */
function withoutAgency(name: string): string {
  const [, person = '', agency = ''] = /^(.*\p{Ll}.*)\s(\p{Lu}{2,5})$/u.exec(name) ?? []
  return isPerson(person) && isOutlet(agency) ? person : name
}

const LONGEST_BYLINE = 1_000
/** What an interviewer is introduced with, also where the database takes it for a name of its own. */
const RECORDED =
  /^(?:[^;]{0,80}\s)?(?:recueilli|réalisé|coordonné|compiled|recogid|raccolt|aufgezeichnet|opgetekend)\p{L}*(?!\p{L})[^;]{0,30}?\s(?:par|by|por|da|von|door)\s*[;:,]?\s*|^(?:par|by|von|por|di|da|door)\s*[;:]\s*/iu
/** Whoever took the pictures, and where the writer was. */
const BESIDE = /[\s,;]+(?:photos?|illustrations?|envoyée?s? spéciale?s?|notre correspondante?|special to)(?!\p{L}).*$/iu
const WITH = /\s+(?:avec|with|mit|con|com|met)\s+(?=\p{Lu})/giu

/** Whether words are one person's name and nothing else, where a database has a line for the writer: a word of the trade may be the surname. */
export function isWriterName(words: string): boolean {
  const name = withoutCapitals(words.trim())
  return isPerson(name) || (isTradeSurname(name) && !OCCUPATION.test(name))
}

/** Whether a line names writers and nothing else, but what they are: `EDDA POST`, `Tove Lind et Odile Brandt`, `Edda Post; Staff Reporter`. */
export function isNamesLine(line: string): boolean {
  const [first = '', ...others] = line.trim().split(/\s*(?:;|,|\s(?:et|and|und|y|e|en)\s)\s*/u)
  return isWriterName(first) && others.every((words) => isWriterName(words) || isRole(words))
}

/** Words of the trade that are a surname where the first name stands behind it, and an office where it doesn't. */
const SURNAME = /(?:^|\s)(?:desk|board)$/iu
const OCCUPATION = /\s(?:editor|writer|author|producer|columnist|chief|reporter)$/iu

function firstNameFirst(part: string): { name: string; isSure: boolean } {
  // `POST Edda` has the last name first as well.
  const [, capitals = '', given = ''] = /^(\p{Lu}[\p{Lu}-]+)\s(\p{Lu}\p{Ll}+)$/u.exec(part.trim()) ?? []
  const turned = withoutCapitals(capitals)
  if (capitals !== '' && isTurnedTradeName(turned, given)) return { name: `${given} ${turned}`, isSure: true }
  const [, last, first] = /^([^,;]+),\s+([^,;]+)$/u.exec(part.trim()) ?? []
  if (last === undefined || first === undefined) return { name: part, isSure: false }
  const name = `${first} ${last}`
  const isName = [last, first].every((words) => /^\p{Lu}/u.test(words) && words.split(' ').length <= 3)
  // `Tove Lind, Oslo` names a place.
  const isWhole = last.includes(' ') && isPerson(last) && !/^(?:\p{Ll}+|\p{Lu}\.?)\s/u.test(last)
  if (!isName || isWhole) return { name: part, isSure: false }
  if (isTurnedTradeName(last, first)) return { name, isSure: true }
  // `Press, Associated` is turned as well.
  const isTurnedOutlet = !last.includes(' ') && isOutlet(name)
  const isOther = isOutlet(last) || isOutlet(first) || isRole(first)
  return { name: isOther && !isTurnedOutlet ? part : name, isSure: false }
}

/** `Post, Edda`, `Desk, Tove M.`: a word of the trade in front of a first name. */
function isTurnedTradeName(last: string, first: string): boolean {
  // `Desk, AAP` names an agency.
  const isAlike = (last === last.toUpperCase()) === (first.replace(/\s\p{Lu}\.?$/u, '') === first.toUpperCase())
  if (/\s/.test(last) || !isAlike) return false
  if (isTradeSurname(`${first} ${last}`)) return true
  const isHyphened = last.includes('-') && !last.split('-').every((word) => isTradeSurname(`Tove ${word}`))
  return (SURNAME.test(last) || isHyphened) && first.split(' ').every((word) => !isNoFirstName(word))
}

/** `Tove Lind, Sollen Post`: behind a name and nothing else a word of the trade makes an employer. */
function employerBehind(part: string): string | null {
  const commas = part.split(/\s*,\s*/)
  // A place may follow: `Tove Lind, Sollen Post, Pa.`
  while (commas.length > 2 && !isWriterName(commas.at(-1)!)) commas.pop()
  const name = commas.length === 2 ? cleanName(commas[1]!, true) : null
  return name !== null && isTradeSurname(name) ? name : null
}

/** `Sollen Reporter`: a writer's post, where the first name doesn't stand behind it. */
function isOccupation(name: string): boolean {
  return OCCUPATION.test(name) && !isPerson(name)
}

function oneName(value: string): string[] {
  const name = cleanName(value)
  return name === null || isOutlet(name) || isRole(name) ? [] : [withoutCapitals(name)]
}
