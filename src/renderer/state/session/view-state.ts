import type { KeptView } from '../../../shared/api/contract.ts'
import { request } from '../window/bridge.ts'
import { openBrief, useBrief } from '../brief/brief.ts'
import { useCase } from '../case/case.ts'
import { panesDrawn, useLayout } from '../window/layout.ts'
import { listTop, useLibrary } from '../sources/library.ts'
import { keepPlaces } from '../sources/reading-places.ts'
import { openIn } from '../sources/reader.ts'
import { followReaders, READERS, useSides, type ReaderStore } from '../sources/readers.ts'

const sheet = (): Element | null => document.querySelector('.sheet-scroll')

function besideNow(): KeptView['beside'] {
  const { sourceId, tabs } = READERS.second.getState()
  return sourceId === null ? null : { sourceId, tabs: [...tabs.ids] }
}

/** How the case is looked at now. Where one is in a source the reader knows by itself. */
export function currentView(): KeptView {
  const { tab, narrow, hidden } = useLayout.getState()
  return {
    tab,
    narrow,
    evidence: !hidden.evidence,
    sourceId: READERS.first.getState().sourceId,
    tabs: [...READERS.first.getState().tabs.ids],
    beside: useSides.getState().two ? besideNow() : null,
    share: useSides.getState().share,
    briefId: useBrief.getState().id,
    sort: useLibrary.getState().sort,
    scrolled: sheet()?.scrollTop ?? 0,
    list: listTop.current
  }
}

/** How the open case was looked at when it was open last; null when that isn't known. */
export async function lastView(): Promise<KeptView | null> {
  const kept = await request('view.get', {})
  // Not worth a message: the case is shown as at its first opening.
  return kept.ok ? kept.value : null
}

/** Opens what was open, as far as the case has it still; else what is given to begin with. What was opened by hand meanwhile stays. */
export async function restoreView(seen: KeptView | null, first: Pick<KeptView, 'sourceId' | 'briefId'>): Promise<void> {
  const { place } = useCase.getState()
  await panesDrawn()
  const { briefs, sources, place: now } = useCase.getState()
  // Another case was opened before this one was drawn.
  if (now !== place) return
  const has = (rows: readonly { id: string }[], id: string | null | undefined): boolean =>
    rows.some((row) => row.id === id)
  const briefId = has(briefs, seen?.briefId) ? seen!.briefId : first.briefId
  const sourceId = has(sources, seen?.sourceId) ? seen!.sourceId : first.sourceId
  const withTabs = (reader: ReaderStore, id: string, tabs: readonly string[]): Promise<void> => {
    const ids = tabs.filter((tab) => has(sources, tab))
    // Which was used before which isn't kept.
    reader.setState({ tabs: { ids, used: ids } })
    return openIn(reader, id)
  }
  const untouched = (reader: ReaderStore): boolean => reader.getState().sourceId === null
  const beside = has(sources, seen?.beside?.sourceId) && untouched(READERS.second) ? seen!.beside : null
  if (untouched(READERS.second)) useSides.setState({ two: beside !== null, share: seen?.share ?? 50 })
  const opensBrief = briefId !== null && useBrief.getState().id === null
  const opened = [
    opensBrief && openBrief(briefId),
    sourceId !== null && untouched(READERS.first) && withTabs(READERS.first, sourceId, seen?.tabs ?? []),
    beside && withTabs(READERS.second, beside.sourceId, beside.tabs)
  ]
  useLayout.setState({ isRestored: true })
  await Promise.all(opened)
  if (!seen || !opensBrief) return
  requestAnimationFrame(() => {
    if (useBrief.getState().id === seen.briefId) sheet()?.scrollTo({ top: seen.scrolled })
  })
}

/** How long after a change how the case is looked at is kept: scrolling is many changes. */
const KEEP_MS = 100
const KEEP_SCROLLED_MS = 1500

/** Keeps how the open case is looked at, as it changes and when the window goes, until the returned function is called. */
export function startKeepingView(): () => void {
  const timers = new Map<number, ReturnType<typeof setTimeout>>()
  const within = (ms: number) => (): void => {
    clearTimeout(timers.get(ms))
    timers.set(
      ms,
      setTimeout(() => void keepView(), ms)
    )
  }
  const soon = within(KEEP_MS)
  const later = within(KEEP_SCROLLED_MS)
  const now = (): void => void keepView()
  const leave = [
    useLayout.subscribe(soon),
    useLibrary.subscribe(soon),
    followReaders(soon),
    useBrief.subscribe(({ id }, before) => {
      if (id !== before.id) soon()
    })
  ]
  document.addEventListener('scroll', later, { capture: true, passive: true })
  window.addEventListener('beforeunload', now)
  return () => {
    for (const timer of timers.values()) clearTimeout(timer)
    document.removeEventListener('scroll', later, { capture: true })
    window.removeEventListener('beforeunload', now)
    for (const stop of leave) stop()
  }
}

let last = ''

/** Keeps how the open case is looked at now. That it can't be kept is no reason to interrupt anybody: it's asked for at the next opening only. */
export async function keepView(): Promise<void> {
  keepPlaces()
  if (useCase.getState().phase !== 'open') return
  const view = currentView()
  const written = `${useCase.getState().path} ${JSON.stringify(view)}`
  if (written === last) return
  last = written
  await request('view.keep', view)
}
