import { TextSelection } from '@tiptap/pm/state'
import { findNode } from './document.ts'
import { focusText, useEditor } from './editor.ts'
import { plainWords } from './plain-words.ts'

/** The end of a statement's words in the document; null when it is gone or nothing may be changed. */
function endOf(id: string) {
  const { editor } = useEditor.getState()
  const found = editor?.isEditable ? findNode(editor.state.doc, id) : null
  return editor && found ? { editor, found, end: found.pos + found.node.nodeSize - 1 } : null
}

/** Puts the caret at a statement's end and begins a citation there, as typing an @ does. */
export function beginCitation(id: string): void {
  const place = endOf(id)
  if (!place) return
  const { editor, found, end } = place
  const { view } = editor
  const gap = found.node.content.size === 0 || /\s$/u.test(found.node.textContent) ? '' : ' '
  const tr = view.state.tr.insertText(gap, end)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + gap.length)).scrollIntoView())
  afterDialog(() => {
    const { from, to } = view.state.selection
    const isTaken = view.someProp('handleTextInput', (handle) =>
      handle(view, from, to, '@', () => view.state.tr.insertText('@', from, to))
    )
    if (!isTaken) view.dispatch(view.state.tr.insertText('@', from, to))
  })
}

/** Cites a source at a statement's end as one that contradicts it. */
export function citeAgainst(id: string, sourceId: string): void {
  const place = endOf(id)
  if (!place) return
  const { editor, end } = place
  const { state, view } = editor
  const citation = state.schema.nodes['citation']!.create({
    quoteId: null,
    sourceId,
    label: null,
    relation: 'contradicts',
    locator: null
  })
  const tr = state.tr.insert(end, citation)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + citation.nodeSize)).scrollIntoView())
  afterDialog()
}

/**
 * Puts words into a statement behind one of its plain text's UTF-16 units, or before the sign that ends its sentence when `at` is null, and selects of them what is to be
 * looked at.
 */
export function insertWords(id: string, at: number | null, { before, marked, after }: Words): void {
  const place = endOf(id)
  if (!place) return
  const { editor, found, end } = place
  const { text, places } = plainWords(found.node, found.pos)
  const last = at ?? text.replace(/[.!?…]?\s*$/u, '').length
  const pos = last > 0 && last <= places.length ? places[last - 1]! + 1 : end
  const tr = editor.state.tr.insertText(before + marked + after, pos)
  const from = pos + before.length
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, from + marked.length)).scrollIntoView())
  afterDialog()
}

/** What is put in: `marked` is selected, so that typing replaces it. */
interface Words {
  before: string
  marked: string
  after: string
}

/** Selects words of a statement, given in UTF-16 units of its plain text. */
export function selectWords(id: string, start: number, end: number): void {
  const place = endOf(id)
  if (!place) return
  const { editor, found } = place
  const { places } = plainWords(found.node, found.pos)
  if (places[start] === undefined || places[end - 1] === undefined) return
  const selection = TextSelection.create(editor.state.doc, places[start], places[end - 1]! + 1)
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView())
  afterDialog()
}

/** Gives the focus to the text once the dialog is gone, and then does something. */
function afterDialog(then: () => void = () => undefined): void {
  if (document.querySelector('[role="menu"], [role="dialog"]')) {
    requestAnimationFrame(() => afterDialog(then))
    return
  }
  focusText()
  then()
}
