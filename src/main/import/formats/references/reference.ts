import { isoDay, readDate } from '../../metadata/dates.ts'
import type { ReferenceItem } from '../../extracted/extracted.ts'
import { webAddress } from '../../metadata/findings.ts'
import { MONTH_NAMES } from '../../metadata/months.ts'
import { oneLine } from '../../extracted/wording.ts'
import { plainWords } from './plain.ts'

/** What was read of a work, before it is judged; absent and empty values say nothing. */
export interface Work {
  title?: string | undefined
  authors?: readonly string[] | undefined
  publisher?: string | undefined
  published?: string | null | undefined
  retrieved?: string | null | undefined
  /** Addresses, the best first. */
  urls?: readonly (string | undefined)[] | undefined
  doi?: string | undefined
  language?: string | undefined
  section?: string | undefined
  files?: readonly string[] | undefined
}

const CONFIDENCE = 0.94

/** What a work says of the document that it describes; null when it says nothing. `list` is the export's name. */
export function toReference(work: Work, list: string): ReferenceItem | null {
  const title = cleaned(work.title)
  const authors = [...new Set((work.authors ?? []).map(oneLine).filter((name) => /[\p{L}\p{N}]/u.test(name)))]
  const publisher = cleaned(work.publisher)
  const published = work.published ?? undefined
  const retrieved = work.retrieved ?? undefined
  const url = addressOf(work)
  const language = languageTag(work.language ?? '')
  const section = cleaned(work.section)
  const files = [...new Set((work.files ?? []).map((file) => file.trim()).filter((file) => file !== ''))]
  if (title === undefined && url === undefined && files.length === 0) return null
  const words = [title, authors.join(', '), publisher, published].filter((part) => part !== undefined && part !== '')
  return {
    title: title ?? null,
    files,
    given: {
      from: 'reference',
      detail: `${list}: ${words.join(' · ')}`,
      confidence: CONFIDENCE,
      ...(title === undefined ? {} : { title }),
      ...(authors.length === 0 ? {} : { authors }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(published === undefined ? {} : { published }),
      ...(retrieved === undefined ? {} : { retrieved }),
      ...(url === undefined ? {} : { url }),
      ...(language === undefined ? {} : { language }),
      ...(section === undefined ? {} : { section })
    }
  }
}

function cleaned(text: string | undefined): string | undefined {
  const line = oneLine(plainWords((text ?? '').toWellFormed())).trim()
  return line === '' ? undefined : line
}

function addressOf({ urls, doi }: Work): string | undefined {
  for (const written of urls ?? []) {
    const url = written ? webAddress(written) : null
    if (url !== null) return url
  }
  const number = /\b10\.\d{4,9}\/\S+/.exec(doi ?? '')?.[0]
  return number === undefined ? undefined : (webAddress(`https://doi.org/${number}`) ?? undefined)
}

/** A date in numbers with as much of it as is known: a day, a month, a year; null when not even that. */
export function partialDate(year?: string, month?: string, day?: string): string | null {
  const full = isoDay(year, month, day)
  if (full !== null) return full
  if (isoDay(year, 1, 1) === null) return null
  const isMonth = Number(month) >= 1 && Number(month) <= 12
  return isMonth ? `${Number(year)}-${month!.padStart(2, '0')}` : `${Number(year)}`
}

/**
 * `2031-03-04`, `2031/03/04/morning`, `20310304`, `2031-03`, `2031//`, `2031 Mar 4`, `4 March 2031`, `March 2031`; of a span its beginning. A date without a year
 * (`Mar 4`) is of `year`. Null when no year is known.
 */
export function referenceDate(written: string | undefined, year?: string): string | null {
  const text = oneLine(plainWords((written ?? '').normalize('NFC')).replaceAll('\u00A0', ' ')).trim()
  const numbers = /^(\d{4})(?:([-/.])(\d{0,2})(?:\2(\d{0,2}))?)?(?![\d\p{L}])/u.exec(text)
  const inWords = monthAndDay(numbers ? text.slice(numbers[0].length) : text)
  if (numbers && (numbers[3] || inWords === null)) return partialDate(numbers[1], numbers[3], numbers[4])
  const basic = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text)
  if (basic && isoDay(basic[1], basic[2], basic[3]) !== null) return partialDate(basic[1], basic[2], basic[3])
  const day = readDate(text)?.slice(0, 10)
  if (day !== undefined) return day
  const known = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/.exec(text)?.[0] ?? year
  return known === undefined ? null : partialDate(known, inWords?.month, inWords?.day)
}

/**
 * The month in words or numbers, and the day beside it: `mar`, `4 March`, `March 4--6`, `4. März`, `03`, `03-04`. Of two months the first one counts. Null when none is
 * there.
 */
export function monthAndDay(written: string): { month: string; day: string | undefined } | null {
  const text = written.replace(/(?<!\d)\d{4}(?!\d)/, ' ').toLowerCase()
  const numbers = /^\s*(\d{1,2})(?:\s*[-/]\s*(\d{1,2}))?\s*$/.exec(text)
  if (numbers)
    return Number(numbers[1]) >= 1 && Number(numbers[1]) <= 12 ? { month: numbers[1]!, day: numbers[2] } : null
  for (const { 0: word } of text.matchAll(/\p{L}+/gu)) {
    const month = MONTH_NAMES[word]
    if (typeof month !== 'number') continue
    return { month: `${month}`, day: /(?<![\d:.])\d{1,2}(?![\d:])/.exec(text)?.[0] }
  }
  return null
}

/** Names of languages that exports write instead of tags; those of babel for LaTeX among them. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: 'english',
    'en-US': 'american usenglish',
    'en-GB': 'british ukenglish',
    de: 'german ngerman deutsch austrian naustrian swissgerman nswissgerman',
    fr: 'french francais français acadian canadien',
    es: 'spanish español',
    it: 'italian italiano',
    pt: 'portuguese português portuges',
    'pt-BR': 'brazilian brazil',
    nl: 'dutch nederlands',
    pl: 'polish polski',
    ru: 'russian русский',
    uk: 'ukrainian',
    sv: 'swedish svenska',
    da: 'danish dansk',
    nb: 'norwegian norsk',
    nn: 'nynorsk',
    fi: 'finnish suomi',
    ja: 'japanese',
    zh: 'chinese',
    ar: 'arabic'
  }).flatMap(([tag, names]) => names.split(' ').map((name): [string, string] => [name, tag]))
)

/** Names of languages in library catalogues (ISO 639-2/B) that differ from the usual ones. */
const LIBRARIES: ReadonlyMap<string, string> = new Map(
  'ger de,fre fr,dut nl,chi zh,cze cs,gre el,per fa,rum ro,slo sk,ice is,alb sq,arm hy,baq eu,bur my,geo ka,mac mk,may ms,wel cy'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string])
)

/** The BCP 47 tag of a language that is named by a tag or by its name; undefined for other words. */
function languageTag(written: string): string | undefined {
  const name = written.split(/[,;]/)[0]!.trim().replaceAll('_', '-')
  const known = LANGUAGES.get(name.toLowerCase())
  if (known !== undefined) return known
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(name)) return undefined
  // `eng` is `en`; the names that libraries have beside these aren't known to the standard.
  return /^[a-z]{3}$/i.test(name) ? (LIBRARIES.get(name.toLowerCase()) ?? Intl.getCanonicalLocales(name)[0]) : name
}
