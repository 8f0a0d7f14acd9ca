import type { Editor } from '@tiptap/core'
import { TextSelection, type Command } from '@tiptap/pm/state'
import { create } from 'zustand'
import type { Quote } from '../../../shared/quote/quote.ts'
import { findNode, insertQuote } from './document.ts'
import { whenSettled } from './settled.ts'
import { useCase } from '../case/case.ts'
import { focusPane, revealPane } from '../window/layout.ts'
import { announce } from '../window/toasts.ts'

/** What the chrome around the text shows of the place of the caret. */
export interface Caret {
  bold: boolean
  italic: boolean
  /** Attributes of the statement at the caret; null when there is none. */
  statement: Record<'id' | 'kind' | 'likelihood' | 'confidence', string | null> | null
  /** True in a table. */
  table: boolean
}

export const NO_CARET: Caret = { bold: false, italic: false, statement: null, table: false }

interface EditorState {
  /** The editor of the open brief, which the brief's feature makes; null when none is open. */
  editor: Editor | null
  /** The element that holds the text. The pane puts it where it is to be seen; the editor lives without, too. */
  host: HTMLElement | null
  caret: Caret
}

export const useEditor = create<EditorState>(() => ({ editor: null, host: null, caret: NO_CARET }))

/** Runs a command of the editor and gives the focus back to the text. False when it makes no sense where the caret is. */
export function runInEditor(command: Command): boolean {
  const { editor } = useEditor.getState()
  if (!editor?.isEditable) return false
  const done = command(editor.state, editor.view.dispatch, editor.view)
  focusText()
  return done
}

/** Gives the focus to the text once the menu or dialog is gone that was used: while it's there it holds the focus. */
export function focusText(): void {
  const { editor } = useEditor.getState()
  if (document.querySelector('[role="menu"], [role="dialog"]')) requestAnimationFrame(focusText)
  else if (editor && !editor.view.hasFocus()) editor.view.focus()
}

/** Puts the caret into the first statement of a brief that was just made, once it is on the page. */
export function beginWriting(): void {
  requestAnimationFrame(() => {
    const { editor } = useEditor.getState()
    if (!editor) return
    let first: number | null = null
    editor.state.doc.descendants((node, pos) => {
      if (first === null && node.type.name === 'statement') first = pos
      return first === null
    })
    if (first === null) return
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(first + 1))))
    focusText()
  })
}

/** Keeps the line that is being written in sight when the pane gets lower. */
export function keepCaretInSight(): void {
  const { editor } = useEditor.getState()
  if (editor?.view.hasFocus()) whenSettled(editor, (view) => view.dispatch(view.state.tr.scrollIntoView()))
}

/** Puts a quote into the brief at the caret, or at a given position. False when no brief is open. */
export function insertQuoteAt(quote: Quote, pos?: number): boolean {
  const { editor } = useEditor.getState()
  if (!editor || useCase.getState().readOnly) return false
  revealPane('brief')
  editor.view.dispatch(insertQuote(editor.state, quote, pos ?? editor.state.selection.from))
  announce(`Quote ${quote.key} is in the brief.`)
  return true
}

/** Leads to a statement, quote block or section of the open brief. */
export function revealNode(id: string, focus = true): void {
  const { editor } = useEditor.getState()
  const found = editor && findNode(editor.state.doc, id)
  if (!editor || !found) return
  revealPane('brief')
  requestAnimationFrame(() => {
    const inside = TextSelection.near(editor.state.doc.resolve(found.pos + 1))
    editor.view.dispatch(editor.state.tr.setSelection(inside))
    const element = editor.view.nodeDOM(found.pos)
    if (element instanceof HTMLElement) {
      element.scrollIntoView({ block: 'center' })
      element.classList.remove('flash')
      requestAnimationFrame(() => element.classList.add('flash'))
      setTimeout(() => element.classList.remove('flash'), 1600)
    }
    if (focus) editor.view.focus()
    else focusPane('brief')
  })
}
