import { useEffect } from 'react'
import type { SavedSearch } from '../../shared/case/records/saved-search.ts'
import { useCase } from '../state/case/case.ts'
import { loadSaved, removeSearch, useSaved } from '../state/search/saved.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { beginSearch } from '../state/search/search.ts'
import { focusResultsSoon } from './closing.ts'

/** The searches that the case keeps. */
export function SavedList() {
  const searches = useSaved((state) => state.searches)
  useEffect(() => void loadSaved(), [])
  if (!searches || searches.length === 0) return null
  return (
    <section aria-label="Saved searches">
      <h3>Saved searches</h3>
      <ul className="saved-searches">
        {searches.map((search) => (
          <SavedView key={search.id} search={search} />
        ))}
      </ul>
    </section>
  )
}

function SavedView({ search }: { search: SavedSearch }) {
  const readOnly = useCase((state) => state.readOnly)
  const { id, name, query, scope, narrowing } = search
  return (
    <li>
      <Button
        className="place"
        onPress={() => {
          beginSearch(query, { scope, narrowing })
          focusResultsSoon()
        }}
      >
        <span className="saved-name" dir="auto">
          {name}
        </span>
        {name !== query && (
          <bdi className="mono saved-query">
            {query}
            {scope !== null && ` in:${scope}`}
          </bdi>
        )}
      </Button>
      <MenuButton
        className="icon"
        label={`Search ${name}`}
        isDisabled={readOnly}
        groups={[
          {
            entries: [
              {
                id: 'rename',
                label: 'Rename…',
                onAction: () => showDialog({ kind: 'save-search', renamed: { id, name } })
              }
            ]
          },
          { entries: [{ id: 'delete', label: 'Delete', danger: true, onAction: () => void removeSearch(search) }] }
        ]}
      >
        <Icon name="more" />
      </MenuButton>
    </li>
  )
}
