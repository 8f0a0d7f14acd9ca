import { z } from 'zod'
import { ChronologyAnswer } from '../../analysis/chronology/answer.ts'
import { FiguresAnswer } from '../../analysis/figures/answer.ts'
import { FigureOverruling, FigureSaying } from '../../case/records/figure-overruling.ts'
import { OwnEvent, OwnEventFields } from '../../case/records/own-event.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

const Days = z.object({ from: z.iso.date(), to: z.iso.date() })

/** An entry of the chronology that is of other days once its report has another date; null where it has none. */
const MovedEntry = z.object({
  /** The source's key. */
  source: z.string(),
  /** The words of the date, and those that say what happened. */
  exact: z.string(),
  event: z.string(),
  before: Days.nullable(),
  after: Days.nullable()
})
export type MovedEntry = z.infer<typeof MovedEntry>

/** An event of the analyst's own with what it is linked to, as far as that is there: keys of quotes, and numbers of statements with their brief. */
const OwnEventRow = OwnEvent.extend({
  quoteKeys: z.array(z.object({ id: z.string(), key: z.string() })),
  places: z.array(
    z.object({ briefId: z.string(), statementId: z.string(), brief: z.string(), number: z.number().nullable() })
  )
})
export type OwnEventRow = z.infer<typeof OwnEventRow>

/** An overruling with the key of its source; `holds` is false once the figure can't be found there any more. */
const FigureOverrulingRow = FigureOverruling.extend({ source: z.string(), holds: z.boolean() })
export type FigureOverrulingRow = z.infer<typeof FigureOverrulingRow>

/** What the sources of the open case tell of dates and figures. Offsets are UTF-16 units; those of the command line's requests are Unicode code points. */
export const readingRequests = {
  /** Every date that the sources name, with what happened on it, in the order of the days. */
  'chronology.get': { does: 'reads', input: Nothing, output: ChronologyAnswer },
  'chronology.list': { does: 'reads', from: 'terminal', input: Nothing, output: ChronologyAnswer },
  /** What would be of other days if sources were of this date, ISO 8601; null for none. */
  'chronology.moved': {
    does: 'reads',
    input: z.object({ ids: z.array(z.string()), published: z.string().nullable() }),
    output: z.array(MovedEntry)
  },
  /** The events of the analyst's own, in the order of their days. */
  'ownEvent.list': { does: 'reads', input: Nothing, output: z.array(OwnEventRow) },
  'ownEvent.add': { does: 'edits', input: OwnEventFields, output: z.array(OwnEventRow) },
  'ownEvent.change': { does: 'edits', input: OwnEventFields.extend({ id: z.string() }), output: z.array(OwnEventRow) },
  'ownEvent.remove': { does: 'edits', input: Id, output: z.array(OwnEventRow) },
  /** Every figure that the sources give, in series, with how those of one series stand to each other. */
  'figures.get': { does: 'reads', input: Nothing, output: FiguresAnswer },
  'figures.list': { does: 'reads', from: 'terminal', input: Nothing, output: FiguresAnswer },
  /** What the analyst says against how figures were read, the oldest first. */
  'figures.overrulings': { does: 'reads', input: Nothing, output: z.array(FigureOverrulingRow) },
  /** Says of a figure that it is none, of which series it is, or that it agrees with another. */
  'figures.overrule': {
    does: 'edits',
    input: FigureSaying.extend({ because: z.string().trim().min(1).max(2_000) }),
    output: z.array(FigureOverrulingRow)
  },
  /** Takes such a saying back. */
  'figures.takeBack': { does: 'edits', input: Id, output: z.array(FigureOverrulingRow) }
} as const satisfies Record<string, RequestDeclaration>
