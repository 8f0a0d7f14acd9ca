import { Plugin, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'

/** The note in which the caret is, with its place. */
function noteAt({ selection }: EditorState): { pos: number; end: number; empty: boolean; atStart: boolean } | null {
  const { $from, empty } = selection
  if ($from.parent.type.name !== 'note') return null
  const isEmpty = $from.parent.content.size === 0
  return { pos: $from.before(), end: $from.after(), empty: isEmpty, atStart: empty && $from.parentOffset === 0 }
}

/** Puts a note behind the selection and the caret into it; false where a note can't stand. */
export const insertNote: Command = (state, dispatch) => {
  const note = state.schema.nodes['note']!
  const { $to } = state.selection
  const index = $to.index()
  if (!$to.parent.inlineContent || !$to.parent.canReplaceWith(index, index, note)) return false
  const tr = state.tr.insert($to.pos, note.create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView())
  return true
}

/** Enter in a note goes on behind it. */
export const leaveNote: Command = (state, dispatch) => {
  const note = noteAt(state)
  if (!note) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, note.end)).scrollIntoView())
  return true
}

/** Backspace at the start of a note leaves it, and takes it away when it's empty. */
export const backspaceInNote: Command = (state, dispatch) => {
  const note = noteAt(state)
  if (!note?.atStart) return false
  const tr = state.tr
  if (note.empty) tr.delete(note.pos, note.end)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, note.pos)).scrollIntoView())
  return true
}

/**
 * Where a note begins or ends, browsers put what is typed on either side of its edge, whatever the caret shows. It goes to where
 * the caret is.
 */
export function notePlugin(): Plugin {
  return new Plugin({
    props: {
      handleTextInput({ state, dispatch }, from, to, text) {
        const { selection, doc } = state
        if (!selection.empty || from !== to || Math.abs(from - selection.from) !== 1) return false
        const [typed, caret] = [doc.resolve(from), selection.$from]
        const crossing =
          typed.parent !== caret.parent && [typed, caret].some(({ parent }) => parent.type.name === 'note')
        if (crossing) dispatch(state.tr.insertText(text, selection.from).scrollIntoView())
        return crossing
      }
    }
  })
}
