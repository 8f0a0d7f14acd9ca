import { cleanName, isNoFirstName, isOutlet, isPerson, isRole, isTradeSurname, readNames } from '../../names.ts'
import { oneLine } from '../../wording.ts'

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
export function creditsIn(words: string): FieldCredits {
  const value = oneLine(words.replace(/\u00A0/g, ' '))
    .slice(0, LONGEST_BYLINE)
    .replace(RECORDED, '')
    .replace(BESIDE, '')
    .replace(WITH, '; ')
    .replace(/["“”]/g, '')
  const people: string[] = []
  const outlets: string[] = []
  for (const part of value.split(/\s*;\s*/)) {
    const { name, isSure } = firstNameFirst(part)
    if (isSure) people.push(name)
    else {
      const credits = readNames(name, true)
      const employer = employerBehind(name)
      const isWriter = (writer: string): boolean => writer !== employer && !isOccupation(writer)
      people.push(...credits.people.filter(isWriter))
      outlets.push(...credits.outlets, ...credits.people.filter((writer) => writer === employer))
    }
  }
  const writers = [...new Set(people)].filter(
    (name, index) => index === 0 || isPerson(name) || isTradeSurname(name) || SURNAME.test(name)
  )
  const named = writers.map(withoutCapitals)
  return { people: named.length > 0 ? named : oneName(value), outlets: outlets.filter((name) => isOutlet(name)) }
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
  return (
    isTradeSurname(`${first} ${last}`) || (SURNAME.test(last) && first.split(' ').every((word) => !isNoFirstName(word)))
  )
}

/** `Tove Lind, Sollen Post`: behind a name and nothing else a word of the trade makes an employer. */
function employerBehind(part: string): string | null {
  const commas = part.split(/\s*,\s*/)
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
