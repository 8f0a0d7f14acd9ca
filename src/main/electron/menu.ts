import type { MenuItemConstructorOptions } from 'electron'

/** Every command of the application menu, as the renderer knows it. */
export const COMMANDS = [
  'new-case',
  'open-case',
  'open-bundle',
  'open-bundle-folder',
  'close-case',
  'import-files',
  'import-folder',
  'import-paste',
  'import-report',
  'merge-case',
  'hand-over',
  'backups',
  'encrypt-case',
  'lock-case',
  'change-passphrase',
  'decrypt-case',
  'verify-case',
  'verify-pdf',
  'export-pdf',
  'export-markdown',
  'import-markdown',
  'undo',
  'redo',
  'find',
  'palette',
  'preferences',
  'shortcuts'
] as const
export type Command = (typeof COMMANDS)[number]

/** Commands that make sense only in an open case. */
export const CASE_COMMANDS: readonly Command[] = [
  'close-case',
  'import-files',
  'import-folder',
  'import-paste',
  'import-report',
  'merge-case',
  'hand-over',
  'backups',
  'verify-case',
  'export-pdf',
  'export-markdown',
  'import-markdown',
  'find',
  'palette'
]

/** Commands that make sense only in a case that isn't encrypted. */
export const CLEAR_COMMANDS: readonly Command[] = ['encrypt-case']

/** Commands that make sense only in an encrypted case. */
export const SEALED_COMMANDS: readonly Command[] = ['lock-case', 'change-passphrase', 'decrypt-case']

/** Whether a command's item can be chosen while a case, or none, is open. */
export function isEnabledIn(command: Command, open: { sealed: boolean } | null): boolean {
  if (CLEAR_COMMANDS.includes(command)) return open !== null && !open.sealed
  if (SEALED_COMMANDS.includes(command)) return open !== null && open.sealed
  return open !== null || !CASE_COMMANDS.includes(command)
}

export interface MenuDeps {
  platform: NodeJS.Platform
  development: boolean
  run: (command: Command) => void
}

/**
 * The application menu. Ids are the commands' names. Keys reach the page first: what it handles itself never gets here.
 * macOS has its application menu with Preferences and Quit, and a Window menu; elsewhere these stand under File.
 */
export function menuTemplate({ platform, development, run }: MenuDeps): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const command = (id: Command, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => run(id)
  })
  const preferences = command('preferences', mac ? 'Settings…' : 'Preferences…', 'CommandOrControl+,')

  const application: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      preferences,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' }
    ]
  }
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      command('new-case', 'New Case…', 'CommandOrControl+N'),
      command('open-case', 'Open Case…', 'CommandOrControl+O'),
      command('open-bundle', 'Open Bundle…'),
      command('open-bundle-folder', 'Open Bundle Folder…'),
      command('close-case', 'Close Case', 'CommandOrControl+W'),
      separator,
      command('import-files', 'Import Files…', 'CommandOrControl+I'),
      command('import-folder', 'Import Folder…'),
      command('import-paste', 'Import Pasted Text…'),
      command('import-report', 'Report of the Last Import'),
      separator,
      command('export-pdf', 'Export…', 'CommandOrControl+E'),
      // Whoever means to print gets the PDF, which prints.
      {
        label: 'Print…',
        visible: false,
        accelerator: 'CommandOrControl+P',
        acceleratorWorksWhenHidden: true,
        click: () => run('export-pdf')
      },
      command('import-markdown', 'Import Brief from Markdown…'),
      command('export-markdown', 'Export Brief as Markdown…'),
      separator,
      command('merge-case', 'Merge Another Copy…'),
      command('hand-over', 'Hand Over as a Bundle…'),
      ...(mac ? [] : [separator, preferences, separator, { role: 'quit' } as const])
    ]
  }
  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      command('undo', 'Undo', 'CommandOrControl+Z'),
      command('redo', 'Redo', 'CommandOrControl+Shift+Z'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' },
      separator,
      command('find', 'Find…', 'CommandOrControl+F')
    ]
  }
  const check: MenuItemConstructorOptions = {
    label: '&Verify',
    submenu: [command('verify-case', 'Verify Case'), command('verify-pdf', 'Verify a PDF…')]
  }
  const protect: MenuItemConstructorOptions = {
    label: '&Protect',
    submenu: [
      command('backups', 'Backups…'),
      separator,
      command('lock-case', 'Lock Case', 'CommandOrControl+L'),
      command('encrypt-case', 'Encrypt Case…'),
      command('change-passphrase', 'Change Passphrase…'),
      command('decrypt-case', 'Decrypt Case…')
    ]
  }
  const view: MenuItemConstructorOptions = {
    label: 'V&iew',
    submenu: [
      command('palette', 'Go to Anything…', 'CommandOrControl+K'),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(development ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : [])
    ]
  }
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [command('shortcuts', 'Keyboard Shortcuts'), ...(mac ? [] : [separator, { role: 'about' } as const])]
  }
  return [
    ...(mac ? [application] : []),
    file,
    edit,
    check,
    protect,
    view,
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    help
  ]
}
