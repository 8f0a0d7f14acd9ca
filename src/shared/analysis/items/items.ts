import type { Report } from '../reports/report.ts'
import type { BriefStatement } from '../statements/statements.ts'
import { datesOf, holdsDate, type DateItem } from './dates.ts'
import { holdsName, namesOf, type NameItem } from './names.ts'
import { holdsNumber, numbersOf, type NumberItem } from './numbers.ts'

export const ITEM_KINDS = ['number', 'name', 'date'] as const

/** A number, name or date of a statement, which sources hold or don't. */
export type Item = ({ kind: 'number' } & NumberItem) | ({ kind: 'name' } & NameItem) | ({ kind: 'date' } & DateItem)

/** The numbers, names and dates of a statement, in order; `briefDate` is the day on which its words are meant. */
export function itemsOf(statement: Pick<BriefStatement, 'text'>, briefDate: string): readonly Item[] {
  const before = read.get(statement)
  if (before?.briefDate === briefDate) return before.items
  const items = readItems(statement.text, briefDate)
  read.set(statement, { briefDate, items })
  return items
}

/** Kept with the statement, and gone with it: nothing of a case that was closed stays behind. */
const read = new WeakMap<object, { briefDate: string; items: readonly Item[] }>()

function readItems(text: string, briefDate: string): Item[] {
  const dates = datesOf(text, briefDate)
  const numbers = numbersOf(text, dates)
  const taken = [...dates, ...numbers]
  const names = namesOf(text).filter(({ start, end }) => !taken.some((other) => start < other.end && end > other.start))
  return [
    ...dates.map((date): Item => ({ kind: 'date', ...date })),
    ...numbers.map((number): Item => ({ kind: 'number', ...number })),
    ...names.map((name): Item => ({ kind: 'name', ...name }))
  ].sort((a, b) => a.start - b.start)
}

/** Whether an item of a statement stands in a source, by the rules of lint. */
export function isHeld(report: Report, text: string, item: Item): boolean {
  switch (item.kind) {
    case 'number':
      return holdsNumber(report, item)
    case 'date':
      return holdsDate(report, text, item)
    case 'name':
      return holdsName(report, text, item)
  }
}
