import type { ReferenceItem } from '../extracted.ts'
import { personName, referenceDate, toReference } from './reference.ts'

const TAG = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/
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
  for (const line of text.split('\n')) {
    const [, tag, value = ''] = TAG.exec(line.trimEnd()) ?? []
    if (tag === undefined) {
      if (values !== null && values.length > 0 && line.trim() !== '') values.push(`${values.pop()!} ${line.trim()}`)
      continue
    }
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

function toItem(tags: Tags, list: string): ReferenceItem | null {
  const all = (...names: string[]): string[] =>
    names.flatMap((name) => tags.get(name) ?? []).filter((value) => value !== '')
  const first = (...names: string[]): string | undefined => all(...names)[0]
  const type = first('TY') ?? ''
  const links = all('UR', 'LK', 'L2', 'L1', 'L3', 'L4')
  const container = first('T2', 'JF', 'JO', 'JA', 'J2')
  const publisher = first('PB')
  return toReference(
    {
      title: first('TI', 'T1', 'CT', 'BT', 'ST'),
      authors: all('AU', 'A1').map(personName),
      publisher: IN_PERIODICAL.test(type) ? (container ?? publisher) : (publisher ?? container),
      published: mostPrecise(all('DA', 'PY', 'Y1').map(referenceDate)),
      retrieved: referenceDate(first('Y2')),
      urls: links.flatMap((link) => link.split(/;\s*(?=https?:)|\s+(?=https?:)/i)),
      doi: first('DO'),
      language: first('LA'),
      section: type === 'NEWS' ? first('SE') : undefined,
      files: all('L1', 'L2', 'L3', 'L4').filter((link) => !/^(?:https?|ftp|doi):/i.test(link))
    },
    list
  )
}

function mostPrecise(dates: readonly (string | null)[]): string | null {
  return dates.reduce((best, date) => ((date?.length ?? 0) > (best?.length ?? 0) ? date : best), null)
}
