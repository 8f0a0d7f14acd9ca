import { create } from 'zustand'
import type { Failure } from '../../../shared/errors/errors.ts'
import type { Quote } from '../../../shared/quote/quote.ts'
import type { Source, SourceText } from '../../../shared/source/source.ts'
import { request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { focusPane, revealPane, type Pane } from '../window/layout.ts'
import { rememberOriginals } from '../case/originals.ts'
import { rememberLocators } from '../case/locators.ts'

/** A passage to show: the reader scrolls there and flashes it. `serial` makes the same passage showable twice. */
export interface Passage {
  start: number
  end: number
  serial: number
  /** The quote that takes the focus, where it isn't the text that does. */
  quoteId?: string
}

interface ReaderState {
  phase: 'empty' | 'loading' | 'shown' | 'failed'
  sourceId: string | null
  source: Source | null
  text: SourceText | null
  original: 'checking' | 'intact' | 'altered' | 'missing' | 'unknown'
  failure: Failure | null
  passage: Passage | null
  selectedQuote: string | null
  /** The selected range of the text, when something is selected. */
  selection: { start: number; end: number } | null
  /** The sentence or word at which the reading cursor stands, where it shows. */
  cursor: { start: number; end: number } | null
  /** Number of the topmost paragraph that shows; null at the top. */
  paragraph: number | null
  finding: boolean
  details: boolean
}

const EMPTY: ReaderState = {
  phase: 'empty',
  sourceId: null,
  source: null,
  text: null,
  original: 'checking',
  failure: null,
  passage: null,
  selectedQuote: null,
  selection: null,
  cursor: null,
  paragraph: null,
  finding: false,
  details: false
}

export const useReader = create<ReaderState>(() => EMPTY)

/** Where the reader was, and which pane had the focus, before each jump: Esc goes back. */
const trail: { sourceId: string | null; pane: Pane }[] = []
let serial = 0

/** Shows a source. Resolves when its text is there or has failed. */
export async function openSource(id: string): Promise<void> {
  if (useReader.getState().sourceId === id && useReader.getState().phase !== 'failed') return
  useReader.setState({ ...EMPTY, phase: 'loading', sourceId: id, details: useReader.getState().details })
  const result = await request('source.get', { id })
  if (useReader.getState().sourceId !== id) return
  if (!result.ok) {
    if (result.error.code === 'cancelled') return
    useReader.setState({ phase: 'failed', failure: result.error })
    return
  }
  const { source, text, quotes } = result.value
  rememberLocators(text.blocks, quotes)
  useReader.setState({ phase: 'shown', source, text })
  const original = await request('source.stored', { id })
  if (useReader.getState().sourceId !== id || (!original.ok && original.error.code === 'cancelled')) return
  useReader.setState({ original: original.ok ? original.value.original : 'unknown' })
  if (original.ok) rememberOriginals([[id, original.value]])
}

/** Shows no source any more: it was put into the trash. */
export function closeSource(): void {
  useReader.setState({ ...EMPTY, details: useReader.getState().details })
}

/** Reads the open source again: after a failure, or when its files were put back. */
export function reopenSource(): void {
  const { sourceId } = useReader.getState()
  if (sourceId === null) return
  useReader.setState({ sourceId: null })
  void openSource(sourceId)
}

forgetWithCase(() => {
  trail.length = 0
  useReader.setState(EMPTY)
})

/** Says to which pane Esc goes back, with whatever source is shown then. */
export function comeBackTo(pane: Pane): void {
  trail.push({ sourceId: null, pane })
  if (trail.length > 50) trail.shift()
}

/**
 * Goes to a passage of a source, remembering where one was, unless `from` is null. Without `start` the source is shown from its top.
 */
export async function showPassage(
  target: { sourceId: string; start?: number | null; end?: number | null; quoteId?: string | null },
  from: Pane | null
): Promise<void> {
  if (from !== null) trail.push({ sourceId: useReader.getState().sourceId, pane: from })
  if (trail.length > 50) trail.shift()
  revealPane('reader')
  await openSource(target.sourceId)
  if (useReader.getState().sourceId !== target.sourceId || useReader.getState().phase !== 'shown') return
  const { start, end } = target
  useReader.setState({
    selectedQuote: target.quoteId ?? null,
    passage: start == null || end == null ? null : { start, end, serial: ++serial }
  })
}

/** Goes to a quote of the open source and gives it the focus. */
export function goToQuote({ id, target }: Quote): void {
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
  if (last.sourceId !== null && last.sourceId !== useReader.getState().sourceId) void openSource(last.sourceId)
  revealPane(last.pane)
  requestAnimationFrame(() => focusPane(last.pane))
  return true
}
