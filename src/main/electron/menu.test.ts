import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { suitsCase, type CommandId } from '../../shared/api/commands.ts'
import { MENU_COMMANDS, menuTemplate } from './menu.ts'

function everyItem(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? everyItem(item.submenu) : [])])
}

const items = (platform: NodeJS.Platform, development = false, run = vi.fn()) =>
  everyItem(menuTemplate({ platform, development, run }))

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('holds every command once', () => {
    const ids = items(platform).flatMap((item) => item.id ?? [])
    expect(ids.toSorted()).toEqual(MENU_COMMANDS.toSorted())
  })

  it('runs a command by its id', () => {
    const run = vi.fn()
    const item = items(platform, false, run).find(({ id }) => id === 'export-pdf')
    item?.click?.(undefined as never, undefined, {} as never)
    expect(run).toHaveBeenCalledExactlyOnceWith('export-pdf')
  })

  it('gives no key to two items', () => {
    const keys = items(platform).flatMap((item) => item.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('CommandOrControl+E')
  })

  it('has developer tools in development only', () => {
    const roles = (development: boolean) => items(platform, development).map((item) => item.role)
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(false)).not.toContain('reload')
    expect(roles(true)).toContain('toggleDevTools')
  })
})

describe('macOS', () => {
  const menuOf = (platform: NodeJS.Platform) => menuTemplate({ platform, development: false, run: vi.fn() })
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

describe('what can be chosen', () => {
  const states = [
    null,
    { sealed: false, readOnly: false },
    { sealed: true, readOnly: false },
    { sealed: false, readOnly: true },
    { sealed: true, readOnly: true }
  ]
  const of = (id: CommandId) => states.map((open) => suitsCase(id, open))

  it('follows whether a case is open, and whether it is encrypted', () => {
    expect(of('open-case')).toEqual([true, true, true, true, true])
    expect(of('close-case')).toEqual([false, true, true, true, true])
    expect(of('encrypt-case')).toEqual([false, true, false, false, false])
    expect(of('lock-case')).toEqual([false, false, true, false, true])
    expect(of('decrypt-case')).toEqual([false, false, true, false, false])
  })

  it.each(['import-files', 'import-folder', 'import-paste', 'import-markdown', 'merge-case'] as const)(
    'leaves “%s” alone in a case that can only be read',
    (id) => {
      expect(of(id)).toEqual([false, true, true, false, false])
    }
  )

  it.each(['verify-case', 'export-pdf', 'hand-over', 'backups', 'find'] as const)(
    'has “%s” in a case that can only be read, too',
    (id) => {
      expect(of(id)).toEqual([false, true, true, true, true])
    }
  )
})
