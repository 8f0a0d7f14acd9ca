import type { Chronology, ChronologyEntry } from '../chronology/chronology.ts'
import { daysBetween } from '../dates/calendar.ts'
import type { Figure, FigureRelation, Figures } from '../figures/figures.ts'
import { itemsOf, type Item } from '../items/items.ts'
import { stands } from '../items/numbers.ts'
import type { PlaceIn } from '../origins/first-hand.ts'
import type { CaseReports } from '../reports/case-reports.ts'
import type { Report } from '../reports/report.ts'
import { termsOf } from '../reports/terms.ts'
import type { BriefStatement } from '../statements/statements.ts'
import type { LintFinding } from './codes.ts'
import { revisionOf } from './revised.ts'

/** What the sources of a case count and date, and how that hangs together. */
export interface CaseFacts {
  figures: Figures
  chronology: Chronology
}

/** A statement says itself that a number was so once: then it's no longer what is to be known. */
const EARLIER =
  /\b(?:at first|initially|originally|earlier|previous(?:ly)?|formerly|first (?:count|report|reports|figure|estimate|offer|toll|said|spoke|put|gave|reported)|until then|at the time|at that time|by then|then\b|in the beginning|to begin with|preliminar\w*|provisional\w*|had been|used to|at (?:its|the|their) (?:height|peak|worst)|at one (?:point|stage|time)|at (?:the )?most|peak(?:ed)?|before (?:it|that|the)|before(?=\s*(?:[.,;]|$))|later (?:raised|corrected|revised|rose|fell|put)|(?:rose|fell|grew|raised|lowered|revised|corrected|up|down|increased|cut|climbed|changed|went) from|so far)\b/iu

/** Numbers that a source of the case has revised since, and numbers and dates of which a source that isn't cited tells otherwise. */
export function changedSince(
  reports: CaseReports,
  facts: CaseFacts,
  statement: BriefStatement,
  briefDate: string
): LintFinding[] {
  const items = itemsOf(statement, briefDate)
  const cited = new Set(statement.citations.map(({ source }) => source))
  const supports = new Set(
    statement.citations.flatMap(({ source, relation }) => (relation === 'supports' ? [source] : []))
  )
  const found: LintFinding[] = []
  for (const item of items) {
    if (item.kind === 'number' && !item.isLength)
      found.push(...changedNumber(reports, facts.figures, { statement, items, item, cited, supports }))
    if (item.kind === 'date') found.push(...movedDate(reports, facts.chronology, { statement, item, cited, supports }))
  }
  return found
}

interface NumberAsked {
  statement: BriefStatement
  items: readonly Item[]
  item: Extract<Item, { kind: 'number' }>
  cited: ReadonlySet<string>
  supports: ReadonlySet<string>
}

/** The figures of a case, as they are looked up. */
interface FigureIndex {
  byId: ReadonlyMap<string, Figure>
  bySource: ReadonlyMap<string, readonly Figure[]>
  /** The relations of each figure, by its id. */
  relations: ReadonlyMap<string, readonly FigureRelation[]>
  /** Ids of those that another replaces. */
  outdated: ReadonlySet<string>
}

const indices = new WeakMap<Figures, FigureIndex>()

function indexOf(facts: Figures): FigureIndex {
  const before = indices.get(facts)
  if (before) return before
  const bySource = Map.groupBy(facts.figures, ({ sourceId }) => sourceId)
  const relations = new Map<string, FigureRelation[]>()
  for (const relation of facts.relations)
    for (const id of [relation.a, relation.b]) {
      const known = relations.get(id)
      if (known) known.push(relation)
      else relations.set(id, [relation])
    }
  const outdated = new Set(
    facts.relations.flatMap(({ a, b, kind, newer }) => (kind === 'revision' ? [newer === a ? b : a] : []))
  )
  const index = { byId: new Map(facts.figures.map((figure) => [figure.id, figure])), bySource, relations, outdated }
  indices.set(facts, index)
  return index
}

function changedNumber(reports: CaseReports, facts: Figures, asked: NumberAsked): LintFinding[] {
  const { statement, items, item, cited, supports } = asked
  const { figures } = facts
  const { byId, bySource, relations, outdated } = indexOf(facts)
  const own = [...supports]
    .flatMap((id) => bySource.get(id) ?? [])
    .filter((figure) => stands(item, figure) && isAbout(reports, figure, statement))
  if (own.length === 0) return []
  const ids = new Set(own.map(({ id }) => id))
  const isSaid = (figure: Figure): boolean =>
    items.some((other) => other.kind === 'number' && other !== item && stands(other, figure))
  const conflicts: { own: Figure; other: Figure }[] = []
  for (const { a, b, kind, newer } of new Set(own.flatMap(({ id }) => relations.get(id) ?? []))) {
    const [mine, other] = ids.has(a) ? [byId.get(a)!, byId.get(b)!] : [byId.get(b)!, byId.get(a)!]
    // What the statement itself gives as another number, and what it can mean as well, changes nothing.
    if (isSaid(other) || stands(item, other)) continue
    if (kind === 'revision' && newer === other.id) {
      if (isDated(statement, items) || EARLIER.test(statement.text)) continue
      return [stale(reports, asked, mine, other)]
    }
    // A number that the statement gives for its day isn't contradicted by one for a later day.
    if (mine.asOf !== null && other.asOf !== null && mine.asOf < other.asOf && isGivenFor(items, mine.asOf)) continue
    if (kind === 'conflict' && !cited.has(other.sourceId) && !outdated.has(other.id))
      conflicts.push({ own: mine, other })
  }
  const revised = own
    .map((mine) => ({ mine, other: revisionOf(reports, mine, figures) }))
    .find(({ other }) => other !== null && !isSaid(other) && !stands(item, other))
  if (revised?.other && !isDated(statement, items) && !EARLIER.test(statement.text))
    return [stale(reports, asked, revised.mine, revised.other)]
  const [first] = conflicts
  if (!first || ids.size === 0 || isOutdated(own, outdated)) return []
  return [
    {
      code: 'contradiction-uncited',
      start: item.start,
      end: item.end,
      message: `${first.other.source} gives another number: “${wordsAt(reports, first.other)}”. The statement doesn’t cite it.`,
      evidence: [placeOf(reports, first.own), placeOf(reports, first.other)].flatMap((place) => place ?? [])
    }
  ]
}

function stale(reports: CaseReports, { statement, item }: NumberAsked, mine: Figure, other: Figure): LintFinding {
  const exact = statement.text.slice(item.start, item.end)
  return {
    code: 'stale-figure',
    start: item.start,
    end: item.end,
    message: `${other.source} revises this number: “${wordsAt(reports, other)}”. Date “${exact}”, say that it was the earlier one, or give the new one.`,
    evidence: [placeOf(reports, mine), placeOf(reports, other)].flatMap((place) => place ?? [])
  }
}

/** A number of which it's known that it was revised, and that the statement tells as the earlier one. */
function isOutdated(own: readonly Figure[], outdated: ReadonlySet<string>): boolean {
  return own.every(({ id }) => outdated.has(id))
}

/** The statement says for which day its number is given. */
function isDated({ text }: BriefStatement, items: readonly Item[]): boolean {
  return (
    items.some(({ kind }) => kind === 'date') ||
    /\b(?:as of|by that day|on that day|that (?:day|evening|morning|night))\b/iu.test(text)
  )
}

/** The statement names the day for which a figure is given. */
function isGivenFor(items: readonly Item[], day: string): boolean {
  return items.some(
    (item) => item.kind === 'date' && item.from.slice(5) <= day.slice(5) && day.slice(5) <= item.to.slice(5)
  )
}

/** A figure is what the statement tells of if its sentence has some of the statement's other words. */
function isAbout(reports: CaseReports, { sourceId, start, end }: Figure, { text }: BriefStatement): boolean {
  const report = reports.byId.get(sourceId)
  const sentence = report?.sentences.find((each) => each.start <= start && each.end >= end)
  if (!report || !sentence) return false
  const wanted = new Set(
    termsOf(text)
      .filter(({ isNumber }) => !isNumber)
      .map(({ stem }) => stem)
  )
  if (wanted.size === 0) return true
  const at = report.sentences.indexOf(sentence)
  // What a sentence is about may stand in the one before.
  const near = [report.sentences[at - 1], sentence].filter((each) => each?.block === sentence.block)
  return near.some((each) => each!.terms.some(({ stem, isNumber }) => !isNumber && wanted.has(stem)))
}

interface DateAsked {
  statement: BriefStatement
  item: Extract<Item, { kind: 'date' }>
  cited: ReadonlySet<string>
  supports: ReadonlySet<string>
}

/** So many of a clause's words stand in the statement that both tell the same. */
const SAME_EVENT = 2

function movedDate(reports: CaseReports, { entries, relations }: Chronology, asked: DateAsked): LintFinding[] {
  const { statement, item, cited, supports } = asked
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const wanted = new Set(
    termsOf(statement.text)
      .filter(({ isNumber }) => !isNumber)
      .map(({ stem }) => stem)
  )
  const tells = (entry: ChronologyEntry): boolean => {
    const text = reports.byId.get(entry.sourceId)?.text.slice(entry.event.start, entry.event.end) ?? ''
    const stems = new Set(termsOf(text).map(({ stem }) => stem))
    return [...wanted].filter((stem) => stems.has(stem)).length >= SAME_EVENT
  }
  const ids = new Set(
    entries.filter((entry) => supports.has(entry.sourceId) && meansDay(entry, item) && tells(entry)).map(({ id }) => id)
  )
  for (const { a, b, kind } of relations) {
    if (kind !== 'conflict' || ids.has(a) === ids.has(b)) continue
    const [mine, other] = ids.has(a) ? [byId.get(a)!, byId.get(b)!] : [byId.get(b)!, byId.get(a)!]
    if (cited.has(other.sourceId) || !tells(other)) continue
    return [
      {
        code: 'contradiction-uncited',
        start: item.start,
        end: item.end,
        message: `${other.source} gives another date: “${wordsAt(reports, other)}”. The statement doesn’t cite it.`,
        evidence: [placeOf(reports, mine), placeOf(reports, other)].flatMap((place) => place ?? [])
      }
    ]
  }
  return []
}

/** The entry has the days of a statement's date, whatever the year; a day may be one of those that it names together (`on 17 and 18 January`). */
function meansDay({ from, to, approximate }: ChronologyEntry, item: { from: string; to: string }): boolean {
  const [first, last] = [from.slice(5), to.slice(5)]
  const [a, b] = [item.from.slice(5), item.to.slice(5)]
  if (first === a && last === b) return true
  // `In mid-August` for `three weeks ago`.
  if (approximate && from === to && a <= first && last <= b && daysBetween(item.from, item.to) <= PART_DAYS) return true
  return a === b && from !== to && daysBetween(from, to) <= FEW_DAYS && first <= a && a <= last
}

const FEW_DAYS = 3
/** The longest part of a month. */
const PART_DAYS = 11

function placeOf(
  reports: CaseReports,
  { sourceId, start, end }: { sourceId: string; start: number; end: number }
): PlaceIn | null {
  const report: Report | undefined = reports.byId.get(sourceId)
  return report ? { report, start, end } : null
}

function wordsAt(
  reports: CaseReports,
  { sourceId, start, end }: { sourceId: string; start: number; end: number }
): string {
  return reports.byId.get(sourceId)?.text.slice(start, end) ?? ''
}
