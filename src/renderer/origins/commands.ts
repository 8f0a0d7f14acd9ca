import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { briefShown } from '../registry/conditions.ts'
import { useEditor } from '../state/brief/editor.ts'
import { showDialog } from '../state/window/dialogs.ts'

/** Shows where what the statement at the caret says comes from. */
const statementOrigins: Command = {
  id: 'statement-origins',
  title: 'Origins of the statement…',
  menu: { place: 'brief/statement', label: 'Origins…', order: 2 },
  keys: 'Mod Alt 5',
  when: all(
    briefShown,
    when(useEditor, ({ caret }) => caret.statement !== null)
  ),
  run: () => {
    const statementId = useEditor.getState().caret.statement?.id
    if (statementId) showDialog({ kind: 'statement-origins', statementId })
  }
}

export const commands = [statementOrigins]
