import { redo, undo } from '@tiptap/pm/history'
import {
  COMMAND_IDS,
  commandEntry,
  COMMANDS,
  suitsCase,
  type CommandEntry,
  type CommandId
} from '../../shared/api/commands.ts'
import { useEditor } from '../state/editor.ts'
import { addFigure, addNote, addTable } from '../brief/insert-menu.tsx'
import { exportMarkdown, importMarkdown } from '../brief/markdown.ts'
import { pasteEvent, pasteToImport } from '../import/paste.ts'
import { quoteSelection, quoteSelectionIntoBrief } from '../reader/actions.ts'
import { listen } from '../state/bridge.ts'
import { useBrief } from '../state/brief.ts'
import { useCase } from '../state/case.ts'
import { closeDialog, showDialog, useDialog } from '../state/dialogs.ts'
import { cancelImport, chooseImport, pauseImport, resumeImport, showLastReport, useImport } from '../state/import.ts'
import { focusPane, revealPane, showTab, togglePane, type Pane } from '../state/layout.ts'
import { useReader } from '../state/reader.ts'
import { chooseBundle, chooseMerge } from '../state/keeping.ts'
import { chooseCase, closeCase, lockCase } from '../state/session.ts'
import { checkDoubtful, confirmSelected, editSelected, useSelection } from '../state/selection.ts'
import { undoNewest } from '../state/undo.ts'
import { isTyping } from '../ui/typing.ts'
import { verifyCase } from '../verify/verify-state.ts'
import { withholdSelection, withholdStatement } from '../state/withhold-choice.ts'
import { matchesKeys } from '../ui/keys.ts'

const editing = (): boolean => useEditor.getState().editor?.view.hasFocus() ?? false

function runUndo(): void {
  const { editor } = useEditor.getState()
  if (editor && (editing() || !undoNewest())) undo(editor.state, editor.view.dispatch)
}

function runRedo(): void {
  const { editor } = useEditor.getState()
  if (editor) redo(editor.state, editor.view.dispatch)
}

function find(): void {
  if (useReader.getState().phase !== 'shown') return
  revealPane('reader')
  useReader.setState({ finding: true })
}

/** Goes to the next or the previous pane that shows. */
function cyclePane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[now < 0 ? 0 : (now + step + panes.length) % panes.length]
  if (next) focusPane(next.dataset['pane'] as Pane)
}

/** What each command does. */
const RUN: Record<CommandId, () => unknown> = {
  palette: () => showDialog({ kind: 'palette' }),
  'new-case': () => showDialog({ kind: 'new-case' }),
  'open-case': chooseCase,
  'open-bundle': () => chooseBundle('open-bundle'),
  'open-bundle-folder': () => chooseBundle('open-bundle-folder'),
  'close-case': closeCase,
  'edit-case': () => showDialog({ kind: 'case' }),
  'import-files': () => chooseImport('import-files'),
  'import-folder': () => chooseImport('import-folder'),
  'import-paste': pasteToImport,
  'pause-import': pauseImport,
  'resume-import': resumeImport,
  'cancel-import': cancelImport,
  'import-report': showLastReport,
  'check-metadata': () => checkDoubtful(),
  'edit-sources': editSelected,
  'confirm-sources': confirmSelected,
  quote: quoteSelection,
  'quote-into-brief': quoteSelectionIntoBrief,
  find,
  'new-brief': () => showDialog({ kind: 'new-brief' }),
  'brief-fields': () => showDialog({ kind: 'brief-fields' }),
  'insert-table': addTable,
  'insert-figure': addFigure,
  'insert-note': addNote,
  withhold: withholdSelection,
  'withhold-statement': withholdStatement,
  withheld: () => showDialog({ kind: 'withheld', fromExport: false }),
  'import-markdown': importMarkdown,
  'export-markdown': exportMarkdown,
  'merge-case': chooseMerge,
  'hand-over': () => showDialog({ kind: 'hand-over' }),
  backups: () => showDialog({ kind: 'backups', of: null }),
  'lock-case': lockCase,
  'encrypt-case': () => showDialog({ kind: 'encrypt' }),
  'change-passphrase': () => showDialog({ kind: 'passphrase' }),
  'decrypt-case': () => showDialog({ kind: 'decrypt' }),
  'verify-case': verifyCase,
  'verify-pdf': () => showDialog({ kind: 'verify-pdf', file: null }),
  'export-pdf': () => showDialog({ kind: 'export' }),
  undo: runUndo,
  redo: runRedo,
  'next-pane': () => cyclePane(1),
  'previous-pane': () => cyclePane(-1),
  'show-sources': () => showTab('sources'),
  'show-quotes': () => showTab('quotes'),
  'show-outline': () => showTab('outline'),
  'toggle-library': () => togglePane('library'),
  'toggle-reader': () => togglePane('reader'),
  'toggle-brief': () => togglePane('brief'),
  preferences: () => showDialog({ kind: 'preferences' }),
  'signing-keys': () => showDialog({ kind: 'keys' }),
  shortcuts: () => showDialog({ kind: 'shortcuts' })
}

/** True when a command makes sense now. */
export function isEnabled(id: CommandId): boolean {
  const { needs } = commandEntry(id)
  const { phase, readOnly, sealed, sources } = useCase.getState()
  if (!suitsCase(id, phase === 'open' ? { readOnly, sealed } : null)) return false
  if (needs === 'selection') return useSelection.getState().ids.size > 0
  if (needs === 'doubtful') return sources.some((row) => row.attention !== null)
  const { running, progress, last } = useImport.getState()
  if (needs === 'importing') return running
  if (needs === 'import-running') return running && progress?.paused !== true
  if (needs === 'import-paused') return running && progress?.paused === true
  if (needs === 'import-report') return last !== null
  const briefShown = useBrief.getState().phase === 'shown'
  if (needs === 'brief' || needs === 'writable-brief') return briefShown
  if (needs === 'source') return useReader.getState().phase === 'shown'
  return true
}

/** Runs a command, if it makes sense now. */
export function runCommand(id: CommandId): void {
  if (isEnabled(id)) void RUN[id]()
}

/** The commands that make sense now. */
export function enabledCommands(): [CommandId, CommandEntry][] {
  return COMMAND_IDS.filter(isEnabled).map((id) => [id, commandEntry(id)])
}

/** A menu item and a key of the page may report the same stroke: within this time it counts once. */
const SAME_STROKE_MS = 120

/** Listens to the keyboard and to the application menu until the returned function is called. */
export function startCommands(): () => void {
  let last = { id: '', from: '', at: -Infinity }
  const once = (id: CommandId, from: 'keys' | 'menu'): void => {
    const now = performance.now()
    if (last.id === id && last.from !== from && now - last.at < SAME_STROKE_MS) return
    last = { id, from, at: now }
    runCommand(id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return
    if (useDialog.getState().dialog) {
      if (matchesKeys(event, 'Mod K') && useDialog.getState().dialog?.kind === 'palette') closeDialog()
      return
    }
    if (readerLetter(event)) return
    const typing = isTyping(event.target)
    for (const id of COMMAND_IDS) {
      const { keys } = commandEntry(id)
      if (keys === undefined || !matchesKeys(event, keys)) continue
      if (typing && (id === 'shortcuts' || id === 'undo' || id === 'redo')) return
      event.preventDefault()
      once(id, 'keys')
      return
    }
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (!event.defaultPrevented && !isTyping(event.target) && !useDialog.getState().dialog) pasteEvent(event)
  }
  window.addEventListener('keydown', onKeyDown)
  window.addEventListener('paste', onPaste)
  const leave = listen('menu.command', ({ command }) => {
    if (Object.hasOwn(COMMANDS, command)) once(command as CommandId, 'menu')
  })
  return () => {
    window.removeEventListener('keydown', onKeyDown)
    window.removeEventListener('paste', onPaste)
    leave()
  }
}

/** Single letters work while the reader has the focus, in addition to their chords. */
function readerLetter(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'q') return false
  const inReader = event.target instanceof Element && event.target.closest('[data-pane="reader"]')
  const selected = useReader.getState().selection !== null
  if (isTyping(event.target) || !(inReader || (selected && event.target === document.body))) return false
  event.preventDefault()
  runCommand('quote')
  return true
}
