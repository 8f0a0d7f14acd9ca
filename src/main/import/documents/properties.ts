import type { Findings } from '../metadata/findings.ts'
import { readNames } from '../metadata/bylines.ts'
import { oneLine } from '../extracted/wording.ts'

/** What a document's properties say of it, as written there; dates are ISO 8601. */
export interface Properties {
  title?: string | null | undefined
  authors?: readonly string[] | undefined
  publisher?: string | null | undefined
  /** When the file was made: seldom the day of publication. */
  created?: string | null | undefined
  modified?: string | null | undefined
  language?: string | null | undefined
}

/** Names that programs put in where nobody gave one. */
const NO_TITLE =
  /^(?:untitled.*|document\d*|dokument\d*|title|titel|print|layout \d+|slide \d+|powerpoint presentation|microsoft word.*\.(?:rtf|tmp)|about:blank|\W*)$/iu
const FILE_NAME = /\.(?:docx?|docm|odt|rtf|pdf|indd|qxd|qxp|pages|pptx?|xlsx?|txt|tex|dvi|ps|eps|wpd|html?|pub|p65)$/i
const PROGRAM =
  /^(?:.*\b(?:microsoft|office|user|admin(?:istrator)?|owner|windows|adobe|acrobat|writer|word|libreoffice|openoffice|python-docx|calibre|apache|default|template|scanner|computer|pc|hewlett-packard|unknown)\b.*|\S*[\\@/]\S*|[a-z0-9._-]+)$/iu

/** `Lind, Tove M.` */
const SURNAME_FIRST = /^\s*([\p{L}'’-]+), ([\p{L}'’-]+(?: \p{L}\.?)?)\s*$/u

/**
 * Adds what a document's properties say. Programs and templates write most of it, so nothing here is surer than what the text says of itself:
 * titles are often names of files, writers the names of accounts, and the day on which a file was made isn't that of publication.
 */
export function addProperties(findings: Findings, properties: Properties): void {
  const detail = (name: string, value: string): { from: string; detail: string } => ({
    from: 'properties',
    detail: `${name}: ${value}`
  })
  const written = oneLine(properties.title ?? '')
  const title = written.replace(/^Microsoft Word - /i, '')
  if (!NO_TITLE.test(written) && !NO_TITLE.test(title) && title.length <= 300) {
    const confidence = FILE_NAME.test(title) || title !== written ? 0.15 : 0.35
    findings.title.push({ value: title, ...detail('title', written), confidence })
  }
  const creators = (properties.authors ?? []).filter((name) => !PROGRAM.test(name.trim()))
  const names = creators.flatMap((name) => readNames(name.replace(SURNAME_FIRST, '$2 $1')).people)
  if (names.length > 0)
    findings.authors.push({ value: names, ...detail('creator', creators.join('; ')), confidence: 0.35 })
  const publisher = oneLine(properties.publisher ?? '')
  if (publisher !== '' && publisher.length <= 120 && !PROGRAM.test(publisher))
    findings.publisher.push({ value: publisher, ...detail('publisher', publisher), confidence: 0.5 })
  const created = properties.created ?? null
  if (created !== null) findings.published.push({ value: created, ...detail('created', created), confidence: 0.3 })
  const modified = properties.modified ?? null
  if (modified !== null) findings.modified.push({ value: modified, ...detail('modified', modified), confidence: 0.35 })
  const language = (properties.language ?? '').trim().replaceAll('_', '-')
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) && !/^und/i.test(language))
    findings.language.push({ value: language, ...detail('language', language), confidence: 0.5 })
}

/**
 * A date of XML properties (ISO 8601, W3CDTF) as metadata hold it: a time with its offset, or the day where none is given. Null for other forms and
 * for what programs write for want of a date.
 */
export function propertyDate(value: string | null | undefined): string | null {
  const match = /^\s*((\d{4})(?:-(\d\d)(?:-(\d\d))?)?)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?/.exec(
    value ?? ''
  )
  if (!match) return null
  const [, day = '', year, month = '01', date = '01', time, offset] = match
  if (Number(year) < 1900 || Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > 31)
    return null
  if (time === undefined || offset === undefined) return day
  const zone = offset === 'Z' || offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`
  const full = `${day}T${time.length === 5 ? `${time}:00` : time}${zone}`
  return Number.isNaN(Date.parse(full)) ? null : full
}
