import type { Menu, MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { MenuCommands, type MenuCommand } from '../../shared/api/menu.ts'
import { createMenu, menuTemplate } from './menu.ts'

const command = (id: string, place: MenuCommand['place'], keys: string | null = null): MenuCommand => ({
  id,
  label: id,
  place,
  keys,
  enabled: true
})

/** Commands in every place of the menu. */
const COMMANDS: MenuCommand[] = [
  command('new-case', 'file/case', 'Mod N'),
  command('import-files', 'file/import', 'Mod I'),
  command('export-pdf', 'file/export', 'Mod E'),
  command('hand-over', 'file/copies'),
  command('undo', 'edit/history', 'Mod Z'),
  command('redo', 'edit/history', 'Mod Shift Z'),
  command('find', 'edit/find', 'Mod F'),
  command('new-brief', 'brief/briefs', 'Mod Shift N'),
  command('statement-fact', 'brief/statement', 'Mod Alt 1'),
  command('insert-table', 'brief/insert'),
  command('verify-case', 'verify'),
  command('backups', 'protect/backups'),
  command('lock-case', 'protect/encryption', 'Mod L'),
  command('palette', 'view/go', 'Mod K'),
  command('show-sources', 'view/show', 'Mod 1'),
  command('shortcuts', 'help'),
  command('preferences', 'application', 'Mod ,')
]

function everyItem(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? everyItem(item.submenu) : [])])
}

const items = (platform: NodeJS.Platform, development = false, choose = vi.fn(), commands = COMMANDS) =>
  everyItem(menuTemplate(commands, { platform, development, choose }))

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('holds every command once', () => {
    const ids = items(platform).flatMap((item) => item.id ?? [])
    expect(ids.toSorted()).toEqual(COMMANDS.map(({ id }) => id).toSorted())
  })

  it('runs a command by its id', () => {
    const choose = vi.fn()
    const item = items(platform, false, choose).find(({ id }) => id === 'export-pdf')
    item?.click?.(undefined as never, undefined, {} as never)
    expect(choose).toHaveBeenCalledExactlyOnceWith('export-pdf')
  })

  it('gives no key to two items', () => {
    const keys = items(platform).flatMap((item) => item.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('CommandOrControl+E')
    expect(keys).toContain('CommandOrControl+Shift+Z')
  })

  it('has developer tools in development only', () => {
    const roles = (development: boolean) => items(platform, development).map((item) => item.role)
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(false)).not.toContain('reload')
    expect(roles(true)).toContain('toggleDevTools')
  })

  it('has the system’s entries and no empty menu before the page says what there is', () => {
    const template = menuTemplate([], { platform, development: false, choose: vi.fn() })
    for (const { submenu } of template) expect(submenu).not.toEqual([])
    const roles = everyItem(template).map(({ role }) => role)
    expect(roles).toEqual(expect.arrayContaining(['quit', 'about', 'copy', 'paste', 'zoomIn']))
    expect(everyItem(template).every(({ click, id }) => click === undefined && id === undefined)).toBe(true)
  })

  it('takes nothing of a command but what it shows and what comes back', () => {
    const before = items(platform, false, vi.fn(), [])
    const hostile = { ...command('quit', 'file/case'), label: 'R&D', role: 'quit', type: 'checkbox', submenu: [] }
    const [parsed] = MenuCommands.parse([hostile])
    const after = items(platform, false, vi.fn(), [parsed!])
    const added = after.filter(({ id }) => id !== undefined)
    expect(added).toEqual([{ id: 'quit', label: 'R&&D', enabled: true, click: expect.any(Function) }])
    expect(after.filter(({ role }) => role === 'quit')).toHaveLength(
      before.filter(({ role }) => role === 'quit').length
    )
  })
})

describe('macOS', () => {
  const menuOf = (platform: NodeJS.Platform) =>
    menuTemplate(COMMANDS, { platform, development: false, choose: vi.fn() })
  const holds = (menu: MenuItemConstructorOptions | undefined, id: string) =>
    everyItem(menu ? [menu] : []).some((item) => item.id === id || item.role === id)

  it('has settings and quit in the application menu, and a Window menu', () => {
    const [application, file] = menuOf('darwin')
    expect(application?.role).toBe('appMenu')
    expect(holds(application, 'preferences') && holds(application, 'quit')).toBe(true)
    expect(holds(file, 'preferences') || holds(file, 'quit')).toBe(false)
    expect(menuOf('darwin').map(({ role }) => role)).toContain('windowMenu')
  })

  it('differs from the others, which have them under File', () => {
    const [file] = menuOf('linux')
    expect(file?.label).toBe('&File')
    expect(holds(file, 'preferences') && holds(file, 'quit')).toBe(true)
  })
})

describe('the menu that is shown', () => {
  function shown() {
    const items = new Map<string, { enabled: boolean }>()
    const buildFromTemplate = vi.fn((template: MenuItemConstructorOptions[]) => {
      items.clear()
      for (const { id, enabled = true } of everyItem(template)) if (id !== undefined) items.set(id, { enabled })
      return { getMenuItemById: (id: string) => items.get(id) ?? null } as unknown as Menu
    })
    const setApplicationMenu = vi.fn()
    const menu = createMenu(
      { buildFromTemplate: buildFromTemplate as unknown as typeof Menu.buildFromTemplate, setApplicationMenu },
      { platform: 'linux', development: false, choose: vi.fn() }
    )
    return { menu, items, setApplicationMenu }
  }
  const disabled = COMMANDS.map((each) => ({ ...each, enabled: false }))

  it('is built once for all that changes what can be chosen only', () => {
    const { menu, items, setApplicationMenu } = shown()
    expect(setApplicationMenu).toHaveBeenCalledTimes(1)
    menu.show(disabled)
    expect(items.get('find')?.enabled).toBe(false)
    menu.show(COMMANDS)
    expect(items.get('find')?.enabled).toBe(true)
    expect(setApplicationMenu).toHaveBeenCalledTimes(2)
    menu.show(COMMANDS.map((each) => (each.id === 'find' ? { ...each, label: 'Seek' } : each)))
    expect(setApplicationMenu).toHaveBeenCalledTimes(3)
  })

  it('lets nothing be chosen while the page is gone', () => {
    const { menu, items } = shown()
    menu.show(COMMANDS)
    menu.disable()
    expect([...items.values()].filter(({ enabled }) => enabled)).toEqual([])
    menu.show(COMMANDS)
    expect([...items.values()].filter(({ enabled }) => !enabled)).toEqual([])
  })
})
