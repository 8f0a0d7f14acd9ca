import type { Quote } from '../../../shared/quote/quote.ts'
import { rememberLocators } from '../case/locators.ts'
import { rememberOriginals } from '../case/originals.ts'
import { request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import {
  focusPane,
  focusPaneSoon,
  holdFocus,
  revealPane,
  useLayout,
  type Pane,
  type PanelView
} from '../window/layout.ts'
import { activeReader, NOTHING_READ, READERS, useReader, useSides, type ReaderStore, type Side } from './readers.ts'
import { withTab } from './tab-list.ts'

/** Where the reader was, which pane had the focus, and what stood in the library's place, before each jump: Esc goes back. */
const trail: { sourceId: string | null; side: Side; pane: Pane; panel: PanelView | null }[] = []
let serial = 0
/** How often one set out for a place or went back. */
let moves = 0

/** Sets out for a place that has to be looked up first. What is returned tells whether one still wants to go there: not after going elsewhere, or back. */
export function setOut(): () => boolean {
  const move = ++moves
  return () => move === moves
}

/** Shows a source at the side where one is, or at another. Resolves when its text is there or has failed. */
export function openSource(id: string): Promise<void> {
  return openIn(activeReader(), id)
}

/** Shows a source at a side. Resolves when its text is there or has failed. */
export async function openIn(reader: ReaderStore, id: string): Promise<void> {
  const { sourceId, phase, details, originalPlace, tabs } = reader.getState()
  if (sourceId === id && phase !== 'failed') return
  const kept = { details, originalPlace, tabs: withTab(tabs, id) }
  if (reader === activeReader()) holdFocus('reader')
  reader.setState({ ...NOTHING_READ, ...kept, phase: 'loading', sourceId: id })
  const result = await request('source.get', { id })
  if (reader.getState().sourceId !== id) return
  if (!result.ok) {
    if (result.error.code === 'cancelled') return
    reader.setState({ phase: 'failed', failure: result.error })
    return
  }
  const { source, text, quotes } = result.value
  rememberLocators(text.blocks, quotes)
  reader.setState({ phase: 'shown', source, text })
  void lookAtOriginal(reader, id)
}

async function lookAtOriginal(reader: ReaderStore, id: string): Promise<void> {
  const original = await request('source.stored', { id })
  if (reader.getState().sourceId !== id || (!original.ok && original.error.code === 'cancelled')) return
  reader.setState({ original: original.ok ? original.value.original : 'unknown' })
  if (original.ok) rememberOriginals([[id, original.value]])
}

/** Reads the source of a side again: after a failure, or when its files were put back. */
export function reopenSource(reader: ReaderStore = activeReader()): void {
  const { sourceId } = reader.getState()
  if (sourceId === null) return
  reader.setState({ sourceId: null })
  void openIn(reader, sourceId)
}

forgetWithCase(() => {
  trail.length = 0
})

/** Says to which pane Esc goes back, with whatever source is shown then. */
export function comeBackTo(pane: Pane): void {
  leaveTrail(null, pane)
}

function leaveTrail(sourceId: string | null, pane: Pane): void {
  trail.push({ sourceId, side: useSides.getState().active, pane, panel: useLayout.getState().panel })
  if (trail.length > 50) trail.shift()
}

/**
 * Goes to a passage of a source, remembering where one was, unless `from` is null. Without `start` the source is shown from its top.
 */
export async function showPassage(
  target: { sourceId: string; start?: number | null; end?: number | null; quoteId?: string | null },
  from: Pane | null
): Promise<void> {
  if (from !== null) leaveTrail(useReader.getState().sourceId, from)
  revealPane('reader')
  const reader = activeReader()
  const isStill = setOut()
  await openIn(reader, target.sourceId)
  if (!isStill()) return
  if (reader.getState().sourceId !== target.sourceId || reader.getState().phase !== 'shown') return
  const { start, end } = target
  reader.setState({
    selectedQuote: target.quoteId ?? null,
    passage: start == null || end == null ? null : { start, end, serial: ++serial }
  })
}

/** Goes to a quote or mark of the open source and gives it the focus. */
export function goToQuote({ id, target }: Pick<Quote, 'id' | 'target'>): void {
  useReader.setState({
    selectedQuote: id,
    cursor: null,
    passage: { start: target.start, end: target.end, serial: ++serial, quoteId: id }
  })
}

/** Goes back to where one was before the last jump; false when there was none. */
export function goBack(): boolean {
  const last = trail.pop()
  if (!last) return false
  moves++
  const side = useSides.getState().two ? last.side : 'first'
  useSides.setState({ active: side })
  if (last.sourceId !== null && last.sourceId !== useReader.getState().sourceId)
    void openIn(READERS[side], last.sourceId)
  revealPane(last.pane)
  // A panel for which there was no room beside the text.
  const isCovered = last.pane === 'library' && last.panel !== null && useLayout.getState().isTight
  if (isCovered) {
    useLayout.setState({ panel: last.panel })
    focusPaneSoon(last.pane)
  } else requestAnimationFrame(() => focusPane(last.pane))
  return true
}
