import { figuresOf, type Figures } from '../../../shared/analysis/figures/figures.ts'
import { FIGURE_OVERRULING, type FigureOverruling } from '../../../shared/case/records/figure-overruling.ts'
import type { CaseStore } from '../../store/case-store.ts'
import type { Readings } from './readings.ts'

/** What the analyst says against how figures were read, the oldest first. */
export function figureOverrulings(store: Pick<CaseStore, 'records'>): FigureOverruling[] {
  return store
    .records(FIGURE_OVERRULING)
    .list()
    .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1))
}

/** The figures of a case as the analyst has them: by the rules, but where they were overruled. */
export async function figuresOfCase(open: {
  readonly store: Pick<CaseStore, 'records'>
  readonly readings: Readings
}): Promise<Figures> {
  return figuresOf(await open.readings.get(), figureOverrulings(open.store))
}
