import { isAt } from '../../../shared/analysis/figures/overrule.ts'
import type { Output, RequestName } from '../../../shared/api/contract.ts'
import { FIGURE_OVERRULING, type FigurePlace } from '../../../shared/case/records/figure-overruling.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { ClockAndIds } from '../clock-and-ids.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'
import { figureOverrulings, figuresOfCase } from './figures-of-case.ts'

/** The requests that overrule figures. */
export function figureOverrulingHandlers(
  opened: () => OpenCase,
  { now, newId }: ClockAndIds
): Pick<Handlers, Extract<RequestName, 'figures.overrulings' | 'figures.overrule' | 'figures.takeBack'>> {
  return {
    'figures.overrulings': () => rows(opened()),
    'figures.overrule': async ({ kind, figure, other, because }) => {
      const open = opened()
      const given = [figure, ...(other ? [other] : [])]
      const isWhole = kind === 'none' ? other === null : kind === 'series' || other !== null
      if (!isWhole || (other && isSamePlace(figure, other)))
        throw new DossierError('bad-request', 'It takes one figure, or two that differ. Nothing was changed.')
      const { figures } = await figuresOfCase(open)
      for (const place of given)
        if (!figures.some((each) => each.sourceId === place.sourceId && isSamePlace(each, place)))
          throw new DossierError('not-found', `“${place.exact}” is no figure of the case. Nothing was changed.`)
      const record = { id: newId(), kind, figure, other, because, createdAt: now().toISOString() }
      await open.edits.as({ action: 'figure-overruled', subjects: [`“${figure.exact}”`] }, () =>
        open.edits.addRecords(FIGURE_OVERRULING, [record])
      )
      return rows(open)
    },
    'figures.takeBack': async ({ id }) => {
      const open = opened()
      const { figure } = await open.store.records(FIGURE_OVERRULING).get(id)
      await open.edits.as({ action: 'figure-overruling-taken-back', subjects: [`“${figure.exact}”`] }, () =>
        open.edits.removeRecord(FIGURE_OVERRULING, id)
      )
      return rows(open)
    }
  }
}

function isSamePlace(a: Pick<FigurePlace, 'start' | 'end' | 'value'> & { sourceId: string }, b: FigurePlace): boolean {
  return a.sourceId === b.sourceId && a.start === b.start && a.end === b.end && a.value === b.value
}

async function rows(open: OpenCase): Promise<Output<'figures.overrulings'>> {
  const readings = await open.readings.get()
  const holds = (place: FigurePlace): boolean =>
    readings.some((source) => source.figures.some((draft) => isAt(place, { source, draft })))
  const keys = new Map(readings.map(({ id, key }) => [id, key]))
  return figureOverrulings(open.store).map((record) => ({
    ...record,
    source: keys.get(record.figure.sourceId) ?? '',
    holds: holds(record.figure) && (record.other === null || holds(record.other))
  }))
}
