import { redo, undo } from '@tiptap/pm/history'
import type { Command } from '../registry/command.ts'
import { briefWritable, caseOpen } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { useEditor } from '../state/brief/editor.ts'
import { focusPane, togglePane, type Pane } from '../state/window/layout.ts'
import { redoEdit, undoEdit } from '../state/sources/history.ts'
import { useSides, type Side } from '../state/sources/readers.ts'
import { MAC } from '../ui/keys.ts'
import { find, findAgain, replace } from './finding.ts'
import { goToQuote } from './quote-steps.ts'

const editing = (): boolean => useEditor.getState().editor?.view.hasFocus() ?? false

/** In the text of a brief the last typing, anywhere else the last edit of the case. */
function runUndo(): unknown {
  const { editor } = useEditor.getState()
  return editor && editing() ? undo(editor.state, editor.view.dispatch) : undoEdit()
}

function runRedo(): unknown {
  const { editor } = useEditor.getState()
  return editor && editing() ? redo(editor.state, editor.view.dispatch) : redoEdit()
}

/** Goes to the next or the previous pane that shows. */
function cyclePane(step: 1 | -1): void {
  // Of a pane with two sides each is a stop.
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]:not(:has([data-side])), [data-side]')]
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[now < 0 ? 0 : (now + step + panes.length) % panes.length]
  if (!next) return
  const { side } = next.dataset
  if (side !== undefined) useSides.setState({ active: side as Side })
  const target = side === undefined ? null : next.querySelector<HTMLElement>('[data-pane-focus]')
  if (target) target.focus({ preventScroll: true })
  else focusPane(next.closest<HTMLElement>('[data-pane]')!.dataset['pane'] as Pane)
}

export const palette = {
  id: 'palette',
  title: 'Search sources, quotes, briefs and commands',
  menu: { place: 'view/go', label: 'Go to Anything…' },
  keys: 'Mod K',
  when: caseOpen,
  run: () => showDialog({ kind: 'palette' })
} satisfies Command

export const shortcuts: Command = {
  id: 'shortcuts',
  title: 'Keyboard shortcuts',
  menu: { place: 'help', label: 'Keyboard Shortcuts' },
  keys: '?',
  leavesKeysToText: true,
  run: () => showDialog({ kind: 'shortcuts' })
}

export const commands: Command[] = [
  palette,
  {
    id: 'undo',
    title: 'Undo',
    menu: { place: 'edit/history', label: 'Undo' },
    keys: 'Mod Z',
    leavesKeysToText: true,
    when: caseOpen,
    run: runUndo
  },
  {
    id: 'redo',
    title: 'Redo',
    menu: { place: 'edit/history', label: 'Redo' },
    keys: 'Mod Shift Z',
    leavesKeysToText: true,
    when: caseOpen,
    run: runRedo
  },
  {
    id: 'find',
    title: 'Find in the pane that has the focus',
    menu: { place: 'edit/find', label: 'Find…' },
    keys: 'Mod F',
    when: caseOpen,
    run: find
  },
  {
    id: 'find-next',
    title: 'Next match, next hit of the search',
    menu: { place: 'edit/find', label: 'Find Next' },
    keys: 'F3',
    when: caseOpen,
    run: () => findAgain(1)
  },
  {
    id: 'find-previous',
    title: 'Previous match, previous hit of the search',
    menu: { place: 'edit/find', label: 'Find Previous' },
    keys: 'Shift F3',
    when: caseOpen,
    run: () => findAgain(-1)
  },
  {
    id: 'replace',
    title: 'Find and replace in the brief',
    menu: { place: 'edit/find', label: 'Replace…' },
    keys: 'Mod Shift H',
    // As everywhere; on a Mac it hides the window.
    otherKeys: MAC ? [] : ['Mod H'],
    when: briefWritable,
    run: replace
  },
  {
    id: 'next-quote',
    title: 'Next quote of the source or the brief',
    menu: { place: 'view/go', label: 'Next Quote' },
    keys: 'Mod J',
    when: caseOpen,
    run: () => goToQuote(1)
  },
  {
    id: 'previous-quote',
    title: 'Previous quote of the source or the brief',
    menu: { place: 'view/go', label: 'Previous Quote' },
    keys: 'Mod Shift J',
    when: caseOpen,
    run: () => goToQuote(-1)
  },
  { id: 'next-pane', title: 'Next pane', keys: 'F6', when: caseOpen, run: () => cyclePane(1) },
  { id: 'previous-pane', title: 'Previous pane', keys: 'Shift F6', when: caseOpen, run: () => cyclePane(-1) },
  { id: 'toggle-library', title: 'Show or hide the library', when: caseOpen, run: () => togglePane('library') },
  { id: 'toggle-reader', title: 'Show or hide the reader', when: caseOpen, run: () => togglePane('reader') },
  { id: 'toggle-brief', title: 'Show or hide the brief', when: caseOpen, run: () => togglePane('brief') },
  shortcuts
]
