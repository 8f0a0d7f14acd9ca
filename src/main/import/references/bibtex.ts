import { readEntries, type BibtexEntry } from './bibtex-entries.ts'
import { attachedFiles } from './files.ts'
import type { ReferenceItem } from '../extracted.ts'
import { partialDate, personName, referenceDate, toReference } from './reference.ts'
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
  const container = text('journaltitle', 'journal', 'newspaper', 'organization', 'titleaddon', 'shortjournal')
  const publisher = text('publisher', 'institution', 'school')
  const subtitle = text('subtitle')
  const title = text('title')
  return toReference(
    {
      title: title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title,
      authors: namesIn(raw('author') ?? ''),
      publisher: BOOKS.test(type) ? (publisher ?? container) : (container ?? publisher),
      published: referenceDate(text('date')) ?? partialDate(text('year'), monthIn(text('month')), text('day')),
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
  for (const part of value.split(/([{}]|\s+and\s+)/i)) {
    if (part === '{') depth++
    else if (part === '}') depth--
    if (depth <= 0 && /^\s+and\s+$/i.test(part)) names.push('')
    else names.push(`${names.pop() ?? ''}${part}`)
  }
  return names
    .map((name) => (/^\s*\{[^{}]*\}\s*$/.test(name) ? texToText(name) : personName(texToText(name))))
    .filter((name) => name !== '' && name !== 'others')
}

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

function monthIn(month: string | undefined): string | undefined {
  const name = MONTH.exec(month ?? '')?.[1]?.toLowerCase()
  if (name === undefined) return month
  return `${'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name) / 3 + 1}`
}

function addressIn(value: string | undefined): string | undefined {
  return /https?:\/\/[^\s{}]+/i.exec((value ?? '').replace(/\\(?=[_&%#~$])/g, ''))?.[0]
}
