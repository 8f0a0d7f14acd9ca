import { cleanName, isOutlet, isPerson, isRole, readNames } from '../../names.ts'
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

/**
 * The writers that a database names in a field for them: `By Tove Lind and Odile Brandt, Staff Writers`, `Lind, Tove; Brandt, Odile`, `TOVE LIND`. A
 * field of its own is believed: what is no outlet, role or address is a writer.
 */
export function writersIn(words: string): string[] {
  const value = oneLine(words.replace(/\u00A0/g, ' '))
    .slice(0, LONGEST_BYLINE)
    .replace(RECORDED, '')
    .replace(BESIDE, '')
    .replace(WITH, '; ')
  const turned = value
    .split(/\s*;\s*/)
    .map(firstNameFirst)
    .join('; ')
  const { people } = readNames(turned.replace(/["“”]/g, ''))
  const writers = people.filter((name, index) => index === 0 || isPerson(name))
  const named = writers.map(withoutCapitals)
  return named.length > 0 ? named : oneName(value)
}

const LONGEST_BYLINE = 1_000
/** What an interviewer is introduced with, also where the database takes it for a name of its own. */
const RECORDED =
  /^(?:[^;]{0,80}\s)?(?:recueilli|réalisé|coordonné|compiled|recogid|raccolt|aufgezeichnet|opgetekend)\p{L}*(?!\p{L})[^;]{0,30}?\s(?:par|by|por|da|von|door)\s*[;:,]?\s*|^(?:par|by|von|por|di|da|door)\s*[;:]\s*/iu
/** Whoever took the pictures, and where the writer was. */
const BESIDE = /[\s,;]+(?:photos?|illustrations?|envoyée?s? spéciale?s?|notre correspondante?|special to)(?!\p{L}).*$/iu
const WITH = /\s+(?:avec|with|mit|con|com|met)\s+(?=\p{Lu})/giu

function firstNameFirst(name: string): string {
  const [, last, first] = /^([^,;]+),\s+([^,;]+)$/u.exec(name.trim()) ?? []
  if (last === undefined || first === undefined) return name
  const isName = [last, first].every((part) => /^\p{Lu}/u.test(part) && part.split(' ').length <= 3)
  // `Tove Lind, Oslo` names a place.
  const isWhole = last.includes(' ') && isPerson(last) && !/^(?:\p{Ll}+|\p{Lu}\.?)\s/u.test(last)
  return !isName || isWhole || isOutlet(last) || isOutlet(first) || isRole(first) ? name : `${first} ${last}`
}

function oneName(value: string): string[] {
  const name = cleanName(value)
  return name === null || isOutlet(name) || isRole(name) ? [] : [withoutCapitals(name)]
}
