import type { Feature } from '../registry/feature.ts'
import type { SavedSearch } from '../../shared/case/records/saved-search.ts'
import { commands } from './commands.ts'
import { NamesDialog } from './names-dialog.tsx'
import { SaveSearchDialog } from './save-dialog.tsx'
import { startSearch } from './start.ts'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** The search to be saved, or a saved one that gets another name. */
    'save-search': { renamed: Pick<SavedSearch, 'id' | 'name'> | null }
    'search-names': object
  }
}

export const findFeature = {
  commands,
  dialogs: { 'save-search': SaveSearchDialog, 'search-names': NamesDialog },
  keys: [
    ['↓', 'From the search to what it found'],
    ['Enter', 'Open what was found, at its first hit']
  ],
  start: startSearch
} satisfies Feature
