import { beginSearch } from '../state/search/search.ts'
import { revealPane, useLayout } from '../state/window/layout.ts'
import { focusField, focusResultsSoon, rememberOpener } from './closing.ts'
import { SearchPanel } from './search-panel.tsx'

/** Shows the search beside the reader, and leaves the focus where it is. */
export function showSearch(): void {
  if (useLayout.getState().panel === SearchPanel) return
  revealPane('library')
  useLayout.setState({ panel: SearchPanel })
}

/** Shows the search with the focus in its field. */
export function openSearch(): void {
  rememberOpener()
  showSearch()
  focusField()
}

/** Searches for something that stands elsewhere, such as a saved search, and goes to what it finds. */
export function runSearch(...question: Parameters<typeof beginSearch>): void {
  rememberOpener()
  showSearch()
  beginSearch(...question)
  focusResultsSoon()
}
