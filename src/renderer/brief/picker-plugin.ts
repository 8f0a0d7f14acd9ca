import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { CITING } from '../state/brief/citing.ts'

export const pickerKey = new PluginKey<PickerState>('picker')

export interface PickerState {
  /** Where the `@` stands while the citation picker is open; null when it is closed. */
  at: number | null
  query: string
}

const CLOSED: PickerState = { at: null, query: '' }
/** Words that one may type after `@` before it is taken for an ordinary sign. */
const LONGEST_QUERY = 60

export interface PickerActions {
  /** Hears of every change of the picker. */
  onChange: (state: PickerState, view: EditorView) => void
  /** Moves the choice, takes it, or says that there is nothing to take. */
  onKey: (key: 'up' | 'down' | 'take') => boolean
}

/** Follows what is typed after an `@` at the start of a word where one may cite. */
export function pickerPlugin(actions: PickerActions): Plugin<PickerState> {
  return new Plugin<PickerState>({
    key: pickerKey,
    state: {
      init: () => CLOSED,
      apply(transaction, before) {
        const meta = transaction.getMeta(pickerKey) as { open: number } | 'close' | undefined
        if (meta === 'close') return CLOSED
        const at = meta ? meta.open : before.at === null ? null : transaction.mapping.map(before.at, -1)
        if (at === null) return before
        const { selection, doc } = transaction
        if (!(selection instanceof TextSelection) || !selection.empty) return CLOSED
        const { $from } = selection
        if ($from.pos <= at || at < $from.start() || !CITING.has($from.parent.type.name)) return CLOSED
        const typed = doc.textBetween(at, $from.pos, '\n', '\ufffc')
        if (!typed.startsWith('@') || /^@\s|\n|\ufffc/.test(typed) || typed.length > LONGEST_QUERY) return CLOSED
        const query = typed.slice(1)
        return before.at === at && before.query === query ? before : { at, query }
      }
    },
    props: {
      handleTextInput(view, from, to, text) {
        if (text !== '@') return false
        const { $from } = view.state.selection
        if (!CITING.has($from.parent.type.name)) return false
        const previous = $from.parent.textBetween(0, $from.parentOffset, ' ', ' ').slice(-1)
        if (previous !== '' && /[\p{L}\p{N}]/u.test(previous)) return false
        view.dispatch(view.state.tr.insertText('@', from, to).setMeta(pickerKey, { open: from }))
        return true
      },
      handleKeyDown(view, event) {
        if (pickerKey.getState(view.state)?.at == null) return false
        if (event.key === 'Escape') {
          closePicker(view, false)
          event.stopPropagation()
          return true
        }
        if (event.key === 'ArrowUp') return actions.onKey('up')
        if (event.key === 'ArrowDown') return actions.onKey('down')
        if (event.key === 'Enter' || event.key === 'Tab') return actions.onKey('take')
        return false
      },
      handleDOMEvents: {
        blur(view) {
          closePicker(view, false)
          return false
        }
      }
    },
    view: () => ({
      update(view, before) {
        const now = pickerKey.getState(view.state)!
        if (now !== pickerKey.getState(before)) actions.onChange(now, view)
      }
    })
  })
}

/** Opens the picker at the caret by writing the `@` that belongs to it. */
export function openPicker(view: EditorView): void {
  const { $from, from, to } = view.state.selection
  if (!CITING.has($from.parent.type.name)) return
  const previous = $from.parent.textBetween(0, $from.parentOffset, ' ', ' ').slice(-1)
  const gap = previous === '' || /\s/.test(previous) ? '' : ' '
  view.dispatch(view.state.tr.insertText(`${gap}@`, from, to).setMeta(pickerKey, { open: from + gap.length }))
  view.focus()
}

/** Closes the picker; `remove` also takes away the `@` and what was typed after it. */
export function closePicker(view: EditorView, remove: boolean): void {
  const state = pickerKey.getState(view.state)
  if (state?.at == null) return
  const tr = view.state.tr.setMeta(pickerKey, 'close')
  if (remove) tr.delete(state.at, view.state.selection.from)
  view.dispatch(tr)
}

/** Puts a citation in the place of the `@` and what was typed after it. */
export function takeCitation(view: EditorView, target: { quoteId: string | null; sourceId: string | null }): void {
  const state = pickerKey.getState(view.state)
  if (state?.at == null) return
  const { schema, selection } = view.state
  const citation = schema.nodes['citation']!.create({ ...target, label: null, relation: 'supports', locator: null })
  const tr = view.state.tr.setMeta(pickerKey, 'close').replaceWith(state.at, selection.from, citation)
  tr.setSelection(TextSelection.create(tr.doc, state.at + 1))
  view.dispatch(tr.scrollIntoView())
  view.focus()
}
