import { amountInWords } from '../../analysis/figures/in-words.ts'
import type { ExportFigure } from '../analysis.ts'
import type { Block, Run, TableGroup, TextBlock } from '../block.ts'
import { writtenDate } from '../dates.ts'
import type { ExportInput } from '../input.ts'
import { STATE_SIGNS, type References } from '../references.ts'
import { counted } from '../summary.ts'
import { about, withheldNote, type Appendix } from './appendix.ts'
import { flat, sourceRun, whereRuns } from './places.ts'

/** Figures that are named at most to say with which another is in conflict. */
const MOST_NAMED = 4

/** The ledger: what the sources count, each series by day, and how its figures stand to each other. */
export const figures: Appendix = {
  title: 'Ledger of figures',
  startPage: true,
  body: (input, references) => {
    const { figures: all } = input.analysis
    if (all.length === 0) return []
    const series = [...Map.groupBy(all, (figure) => figure.series).values()].map(byDay)
    const several = series.filter((each) => each.length > 1)
    const single = series.filter((each) => each.length === 1).flat()
    const tell = (figure: ExportFigure): Run[][] => row(figure, input, references)
    return [
      about(
        `What the cited sources count or measure, in their own words. Figures below one heading count the same thing. What replaces an earlier figure, and what can’t both be right, is said beside it; which is true isn’t.${withheldNote(input)}`
      ),
      ...several.flatMap((own): Block[] => [
        caption(`${flat(own[0]!.counts)}: ${counted(own.length, 'figure')}`),
        table(own.map(tell))
      ]),
      ...(single.length === 0 ? [] : [caption('Given once'), table(byDay(single).map(tell))])
    ]
  }
}

/** In the order of the days for which they are given, those without one first. */
function byDay(all: readonly ExportFigure[]): ExportFigure[] {
  return all.toSorted((a, b) => ((a.asOf ?? '') === (b.asOf ?? '') ? 0 : (a.asOf ?? '') < (b.asOf ?? '') ? -1 : 1))
}

function caption(text: string): TextBlock {
  return { type: 'text', kind: 'caption', keepNext: true, runs: [{ text, voice: 'strong' }] }
}

function table(rows: Run[][][]): TableGroup {
  return {
    type: 'table',
    columns: [
      { width: 84, align: 'start' },
      { width: 88, align: 'start' },
      { width: 84, align: 'start' },
      { width: null, align: 'start' },
      { width: 52, align: 'start' }
    ],
    head: ['For', 'Figure', 'Given by', 'Beside the others', 'Where'].map((text) => [{ text }]),
    rows
  }
}

function row(figure: ExportFigure, { analysis, brief }: ExportInput, references: References): Run[][] {
  const { asOf, asOfRule, attribution, counts, passage } = figure
  const day = asOf === null ? 'no date' : writtenDate(asOf, brief.language)
  return [
    [{ text: day }, { text: asOf !== null && asOfRule === 'report' ? ' (report)' : '', voice: 'quiet' }],
    [
      { text: amountInWords(figure), voice: 'strong' },
      { text: ` ${flat(counts)}`, voice: 'quiet' }
    ],
    [{ text: attribution.length === 0 ? 'the report itself' : attribution.map(flat).join(' › ') }],
    standing(figure, analysis, references),
    whereRuns(passage, references)
  ]
}

/** How a figure stands to the others of its series. */
function standing({ id }: ExportFigure, analysis: ExportInput['analysis'], references: References): Run[] {
  const byId = new Map(analysis.figures.map((figure) => [figure.id, figure]))
  const own = analysis.figureRelations.filter(({ a, b }) => a === id || b === id)
  const others = (kind: 'revision' | 'conflict', isNewer?: boolean): ExportFigure[] =>
    own
      .filter((relation) => relation.kind === kind && (isNewer === undefined || (relation.newer === id) === isNewer))
      .flatMap(({ a, b }) => byId.get(a === id ? b : a) ?? [])
  const conflicts = others('conflict')
  const parts: Run[][] = [
    named('replaces ', others('revision', true), references),
    named('replaced by ', others('revision', false), references),
    conflicts.length === 0
      ? []
      : [{ text: `${STATE_SIGNS.altered}\u00a0conflicts`, voice: 'alarm' }, ...named(' with ', conflicts, references)]
  ]
  return parts
    .filter((runs) => runs.length > 0)
    .flatMap((runs, i): Run[] => (i === 0 ? runs : [{ text: '; ' }, ...runs]))
}

/** Figures with their sources, each that is the same once: `replaces 19 of [1], [3]`. */
function named(before: string, all: readonly ExportFigure[], references: References): Run[] {
  if (all.length === 0) return []
  const same = [...Map.groupBy(all, amountInWords)]
  const shown = same.slice(0, MOST_NAMED).flatMap(([amount, figures], i): Run[] => {
    const ids = [...new Set(figures.map(({ passage }) => passage.sourceId))]
    const sources = ids.flatMap((id, n): Run[] => [{ text: n === 0 ? '' : ', ' }, sourceRun(id, references)])
    return [{ text: `${i === 0 ? '' : ', '}${amount} of ` }, ...sources]
  })
  const more = same.length > MOST_NAMED ? [{ text: ` and ${same.length - MOST_NAMED} more` }] : []
  return [{ text: before }, ...shown, ...more]
}
