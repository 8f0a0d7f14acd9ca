import type { Menu, MenuItemConstructorOptions } from 'electron'
import type { MenuCommand, MenuPlace } from '../../shared/api/menu.ts'

export interface MenuDeps {
  platform: NodeJS.Platform
  development: boolean
  /** Called with the id of the command that was chosen. */
  choose: (id: string) => void
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/**
 * The application menu: the commands that the page names, and the system's own entries, which only stand here. Nothing of a command gets into the
 * template but its id, label, keys and whether it can be chosen. Keys reach the page first: what it handles itself never gets here.
 * macOS has its application menu with Preferences and Quit, and a Window menu; elsewhere these stand under File.
 */
export function menuTemplate(
  commands: readonly MenuCommand[],
  { platform, development, choose }: MenuDeps
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const at = (place: MenuPlace): MenuItemConstructorOptions[] =>
    commands
      .filter((command) => command.place === place)
      .map(({ id, label, keys, enabled }) => ({
        id,
        label: label.replaceAll('&', '&&'),
        enabled,
        click: () => choose(id),
        ...(keys === null ? {} : { accelerator: keys.replace('Mod', 'CommandOrControl').replaceAll(' ', '+') })
      }))

  return [
    ...menu(
      { role: 'appMenu' },
      mac && [
        [{ role: 'about' }],
        at('application'),
        [{ role: 'services' }],
        [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
        [{ role: 'quit' }]
      ]
    ),
    ...menu({ label: '&File' }, [
      at('file/case'),
      at('file/import'),
      at('file/export'),
      at('file/copies'),
      mac ? [] : at('application'),
      mac ? [] : [{ role: 'quit' }]
    ]),
    ...menu({ label: '&Edit' }, [
      at('edit/history'),
      [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'selectAll' }],
      at('edit/find')
    ]),
    ...menu({ label: '&Brief' }, [at('brief/briefs'), at('brief/statement'), at('brief/insert')]),
    ...menu({ label: '&Verify' }, [at('verify')]),
    ...menu({ label: '&Protect' }, [at('protect/backups'), at('protect/encryption')]),
    ...menu({ label: 'V&iew' }, [
      at('view/go'),
      at('view/show'),
      [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }],
      [{ role: 'togglefullscreen' }],
      development ? [{ role: 'reload' }, { role: 'toggleDevTools' }] : []
    ]),
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    ...menu({ role: 'help' }, [at('help'), mac ? [] : [{ role: 'about' }]])
  ]
}

/** A menu of groups with lines between them; none without entries. */
function menu(
  head: MenuItemConstructorOptions,
  groups: MenuItemConstructorOptions[][] | false
): MenuItemConstructorOptions[] {
  const filled = groups ? groups.filter((group) => group.length > 0) : []
  if (filled.length === 0) return []
  return [{ ...head, submenu: filled.flatMap((group, index) => (index === 0 ? group : [SEPARATOR, ...group])) }]
}

/** The application menu as it is shown. */
export interface ApplicationMenu {
  /** Shows the page's commands. */
  show(commands: readonly MenuCommand[]): void
  /** Lets none of them be chosen until the page speaks again: it is gone, or doesn't know yet what happened. */
  disable(): void
}

/** Shows the menu, without commands until the page names them. It is built anew when more changes than what can be chosen. */
export function createMenu(
  menus: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>,
  deps: MenuDeps
): ApplicationMenu {
  let shown: Menu
  let built = ''
  let known: readonly MenuCommand[] = []
  const show = (commands: readonly MenuCommand[]): void => {
    known = commands
    const structure = JSON.stringify(commands.map((command) => ({ ...command, enabled: null })))
    if (structure === built) {
      for (const { id, enabled } of commands) {
        const item = shown.getMenuItemById(id)
        if (item) item.enabled = enabled
      }
      return
    }
    built = structure
    shown = menus.buildFromTemplate(menuTemplate(commands, deps))
    menus.setApplicationMenu(shown)
  }
  show([])
  return { show, disable: () => show(known.map((command) => ({ ...command, enabled: false }))) }
}
