import type { Emit, PageRequest } from '../../shared/api/contract.ts'
import { MARK, markTitle, type Mark, type MarkColour } from '../../shared/case/records/mark.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { targetOf } from '../../shared/quote/create.ts'
import type { Narrowing } from '../../shared/search/narrowing.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import type { ClockAndIds } from './quotes.ts'
import { recordsOfTags } from './tags.ts'

/** Sources that are asked for at once. */
const PAGE = 1_000
/** Places that are marked by one search, at most: more are a mistake that is long to take back. */
const MOST_HITS = 5_000

/** The requests that mark passages. `searching` finds those that a search is to mark. */
export function markHandlers(
  opened: () => OpenCase,
  emit: Emit,
  searching: Pick<Handlers, 'search.query' | 'search.hits'>,
  clockAndIds: ClockAndIds
): Pick<Handlers, Extract<PageRequest, `mark.${string}`>> {
  const tell = (sourceIds: Iterable<string>, tags: boolean): void =>
    emit('marks.changed', { sourceIds: [...new Set(sourceIds)], tags })
  return {
    'mark.list': async ({ sourceId }) => opened().codebook.marks(sourceId),
    'mark.create': async ({ sourceId, start, end, colour, tags }) => {
      const open = opened()
      const mark = await open.edits.as({ action: 'mark-made', subjects: (made: Mark) => [quoted(made)] }, async () => {
        const ids = await recordsOfTags(open, tags, clockAndIds)
        const { marks } = await markRanges(open, sourceId, [{ start, end, colour, tags: ids }], clockAndIds)
        const [made] = marks
        if (!made) throw new DossierError('empty', 'Select some words to mark.')
        return made
      })
      tell([sourceId], tags.length > 0)
      return mark
    },
    'mark.update': async ({ id, colour, note, tags }) => {
      const open = opened()
      const mark = await open.edits.as(
        { action: 'mark-changed', subjects: (after: Mark) => [quoted(after)] },
        async () => {
          const ids = tags && (await recordsOfTags(open, tags, clockAndIds))
          return open.edits.updateRecord(MARK, id, (before) => ({
            ...before,
            colour: colour ?? before.colour,
            note: note ?? before.note,
            tags: ids ?? before.tags
          }))
        }
      )
      tell([mark.sourceId], tags !== undefined)
      return mark
    },
    'mark.delete': async ({ ids }) => {
      const open = opened()
      const sources: string[] = []
      const subjects: string[] = []
      await open.edits.as({ action: 'mark-deleted', subjects }, async () => {
        for (const id of ids) {
          const mark = await open.store.records(MARK).get(id)
          await open.edits.removeRecord(MARK, id)
          subjects.push(quoted(mark))
          sources.push(mark.sourceId)
        }
      })
      tell(sources, true)
      return {}
    },
    'mark.hits': async ({ query, typing = false, narrowing = {}, colour, tags }) => {
      const open = opened()
      const found = await hitsOf(searching, { query, typing, narrowing })
      const counts = { made: 0, there: 0, sources: 0 }
      const subjects: string[] = []
      await open.edits.as({ action: 'marks-made', subjects }, async () => {
        const ids = await recordsOfTags(open, tags, clockAndIds)
        for (const { sourceId, key, places } of found) {
          const ranges = places.map((place) => ({ ...place, colour, tags: ids }))
          const { made, there } = await markRanges(open, sourceId, ranges, clockAndIds)
          counts.made += made
          counts.there += there
          if (made + there > 0) counts.sources++
          subjects.push(key)
        }
      })
      tell(
        found.map(({ sourceId }) => sourceId),
        tags.length > 0
      )
      return counts
    }
  }
}

/** How a mark is named in a sentence. */
function quoted(mark: Mark): string {
  return `“${markTitle(mark)}”`
}

/** A range of a text, in UTF-16 units, and what its mark gets. */
interface MarkedRange {
  start: number
  end: number
  colour: MarkColour
  tags: readonly string[]
  note?: string
}

/**
 * Marks ranges of a source's text, each widened to whole words; within an edit. A range that is marked already gets the tags that it lacks. `marks` are those of the
 * ranges. @throws DossierError `damaged`, `not-found` or a storage failure
 */
export async function markRanges(
  open: OpenCase,
  sourceId: string,
  ranges: readonly MarkedRange[],
  { now, newId }: ClockAndIds
): Promise<{ marks: Mark[]; made: number; there: number }> {
  const { text, state } = await open.text(sourceId)
  if (state !== 'intact')
    throw new DossierError(
      'damaged',
      'The stored text of this source has changed since it was imported, so nothing can be marked in it. Import its original again.'
    )
  const places = new Map(open.codebook.marks(sourceId).map((mark) => [placeOf(mark.target), mark]))
  const added: Mark[] = []
  const marks: Mark[] = []
  let there = 0
  for (const { start, end, colour, tags, note = '' } of ranges) {
    const target = targetOf(text, start, end)
    if (!target) continue
    const known = places.get(placeOf(target))
    if (known) {
      there++
      const all = [...new Set([...known.tags, ...tags])]
      if (added.includes(known)) known.tags = all
      const isTagged = all.length === known.tags.length
      marks.push(
        isTagged ? known : await open.edits.updateRecord(MARK, known.id, (before) => ({ ...before, tags: all }))
      )
      continue
    }
    const mark: Mark = {
      ...{ id: newId(), sourceId, target, colour, note, tags: [...tags] },
      createdAt: now().toISOString()
    }
    places.set(placeOf(target), mark)
    added.push(mark)
    marks.push(mark)
  }
  await open.edits.addRecords(MARK, added)
  return { marks, made: added.length, there }
}

function placeOf({ start, end }: { start: number; end: number }): string {
  return `${start} ${end}`
}

/** The places of a query in the texts of all sources that it finds. @throws DossierError `too-large` */
async function hitsOf(
  searching: Pick<Handlers, 'search.query' | 'search.hits'>,
  asked: { query: string; typing: boolean; narrowing: Narrowing }
): Promise<{ sourceId: string; key: string; places: { start: number; end: number }[] }[]> {
  const found: { sourceId: string; key: string; places: { start: number; end: number }[] }[] = []
  let total = 0
  for (let offset = 0; ; offset += PAGE) {
    const { hits } = await searching['search.query']({ ...asked, scope: 'sources', limit: PAGE, offset })
    for (const { sourceId, key } of hits) {
      if (sourceId === null) continue
      const { places } = await searching['search.hits']({ query: asked.query, typing: asked.typing, sourceId })
      total += places.length
      if (total > MOST_HITS)
        throw new DossierError(
          'too-large',
          `This search finds more than ${MOST_HITS.toLocaleString('en')} places. Nothing was marked. Narrow it first.`
        )
      if (places.length > 0) found.push({ sourceId, key, places })
    }
    if (hits.length < PAGE) return found
  }
}
