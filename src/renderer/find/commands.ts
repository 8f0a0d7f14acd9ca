import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { briefShown, caseOpen, caseWritable } from '../registry/conditions.ts'
import { useSearch } from '../state/search/search.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { openSearch } from './opening.ts'
import { findSupport } from './support.ts'

export const search = {
  id: 'search',
  title: 'Search everything in the case',
  menu: { place: 'edit/find', label: 'Search Everything…' },
  keys: 'Mod Shift F',
  when: caseOpen,
  run: openSearch
} satisfies Command

/** Something is searched for. */
const searched = when(useSearch, ({ query }) => query.trim() !== '')

export const commands: Command[] = [
  search,
  {
    id: 'search-names',
    title: 'Search for a list of names…',
    menu: { place: 'edit/find', label: 'List of Names…' },
    when: caseOpen,
    run: () => showDialog({ kind: 'search-names' })
  },
  {
    id: 'save-search',
    title: 'Save the search…',
    when: all(caseWritable, searched),
    run: () => showDialog({ kind: 'save-search', renamed: null })
  },
  {
    id: 'find-support',
    title: 'Find support for the statement',
    menu: { place: 'edit/find', label: 'Find Support for the Statement' },
    keys: 'Mod Alt S',
    area: 'brief',
    when: briefShown,
    run: findSupport
  }
]
