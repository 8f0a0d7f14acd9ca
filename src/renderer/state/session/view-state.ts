import { openBrief, useBrief } from '../brief/brief.ts'
import { useCase } from '../case/case.ts'
import { useLayout, type LibraryTab } from '../window/layout.ts'
import { openSource, useReader } from '../sources/reader.ts'

/** How a case is looked at: what is open and how far it is scrolled, in pixels. */
export interface ViewState {
  tab: LibraryTab
  narrow: 'reader' | 'brief'
  sourceId: string | null
  briefId: string | null
  scrolled: { reader: number; brief: number }
}

const SCROLLERS = { reader: '.reader-scroll', brief: '.sheet-scroll' }

/** How the case is looked at now. */
export function currentView(): ViewState {
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

/** Opens what was open, as far as the case has it still; else what is given to begin with. */
export async function restoreView(
  seen: ViewState | null,
  first: Pick<ViewState, 'sourceId' | 'briefId'>
): Promise<void> {
  const { briefs, sources } = useCase.getState()
  const has = (rows: readonly { id: string }[], id: string | null | undefined): boolean =>
    rows.some((row) => row.id === id)
  const briefId = has(briefs, seen?.briefId) ? seen!.briefId : first.briefId
  const sourceId = has(sources, seen?.sourceId) ? seen!.sourceId : first.sourceId
  await Promise.all([briefId !== null && openBrief(briefId), sourceId !== null && openSource(sourceId)])
  if (!seen) return
  requestAnimationFrame(() => {
    if (briefId === seen.briefId) scroll('brief', seen.scrolled.brief)
    if (sourceId === seen.sourceId) scroll('reader', seen.scrolled.reader)
  })
}

function scroll(pane: 'reader' | 'brief', top: number): void {
  document.querySelector(SCROLLERS[pane])?.scrollTo({ top })
}
