import type { ReferenceItem } from '../../extracted/extracted.ts'
import { namesInLine } from './authors.ts'
import { referenceDate, toReference } from './reference.ts'

/** `TI  - Title`; with one blank or none before the dash, when one stands behind it; in small letters when written by the rules otherwise. */
const TAG =
  /^\s{0,4}(?:([A-Z][A-Z0-9])[ \t\u00A0]{0,2}-(?:[ \t\u00A0]+|$)|([A-Z][A-Z0-9]) {1,2}-|([a-z][a-z0-9]) {2}-(?: |$))(.*)$/s
/** Works that stand in something that is published, whose name says more than its publisher's. */
const IN_PERIODICAL = /^(?:NEWS|JOUR|EJOUR|JFULL|MGZN|MAGZ|ABST|INPR|ELEC|WEB|BLOG|ICOMM|GEN)$/

/** A record's values by tag, in order. */
type Tags = ReadonlyMap<string, readonly string[]>

/**
 * Reads RIS (Research Information Systems), as Zotero, EndNote, Mendeley and press databases write it: a record from `TY` to `ER`, each line a tag and a value,
 * other lines going on the value above. A record without end counts.
 */
export function readRis(text: string, list: string): ReferenceItem[] {
  return recordsIn(text).flatMap((tags) => toItem(tags, list) ?? [])
}

function recordsIn(text: string): Tags[] {
  const records: Map<string, string[]>[] = []
  let current: Map<string, string[]> | null = null
  let values: string[] | null = null
  let isName = false
  for (const line of text.split('\n')) {
    const [, by, tight, small, value = ''] = TAG.exec(line.trimEnd()) ?? []
    // Some write the first author with one tag and the others with the other.
    const tag = (by ?? tight ?? small)?.toUpperCase().replace('A1', 'AU')
    if (tag === undefined) {
      if (values !== null && values.length > 0 && line.trim() !== '')
        values.push(joined(values.pop()!, line.trim(), isName))
      continue
    }
    isName = tag === 'AU'
    if (tag === 'ER') {
      current = null
      values = null
      continue
    }
    if (tag === 'TY' || current === null) {
      current = new Map()
      records.push(current)
    }
    values = current.get(tag) ?? []
    values.push(value.trim())
    current.set(tag, values)
  }
  return records
}

/** A value with the line below it, which goes on with it; below a name another name may stand. */
function joined(before: string, line: string, isName: boolean): string {
  return isName && before.includes(',') && line.includes(',') ? `${before}; ${line}` : `${before} ${line}`
}

function toItem(tags: Tags, list: string): ReferenceItem | null {
  const all = (...names: string[]): string[] =>
    names.flatMap((name) => tags.get(name) ?? []).filter((value) => value !== '')
  const first = (...names: string[]): string | undefined => all(...names)[0]
  const type = (first('TY') ?? '').toUpperCase()
  const links = all('UR', 'LK', 'L2', 'L1', 'L3', 'L4')
  const periodical = first('JF', 'T2', 'JO', 'JA', 'J2', 'J1')
  // Press databases add the place to a paper's name: `Coast Courier; Sollen`.
  const container = type === 'NEWS' ? periodical?.replace(/;\s.*$/s, '') : periodical
  const year = all('PY', 'Y1', 'DA').flatMap((date) => /(?<!\d)\d{4}(?!\d)/.exec(date)?.[0] ?? [])[0]
  const publisher = first('PB')
  return toReference(
    {
      title: first('TI', 'T1', 'CT', 'BT', 'ST'),
      authors: all('AU').flatMap(namesInLine),
      publisher: IN_PERIODICAL.test(type) ? (container ?? publisher) : (publisher ?? container),
      published: mostPrecise(all('DA', 'PY', 'Y1').map((date) => referenceDate(date, year))),
      retrieved: referenceDate(first('Y2')),
      urls: links.flatMap((link) => link.split(/;\s*(?=https?:)|\s+(?=https?:)/i)),
      doi: first('DO'),
      language: first('LA'),
      section: type === 'NEWS' ? first('SE') : undefined,
      files: [...all('L1', 'L2', 'L3', 'L4').filter(isPath), ...all('UR', 'LK').filter((link) => /^file:/i.test(link))]
    },
    list
  )
}

function mostPrecise(dates: readonly (string | null)[]): string | null {
  return dates.reduce((best, date) => ((date?.length ?? 0) > (best?.length ?? 0) ? date : best), null)
}

function isPath(link: string): boolean {
  return !/^(?:https?|ftp|doi|urn):/i.test(link)
}
