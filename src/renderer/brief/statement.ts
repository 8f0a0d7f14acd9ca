import { TextSelection } from '@tiptap/pm/state'
import { findNode, statementAt } from '../state/brief/document.ts'
import { useEditor } from '../state/brief/editor.ts'
import { useOverlays } from './overlays.ts'

/** What is said of a statement: what it is, how likely, how sure. */
export type StatementAttribute = 'kind' | 'likelihood' | 'confidence'

/** Says something of the statement at the caret; null takes it back. The focus stays where it is. */
export function sayOfStatement(name: StatementAttribute, value: string | null): void {
  const { editor } = useEditor.getState()
  const found = editor?.isEditable ? statementAt(editor.state) : null
  if (editor && found) editor.view.dispatch(editor.state.tr.setNodeAttribute(found.pos, name, value))
}

/** Says something of the statement at the caret, or takes it back when it is said already, and goes on in the text. */
export function toggleStatement(name: StatementAttribute, value: string): void {
  const { editor, caret } = useEditor.getState()
  sayOfStatement(name, caret.statement?.[name] === value ? null : value)
  editor?.view.focus()
}

/** Opens what is said of the statement at the caret, under an element or else under the caret. */
export function openFacts(under?: Element): void {
  const { editor } = useEditor.getState()
  if (!editor?.isEditable || !statementAt(editor.state)) return
  const { left, bottom } = under?.getBoundingClientRect() ?? editor.view.coordsAtPos(editor.state.selection.from)
  useOverlays.setState({ facts: { left, top: bottom } })
}

/** Opens what is said of a statement at its chip, with the caret at its end. */
export function openFactsOf(id: string, chip: Element): void {
  const { editor } = useEditor.getState()
  const found = editor && findNode(editor.state.doc, id)
  if (!editor || !found) return
  const end = found.pos + found.node.nodeSize - 1
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, end)))
  openFacts(chip)
}
