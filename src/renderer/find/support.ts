import { statementAt } from '../state/brief/document.ts'
import { useEditor } from '../state/brief/editor.ts'
import { showMessage } from '../state/window/toasts.ts'
import { runSearch } from './opening.ts'
import { supportQuery } from './support-query.ts'

/** Searches sources and quotes for what the words say that are selected in the brief, or the statement at the caret. */
export function findSupport(): void {
  const { editor } = useEditor.getState()
  if (!editor) return
  const { state } = editor
  const { from, to } = state.selection
  const words = from < to ? state.doc.textBetween(from, to, ' ', ' ') : statementAt(state)?.node.textContent
  const query = supportQuery(words ?? '')
  if (query === null) showMessage('There are no words to look for. Put the caret into a statement, or select some.')
  else runSearch(query, { supporting: true })
}
