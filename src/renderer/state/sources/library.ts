import { create } from 'zustand'
import { USUAL_SORT, type SortColumn, type SourceSort } from '../../../shared/case/source-sort.ts'
import type { ListTop } from '../../ui/virtual-list.tsx'
import { forgetWithCase } from '../window/forget.ts'
import { setPreferences, usePreferences } from '../window/preferences.ts'
import { isNarrowed, NOTHING_CHOSEN, toggleValue, type Chosen, type Facet } from './facets.ts'

interface LibraryState {
  /** The words in the filter. */
  words: string
  chosen: Chosen
  sort: SourceSort
  /** True when the case had many sources as it was opened. It stays so: rows don't change their look under the hand. */
  large: boolean
  /** Rises with each list that begins. */
  serial: number
}

const FIRST: LibraryState = { words: '', chosen: NOTHING_CHOSEN, sort: USUAL_SORT, large: false, serial: 0 }

/** How the list of sources is shown. */
export const useLibrary = create<LibraryState>(() => FIRST)

/** Where the list of sources was left. */
export const listTop: { current: ListTop | null } = { current: null }

forgetWithCase(() => {
  useLibrary.setState(FIRST)
  listTop.current = null
})

/** From how many sources on a case is large: more than a window shows in some screens. */
const LARGE = 200

/** Shows the sources of a case that was opened, sorted as they were. */
export function beginLibrary(sources: number, sort: SourceSort = USUAL_SORT, top: ListTop | null = null): void {
  listTop.current = top
  useLibrary.setState(({ serial }) => ({ ...FIRST, sort, large: sources >= LARGE, serial: serial + 1 }))
}

/** Whether each source has one line. Where nobody has chosen, in a large case. */
export function useDense(): boolean {
  const chosen = usePreferences((state) => state.sourceRows)
  const large = useLibrary((state) => state.large)
  return chosen === null ? large : chosen === 'dense'
}

/** Chooses how high the rows are, in all cases. */
export function setDense(dense: boolean): void {
  setPreferences({ sourceRows: dense ? 'dense' : 'comfortable' })
}

/** The columns whose greatest value comes first when they are chosen. */
const GREATEST_FIRST: ReadonlySet<SortColumn> = new Set(['imported', 'published', 'quotes'])

/** Sorts by a column; the other way round when the list is sorted by it already. */
export function sortBy(by: SortColumn): void {
  useLibrary.setState(({ sort }) => ({
    sort: { by, descending: sort.by === by ? !sort.descending : GREATEST_FIRST.has(by) }
  }))
}

/** Takes a value of a facet into the filter, or out of it. */
export function toggleFacet(facet: Facet, value: string): void {
  useLibrary.setState(({ chosen }) => ({ chosen: toggleValue(chosen, facet, value) }))
}

/** Shows only what was published in a period; empty for no bound. */
export function setPeriod(from: string, to: string): void {
  useLibrary.setState(({ chosen }) => ({ chosen: { ...chosen, from, to } }))
}

/** Shows all sources again. False when all were shown. */
export function clearFilter(): boolean {
  const { words, chosen } = useLibrary.getState()
  if (words === '' && !isNarrowed(chosen)) return false
  useLibrary.setState({ words: '', chosen: NOTHING_CHOSEN })
  return true
}
