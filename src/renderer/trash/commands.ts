import type { Command, SubjectCommand } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { caseOpen, caseWritable, sourceShown } from '../registry/conditions.ts'
import { selectedIds, useSelection } from '../state/case/selection.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { useReader } from '../state/sources/readers.ts'
import { deleteSources } from '../state/sources/trash.ts'
import { showDialog } from '../state/window/dialogs.ts'

export const showTrash: Command = {
  id: 'trash',
  title: 'Trash…',
  menu: { place: 'protect/backups', label: 'Trash…', order: 1 },
  when: caseOpen,
  run: () => showDialog({ kind: 'trash' })
}

const deleteShown: Command = {
  id: 'delete-shown-source',
  title: 'Delete the open source',
  when: all(caseWritable, sourceShown),
  run: () => deleteSources([useReader.getState().sourceId].filter((id) => id !== null))
}

const deleteSelected: Command = {
  id: 'delete-sources',
  title: 'Delete the selected sources',
  when: all(
    caseWritable,
    when(useSelection, ({ ids }) => ids.size > 0)
  ),
  run: () => deleteSources(selectedIds())
}

/** Deletes a source; with several selected, of which it is one, all of them. */
export const deleteSource: SubjectCommand = {
  id: 'delete-source',
  title: (id) => {
    const many = manyWith(id)
    return many.length > 1
      ? `Delete ${many.length} sources`
      : `Delete ${sourceRow(useCase.getState().sources, id)?.key ?? 'it'}`
  },
  when: caseWritable,
  part: 'delete',
  keys: 'Del',
  run: (id) => deleteSources(manyWith(id))
}

function manyWith(id: string): string[] {
  const selected = selectedIds()
  return selected.includes(id) ? selected : [id]
}

export const commands = [deleteShown, deleteSelected, showTrash]
