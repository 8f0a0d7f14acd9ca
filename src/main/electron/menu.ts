import type { MenuItemConstructorOptions } from 'electron'
import { COMMAND_IDS, commandEntry, type CommandId } from '../../shared/api/commands.ts'

/** The commands that stand in the application menu. */
export const MENU_COMMANDS = COMMAND_IDS.filter((id) => commandEntry(id).menu !== undefined)

export interface MenuDeps {
  platform: NodeJS.Platform
  development: boolean
  run: (command: CommandId) => void
}

/**
 * The application menu. Ids are the commands' names. Keys reach the page first: what it handles itself never gets here.
 * macOS has its application menu with Preferences and Quit, and a Window menu; elsewhere these stand under File.
 */
export function menuTemplate({ platform, development, run }: MenuDeps): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const command = (id: CommandId): MenuItemConstructorOptions => {
    const { menu, title, keys } = commandEntry(id)
    // On a Mac the preferences are called otherwise; a key without Ctrl or Cmd is for the page alone.
    const label = id === 'preferences' && mac ? 'Settings…' : (menu ?? title)
    const accelerator = keys?.startsWith('Mod ')
      ? keys.replace('Mod', 'CommandOrControl').replaceAll(' ', '+')
      : undefined
    return { id, label, ...(accelerator === undefined ? {} : { accelerator }), click: () => run(id) }
  }
  const preferences = command('preferences')

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
      command('new-case'),
      command('open-case'),
      command('open-bundle'),
      command('open-bundle-folder'),
      command('close-case'),
      separator,
      command('import-files'),
      command('import-folder'),
      command('import-paste'),
      command('import-report'),
      separator,
      command('export-pdf'),
      // Whoever means to print gets the PDF, which prints.
      {
        label: 'Print…',
        visible: false,
        accelerator: 'CommandOrControl+P',
        acceleratorWorksWhenHidden: true,
        click: () => run('export-pdf')
      },
      command('import-markdown'),
      command('export-markdown'),
      separator,
      command('merge-case'),
      command('hand-over'),
      ...(mac ? [] : [separator, preferences, separator, { role: 'quit' } as const])
    ]
  }
  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      command('undo'),
      command('redo'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' },
      separator,
      command('find')
    ]
  }
  const check: MenuItemConstructorOptions = {
    label: '&Verify',
    submenu: [command('verify-case'), command('verify-pdf')]
  }
  const protect: MenuItemConstructorOptions = {
    label: '&Protect',
    submenu: [
      command('backups'),
      separator,
      command('lock-case'),
      command('encrypt-case'),
      command('change-passphrase'),
      command('decrypt-case')
    ]
  }
  const view: MenuItemConstructorOptions = {
    label: 'V&iew',
    submenu: [
      command('palette'),
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
    submenu: [command('shortcuts'), ...(mac ? [] : [separator, { role: 'about' } as const])]
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
