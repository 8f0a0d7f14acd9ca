import { openBrief, useBrief } from './brief.ts'
import { useCase } from './case.ts'
import { useLayout, type LibraryTab } from './layout.ts'
import { openSource, useReader } from './reader.ts'

/** Where one is in a case: what is open and how far it is scrolled, in pixels. */
export interface Place {
  tab: LibraryTab
  narrow: 'reader' | 'brief'
  sourceId: string | null
  briefId: string | null
  scrolled: { reader: number; brief: number }
}

const SCROLLERS = { reader: '.reader-scroll', brief: '.sheet-scroll' }

/** Where one is now. */
export function placeNow(): Place {
  const { tab, narrow } = useLayout.getState()
  const top = (pane: 'reader' | 'brief'): number => document.querySelector(SCROLLERS[pane])?.scrollTop ?? 0
  return {
    tab,
    narrow,
    sourceId: useReader.getState().sourceId,
    briefId: useBrief.getState().id,
    scrolled: { reader: top('reader'), brief: top('brief') }
  }
}

/** Opens what was open at a place, as far as the case has it still; else what is given to begin with. */
export async function showPlace(place: Place | null, first: Pick<Place, 'sourceId' | 'briefId'>): Promise<void> {
  const { briefs, sources } = useCase.getState()
  const has = (rows: readonly { id: string }[], id: string | null | undefined): boolean =>
    rows.some((row) => row.id === id)
  const briefId = has(briefs, place?.briefId) ? place!.briefId : first.briefId
  const sourceId = has(sources, place?.sourceId) ? place!.sourceId : first.sourceId
  await Promise.all([briefId !== null && openBrief(briefId), sourceId !== null && openSource(sourceId)])
  if (!place) return
  requestAnimationFrame(() => {
    if (briefId === place.briefId) scroll('brief', place.scrolled.brief)
    if (sourceId === place.sourceId) scroll('reader', place.scrolled.reader)
  })
}

function scroll(pane: 'reader' | 'brief', top: number): void {
  document.querySelector(SCROLLERS[pane])?.scrollTo({ top })
}
