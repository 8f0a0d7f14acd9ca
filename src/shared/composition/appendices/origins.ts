import type { LinkReason } from '../../analysis/origins/group.ts'
import type { ExportOrigins } from '../analysis.ts'
import { countsOf, originsPlace } from '../basis.ts'
import type { Block, ListGroup, Run, TextBlock } from '../block.ts'
import { cut } from '../printable.ts'
import type { References } from '../references.ts'
import { about, type Appendix } from './appendix.ts'
import { flat, sourceRun, statementPage, statementWords } from './places.ts'

/** Characters that are shown at most of the words that say where a report has it from. */
const MOST_WORDS = 240

/** The appendix of origins: where what each statement says comes from, by what ways, and what the analyst rules otherwise. */
export const origins: Appendix = {
  title: 'Origins',
  startPage: true,
  body: (input, references) => {
    const told = input.analysis.origins.filter(({ reports }) => reports.length > 0)
    if (told.length === 0) return []
    const list: ListGroup = {
      type: 'list',
      numbering: 'Decimal',
      hanging: true,
      items: told.map((each) => ({
        label: `${each.number}.`,
        destination: originsPlace(each.number),
        children: entry(each, references)
      }))
    }
    return [
      about(
        'Where what each statement says comes from, as the reports that it cites in support tell it. Reports that have it from one place are one origin, however many they are. The numbers are those of the statements in the order of the text.'
      ),
      list
    ]
  }
}

function entry(each: ExportOrigins, references: References): Block[] {
  const words: TextBlock = {
    type: 'text',
    kind: 'context',
    keepNext: true,
    runs: [{ text: `${statementWords(each.statement, references)} ` }, ...statementPage(each.statement, references)]
  }
  const counts: TextBlock = { type: 'text', kind: 'state', keepNext: true, runs: [{ text: `${countsOf(each)}.` }] }
  return [
    words,
    counts,
    {
      type: 'table',
      columns: [
        { width: 108, align: 'start' },
        { width: 34, align: 'start' },
        { width: null, align: 'start' },
        { width: null, align: 'start' }
      ],
      head: ['Origin', 'Report', 'By way of', 'Why it isn’t first hand'].map((text) => [{ text }]),
      rows: each.origins.flatMap((origin, i) =>
        origin.reports.map((report, n): Run[][] => [
          n === 0 ? nameRuns(i + 1, origin) : [{ text: `${i + 1}`, voice: 'quiet' }],
          [sourceRun(report, references)],
          [
            {
              text:
                each.chains
                  .find((chain) => chain.report === report)
                  ?.chain.map(flat)
                  .join(' › ') ?? ''
            }
          ],
          linkRuns(each, report, references)
        ])
      )
    },
    ...each.overruled.map((ruling): TextBlock => ({
      type: 'text',
      kind: 'state',
      runs: rulingRuns(ruling, references)
    }))
  ]
}

function nameRuns(number: number, { name, kind }: ExportOrigins['origins'][number]): Run[] {
  return [
    { text: `${number} `, voice: 'quiet' },
    { text: flat(name) },
    { text: kind === null ? '' : ` (${kind})`, voice: 'quiet' }
  ]
}

/** What a link says before and after the name of the report that it leads to. */
const WHY: Readonly<Record<LinkReason, readonly [before: string, after: string]>> = {
  copy: ['its passage stands in ', ''],
  credit: ['credits the agency of ', ''],
  cites: ['says that ', ' reported it'],
  speaker: ['has it from whom ', ' heard before']
}
/** The same where that report isn't among the sources of the brief. */
const WHY_ELSEWHERE: Readonly<Record<LinkReason, string>> = {
  copy: 'its passage stands in a report that isn’t cited here',
  credit: 'credits an agency',
  cites: 'says that another outlet or agency reported it',
  speaker: 'has it from whom another report heard before'
}

function linkRuns({ links }: ExportOrigins, report: string, references: References): Run[] {
  return links
    .filter((link) => link.report === report)
    .flatMap(({ on, why, passage }): Run[] => {
      const [before, after] = WHY[why]
      const reason: Run[] =
        on === null
          ? [{ text: WHY_ELSEWHERE[why] }]
          : [{ text: before }, sourceRun(on, references), ...(after === '' ? [] : [{ text: after }])]
      if (passage === null) return reason
      return [...reason, { text: `: ${cut(flat(passage.words), MOST_WORDS)}`, voice: 'quiet' }]
    })
}

function rulingRuns(
  { report, with: other, because }: ExportOrigins['overruled'][number],
  references: References
): Run[] {
  const source = sourceRun(report, references)
  const ruled: Run[] =
    other === null
      ? [source, { text: ' is an origin of its own' }]
      : [source, { text: ' and ' }, sourceRun(other, references), { text: ' have one origin' }]
  return [{ text: 'The analyst rules otherwise: ' }, ...ruled, { text: `. ${flat(because)}` }]
}
