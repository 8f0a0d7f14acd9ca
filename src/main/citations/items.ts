import type { Source } from '../../shared/source/source.ts'
import { toCslItem, type CslDate, type CslItem } from '../../shared/exchange/csl.ts'
import { asPlainText } from './markers.ts'
import type { CslStyle } from './styles.ts'

/** The language of a source when none is known: no style then changes its capitals. */
const UNDETERMINED = 'und'

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LETTER = /\p{L}/u

/**
 * A source as citeproc takes it: words without markup, apart from the direction of what surrounds them where that differs.
 * Its note is left out, in which citeproc looks for further fields.
 */
export function citeprocItem(source: Source, style: CslStyle, rightToLeft: boolean): CslItem {
  const item = toCslItem(source)
  if (style === 'apa') dropRepeatedPublisher(item)
  // Without the archive's name its number tells a reader nothing.
  delete item.archive_location
  nameEdition(item)
  const words = (text: string): string => isolated(asPlainText(text), rightToLeft)
  // What looks like markup isn't words, whose capitals a style may change.
  const odd = [item.title, item.publisher, item['container-title']].some((text) => text?.includes('<'))
  const date = (value: CslDate): CslDate => ('literal' in value ? { literal: words(value.literal) } : value)
  return {
    ...item,
    id: source.id,
    title: words(item.title),
    ...(item.author ? { author: item.author.map(({ literal }) => ({ literal: words(literal) })) } : {}),
    ...(item.publisher === undefined ? {} : { publisher: words(item.publisher) }),
    ...(item['container-title'] === undefined ? {} : { 'container-title': words(item['container-title']) }),
    ...(item.section === undefined ? {} : { section: words(item.section) }),
    ...(item.edition === undefined ? {} : { edition: words(item.edition) }),
    ...(item.page === undefined ? {} : { page: words(item.page) }),
    ...(item.issued ? { issued: date(item.issued) } : {}),
    accessed: date(item.accessed),
    ...(item.URL === undefined ? {} : { URL: asPlainText(item.URL) }),
    language: odd ? UNDETERMINED : (item.language ?? UNDETERMINED),
    note: ''
  }
}

/** Styles write the word `edition` themselves; an issue's number, or a medium, is none. */
function nameEdition(item: CslItem): void {
  const name = /^(\S.*?)\s+edition$/i.exec(item.edition ?? '')?.[1]
  if (name === undefined) delete item.edition
  else item.edition = name
}

/** APA (7th ed.) 9.29 and 10.16: a publisher or site that is the author isn't named again. */
function dropRepeatedPublisher(item: CslItem): void {
  const author = item.author?.length === 1 ? item.author[0]!.literal : null
  if (item.publisher === author) delete item.publisher
  if (item.type === 'webpage' && item['container-title'] === author) delete item['container-title']
}

/** Sets words apart whose direction isn't that of the brief (UAX #9: first strong isolate). */
function isolated(text: string, rightToLeft: boolean): string {
  const first = LETTER.exec(text)?.[0] ?? ''
  if (first === '') return text
  const differs = rightToLeft ? !RIGHT_TO_LEFT.test(first) : RIGHT_TO_LEFT.test(text)
  return differs ? `\u2068${text}\u2069` : text
}
