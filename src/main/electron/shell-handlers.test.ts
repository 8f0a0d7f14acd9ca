import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseView } from '../../shared/api/contract.ts'
import type { Handlers, WorkspaceRequest } from '../use-cases/handlers.ts'
import { Places } from './places.ts'
import { defaultPreferences } from './preferences.ts'
import type { RecentFile } from './recent.ts'
import type { SettingsFile } from './settings-file.ts'
import { createShellHandlers, followWorkspace, type ShellDeps } from './shell-handlers.ts'

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

function view(title: string): CaseView {
  const record = {
    schema: 7 as const,
    id: 'c',
    title,
    tlp: 'TLP:RED' as const,
    createdAt: '2031-01-01T00:00:00.000Z',
    briefs: []
  }
  return {
    path: '/cases/a',
    case: record,
    sources: [],
    quotes: 0,
    briefs: [],
    readOnly: false,
    holder: null,
    others: [],
    sealed: false,
    conflictCopies: 0,
    following: false,
    notices: []
  }
}

function follow(
  handlers: Partial<Handlers<WorkspaceRequest>>,
  recent = settings<RecentFile>({ schema: 1, cases: [] })
) {
  const showTitle = vi.fn()
  const log = { write: vi.fn(), settled: () => Promise.resolve() }
  const now = () => new Date('2031-03-04T05:06:07.000Z')
  const followed = followWorkspace(handlers as Handlers<WorkspaceRequest>, { recent, showTitle, log, now })
  return { followed, showTitle, recent, log }
}

describe('following the workspace', () => {
  it('remembers an opened case and shows its title; renaming changes both; closing clears the title', async () => {
    const { followed, showTitle, recent } = follow({
      'case.open': async () => view('Old'),
      'case.update': async ({ title }) => ({ ...view('Old').case, title }),
      'case.close': async () => ({})
    })
    await followed['case.open']({ path: '/cases/a' })
    expect(recent.value.cases).toEqual([
      { path: '/cases/a', title: 'Old', tlp: 'TLP:RED', openedAt: '2031-03-04T05:06:07.000Z' }
    ])
    await followed['case.update']({ title: 'New', tlp: 'TLP:RED' })
    expect(recent.value.cases.map(({ title }) => title)).toEqual(['New'])
    await followed['case.close']({})
    expect(showTitle.mock.calls.flat()).toEqual(['Old', 'New', null])
  })

  it('keeps nothing of an encrypted case’s content, also not what was kept before', async () => {
    const { followed, recent, showTitle } = follow({
      'case.open': async () => view('Quiet harbour'),
      'case.encrypt': async () => ({ ...view('Quiet harbour'), sealed: true }),
      'case.update': async ({ title }) => ({ ...view('').case, title })
    })
    await followed['case.open']({ path: '/cases/a' })
    expect(JSON.stringify(recent.value)).toContain('Quiet harbour')
    await followed['case.encrypt']({ passphrase: 'x' })
    const bare = [{ path: '/cases/a', title: null, tlp: null, openedAt: '2031-03-04T05:06:07.000Z' }]
    expect(recent.value.cases).toEqual(bare)
    await followed['case.update']({ title: 'Loud harbour', tlp: 'TLP:RED' })
    expect(recent.value.cases).toEqual(bare)
    expect(showTitle.mock.calls.flat().slice(1)).toEqual(['a', 'a'])
  })

  it('remembers nothing of a case that could not be opened', async () => {
    const { followed, showTitle, recent } = follow({ 'case.open': () => Promise.reject(new Error('held')) })
    await expect(followed['case.open']({ path: '/cases/a' })).rejects.toThrow('held')
    expect(recent.value.cases).toEqual([])
    expect(showTitle).not.toHaveBeenCalled()
  })

  it('opens the case even if the list can not be saved', async () => {
    const full: SettingsFile<RecentFile> = {
      value: { schema: 1, cases: [] },
      set: () => Promise.reject(new Error('disk full'))
    }
    const { followed, log } = follow(
      { 'case.create': async () => view('A') },
      full as SettingsFile<RecentFile> & { value: RecentFile }
    )
    expect(await followed['case.create']({ path: '/cases/a', title: 'A', tlp: 'TLP:RED' })).toMatchObject({
      path: '/cases/a'
    })
    await expect.poll(() => log.write.mock.calls.length).toBe(1)
  })
})

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
