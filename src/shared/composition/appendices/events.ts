import { ruleSentence } from '../../analysis/chronology/rule-sentence.ts'
import type { ExportEvent, ExportOwnEvent } from '../analysis.ts'
import type { Run } from '../block.ts'
import { writtenDate } from '../dates.ts'
import type { ExportInput } from '../input.ts'
import { STATE_SIGNS, type References } from '../references.ts'
import { about, withheldNote, type Appendix } from './appendix.ts'
import { flat, whereRuns } from './places.ts'

/** Entries that are named at most to say with which another is in conflict, or the same. */
const MOST_NAMED = 6

/** The chronology: what the sources date and what the analyst entered, in the order of the days, each with how its day is known. */
export const events: Appendix = {
  title: 'Chronology of events',
  startPage: true,
  body: (input, references) => {
    const { events: found, ownEvents: own } = input.analysis
    const all = [...found, ...own].sort(byDay)
    if (all.length === 0) return []
    const numbers = new Map(all.map(({ id }, i) => [id, String(i + 1)]))
    return [
      about(
        `What the cited sources date, in the order of the days. Days that no source writes in full are counted from its own date, by the rule beside them.${ownNote(own)}${withheldNote(input)}`
      ),
      {
        type: 'table',
        columns: [
          { width: 22, align: 'end' },
          { width: 80, align: 'start' },
          { width: null, align: 'start' },
          { width: 108, align: 'start' },
          { width: 44, align: 'start' }
        ],
        head: ['No.', 'When', 'What is said to have happened', 'How the day is known', 'Where'].map((text) => [
          { text }
        ]),
        rows: all.map((each, i) =>
          'rule' in each
            ? row(each, String(i + 1), numbers, input, references)
            : ownRow(each, String(i + 1), input, references)
        )
      }
    ]
  }
}

/** By the first day, and then the last; those of one span stay in their order, the sources' first. */
function byDay(a: { from: string; to: string }, b: { from: string; to: string }): number {
  const [first, second] = [a, b].map(({ from, to }) => `${from} ${to}`) as [string, string]
  return first < second ? -1 : first > second ? 1 : 0
}

function ownNote(own: readonly ExportOwnEvent[]): string {
  return own.length === 0 ? '' : ' Entries of the analyst are called that.'
}

/** An event that the analyst entered, with the statements that tell of it and the passages that bear it out. */
function ownRow(each: ExportOwnEvent, number: string, { brief }: ExportInput, references: References): Run[][] {
  const told = each.statements.flatMap((id) => references.statements.filter((statement) => statement.id === id))
  return [
    [{ text: number, anchor: eventPlace(number) }],
    [{ text: whenOf({ ...each, time: null, offset: null }, brief.language) }],
    [{ text: flat(each.words) }],
    [
      { text: 'Entered by the analyst' },
      ...told.flatMap(({ number: of, destination }, i): Run[] => [
        { text: i === 0 ? '; statement ' : ', ' },
        { text: String(of), target: { destination }, about: `Statement ${of}`, voice: 'cite' }
      ]),
      { text: '.' }
    ],
    each.passages.flatMap((passage, i): Run[] => [{ text: i === 0 ? '' : ', ' }, ...whereRuns(passage, references)])
  ]
}

function row(
  each: ExportEvent,
  number: string,
  numbers: ReadonlyMap<string, string>,
  { analysis, brief }: ExportInput,
  references: References
): Run[][] {
  const { rule, reference, approximate, passage, event } = each
  const counted = reference && {
    date: writtenDate(reference.date, brief.language),
    entry: reference.entry === null ? null : (numbers.get(reference.entry) ?? null)
  }
  return [
    [{ text: number, anchor: eventPlace(number) }],
    [{ text: whenOf(each, brief.language) }],
    [{ text: flat(event) }, ...standing(each, analysis, numbers)],
    [{ text: ruleSentence({ rule, reference: counted, approximate }, flat(passage.words)) }],
    whereRuns(passage, references)
  ]
}

/** A day, or the first and the last; with the time where one is written. */
function whenOf(
  { from, to, approximate, time, offset }: Pick<ExportEvent, 'from' | 'to' | 'approximate' | 'time' | 'offset'>,
  language: string
): string {
  const days =
    from === to ? writtenDate(from, language) : `${writtenDate(from, language)} – ${writtenDate(to, language)}`
  const zone = offset === null ? '' : ` UTC${offset}`
  return `${approximate ? 'about ' : ''}${days}${time === null ? '' : `, ${time}${zone}`}`
}

function eventPlace(number: string): string {
  return `event-${number}`
}

/** Which other entries tell the same event, and whether their days agree. */
function standing({ id }: ExportEvent, analysis: ExportInput['analysis'], numbers: ReadonlyMap<string, string>): Run[] {
  const others = (kinds: readonly string[]): string[] =>
    analysis.eventRelations
      .filter(({ a, b, kind }) => (a === id || b === id) && kinds.includes(kind))
      .flatMap(({ a, b }) => numbers.get(a === id ? b : a) ?? [])
  const conflicts = others(['conflict'])
  const same = others(['same', 'within'])
  return [
    ...(same.length === 0 ? [] : [{ text: ' Told in ', voice: 'quiet' } as const, ...named(same), { text: ' too.' }]),
    ...(conflicts.length === 0
      ? []
      : [
          { text: ' ' },
          { text: `${STATE_SIGNS.altered}\u00a0Another day`, voice: 'alarm' } as const,
          { text: ' in ' },
          ...named(conflicts),
          { text: '.' }
        ])
  ]
}

function named(numbers: readonly string[]): Run[] {
  const shown = numbers
    .slice(0, MOST_NAMED)
    .flatMap((number, i): Run[] => [
      { text: i === 0 ? '' : ', ' },
      { text: number, target: { destination: eventPlace(number) }, about: `Entry ${number}` }
    ])
  const more = numbers.length > MOST_NAMED ? [{ text: ` and ${numbers.length - MOST_NAMED} more` }] : []
  return [...shown, ...more]
}
