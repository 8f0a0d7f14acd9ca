import { openCurrent } from '../state/search/going.ts'
import { askFor, useSearch } from '../state/search/search.ts'
import { useLayout } from '../state/window/layout.ts'
import { Icon } from '../ui/icon.tsx'
import { shownKeys } from '../ui/keys.ts'
import { closeSearch, focusResults, rememberOpener } from './closing.ts'
import { search } from './commands.ts'
import { showSearch } from './opening.ts'
import { SearchPanel } from './search-panel.tsx'
import './find.css'

/** The field on top of the window: searches everything in the case as one types. */
export function SearchField() {
  const query = useSearch((state) => state.query)
  const isShown = useLayout((state) => state.panel === SearchPanel)
  return (
    <div className="search-field" role="search">
      <Icon name="search" />
      <input
        className="search-input"
        type="search"
        dir="auto"
        aria-label="Search everything"
        aria-description="Arrow down goes to what is found, Enter opens it, F3 goes on to the next hit."
        placeholder="Search texts, quotes, notes, briefs"
        value={query}
        spellCheck={false}
        autoComplete="off"
        onPointerDown={(event) => {
          if (document.activeElement !== event.currentTarget && !isShown) rememberOpener()
        }}
        onClick={showSearch}
        onChange={(event) => {
          showSearch()
          useSearch.setState({ supporting: false })
          askFor({ query: event.target.value, typing: true })
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.preventDefault()
            closeSearch()
          } else if (event.key === 'Enter') {
            event.preventDefault()
            showSearch()
            void openCurrent()
          } else if (event.key === 'ArrowDown') {
            event.preventDefault()
            showSearch()
            focusResults()
          }
        }}
      />
      {query === '' && <kbd aria-hidden="true">{shownKeys(search.keys)}</kbd>}
    </div>
  )
}
