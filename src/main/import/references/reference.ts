import { isoDay, readDate } from '../dates.ts'
import type { ReferenceItem } from '../extracted.ts'
import { webAddress } from '../findings.ts'
import { oneLine } from '../wording.ts'

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
  const authors = (work.authors ?? []).map(oneLine).filter((name) => /[\p{L}\p{N}]/u.test(name))
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
  const line = oneLine((text ?? '').toWellFormed()).trim()
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

/** `Lind, Tove` and `Lind, Tove, Jr.` as `Tove Lind` and `Tove Lind Jr.`; other names as they are. */
export function personName(written: string): string {
  const [last = '', first = '', suffix = ''] = written.split(/\s*,\s*/)
  return [first, last, suffix].filter((part) => part !== '').join(' ')
}

/** A date in numbers with as much of it as is known: a day, a month, a year; null when not even that. */
export function partialDate(year?: string, month?: string, day?: string): string | null {
  const full = isoDay(year, month, day)
  if (full !== null) return full
  if (isoDay(year, 1, 1) === null) return null
  const isMonth = Number(month) >= 1 && Number(month) <= 12
  return isMonth ? `${Number(year)}-${month!.padStart(2, '0')}` : `${Number(year)}`
}

/** `2031-03-04`, `2031/03/04/morning`, `2031-03`, `2031//`, `4 March 2031`; of a span its beginning. Null when no year stands there. */
export function referenceDate(written: string | undefined): string | null {
  const text = (written ?? '').trim()
  const parts = /^(\d{4})(?:[-/](\d{0,2})(?:[-/](\d{0,2}))?)?(?!\d)/.exec(text)
  if (parts) return partialDate(parts[1], parts[2], parts[3])
  if (!/\d{4}/.test(text)) return null
  const day = readDate(text)?.slice(0, 10)
  return day ?? partialDate(/(?<!\d)\d{4}(?!\d)/.exec(text)?.[0])
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

/** The BCP 47 tag of a language that is named by a tag or by its name; undefined for other words. */
function languageTag(written: string): string | undefined {
  const name = written.split(/[,;]/)[0]!.trim().replaceAll('_', '-')
  const known = LANGUAGES.get(name.toLowerCase())
  if (known !== undefined) return known
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(name) ? name : undefined
}
