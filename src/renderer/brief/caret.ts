import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import type { Citation } from '../../shared/brief/brief.ts'
import { statementAt } from '../state/brief/document.ts'
import { useEditor, type Caret } from '../state/brief/editor.ts'
import { useOverlays, type OverlaysState } from './overlays.ts'

/**
 * Tells the chrome where the caret is, but only when that changes what it shows: while React commits, it walks over the
 * whole text to keep the selection, which must not happen for every key.
 */
export function followCaret(editor: Editor): void {
  const { caret } = useEditor.getState()
  const { citation } = useOverlays.getState()
  const attrs = statementAt(editor.state)?.node.attrs as Caret['statement'] | undefined
  const now: Caret = {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    statement: attrs ?? null,
    table: isInTable(editor.state)
  }
  const selected = selectedCitation(editor)
  const same =
    now.bold === caret.bold &&
    now.italic === caret.italic &&
    now.table === caret.table &&
    now.statement?.id === caret.statement?.id &&
    now.statement?.kind === caret.statement?.kind &&
    now.statement?.likelihood === caret.statement?.likelihood &&
    now.statement?.confidence === caret.statement?.confidence &&
    (now.statement === null) === (caret.statement === null)
  if (same && selected === citation) return
  if (!same) useEditor.setState({ caret: now })
  if (selected !== citation) useOverlays.setState({ citation: selected })
}

const BAR_WIDTH = 330

function selectedCitation({ state, view }: Editor): OverlaysState['citation'] {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'citation') return null
  const sheet = view.dom.closest('.sheet-scroll')
  if (!sheet) return null
  const { left, bottom } = view.coordsAtPos(selection.from)
  const frame = sheet.getBoundingClientRect()
  return {
    pos: selection.from,
    relation: (selection.node.attrs as Citation['attrs']).relation,
    left: Math.max(8, Math.min(left - frame.left, frame.width - BAR_WIDTH)),
    top: bottom - frame.top + sheet.scrollTop + 6
  }
}
