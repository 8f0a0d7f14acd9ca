import { createContext, useContext } from 'react'
import { create, useStore, type StoreApi } from 'zustand'
import type { Failure } from '../../../shared/errors/errors.ts'
import type { Source, SourceText } from '../../../shared/source/source.ts'
import { forgetWithCase } from '../window/forget.ts'
import { NO_TABS, type Tabs } from './tab-list.ts'

/** A passage to show: the reader scrolls there and flashes it. `serial` makes the same passage showable twice. */
export interface Passage {
  start: number
  end: number
  serial: number
  /** The quote that takes the focus, where it isn't the text that does. */
  quoteId?: string
}

/** One side of the reader: a source with where one is in it, and the tabs of those that are open beside it. */
export interface ReaderState {
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
  /** Where the original of the source shows: not at all, beside its text, or in its place. */
  originalPlace: 'off' | 'beside' | 'instead'
  tabs: Tabs
}

export type ReaderStore = StoreApi<ReaderState>

export const NOTHING_READ: ReaderState = {
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
  details: false,
  originalPlace: 'off',
  tabs: NO_TABS
}

export type Side = 'first' | 'second'
export const SIDES: readonly Side[] = ['first', 'second']

/** Both sides of the reader; the second one is on the screen only while two sources stand beside one another. */
export const READERS: Readonly<Record<Side, ReaderStore>> = {
  first: create<ReaderState>(() => NOTHING_READ),
  second: create<ReaderState>(() => NOTHING_READ)
}

interface SidesState {
  /** The one at which one is. */
  active: Side
  /** Whether both show. */
  two: boolean
  /** How much of the reader the first has then, in per cent. */
  share: number
}

/** Which sides of the reader show, and how. */
export const useSides = create<SidesState>(() => ({ active: 'first', two: false, share: 50 }))

/** The side at which one is. */
export function activeReader(): ReaderStore {
  return READERS[useSides.getState().active]
}

export function otherSide(side: Side): Side {
  return side === 'first' ? 'second' : 'first'
}

/** The side at which one is, as a store that goes along when one goes to the other side. */
const acting: ReaderStore = {
  getState: () => activeReader().getState(),
  getInitialState: () => NOTHING_READ,
  setState: (change: Parameters<ReaderStore['setState']>[0]) => activeReader().setState(change),
  subscribe: (listener) => {
    let known = acting.getState()
    const heard = (): void => {
      const now = acting.getState()
      if (now === known) return
      const before = known
      known = now
      listener(now, before)
    }
    const leave = [READERS.first.subscribe(heard), READERS.second.subscribe(heard), useSides.subscribe(heard)]
    return () => {
      for (const stop of leave) stop()
    }
  }
}

/** What stands at the side at which one is: what commands are about, and what the rest of the window calls the open source. */
export const useReader: ReaderStore & (<T>(select: (state: ReaderState) => T) => T) = Object.assign(
  <T>(select: (state: ReaderState) => T): T => useStore(acting, select),
  acting
)

/** The side to which a part of the page belongs. */
export const OwnReader = createContext<ReaderStore>(READERS.first)

/** The side in which a component stands. */
export function useOwnReader(): ReaderStore {
  return useContext(OwnReader)
}

/** Something of the side in which a component stands. */
export function useInReader<T>(select: (state: ReaderState) => T): T {
  return useStore(useContext(OwnReader), select)
}

/** Tells when anything of either side changes, until the returned function is called. */
export function followReaders(listener: () => void): () => void {
  const leave = [READERS.first, READERS.second, useSides].map((store) => store.subscribe(listener))
  return () => {
    for (const stop of leave) stop()
  }
}

/** Says of a source what it has become to whichever side shows it; with `text`, which text it has now. */
export function receiveShown(source: Source, text?: SourceText): void {
  for (const side of SIDES) {
    const { source: shown, text: before } = READERS[side].getState()
    if (shown?.id !== source.id) continue
    const isOther = text !== undefined && text.sha256 !== before?.sha256
    // What was selected in another text is nothing in this one.
    READERS[side].setState(isOther ? { source, text, selection: null, cursor: null } : { source })
  }
}

/** The sources that show. */
export function shownSources(): string[] {
  return SIDES.flatMap((side) => READERS[side].getState().source?.id ?? [])
}

forgetWithCase(() => {
  useSides.setState({ active: 'first', two: false, share: 50 })
  for (const side of SIDES) READERS[side].setState(NOTHING_READ)
})
