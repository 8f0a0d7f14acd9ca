import { ruleSentence } from '../../analysis/chronology/rule-sentence.ts'
import type { ExportEvent } from '../analysis.ts'
import type { Run } from '../block.ts'
import { writtenDate } from '../dates.ts'
import type { ExportInput } from '../input.ts'
import { STATE_SIGNS, type References } from '../references.ts'
import { about, withheldNote, type Appendix } from './appendix.ts'
import { flat, whereRuns } from './places.ts'

/** Entries that are named at most to say with which another is in conflict, or the same. */
const MOST_NAMED = 6

/** The chronology: what the sources date, in the order of the days, each with the rule by which its words became days. */
export const events: Appendix = {
  title: 'Chronology of events',
  startPage: true,
  body: (input, references) => {
    const { events: all } = input.analysis
    if (all.length === 0) return []
    const numbers = new Map(all.map(({ id }, i) => [id, String(i + 1)]))
    return [
      about(
        `What the cited sources date, in the order of the days. Days that no source writes in full are counted from its own date, by the rule beside them.${withheldNote(input)}`
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
        rows: all.map((each, i) => row(each, String(i + 1), numbers, input, references))
      }
    ]
  }
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
function whenOf({ from, to, approximate, time, offset }: ExportEvent, language: string): string {
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
