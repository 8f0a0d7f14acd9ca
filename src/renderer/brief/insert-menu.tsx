import type { Command } from '@tiptap/pm/state'
import type { Alignment } from '../../shared/brief/brief.ts'
import { menuEntry } from '../registry/menu-entries.ts'
import { MenuButton, type MenuEntry } from '../ui/menu.tsx'
import { runInEditor } from '../state/brief/editor.ts'
import { insertFigure, insertNote, insertTable } from './commands.ts'
import {
  alignColumns,
  columnAfter,
  columnBefore,
  dropColumn,
  dropRow,
  dropTable,
  rowAbove,
  rowBelow
} from './table-commands.ts'

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
          entries: [menuEntry(insertTable, 'Table'), menuEntry(insertFigure, 'Figure…'), menuEntry(insertNote, 'Note')]
        }
      ]}
    >
      Insert
    </MenuButton>
  )
}
