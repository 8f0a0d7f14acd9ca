import { readEntries, type BibtexEntry } from './bibtex-entries.ts'
import { namesInLine } from './authors.ts'
import { attachedFiles } from './files.ts'
import type { ReferenceItem } from '../../extracted/extracted.ts'
import { monthAndDay, partialDate, referenceDate, toReference } from './reference.ts'
import { texToText } from './tex.ts'

const BOOKS =
  /^(?:mv)?(?:book|inbook|incollection|collection|proceedings|inproceedings|reference|manual|report|techreport|thesis|phdthesis|mastersthesis)$/

/** Reads BibTeX and BibLaTeX, with the fields that Zotero, JabRef, Mendeley and EndNote add. */
export function readBibtex(text: string, list: string): ReferenceItem[] {
  return readEntries(text).flatMap((entry) => toItem(entry, list) ?? [])
}

function toItem({ type, fields }: BibtexEntry, list: string): ReferenceItem | null {
  const raw = (...names: string[]): string | undefined =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && value.trim() !== '')
  const text = (...names: string[]): string | undefined => {
    const value = raw(...names)
    return value === undefined ? undefined : texToText(value)
  }
  const howPublished = raw('howpublished')
  const container =
    text('journaltitle', 'fjournal', 'journal', 'newspaper', 'organization', 'titleaddon', 'shortjournal') ??
    (howPublished !== undefined && /^[^\\:]*$/.test(howPublished) ? text('howpublished') : undefined)
  const publisher = text('publisher', 'institution', 'school')
  const subtitle = text('subtitle')
  const title = text('title')
  return toReference(
    {
      title: title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title,
      authors: namesIn(raw('author') ?? ''),
      publisher: BOOKS.test(type) ? (publisher ?? container) : (container ?? publisher),
      published: referenceDate(text('date')) ?? publishedIn(text),
      retrieved: referenceDate(text('urldate', 'lastchecked', 'accessed')),
      urls: [addressIn(raw('url')), addressIn(raw('howpublished')), addressIn(raw('note'))],
      doi: raw('doi')?.replace(/\\(?=[_&%#])/g, ''),
      language: text('langid', 'language', 'hyphenation'),
      files: attachedFiles(raw('file', 'localfile', 'pdf') ?? '')
    },
    list
  )
}

/** `Lind, Tove and {Northern Courier} and others`, split outside of braces. */
function namesIn(value: string): string[] {
  const names: string[] = ['']
  let depth = 0
  for (const part of value.split(/([{}]|\s+and\s+|\s*;\s*)/i)) {
    if (part === '{') depth++
    else if (part === '}') depth--
    if (depth <= 0 && /^(?:\s+and\s+|\s*;\s*)$/i.test(part)) names.push('')
    else names.push(`${names.pop() ?? ''}${part}`)
  }
  return names.flatMap((name) => {
    const text = texToText(name)
    if (/^\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\s*$/.test(name)) return [text]
    return /^(?:others|et al\.?)$/i.test(text) ? [] : namesInLine(text)
  })
}

/** The day of an entry in the fields of BibTeX, of which `month` may hold the day too, and `year` all of it. */
function publishedIn(text: (...names: string[]) => string | undefined): string | null {
  const year = text('year')
  const month = text('month')
  const whole = referenceDate(year)
  if (month === undefined) return whole
  const within = monthAndDay(month)
  const day = text('day') ?? within?.day
  const number = /(?<!\d)\d{4}(?!\d)/.exec(year ?? month)?.[0]
  return partialDate(number, within?.month, day) ?? whole
}

function addressIn(value: string | undefined): string | undefined {
  return /https?:\/\/[^\s{}]+/i.exec((value ?? '').replace(/\\(?=[_&%#~$])/g, ''))?.[0]
}
