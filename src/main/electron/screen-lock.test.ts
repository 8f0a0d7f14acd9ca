import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'
import { createScreenLock, type ScreenLock } from './screen-lock.ts'
import { cheapPassphrases } from '../store/cheap-passphrases.test-helper.ts'

cheapPassphrases()

const PASSPHRASE = 'seven harbour lamps'

let folder: string
let path: string
let workspace: Workspace
const page = { isDestroyed: () => false, forcefullyCrashRenderer: vi.fn(), reload: vi.fn() }
const locked = vi.fn()

beforeEach(async () => {
  vi.clearAllMocks()
  folder = await mkdtemp(join(tmpdir(), 'screen-lock-'))
  path = join(folder, 'case')
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path, title: 'Ferry', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

function lockWith(ask: () => void): ScreenLock {
  const log = { write: vi.fn(), settled: () => Promise.resolve() }
  return createScreenLock({ workspace, ask, page: () => page, locked, log })
}

describe('when the screen is locked', () => {
  it('a page that never answers doesn’t keep the case open: its key is wiped and the page ended', async () => {
    await workspace.handlers['case.encrypt']({ passphrase: PASSPHRASE })
    const { store } = workspace.opened()
    const screenLock = lockWith(() => undefined)
    await screenLock.lock(1)
    expect(workspace.current()).toBeNull()
    await expect(store.files.read('case.json')).rejects.toMatchObject({ code: 'locked' })
    expect(page.forcefullyCrashRenderer).toHaveBeenCalledTimes(1)
    expect(page.reload).toHaveBeenCalledTimes(1)
    expect(locked).toHaveBeenCalledTimes(1)
    // The new page asks what happened, once.
    expect([screenLock.takeLocked(), screenLock.takeLocked()]).toEqual([path, null])
    await workspace.handlers['case.open']({ path, passphrase: PASSPHRASE })
    expect(workspace.current()?.title).toBe('Ferry')
  })

  it('a page that saves and closes the case is waited for, and stays', async () => {
    await workspace.handlers['case.encrypt']({ passphrase: PASSPHRASE })
    const { store } = workspace.opened()
    const screenLock = lockWith(() => void workspace.handlers['case.close']({}))
    await screenLock.lock(60_000)
    expect(workspace.current()).toBeNull()
    await expect(store.files.read('case.json')).rejects.toMatchObject({ code: 'locked' })
    expect(page.forcefullyCrashRenderer).not.toHaveBeenCalled()
    expect(screenLock.takeLocked()).toBeNull()
  })

  it('a page that asks for the case while it is locked gets nothing', async () => {
    await workspace.handlers['case.encrypt']({ passphrase: PASSPHRASE })
    const locking = lockWith(() => undefined).lock(1)
    await locking
    await expect(workspace.handlers['source.get']({ id: 'aa-1' })).rejects.toMatchObject({ code: 'no-case' })
    expect(await workspace.handlers['case.current']({})).toBeNull()
  })

  it('an encryption that is under way is locked at its end', async () => {
    const encrypting = workspace.handlers['case.encrypt']({ passphrase: PASSPHRASE })
    await lockWith(() => undefined).lock(1)
    await Promise.allSettled([encrypting])
    expect(workspace.current()).toBeNull()
  })

  it('a case in clear stays open', async () => {
    const screenLock = lockWith(() => undefined)
    await screenLock.lock(1)
    expect(workspace.current()?.title).toBe('Ferry')
    expect(page.reload).not.toHaveBeenCalled()
  })

  it('a case whose folder is gone is locked all the same', async () => {
    await workspace.handlers['case.encrypt']({ passphrase: PASSPHRASE })
    const { store } = workspace.opened()
    await rm(path, { recursive: true })
    await rm(join(folder, 'user-data'), { recursive: true })
    await lockWith(() => undefined).lock(1)
    expect(workspace.current()).toBeNull()
    expect(() => store.files.toStore('case.json', Buffer.from('{}'))).toThrow(/was locked/)
    expect(page.reload).toHaveBeenCalledTimes(1)
  })
})
