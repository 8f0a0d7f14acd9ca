import { undo } from '@tiptap/pm/history'
import type { Editor } from '@tiptap/core'
import { flushSync } from 'react-dom'
import { useEditor } from '../state/brief/editor.ts'
import { useCase } from '../state/case/case.ts'
import { revealPane } from '../state/window/layout.ts'
import { announce, showMessage } from '../state/window/toasts.ts'
import { count } from '../ui/format.ts'
import { matchFrom, replaceMatches, selectMatch, type Match } from './find.ts'
import { findKey } from './find-plugin.ts'
import { useFind } from './find-state.ts'

const openEditor = (): Editor | null => useEditor.getState().editor
const matchesIn = (editor: Editor): readonly Match[] => findKey.getState(editor.state)?.matches ?? []

/** A selection longer than this isn't what one looks for. */
const LONGEST_QUERY = 120

/** Shows the bar, with the selected words as what is looked for. `replacing` shows the second field, too. */
export function openFind(replacing = false): void {
  const editor = openEditor()
  if (!editor) return
  const { from, to, empty, $from, $to } = editor.state.selection
  const selected =
    editor.view.hasFocus() && !empty && $from.sameParent($to) ? editor.state.doc.textBetween(from, to, ' ', ' ') : ''
  const query = selected.trim() !== '' && selected.length <= LONGEST_QUERY ? { query: selected } : {}
  const { shown, replacing: before } = useFind.getState()
  const isReplacing = (replacing || (shown && before)) && !useCase.getState().readOnly
  // Drawn at once: what is typed next is for the field, not for the text.
  flushSync(() => {
    revealPane('brief')
    useFind.setState({ ...query, shown: true, replacing: isReplacing })
  })
  lookAgain()
  const field = document.querySelector<HTMLInputElement>('[data-pane="brief"] .find-row input')
  field?.focus()
  field?.select()
}

/** Hides the bar and gives the text the focus, at what was found last. */
export function closeFind(): void {
  useFind.setState({ shown: false, replacing: false })
  lookAgain()
  openEditor()?.view.focus()
}

function lookAgain(): void {
  const editor = openEditor()
  editor?.view.dispatch(editor.state.tr.setMeta(findKey, true))
}

/** Looks for something else, and goes to the first place from where the caret is on. */
export function look(
  change: Partial<Pick<ReturnType<typeof useFind.getState>, 'query' | 'matchCase' | 'wholeWords'>>
): void {
  useFind.setState(change)
  lookAgain()
  const editor = openEditor()
  if (!editor) return
  const { from } = editor.state.selection
  const matches = matchesIn(editor)
  const first = matches.find((match) => match.from >= from) ?? matches[0]
  if (first) goTo(editor, first)
}

function goTo(editor: Editor, match: Match): void {
  editor.view.dispatch(selectMatch(editor.state, match))
  // By hand: the view scrolls to the selection only while it has the focus.
  requestAnimationFrame(() => editor.view.dom.querySelector('.found.now')?.scrollIntoView({ block: 'center' }))
}

/** Goes to the next place, or the one before; opens the bar when nothing is looked for. */
export function stepFind(by: 1 | -1): void {
  const editor = openEditor()
  if (!editor || !useFind.getState().shown) return openFind()
  const matches = matchesIn(editor)
  const match = matches[matchFrom(matches, editor.state.selection, by)]
  if (match) goTo(editor, match)
}

/** Replaces the place that is selected and goes on to the next; goes to one first when none is. A place in a quote is passed over. */
export function replaceOne(): void {
  const editor = openEditor()
  if (!editor?.isEditable) return
  const now = matchesIn(editor)[findKey.getState(editor.state)?.now ?? -1]
  if (!now) return stepFind(1)
  if (now.verbatim) {
    announce('This is in a quote, whose words stay those of the source.')
    return stepFind(1)
  }
  const { replacement } = useFind.getState()
  const tr = replaceMatches(editor.state, [now], replacement)
  const after = tr.mapping.map(now.to)
  tr.setSelection(editor.state.selection.map(tr.doc, tr.mapping))
  editor.view.dispatch(tr)
  const matches = matchesIn(editor)
  const next = matches.find(({ from }) => from >= after) ?? matches[0]
  if (next) goTo(editor, next)
}

/** Replaces all places but those in quotes, as one step to be undone. */
export function replaceAll(): void {
  const editor = openEditor()
  if (!editor?.isEditable) return
  const matches = matchesIn(editor)
  const verbatim = matches.filter((match) => match.verbatim).length
  const replaced = matches.length - verbatim
  if (replaced > 0) editor.view.dispatch(replaceMatches(editor.state, matches, useFind.getState().replacement))
  const kept =
    verbatim === 0
      ? ''
      : ` ${count(verbatim, 'place')} in quotes ${verbatim === 1 ? 'stays as it is' : 'stay as they are'}.`
  showMessage(`${count(replaced, 'place')} replaced.${kept}`)
}

/** Takes back what was replaced last, from the bar. False where there is nothing to take back. */
export function undoReplacement(): boolean {
  const editor = openEditor()
  return editor !== null && editor.isEditable && undo(editor.state, editor.view.dispatch)
}
