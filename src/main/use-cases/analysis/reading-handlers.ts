import type { MovedEntry, RequestName } from '../../../shared/api/contract.ts'
import type { ChronologyAnswer } from '../../../shared/analysis/chronology/answer.ts'
import { chronologyOf } from '../../../shared/analysis/chronology/chronology.ts'
import type { FiguresAnswer } from '../../../shared/analysis/figures/answer.ts'
import { placeInCodePoints, type Place } from '../../../shared/analysis/place.ts'
import { pointsOf, type CountPoints } from '../../../shared/quote/position.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'
import { figuresOfCase } from './figures-of-case.ts'

/** The requests that tell the dates and figures of a case. */
export function readingHandlers(
  opened: () => OpenCase
): Pick<Handlers, Extract<RequestName, `chronology.${string}` | 'figures.get' | 'figures.list'>> {
  return {
    'chronology.get': () => chronologyAnswer(opened(), (place) => place),
    'chronology.list': () => chronologyAnswer(opened(), placeInCodePoints),
    'chronology.moved': ({ ids, published }) => moved(opened(), ids, published),
    'figures.get': () => figuresAnswer(opened(), (place) => place),
    'figures.list': () => figuresAnswer(opened(), placeInCodePoints)
  }
}

/** How a place is counted in its text. */
type Count = (place: Place, points: CountPoints) => Place

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
      const { text, points } = texts.get(sourceId)!
      const place = (from: number, to: number): Place =>
        count({ source, start: from, end: to, exact: text.slice(from, to) }, points)
      return { ...place(start, end), ...entry, event: place(event.start, event.end) }
    }),
    relations
  }
}

/** What of the chronology would be of other days if sources were of this date: each source's dates are counted from its own. */
async function moved(open: OpenCase, ids: readonly string[], published: string | null): Promise<MovedEntry[]> {
  const found: MovedEntry[] = []
  for (const reading of await open.readings.get()) {
    if (!ids.includes(reading.id)) continue
    const { id, key, events } = reading
    const entriesOf = (date: string | null) =>
      new Map(chronologyOf([{ id, key, events, published: date }]).entries.map((entry) => [entry.start, entry]))
    const [before, after] = [entriesOf(reading.published), entriesOf(published)]
    const { text } = (await open.text(id)).text
    for (const start of [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b)) {
      const [was, is] = [before.get(start), after.get(start)]
      if (was?.from === is?.from && was?.to === is?.to) continue
      const { end, event } = (is ?? was)!
      found.push({
        source: key,
        exact: text.slice(start, end),
        event: text.slice(event.start, event.end),
        before: was ? { from: was.from, to: was.to } : null,
        after: is ? { from: is.from, to: is.to } : null
      })
    }
  }
  return found
}

/** The figures of a case; of some of its sources where they are named. @throws DossierError `not-found`, `damaged`, `io` */
export async function figuresAnswer(open: OpenCase, count: Count, of?: ReadonlySet<string>): Promise<FiguresAnswer> {
  const found = await figuresOfCase(open)
  const own = found.figures.filter(({ sourceId }) => of?.has(sourceId) ?? true)
  const texts = await textsOf(open, own)
  return {
    figures: own.map(({ sourceId, source, start, end, attribution, ...figure }) => {
      const { text, points } = texts.get(sourceId)!
      const place = count({ source, start, end, exact: text.slice(start, end) }, points)
      return { ...place, ...figure, attribution: [...attribution] }
    }),
    relations: found.relations
  }
}

/** The texts of the sources in which places stand. @throws DossierError `not-found`, `damaged`, `io` */
async function textsOf(
  open: OpenCase,
  places: readonly { sourceId: string }[]
): Promise<Map<string, { text: string; points: CountPoints }>> {
  const texts = new Map<string, { text: string; points: CountPoints }>()
  for (const { sourceId } of places) {
    if (texts.has(sourceId)) continue
    const { text } = (await open.text(sourceId)).text
    texts.set(sourceId, { text, points: pointsOf(text) })
  }
  return texts
}
