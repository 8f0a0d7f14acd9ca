import type { RequestName } from '../../../shared/api/contract.ts'
import type { ChronologyAnswer } from '../../../shared/analysis/chronology/answer.ts'
import { chronologyOf } from '../../../shared/analysis/chronology/chronology.ts'
import type { FiguresAnswer } from '../../../shared/analysis/figures/answer.ts'
import { figuresOf } from '../../../shared/analysis/figures/figures.ts'
import { placeInCodePoints, type Place } from '../../../shared/analysis/place.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'

/** The requests that tell the dates and figures of a case. */
export function readingHandlers(
  opened: () => OpenCase
): Pick<Handlers, Extract<RequestName, `chronology.${string}` | `figures.${string}`>> {
  return {
    'chronology.get': () => chronologyAnswer(opened(), (place) => place),
    'chronology.list': () => chronologyAnswer(opened(), placeInCodePoints),
    'figures.get': () => figuresAnswer(opened(), (place) => place),
    'figures.list': () => figuresAnswer(opened(), placeInCodePoints)
  }
}

/** How a place is counted in its text. */
type Count = (place: Place, text: string) => Place

/** The chronology of a case; of some of its sources where they are named. @throws DossierError `not-found`, `damaged`, `io` */
export async function chronologyAnswer(
  open: OpenCase,
  count: Count,
  of?: ReadonlySet<string>
): Promise<ChronologyAnswer> {
  const { entries: all, relations } = chronologyOf(await open.readings.get())
  const entries = all.filter(({ sourceId }) => of?.has(sourceId) ?? true)
  const texts = await textsOf(open, entries)
  return {
    entries: entries.map(({ sourceId, source, start, end, event, ...entry }) => {
      const text = texts.get(sourceId)!
      const place = (from: number, to: number): Place =>
        count({ source, start: from, end: to, exact: text.slice(from, to) }, text)
      return { ...place(start, end), ...entry, event: place(event.start, event.end) }
    }),
    relations
  }
}

/** The figures of a case; of some of its sources where they are named. @throws DossierError `not-found`, `damaged`, `io` */
export async function figuresAnswer(open: OpenCase, count: Count, of?: ReadonlySet<string>): Promise<FiguresAnswer> {
  const found = figuresOf(await open.readings.get())
  const own = found.figures.filter(({ sourceId }) => of?.has(sourceId) ?? true)
  const texts = await textsOf(open, own)
  return {
    figures: own.map(({ sourceId, source, start, end, attribution, ...figure }) => {
      const text = texts.get(sourceId)!
      const place = count({ source, start, end, exact: text.slice(start, end) }, text)
      return { ...place, ...figure, attribution: [...attribution] }
    }),
    relations: found.relations
  }
}

/** The texts of the sources in which places stand. @throws DossierError `not-found`, `damaged`, `io` */
async function textsOf(open: OpenCase, places: readonly { sourceId: string }[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const { sourceId } of places)
    if (!texts.has(sourceId)) texts.set(sourceId, (await open.text(sourceId)).text.text)
  return texts
}
