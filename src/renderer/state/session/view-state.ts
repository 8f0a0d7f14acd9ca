import type { KeptView } from '../../../shared/api/contract.ts'
import { request } from '../window/bridge.ts'
import { openBrief, useBrief } from '../brief/brief.ts'
import { useCase } from '../case/case.ts'
import { useLayout } from '../window/layout.ts'
import { listTop, useLibrary } from '../sources/library.ts'
import { openSource, useReader } from '../sources/reader.ts'
import { readingPlace } from '../sources/reading-places.ts'

const SCROLLERS = { reader: '.reader-scroll', brief: '.sheet-scroll' }

/** How the case is looked at now. */
export function currentView(): KeptView {
  const { tab, narrow } = useLayout.getState()
  const top = (pane: 'reader' | 'brief'): number => scroller(pane)?.scrollTop ?? 0
  return {
    tab,
    narrow,
    sourceId: useReader.getState().sourceId,
    briefId: useBrief.getState().id,
    sort: useLibrary.getState().sort,
    scrolled: { reader: top('reader'), brief: top('brief') },
    paragraph: topParagraph(),
    list: listTop.current
  }
}

/** How the open case was looked at when it was open last; null when that isn't known. */
export async function lastView(): Promise<KeptView | null> {
  const kept = await request('view.get', {})
  // Not worth a message: the case is shown as at its first opening.
  return kept.ok ? kept.value : null
}

/** Opens what was open, as far as the case has it still; else what is given to begin with. */
export async function restoreView(seen: KeptView | null, first: Pick<KeptView, 'sourceId' | 'briefId'>): Promise<void> {
  const { briefs, sources } = useCase.getState()
  const has = (rows: readonly { id: string }[], id: string | null | undefined): boolean =>
    rows.some((row) => row.id === id)
  const briefId = has(briefs, seen?.briefId) ? seen!.briefId : first.briefId
  const sourceId = has(sources, seen?.sourceId) ? seen!.sourceId : first.sourceId
  await Promise.all([briefId !== null && openBrief(briefId), sourceId !== null && openSource(sourceId)])
  if (!seen) return
  requestAnimationFrame(() => {
    if (briefId === seen.briefId) scroller('brief')?.scrollTo({ top: seen.scrolled.brief })
    // The reader goes by itself to where one was, where it knows.
    if (sourceId !== null && sourceId === seen.sourceId && readingPlace(sourceId) === 0) showParagraph(seen)
  })
}

function scroller(pane: 'reader' | 'brief'): Element | null {
  return document.querySelector(SCROLLERS[pane])
}

const blockOf = (number: number): Element | null => scroller('reader')?.querySelector(`[data-n="${number}"]`) ?? null

/** The first paragraph in sight: how far it is down in pixels would be another place in a window of another width. */
function topParagraph(): KeptView['paragraph'] {
  const { paragraph } = useReader.getState()
  const top = scroller('reader')?.getBoundingClientRect().top
  const block = paragraph === null ? null : blockOf(paragraph)
  if (paragraph === null || top === undefined || block === null) return null
  return { number: paragraph, hidden: top - block.getBoundingClientRect().top }
}

function showParagraph({ paragraph, scrolled }: KeptView): void {
  const reader = scroller('reader')
  if (!reader) return
  const align = (): boolean => {
    const block = paragraph && blockOf(paragraph.number)
    if (!block) return false
    block.scrollIntoView({ block: 'start' })
    // What is far away is laid out only now, and moves it.
    requestAnimationFrame(() => {
      const { top } = block.getBoundingClientRect()
      reader.scrollBy({ top: top - reader.getBoundingClientRect().top + paragraph.hidden })
    })
    return true
  }
  if (align()) return
  // Of a long text only what is near is on the page: the paragraph comes with its surroundings.
  reader.scrollTo({ top: scrolled.reader })
  requestAnimationFrame(() => requestAnimationFrame(align))
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
    useReader.subscribe(({ sourceId }, before) => {
      if (sourceId !== before.sourceId) soon()
    }),
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
  if (useCase.getState().phase !== 'open') return
  const view = currentView()
  const written = `${useCase.getState().path} ${JSON.stringify(view)}`
  if (written === last) return
  last = written
  await request('view.keep', view)
}
