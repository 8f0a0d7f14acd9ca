import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { caseOpen, caseWritable } from '../registry/conditions.ts'
import { showTab } from '../state/window/layout.ts'
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

export const commands: Command[] = [
  editSources,
  confirmSources,
  { id: 'show-sources', title: 'Show the sources', when: caseOpen, run: () => showTab('sources') },
  { id: 'show-quotes', title: 'Show the quotes', when: caseOpen, run: () => showTab('quotes') },
  { id: 'show-outline', title: 'Show the outline', when: caseOpen, run: () => showTab('outline') }
]
