import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Places } from './places.ts'
import { defaultPreferences } from './preferences.ts'
import type { RecentFile } from './recent.ts'
import type { SettingsFile } from './settings-file.ts'
import { createShellHandlers, type ShellDeps } from './shell-handlers.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-shell-'))
})
afterEach(() => rm(folder, { recursive: true }))

function settings<T>(value: T): SettingsFile<T> & { value: T } {
  const file = {
    value,
    set: async (next: T) => {
      file.value = next
    }
  }
  return file
}

describe('opening files', () => {
  function handlers(problem = '', dialog?: ShellDeps['dialog']) {
    const shell = { openPath: vi.fn(async () => problem), showItemInFolder: vi.fn() }
    const made = createShellHandlers({
      app: { getVersion: () => '1.2.3', getPath: () => folder },
      dialog: dialog ?? { showOpenDialog: vi.fn(), showSaveDialog: vi.fn() },
      shell,
      nativeTheme: { themeSource: 'system' },
      menu: { show: vi.fn() },
      window: () => (dialog ? ({} as BrowserWindow) : null),
      preferences: settings(defaultPreferences('de')),
      recent: settings<RecentFile>({ schema: 1, cases: [] }),
      documents: folder,
      runtime: 'electron',
      platform: 'linux',
      places: new Places(),
      takeLocked: () => null
    })
    return { made, shell }
  }

  it('is for documents, and only while they are there', async () => {
    const path = join(folder, 'a.pdf')
    const { made, shell } = handlers()
    await expect(made['shell.open']({ path })).rejects.toMatchObject({ code: 'not-found' })
    await writeFile(path, '%PDF-')
    await made['shell.open']({ path })
    await made['shell.show']({ path })
    expect(shell.openPath).toHaveBeenCalledExactlyOnceWith(path)
    expect(shell.showItemInFolder).toHaveBeenCalledExactlyOnceWith(path)
    for (const name of ['a.desktop', 'a.exe', 'a.lnk', 'a.sh', 'a.zip', 'a', 'a.pdf.exe', '.pdf']) {
      const other = join(folder, name)
      await writeFile(other, '')
      await expect(made['shell.open']({ path: other }), name).rejects.toMatchObject({ code: 'bad-request' })
    }
    const link = join(folder, 'link.pdf')
    await symlink('/bin/sh', link)
    await expect(made['shell.open']({ path: link })).rejects.toMatchObject({ code: 'not-found' })
    await expect(made['shell.show']({ path: link })).rejects.toMatchObject({ code: 'not-found' })
    expect(shell.openPath).toHaveBeenCalledOnce()
  })

  it('says so when the system has no program for it', async () => {
    const path = join(folder, 'a.pdf')
    await writeFile(path, '%PDF-')
    const { made } = handlers('No application found')
    await expect(made['shell.open']({ path })).rejects.toMatchObject({ code: 'io' })
  })

  it('asks for one place at a time, and takes none where nothing may be written', async () => {
    const answers = Promise.withResolvers<{ canceled: boolean; filePath: string }>()
    const showSaveDialog = vi.fn(() => answers.promise)
    const { made } = handlers('', { showOpenDialog: vi.fn(), showSaveDialog })
    const first = made['dialog.choose']({ purpose: 'export-pdf' })
    await expect(made['dialog.choose']({ purpose: 'export-pdf' })).rejects.toMatchObject({ code: 'bad-request' })
    expect(showSaveDialog).toHaveBeenCalledOnce()
    answers.resolve({ canceled: false, filePath: '/home/reporter/nul.pdf' })
    await expect(first).rejects.toThrow(/“nul.pdf” can’t be used: .* Choose again./)
    showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/home/reporter/run.desktop' })
    expect(await made['dialog.choose']({ purpose: 'export-pdf' })).toEqual({
      place: expect.stringMatching(/^[\w-]{32}$/),
      paths: ['/home/reporter/run.desktop.pdf']
    })
  })

  it('has no dialog without a window', async () => {
    expect(await handlers().made['dialog.choose']({ purpose: 'open-case' })).toBeNull()
  })
})
