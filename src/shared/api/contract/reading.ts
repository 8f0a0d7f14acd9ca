import { ChronologyAnswer } from '../../analysis/chronology/answer.ts'
import { FiguresAnswer } from '../../analysis/figures/answer.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

/** What the sources of the open case tell of dates and figures. Offsets are UTF-16 units; those of the command line's requests are Unicode code points. */
export const readingRequests = {
  /** Every date that the sources name, with what happened on it, in the order of the days. */
  'chronology.get': { does: 'reads', input: Nothing, output: ChronologyAnswer },
  'chronology.list': { does: 'reads', from: 'terminal', input: Nothing, output: ChronologyAnswer },
  /** Every figure that the sources give, in series, with how those of one series stand to each other. */
  'figures.get': { does: 'reads', input: Nothing, output: FiguresAnswer },
  'figures.list': { does: 'reads', from: 'terminal', input: Nothing, output: FiguresAnswer }
} as const satisfies Record<string, RequestDeclaration>
