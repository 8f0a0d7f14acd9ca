import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { briefShown } from '../registry/conditions.ts'
import { useEditor } from '../state/brief/editor.ts'
import { showDialog } from '../state/window/dialogs.ts'

/** Shows what was found in the statement at the caret. */
const statementFindings: Command = {
  id: 'statement-findings',
  title: 'Findings in the statement…',
  menu: { place: 'brief/statement', label: 'Findings…', order: 2 },
  keys: 'Mod Alt 6',
  when: all(
    briefShown,
    when(useEditor, ({ caret }) => caret.statement !== null)
  ),
  run: () => {
    const statementId = useEditor.getState().caret.statement?.id
    if (statementId) showDialog({ kind: 'statement-findings', statementId })
  }
}

/** Shows what was found in all statements of the brief. */
const briefFindings: Command = {
  id: 'brief-findings',
  title: 'Findings in the statements of the brief…',
  menu: { place: 'verify', label: 'Findings in the Brief…' },
  keys: 'Mod Alt 7',
  when: briefShown,
  run: () => showDialog({ kind: 'statement-findings', statementId: null })
}

export const commands = [statementFindings, briefFindings]
