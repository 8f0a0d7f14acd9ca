import { COMMANDS } from '../../shared/api/commands.ts'
import type { Command } from '@tiptap/pm/state'
import type { Alignment } from '../../shared/brief/brief.ts'
import { showDialog } from '../state/dialogs.ts'
import { announce } from '../state/toasts.ts'
import { shownKeys } from '../ui/keys.ts'
import { MenuButton, type MenuEntry } from '../ui/menu.tsx'
import { runInEditor } from '../state/editor.ts'
import { insertNote } from './notes.ts'
import {
  alignColumns,
  columnAfter,
  columnBefore,
  dropColumn,
  dropRow,
  dropTable,
  insertTable,
  rowAbove,
  rowBelow
} from './table-commands.ts'

/** Puts a table at the caret. In a table, it goes after that one. */
export function addTable(): void {
  runInEditor((state, dispatch) => (dispatch?.(insertTable(state)), true))
}

export function addNote(): void {
  if (!runInEditor(insertNote)) announce('A note can stand in statements, tables and captions.')
}

export function addFigure(): void {
  showDialog({ kind: 'figure', id: null })
}

/** What can be done with the table at the caret. */
export function TableMenu({ readOnly }: { readOnly: boolean }) {
  const entry = (id: string, label: string, command: Command): MenuEntry => ({
    id,
    label,
    onAction: () => void runInEditor(command)
  })
  const align = (id: string, label: string, to: Alignment | null): MenuEntry => entry(id, label, alignColumns(to))
  return (
    <MenuButton
      className="small"
      isDisabled={readOnly}
      groups={[
        {
          title: 'Rows',
          entries: [
            entry('row-above', 'Row above', rowAbove),
            entry('row-below', 'Row below', rowBelow),
            entry('drop-row', 'Remove row', dropRow)
          ]
        },
        {
          title: 'Columns',
          entries: [
            entry('column-before', 'Column before', columnBefore),
            entry('column-after', 'Column after', columnAfter),
            entry('drop-column', 'Remove column', dropColumn)
          ]
        },
        {
          title: 'Align the column',
          entries: [
            align('align-start', 'At the start', 'start'),
            align('align-center', 'In the middle', 'center'),
            align('align-end', 'At the end', 'end')
          ]
        },
        { entries: [{ ...entry('drop-table', 'Delete table', dropTable), danger: true }] }
      ]}
    >
      Table
    </MenuButton>
  )
}

/** What can be put into a brief besides text. */
export function InsertMenu({ readOnly }: { readOnly: boolean }) {
  return (
    <MenuButton
      className="small"
      isDisabled={readOnly}
      groups={[
        {
          entries: [
            { id: 'insert-table', label: 'Table', onAction: addTable },
            { id: 'insert-figure', label: 'Figure…', onAction: addFigure },
            { id: 'insert-note', label: 'Note', keys: shownKeys(COMMANDS['insert-note'].keys), onAction: addNote }
          ]
        }
      ]}
    >
      Insert
    </MenuButton>
  )
}
