import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { caseOpen, caseWritable } from '../registry/conditions.ts'
import { focusPaneSoon, showTab, type LibraryTab } from '../state/window/layout.ts'
import type { Keys } from '../ui/keys.ts'
import { confirmSelected, editSelected, useSelection } from '../state/case/selection.ts'

/** Sources are selected that can be changed. */
export const sourcesSelected = all(
  caseWritable,
  when(useSelection, ({ ids }) => ids.size > 0)
)

export const editSources: Command = {
  id: 'edit-sources',
  title: 'Edit the selected sources…',
  when: sourcesSelected,
  run: editSelected
}

export const confirmSources: Command = {
  id: 'confirm-sources',
  title: 'Confirm the selected sources…',
  when: sourcesSelected,
  run: confirmSelected
}

function tabCommand(tab: LibraryTab, keys: Keys, label: string): Command {
  return {
    id: `show-${tab}`,
    title: `Show the ${tab}`,
    menu: { place: 'view/show', label },
    keys,
    area: 'window',
    when: caseOpen,
    run: () => {
      showTab(tab)
      focusPaneSoon('library')
    }
  }
}

export const commands: Command[] = [
  editSources,
  confirmSources,
  tabCommand('sources', 'Mod 1', 'Sources'),
  tabCommand('quotes', 'Mod 2', 'Quotes'),
  tabCommand('outline', 'Mod 3', 'Outline')
]
