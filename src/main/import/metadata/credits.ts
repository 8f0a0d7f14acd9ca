import { findDates, roleBefore, type DateRole, type WrittenDate } from './dates.ts'
import { afterByline, isOutlet, isPerson, isRole, isWriter } from './names.ts'
import { readNames } from './bylines.ts'
import { countWords, smallWords } from '../extracted/wording.ts'

/** What a line between headline and text says of the article. */
export interface CreditLine {
  dates: (WrittenDate & { role: DateRole })[]
  people: string[]
  outlets: string[]
  /** Names of which it isn't known whether they are a person's or an outlet's. */
  undecided: string[]
  /** Words before a comma and a date, as places are written and outlets too. */
  places: string[]
  /** True when the line begins with `By` or a word like it. */
  byline: boolean
  /** True when the line stands in brackets or italics. */
  enclosed: boolean
}

/** The first words of an agency's report: `SOLLEN, March 4 (Vestad News Agency) — `. */
export const WIRE_LEAD =
  /^((?:\p{Lu}[\p{Lu}\p{M}.'’-]+|\p{Lu}\p{Ll}+)(?:[ ,/]+(?:\p{Lu}[\p{L}\p{M}.'’-]+|[a-z]{2,3}))*)(?:,\s*([^()]{3,24}?))?\s*\(([^()]{2,48})\)\s*[-–—]+\s+(?=\S)/u
const LONGEST = 180
const MOST_WORDS = 24
const SEPARATORS = /\s+[-–—|·•/]+\s+|\s*[|•·]\s*|\t+|\s{3,}/u
export const WEEKDAY =
  /(?<!\p{L})(?:mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|segunda(?:-feira)?|terça(?:-feira)?|quarta-feira|quinta-feira|sexta-feira|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?!\p{L})\.?/giu
const CLOCK =
  /(?<!\d)\d{1,2}\s?(?:[:.h]\s?\d{2}(?::\d{2})?)?\s*(?:a\.?m\.?|p\.?m\.?|uhr|h(?:rs)?)(?!\p{L})|(?<!\d)\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?/giu
const ZONE =
  /(?<![\p{L}])(?:gmt|utc|bst|ce?s?t|e[ds]?t|p[ds]?t|z)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?(?!\p{L})|[+-]\d{2}:?\d{2}(?!\d)/giu
const SMALL_WORDS =
  /(?<!\p{L})(?:date|dated|published|publication|posted|first|originally|updated|update|modified|last|edited|corrected|created|issued|released|online|on|at|um|am|den|der|vom|le|la|à|el|il|alle|ore|op|om|den|kl|klo|klokken|veröffentlicht|erschienen|erstellt|aktualisiert|stand|zuletzt|geändert|publié|mis(?:e)? à jour|mis en ligne|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|julkaistu|päivitetty|опубликовано|обновлено|года|року|the|since|time|local)(?![-’']?\p{L})\.?:?/giu
/** Where in a paper it stood: `Nr. 53, S. 5`, `no. 1234, p. 12`, `Page A3`. */
const PRINTED =
  /(?<!\p{L})(?:(?:nr|no|n°|nº|num|s|seiten?|pp?|pg|pages?|página|pagina|strona|стр|ausgabe|edition|jg|jahrgang|issue|vol)\.?\s*(?=[A-Z]?\d)|n[°º]\s*)[A-Z]?\d{1,5}(?:\s*[-–/]\s*\d{1,5})?(?!\p{L}|\d)/giu
const READING_TIME =
  /\d+\s*(?:-\s*)?(?:min(?:ute)?s?\.?|minuten|minutos|minuti)(?:\s+(?:read|lesezeit|de lecture|de lectura|di lettura))?/giu

/**
 * Reads a line that holds nothing but dates, names and words such as `Published`: `By Tove Lind, Northern Courier | 4 March
 * 2031`, `date 2031-03-04 - Sollen Radio`, `Published: 4 March 2031 Updated: 5 March 2031`. Null when it is something else.
 */
export function readCreditLine(line: string, dayFirst = true): CreditLine | null {
  const text = line.replace(/^[\s*_>([]+|[\s*_)\]]+$/gu, '')
  if (WIRE_LEAD.test(text)) return null
  if (text === '' || text.length > LONGEST || countWords(text) > MOST_WORDS) return null
  const dates = findDates(text, dayFirst)
  const named = afterByline(text)
  if (dates.length === 0 && named === null) return null
  if (dates.length === 0 && !looksLikeByline(named ?? '')) return null

  const credit: CreditLine = {
    dates: [],
    people: [],
    outlets: [],
    undecided: [],
    places: [],
    byline: named !== null,
    enclosed: /^\s*[(*_[]/u.test(line)
  }
  let previous = 0
  let rest = ''
  if (dates.length === 1 && isAmidWords(text, dates[0]!)) return null
  for (const date of dates) {
    const words = text.slice(previous, date.start)
    credit.dates.push({ ...date, role: roleBefore(words) })
    rest += `${words} | `
    previous = date.end
  }
  rest += text.slice(previous)
  return sortSegments(rest, credit) ? credit : null
}

/** `WHAT HAPPENED ON 14 JUNE 2016 IN VESTAD`: words that go on before and behind a date without any mark. */
function isAmidWords(text: string, { start, end }: WrittenDate): boolean {
  const [before, behind] = [text.slice(0, start), text.slice(end)]
  const isMarked = /[,;:|·•()[\]/–—-]\s*$/u.test(before) || !/^\s+\p{L}/u.test(behind)
  return !isMarked && afterByline(behind.trim()) === null && trimmed(before) !== '' && trimmed(behind) !== ''
}

/** After `By` stand one to three capitalised names, not `Thursday morning, the board had`. */
function looksLikeByline(words: string): boolean {
  if (/[.!?]["”]?$/u.test(words) && !/\b\p{Lu}\.$|\b(?:Jr|Sr|PhD|Ph\.D)\.$/u.test(words)) return false
  if (countWords(words) > 18 || WEEKDAY_AT_START.test(words)) return false
  const { people, outlets } = readNames(words.split(SEPARATORS)[0] ?? '', true)
  return people.some((name) => isWriter(name) || /^\p{Lu}[\p{L}'’-]+$/u.test(name)) || outlets.length > 0
}
const WEEKDAY_AT_START = new RegExp(`^(?:${WEEKDAY.source})`, 'iu')

/** An initial or a title before a name. */
const ABBREVIATION = /(?<!\p{L})(?:\p{Lu}|Dr|Prof|St|Mr|Mrs|Ms)\.\s/gu

/** Files what is left beside the dates; false when it reads like running text. */
function sortSegments(rest: string, credit: CreditLine): boolean {
  for (const raw of rest.split(SEPARATORS)) {
    const named = afterByline(raw.replace(/^[\s,;:]+/u, ''))
    if (named !== null && looksLikeByline(trimmed(named))) {
      fileNames(trimmed(named), credit)
      continue
    }
    const words = trimmed(raw)
    if (words === '' || (/:\s*$/u.test(raw) && countWords(words) <= 3)) continue
    if (
      words.split(',').some((part) => countWords(part) > 9) ||
      isProse(words) ||
      /[.!?]\s/u.test(words.replace(ABBREVIATION, ''))
    )
      return false
    if (!/^[\p{Lu}\p{N}"“]/u.test(words) && !isOutlet(words) && countWords(words) > 2) return false
    if (isSentencePart(words)) return false
    fileSegment(words, raw, credit)
  }
  decideLabelled(credit, /^[\s|]*\|/u.test(rest.replace(WEEKDAY, '')))
  return true
}

/** Three words in lower case that no name holds make a sentence of it. */
function isProse(words: string): boolean {
  const small = words.match(/(?<![\p{L}'’-])\p{Ll}[\p{L}'’-]*/gu) ?? []
  return (
    small.filter(
      (word) =>
        !/^(?:d[aeiou]s?|del|della|der|den|van|von|zu|zur|la|le|les|el|los|y|e|et|und|and|of|the|for|in|at|al|av|af|by)$/u.test(
          word
        )
    ).length >= 3
  )
}

/** Holds a word in lower case that stands in no name, as does a headline that tells a day. */
function isSentencePart(words: string): boolean {
  const plain = words.replace(/\S+\.\p{L}{2,}(?!\S)/gu, '')
  return smallWords(plain).some((word) => !/^(?:from|aus|à|via|with|mit|avec|con|min|no|nr|p|s|h|c)$/u.test(word))
}

/** Of two names that can't be told one is the outlet's: the one beside the date, be it first or last. */
function decideLabelled(credit: CreditLine, isDateFirst: boolean): void {
  if (credit.undecided.length !== 2 || credit.people.length > 0 || credit.outlets.length > 0) return
  credit.outlets.push(...(isDateFirst ? credit.undecided.splice(0, 1) : credit.undecided.splice(1)))
}

/** A line without the number, page and volume of a printed paper. */
export function withoutPrinted(line: string): string {
  return line
    .replace(PRINTED, ' ')
    .replace(/[\s,;:.]+$/u, '')
    .replace(/\s+/g, ' ')
}

function trimmed(segment: string): string {
  return segment
    .replace(READING_TIME, ' ')
    .replace(PRINTED, ' ')
    .replace(WEEKDAY, (day, offset: number, whole: string) => (isInPaperName(whole, offset, day) ? day : ' '))
    .replace(CLOCK, ' ')
    .replace(ZONE, (zone) => (/^(?:et|est|cet)$/.test(zone) ? zone : ' '))
    .replace(SMALL_WORDS, (word, offset: number, whole: string) => (isInsideName(whole, offset, word) ? word : ' '))
    .replace(/\(\s*\)/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/^[\s,;:.@()[\]–—|/·•*-]+|[\s,;:@()[\]–—|/·•*-]+$/gu, '')
}

/** `The Sunday Lantern`, `Sunday Post`. */
function isInPaperName(whole: string, offset: number, day: string): boolean {
  if (!/^\s+\p{Lu}/u.test(whole.slice(offset + day.length))) return false
  return /(?<!\p{L})The\s+$/u.test(whole.slice(0, offset)) || /^S\p{Ll}/u.test(day)
}

/** `The Lantern`, `Le Monde`, `van der Moll`: an article before a capital, or a particle within a name, belongs to it. */
function isInsideName(whole: string, offset: number, word: string): boolean {
  if (/^(?:Time|Local|First|Last|Online)$/.test(word))
    return /^\s+(?:and|&|of)\s+\p{Lu}/u.test(whole.slice(offset + word.length))
  if (!/^(?:the|la|le|el|il|der|den)$/iu.test(word) || !/^\s+\p{Lu}/u.test(whole.slice(offset + word.length)))
    return false
  return /^\p{Lu}/u.test(word) || /\p{L}\s+$/u.test(whole.slice(0, offset))
}

/** Files the words of a byline: the people first, then what comes behind `for` or a comma. */
function fileNames(words: string, credit: CreditLine): void {
  const employer = /\s(?:for|für|pour|para)\s+(\p{Lu}.*|[\w-]+\.\p{L}[\w.]*)$/u.exec(words)
  const employed = employer ? words.slice(0, employer.index) : words
  if (employer) credit.outlets.push(employer[1]!)
  // `Published 4 March 2031 by Tove Lind in Signal`
  const within = credit.dates.length > 0 ? /\s(?:in|dans|en)\s+(\p{Lu}.*|[\w-]+\.\p{L}[\w.]*)$/u.exec(employed) : null
  const named = within ? employed.slice(0, within.index) : employed
  if (within) (isOutlet(within[1]!) ? credit.outlets : credit.places).push(within[1]!)
  // `By Tove Lind and Arne Moll, Nikkei Asia`: behind names that “and” joins stands whom they write for.
  const [, joined = named, behind] = /^(.*?),\s*([^,]+)$/u.exec(named) ?? []
  const isListed = behind !== undefined && (!JOINING.test(behind) || isOutlet(behind))
  const isBehind = isListed && (JOINING.test(joined) || isOutlet(behind))
  const { people, outlets } = readNames(isBehind ? joined : named, true)
  credit.outlets.push(...outlets)
  if (isBehind) {
    credit.people.push(...people.filter((name, index) => index === 0 || isPerson(name)))
    fileBehind(behind, credit)
    return
  }
  const [first, ...others] = people
  if (first !== undefined) credit.people.push(first)
  for (const other of others) {
    // Two writers would be joined by “and”, so a second name may be the outlet's.
    const isAlone = others.length === 1 && isListed && credit.outlets.length === 0
    if (isAlone && (credit.dates.length > 0 || !isPerson(other))) credit.undecided.push(other)
    else if (isPerson(other)) credit.people.push(other)
  }
}
const JOINING = /(?<!\p{L})(?:and|und|et|y|e|og|och|en|i|и|&)(?!\p{L})/iu

/** Files what stands behind a writer's name and a comma: an outlet, a place or an occupation. */
function fileBehind(words: string, credit: CreditLine): void {
  const { people, outlets } = readNames(words)
  credit.outlets.push(...(isOutlet(words) ? [words.trim()] : outlets))
  if (credit.outlets.length === 0) credit.undecided.push(...people)
}

function fileSegment(words: string, raw: string, credit: CreditLine): void {
  const pieces = words.split(/\s*,\s*/).filter((piece) => /\p{L}/u.test(piece))
  const isBeforeDate = /,\s*$/u.test(raw)
  pieces.forEach((piece, index) => {
    const { people } = readNames(piece)
    const isName = /^\p{Lu}/u.test(piece) && countWords(piece) <= 6 && !isRole(piece)
    if (isOutlet(piece)) credit.outlets.push(piece)
    else if (people.length > 1 && people.every(isPerson)) credit.people.push(...people)
    else if (isPerson(piece)) credit.undecided.push(piece)
    else if (!isName) return
    else if (credit.enclosed && pieces.length === 1) credit.outlets.push(piece)
    // `Tove Lind, Signal, 4 March 2031` has two names, `Sollen, 4 March 2031` may be a place; between bars and dashes a single word is an outlet.
    else if (index > 0 && index === pieces.length - 1 && pieces.slice(0, index).every(isCreditName))
      credit.undecided.push(piece)
    else if (isBeforeDate && pieces.length === 1) credit.places.push(piece)
    else if (!isBeforeDate && pieces.length === 1) credit.outlets.push(piece)
  })
}

function isCreditName(words: string): boolean {
  const { people } = readNames(words)
  return people.length > 0 && people.every(isPerson)
}
