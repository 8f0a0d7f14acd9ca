/**
 * What has to be so for a command to make sense. The application menu knows of the open case only; what hangs on the brief, the source or
 * an import that is shown is the window's to judge, so the menu offers such a command wherever it could make sense.
 */
export type CommandNeed =
  | 'case'
  | 'writable'
  | 'clear'
  | 'sealed'
  | 'writable-sealed'
  | 'brief'
  | 'writable-brief'
  | 'source'
  | 'importing'
  | 'import-running'
  | 'import-paused'
  | 'import-report'
  | 'selection'
  | 'doubtful'

/** A command as menu, palette and the sheet of shortcuts show it. */
export interface CommandEntry {
  title: string
  /** Its name in the application menu, for those that stand there. */
  menu?: string
  /** `Mod` is Cmd on a Mac and Ctrl elsewhere: `Mod Shift Q`. */
  keys?: string
  /** Where it makes sense; everywhere when it isn't given. */
  needs?: CommandNeed
}

/** All that can be done by a menu, by keys and from the palette. */
export const COMMANDS = {
  palette: {
    title: 'Search sources, quotes, briefs and commands',
    menu: 'Go to Anything…',
    keys: 'Mod K',
    needs: 'case'
  },
  'new-case': { title: 'New case…', menu: 'New Case…', keys: 'Mod N' },
  'open-case': { title: 'Open a case…', menu: 'Open Case…', keys: 'Mod O' },
  'open-bundle': { title: 'Open a bundle…', menu: 'Open Bundle…' },
  'open-bundle-folder': { title: 'Open a bundle that is a folder…', menu: 'Open Bundle Folder…' },
  'close-case': { title: 'Close the case', menu: 'Close Case', keys: 'Mod W', needs: 'case' },
  'edit-case': { title: 'Title and handling of the case…', needs: 'writable' },
  'import-files': { title: 'Import files…', menu: 'Import Files…', keys: 'Mod I', needs: 'writable' },
  'import-folder': { title: 'Import a folder…', menu: 'Import Folder…', needs: 'writable' },
  'import-paste': { title: 'Import what is on the clipboard…', menu: 'Import Pasted Text…', needs: 'writable' },
  'pause-import': { title: 'Pause the import', needs: 'import-running' },
  'resume-import': { title: 'Resume the import', needs: 'import-paused' },
  'cancel-import': { title: 'Cancel the import', needs: 'importing' },
  'import-report': {
    title: 'Report of the last import',
    menu: 'Report of the Last Import',
    needs: 'import-report'
  },
  'check-metadata': { title: 'Check the metadata that need a look…', needs: 'doubtful' },
  'edit-sources': { title: 'Edit the selected sources…', needs: 'selection' },
  'confirm-sources': { title: 'Confirm the selected sources…', needs: 'selection' },
  quote: { title: 'Quote the selection', keys: 'Mod Shift Q', needs: 'writable' },
  'quote-into-brief': { title: 'Quote into brief', keys: 'Mod Shift I', needs: 'writable' },
  find: { title: 'Find in the open source', menu: 'Find…', keys: 'Mod F', needs: 'source' },
  'new-brief': { title: 'New brief…', needs: 'writable' },
  'brief-fields': { title: 'Title, author, date, handling of the brief…', needs: 'writable-brief' },
  'insert-table': { title: 'Insert a table', needs: 'writable-brief' },
  'insert-figure': { title: 'Insert a figure…', needs: 'writable-brief' },
  'insert-note': { title: 'Insert a note', keys: 'Mod Alt F', needs: 'writable-brief' },
  withhold: { title: 'Withhold the selected words…', needs: 'writable-brief' },
  'withhold-statement': { title: 'Withhold this statement, or show it again', needs: 'writable-brief' },
  withheld: { title: 'Withheld in redacted exports…', needs: 'brief' },
  'import-markdown': { title: 'Brief from Markdown…', menu: 'Import Brief from Markdown…', needs: 'writable' },
  'export-markdown': { title: 'Save the brief as Markdown…', menu: 'Export Brief as Markdown…', needs: 'brief' },
  'merge-case': { title: 'Merge another copy…', menu: 'Merge Another Copy…', needs: 'writable' },
  'hand-over': { title: 'Hand over as a bundle…', menu: 'Hand Over as a Bundle…', needs: 'case' },
  backups: { title: 'Backups…', menu: 'Backups…', needs: 'case' },
  'lock-case': { title: 'Lock the case', menu: 'Lock Case', keys: 'Mod L', needs: 'sealed' },
  'encrypt-case': { title: 'Encrypt the case…', menu: 'Encrypt Case…', needs: 'clear' },
  'change-passphrase': { title: 'Change the passphrase…', menu: 'Change Passphrase…', needs: 'writable-sealed' },
  'decrypt-case': { title: 'Decrypt the case…', menu: 'Decrypt Case…', needs: 'writable-sealed' },
  'verify-case': { title: 'Verify the case', menu: 'Verify Case', needs: 'case' },
  'verify-pdf': { title: 'Verify a PDF…', menu: 'Verify a PDF…' },
  'export-pdf': { title: 'Export the brief…', menu: 'Export…', keys: 'Mod E', needs: 'brief' },
  undo: { title: 'Undo', menu: 'Undo', keys: 'Mod Z', needs: 'case' },
  redo: { title: 'Redo', menu: 'Redo', keys: 'Mod Shift Z', needs: 'case' },
  'next-pane': { title: 'Next pane', keys: 'F6', needs: 'case' },
  'previous-pane': { title: 'Previous pane', keys: 'Shift F6', needs: 'case' },
  'show-sources': { title: 'Show the sources', needs: 'case' },
  'show-quotes': { title: 'Show the quotes', needs: 'case' },
  'show-outline': { title: 'Show the outline', needs: 'case' },
  'toggle-library': { title: 'Show or hide the library', needs: 'case' },
  'toggle-reader': { title: 'Show or hide the reader', needs: 'case' },
  'toggle-brief': { title: 'Show or hide the brief', needs: 'case' },
  preferences: { title: 'Preferences…', menu: 'Preferences…', keys: 'Mod ,' },
  'signing-keys': { title: 'Signing keys…' },
  shortcuts: { title: 'Keyboard shortcuts', menu: 'Keyboard Shortcuts', keys: '?' }
} as const satisfies Record<string, CommandEntry>

export type CommandId = keyof typeof COMMANDS
export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[]

/** A command's entry, whichever it is. */
export function commandEntry(id: CommandId): CommandEntry {
  return COMMANDS[id]
}

/** What is known of the open case wherever commands are offered. */
export interface OpenCaseState {
  sealed: boolean
  readOnly: boolean
}

/** Whether a command could make sense while a case, or none, is open. */
export function suitsCase(id: CommandId, open: OpenCaseState | null): boolean {
  const { needs } = commandEntry(id)
  if (needs === undefined) return true
  if (open === null) return false
  switch (needs) {
    case 'writable':
    case 'writable-brief':
    case 'selection':
    case 'doubtful':
      return !open.readOnly
    case 'clear':
      return !open.readOnly && !open.sealed
    case 'sealed':
      return open.sealed
    case 'writable-sealed':
      return !open.readOnly && open.sealed
    default:
      return true
  }
}
