import { redo, undo } from '@tiptap/pm/history'
import { useEditor } from '../state/editor.ts'
import { addFigure, addNote, addTable, NOTE_KEYS } from '../brief/insert-menu.tsx'
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

type Need =
  | 'case'
  | 'brief'
  | 'source'
  | 'writable'
  | 'writable-brief'
  | 'clear'
  | 'sealed'
  | 'writable-sealed'
  | 'importing'
  | 'import-running'
  | 'import-paused'
  | 'import-report'
  | 'selection'
  | 'doubtful'

export interface Command {
  title: string
  /** Keys as shown on this kind of machine's neighbours: `Mod` is Ctrl, or Cmd on a Mac. */
  keys?: string
  /** Where it makes sense; everywhere when it isn't given. */
  needs?: Need
  run: () => unknown
}

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

/** All that can be done by a menu, by keys and from the palette. The application menu uses the same ids. */
export const COMMANDS = {
  palette: {
    title: 'Search sources, quotes, briefs and commands',
    keys: 'Mod K',
    needs: 'case',
    run: () => showDialog({ kind: 'palette' })
  },
  'new-case': { title: 'New case…', keys: 'Mod N', run: () => showDialog({ kind: 'new-case' }) },
  'open-case': { title: 'Open a case…', keys: 'Mod O', run: chooseCase },
  'open-bundle': { title: 'Open a bundle…', run: () => chooseBundle('open-bundle') },
  'open-bundle-folder': { title: 'Open a bundle that is a folder…', run: () => chooseBundle('open-bundle-folder') },
  'close-case': { title: 'Close the case', keys: 'Mod W', needs: 'case', run: closeCase },
  'edit-case': { title: 'Title and handling of the case…', needs: 'writable', run: () => showDialog({ kind: 'case' }) },
  'import-files': { title: 'Import files…', keys: 'Mod I', needs: 'writable', run: () => chooseImport('import-files') },
  'import-folder': { title: 'Import a folder…', needs: 'writable', run: () => chooseImport('import-folder') },
  'import-paste': { title: 'Import what is on the clipboard…', needs: 'writable', run: pasteToImport },
  'pause-import': { title: 'Pause the import', needs: 'import-running', run: pauseImport },
  'resume-import': { title: 'Resume the import', needs: 'import-paused', run: resumeImport },
  'cancel-import': { title: 'Cancel the import', needs: 'importing', run: cancelImport },
  'import-report': { title: 'Report of the last import', needs: 'import-report', run: showLastReport },
  'check-metadata': { title: 'Check the metadata that need a look…', needs: 'doubtful', run: () => checkDoubtful() },
  'edit-sources': { title: 'Edit the selected sources…', needs: 'selection', run: editSelected },
  'confirm-sources': { title: 'Confirm the selected sources…', needs: 'selection', run: confirmSelected },
  quote: { title: 'Quote the selection', keys: 'Mod Shift Q', needs: 'writable', run: quoteSelection },
  'quote-into-brief': {
    title: 'Quote into brief',
    keys: 'Mod Shift I',
    needs: 'writable',
    run: quoteSelectionIntoBrief
  },
  find: { title: 'Find in the open source', keys: 'Mod F', needs: 'source', run: find },
  'new-brief': { title: 'New brief…', needs: 'writable', run: () => showDialog({ kind: 'new-brief' }) },
  'brief-fields': {
    title: 'Title, author, date, handling of the brief…',
    needs: 'writable-brief',
    run: () => showDialog({ kind: 'brief-fields' })
  },
  'insert-table': { title: 'Insert a table', needs: 'writable-brief', run: addTable },
  'insert-figure': { title: 'Insert a figure…', needs: 'writable-brief', run: addFigure },
  'insert-note': { title: 'Insert a note', keys: NOTE_KEYS, needs: 'writable-brief', run: addNote },
  withhold: { title: 'Withhold the selected words…', needs: 'writable-brief', run: withholdSelection },
  'withhold-statement': {
    title: 'Withhold this statement, or show it again',
    needs: 'writable-brief',
    run: withholdStatement
  },
  withheld: {
    title: 'Withheld in redacted exports…',
    needs: 'brief',
    run: () => showDialog({ kind: 'withheld', fromExport: false })
  },
  'import-markdown': { title: 'Brief from Markdown…', needs: 'writable', run: importMarkdown },
  'export-markdown': { title: 'Save the brief as Markdown…', needs: 'brief', run: exportMarkdown },
  'merge-case': { title: 'Merge another copy…', needs: 'writable', run: chooseMerge },
  'hand-over': { title: 'Hand over as a bundle…', needs: 'case', run: () => showDialog({ kind: 'hand-over' }) },
  backups: { title: 'Backups…', needs: 'case', run: () => showDialog({ kind: 'backups', of: null }) },
  'lock-case': { title: 'Lock the case', keys: 'Mod L', needs: 'sealed', run: lockCase },
  'encrypt-case': { title: 'Encrypt the case…', needs: 'clear', run: () => showDialog({ kind: 'encrypt' }) },
  'change-passphrase': {
    title: 'Change the passphrase…',
    needs: 'writable-sealed',
    run: () => showDialog({ kind: 'passphrase' })
  },
  'decrypt-case': { title: 'Decrypt the case…', needs: 'writable-sealed', run: () => showDialog({ kind: 'decrypt' }) },
  'verify-case': { title: 'Verify the case', needs: 'case', run: verifyCase },
  'verify-pdf': { title: 'Verify a PDF…', run: () => showDialog({ kind: 'verify-pdf', file: null }) },
  'export-pdf': {
    title: 'Export the brief…',
    keys: 'Mod E',
    needs: 'brief',
    run: () => showDialog({ kind: 'export' })
  },
  undo: { title: 'Undo', keys: 'Mod Z', needs: 'case', run: runUndo },
  redo: { title: 'Redo', keys: 'Mod Shift Z', needs: 'case', run: runRedo },
  'next-pane': { title: 'Next pane', keys: 'F6', needs: 'case', run: () => cyclePane(1) },
  'previous-pane': { title: 'Previous pane', keys: 'Shift F6', needs: 'case', run: () => cyclePane(-1) },
  'show-sources': { title: 'Show the sources', needs: 'case', run: () => showTab('sources') },
  'show-quotes': { title: 'Show the quotes', needs: 'case', run: () => showTab('quotes') },
  'show-outline': { title: 'Show the outline', needs: 'case', run: () => showTab('outline') },
  'toggle-library': { title: 'Show or hide the library', needs: 'case', run: () => togglePane('library') },
  'toggle-reader': { title: 'Show or hide the reader', needs: 'case', run: () => togglePane('reader') },
  'toggle-brief': { title: 'Show or hide the brief', needs: 'case', run: () => togglePane('brief') },
  preferences: { title: 'Preferences…', keys: 'Mod ,', run: () => showDialog({ kind: 'preferences' }) },
  'signing-keys': { title: 'Signing keys…', run: () => showDialog({ kind: 'keys' }) },
  shortcuts: { title: 'Keyboard shortcuts', keys: '?', run: () => showDialog({ kind: 'shortcuts' }) }
} as const satisfies Record<string, Command>

export type CommandId = keyof typeof COMMANDS
const LIST = Object.entries(COMMANDS) as [CommandId, Command][]

/** True when a command makes sense now. */
export function isEnabled(id: CommandId): boolean {
  const { needs } = COMMANDS[id] as Command
  const { phase, readOnly, sealed, sources } = useCase.getState()
  if (needs === undefined) return true
  if (phase !== 'open') return false
  if (needs === 'writable') return !readOnly
  if (needs === 'clear') return !readOnly && !sealed
  if (needs === 'sealed') return sealed
  if (needs === 'writable-sealed') return !readOnly && sealed
  if (needs === 'selection') return !readOnly && useSelection.getState().ids.size > 0
  if (needs === 'doubtful') return !readOnly && sources.some((row) => row.attention !== null)
  const { running, progress, last } = useImport.getState()
  if (needs === 'importing') return running
  if (needs === 'import-running') return running && progress?.paused !== true
  if (needs === 'import-paused') return running && progress?.paused === true
  if (needs === 'import-report') return last !== null
  const briefShown = useBrief.getState().phase === 'shown'
  if (needs === 'brief') return briefShown
  if (needs === 'writable-brief') return briefShown && !readOnly
  if (needs === 'source') return useReader.getState().phase === 'shown'
  return true
}

/** Runs a command, if it makes sense now. */
export function runCommand(id: CommandId): void {
  if (isEnabled(id)) void (COMMANDS[id] as Command).run()
}

/** The commands that make sense now. */
export function enabledCommands(): [CommandId, Command][] {
  return LIST.filter(([id]) => isEnabled(id))
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
    for (const [id, { keys }] of LIST) {
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
