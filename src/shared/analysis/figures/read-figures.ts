import type { DateDraft } from '../dates/resolve-dates.ts'
import { findAmounts, type Amount } from '../numbers/amounts.ts'
import { readLanguageOf } from '../numbers/number-words.ts'
import { accountsOf, type Giver, type SentenceAccount } from '../reports/accounts.ts'
import { identityOf, type GiverIdentity } from '../reports/giver-kind.ts'
import { subjectBefore } from '../reports/noun-phrase.ts'
import { creditsOf, pressOf } from '../reports/press.ts'
import type { Report, Sentence } from '../reports/report.ts'
import { changeOf, type Change } from './change.ts'
import { readCounted, type Counted } from './counted.ts'
import { COMPARED } from './role.ts'
import { cellAt, type TableCell } from './table-cells.ts'

/** A figure as it was read of a text, before it is known what others say. Offsets are UTF-16 units. */
export interface FigureDraft {
  start: number
  end: number
  value: number
  high: number | null
  bound: Amount['bound']
  unit: string | null
  counted: Counted
  /** Who gives it, from an outlet to the origin, as the text names them; empty when the report gives it itself. */
  attribution: string[]
  /** Who the origin is; null for the report itself. */
  origin: GiverIdentity | null
  /** The date for which it's given, by its place among the dates of the text; null for the report's own. */
  asOf: number | null
  change: Change
}

/** The figures of a report's body, each with what it counts, who gives it and for which day. `dates` are those of the text. */
export function readFigures(report: Report, dates: readonly DateDraft[]): FigureDraft[] {
  const { text, blocks, language } = report
  const body = blocks[0]?.type === 'heading' ? blocks[0].end : 0
  const amounts = findAmounts(text, readLanguageOf(language), dates).filter(({ start }) => start >= body)
  if (amounts.length === 0) return []
  const press = pressOf([report])
  const accounts = accountsOf(report, press)
  const agencies = creditsOf(report).map(({ agency }) => agency)
  const figures: FigureDraft[] = []
  let previous: { block: number; counted: Counted } | null = null
  for (const [index, read] of amounts.entries()) {
    const amount = withUnit(text, read, amounts[index - 1])
    const at = report.sentences.findIndex(({ start, end }) => start <= amount.start && end >= amount.end)
    const sentence = report.sentences[at]
    if (!sentence) continue
    const others = amounts
      .filter((other) => other !== read && other.start >= sentence.start && other.end <= sentence.end)
      .map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }))
    const place = { start: amount.start - sentence.start, end: amount.end - sentence.start, unit: amount.unit }
    const named = [
      ...accounts[at]!.givers.map(({ mention }) => mention),
      ...dates.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }))
    ].filter(
      ({ start, end }) => start >= 0 && end <= sentence.text.length && (end <= place.start || start >= place.end)
    )
    const cell = cellAt(report, amount.start)
    const counted: Counted = cell
      ? countedInCell(cell, amount, text.slice(amount.start, amount.end))
      : readCounted(sentence.text, place, others, named, {
          counted: previous?.block === sentence.block ? previous.counted : null,
          sentence: report.sentences[at - 1]?.block === sentence.block ? report.sentences[at - 1]!.text : ''
        })
    // Of `14 of 52` it's the 14 that is told of.
    if (counted.role !== 'base') previous = { block: sentence.block, counted }
    const giver =
      giverOf(accounts[at]!, place.start) ??
      byDocument(sentence.text, place.end) ??
      byReviser(sentence.text, place.start)
    const outlets = accounts[at]!.outlets.map(({ name }) => name)
    const own = agencies.filter((agency) => agency !== report.publisher)
    const passed = [...own, ...outlets.filter((name) => !own.includes(name))]
    figures.push({
      start: amount.start,
      end: amount.end,
      value: amount.value,
      high: amount.high,
      bound: amount.bound,
      unit: amount.unit,
      counted,
      attribution: giver ? [...passed, giver.name] : passed,
      origin: giver?.identity ?? null,
      asOf: cell ? dayOfRow(dates, cell) : asOfDate(text, read, dates, sentence, amounts),
      change: changeOf(sentence.text, place, amount, others, amounts, sentence.start)
    })
  }
  return figures
}

/** `€890 million, up from 820 million`: the second is money, too. */
function withUnit(text: string, amount: Amount, before: Amount | undefined): Amount {
  if (amount.unit !== null || !before || before.unit === null || amount.start - before.end > 60) return amount
  const between = text.slice(before.end, amount.start)
  const isSame =
    COMPARED.test(between) && !/[.;\n]/u.test(between) && !/^\s+\p{Ll}{3,}s(?!\p{L})/u.test(text.slice(amount.end))
  return isSame ? { ...amount, unit: before.unit } : amount
}

/** Who gives a figure: the giver in whose words it stands, else the only one of the sentence, else the nearest. */
function giverOf({ givers: all }: SentenceAccount, at: number): Pick<Giver, 'name' | 'identity'> | null {
  // Of `the league, which speaks for 41 families, said`, the 41 is the report's own.
  const givers = all.filter(({ mention }) => at < mention.start || at >= mention.end)
  const [first] = givers
  if (!first) return null
  const inScope = givers
    .filter(({ mention }) => mention.scope.start <= at && mention.scope.end > at)
    .sort((a, b) => a.mention.scope.end - a.mention.scope.start - (b.mention.scope.end - b.mention.scope.start))
  if (inScope[0]) return inScope[0]
  if (givers.length === 1) return first
  const distance = ({ mention }: Giver): number => Math.min(Math.abs(mention.start - at), Math.abs(mention.end - at))
  return givers.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

const DOCUMENT =
  /(?:,\s|\s\()by\s+(?<name>(?:the|its|their|a)\s+(?:[\p{L}’'-]+\s+){0,4}?(?:register|records?|lists?|count|tally|figures|statistics|data|report|survey|census|estimate|books|files?)(?:\s+(?:of|that)\s+[\p{L}’' -]{2,40})?)(?=[.,;)]|$)/iu

/** A document named at the end: `…, by the county’s own register`. */
function byDocument(sentence: string, from: number): Pick<Giver, 'name' | 'identity'> | null {
  const name = DOCUMENT.exec(sentence.slice(from))?.groups?.name
  if (name === undefined) return null
  const noun = name.split(/\s+/u).at(-1)!.toLowerCase()
  return {
    name,
    identity: {
      kind: 'document',
      isNamed: true,
      surname: null,
      given: [],
      body: [],
      document: { noun, marks: [], issuer: [], isInternal: false }
    }
  }
}

const REVISES = /(?<!\p{L})(?:(?:revis|correct|updat|adjust)(?:es|ed|s)|puts?)(?!\p{L})/giu

/** Who changed a number, or put it at another: `Sund Chemicals has revised the amount to 5.2 tonnes`. */
function byReviser(sentence: string, until: number): Pick<Giver, 'name' | 'identity'> | null {
  const verb = [...sentence.slice(0, until).matchAll(REVISES)].at(-1)
  if (!verb || /[;:]/u.test(sentence.slice(verb.index, until)) || until - verb.index > 120) return null
  if (/(?:^|[^\p{L}])(?:is|are|was|were|be|been|being)\s+(?:\p{L}+ly\s+)?$/iu.test(sentence.slice(0, verb.index)))
    return null
  // `Puts turnout at 61 per cent`, but not `puts three questions`.
  if (/^puts?$/iu.test(verb[0]) && !/\sat\s+$/iu.test(sentence.slice(0, until))) return null
  const subject = subjectBefore(sentence, verb.index)
  if (!subject) return null
  const name = sentence.slice(subject.start, subject.end)
  const identity = identityOf(name, () => null)
  return identity.isNamed ? { name, identity } : null
}

/** What a cell of a table counts: what heads its column, and its row unless that's a day. */
function countedInCell({ column, row }: TableCell, { unit }: Amount, written: string): Counted {
  const sentence = `${written} ${column.toLowerCase()}${/\d/u.test(row) ? '' : `, ${row}`}`
  const counted = readCounted(sentence, { start: 0, end: written.length, unit }, [], [], {
    counted: null,
    sentence: ''
  })
  return { ...counted, words: column, role: 'whole' }
}

/** The day that a row of a table begins with. */
function dayOfRow(dates: readonly DateDraft[], { start, end }: TableCell): number | null {
  const index = dates.findIndex((date) => date.start >= start && date.end <= end && isDay(date))
  return index < 0 ? null : index
}

/** True for a date that names one day. */
function isDay({ meaning }: DateDraft): boolean {
  return (
    ['weekday', 'day', 'counted', 'anchor', 'dayOfMonth'].includes(meaning.is) ||
    (meaning.is === 'yearless' && meaning.first.day !== null) ||
    (meaning.is === 'written' && meaning.from === meaning.to)
  )
}

const STATED_BEFORE = /(?:^|[^\p{L}])(?:by|as\s+of|as\s+at|up\s+to|until)\s+$/iu
const COUNT_BEFORE =
  /(?:^|[^\p{L}])(?:count|tally|toll|figure|estimate|number|total|census|survey|reading|bulletin)s?,?\s+(?:(?:on|of|from|by)\s+)?$/iu
const CHANGE_BEFORE =
  /(?:^|[^\p{L}])(?:from|to|against|compared\s+(?:with|to)|versus|vs\.?|after)\s+(?:\p{L}+\s+){0,2}$/iu

/** The date for which a figure is given, where the words say it: `by Friday evening`, `up from 12 on Thursday`, `the first count, on Thursday`. */
function asOfDate(
  text: string,
  amount: Amount,
  dates: readonly DateDraft[],
  sentence: Sentence,
  amounts: readonly Amount[]
): number | null {
  for (const [index, date] of dates.entries()) {
    if (date.start < sentence.start || date.end > sentence.end || date.outlook === 'ahead') continue
    if (!isDay(date)) continue
    const before = text.slice(sentence.start, date.start)
    const lead = `${before}${/^(?:by|as\s+of|until)\s/iu.exec(text.slice(date.start, date.end))?.[0] ?? ''}`
    const [low, high] = date.start > amount.end ? [amount.end, date.start] : [date.end, amount.start]
    const between = text.slice(low, high)
    if (amounts.some((other) => other !== amount && other.start >= low && other.end <= high)) continue
    if (STATED_BEFORE.test(lead) && between.length < 90 && !/[;:]/u.test(between)) return index
    if (
      date.start > amount.end &&
      /^\s*(?:on\s+|the\s+|in\s+)*$/iu.test(between.replace(/^(?:\s+\p{Ll}+){0,2}(?=\s+on\s)/u, '')) &&
      CHANGE_BEFORE.test(text.slice(sentence.start, amount.start))
    )
      return index
    if (COUNT_BEFORE.test(before) && between.length < 60) return index
  }
  return null
}
