import { statementAt } from '../state/brief/document.ts'
import { useEditor } from '../state/brief/editor.ts'

/** What is said of a statement: what it is, how likely, how sure. */
export type StatementAttribute = 'kind' | 'likelihood' | 'confidence'

/** Says something of the statement at the caret, or takes it back when it is said already. */
export function toggleStatement(name: StatementAttribute, value: string): void {
  const { editor } = useEditor.getState()
  const found = editor?.isEditable ? statementAt(editor.state) : null
  if (!editor || !found) return
  const said = found.node.attrs[name] === value ? null : value
  editor.view.dispatch(editor.state.tr.setNodeAttribute(found.pos, name, said))
  editor.view.focus()
}
