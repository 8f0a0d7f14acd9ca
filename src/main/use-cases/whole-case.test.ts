import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../workspace.ts'
import { testWorkspace, tickingClock } from '../workspace.test-helper.ts'
import { cheapPassphrases } from '../store/cheap-passphrases.test-helper.ts'

cheapPassphrases()

const PASSPHRASE = 'quay lamp otter violet'

let folder: string
let path: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-case-'))
  path = join(folder, 'case')
  workspace = testWorkspace(folder, { now: tickingClock() })
  await workspace.handlers['case.create']({ path, title: 'Ferry', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

describe('an encrypted case', () => {
  beforeEach(async () => {
    await workspace.handlers['case.encrypt']({ passphrase: PASSPHRASE })
  })

  it('stays open when it is opened again with a wrong passphrase or none', async () => {
    const { handlers } = workspace
    await expect(handlers['case.open']({ path, passphrase: 'wrong' })).rejects.toMatchObject({
      code: 'wrong-passphrase'
    })
    await expect(handlers['case.open']({ path })).rejects.toMatchObject({ code: 'locked' })
    expect(await handlers['case.current']({})).toMatchObject({ path, sealed: true, readOnly: false })
    expect(await handlers['case.open']({ path, passphrase: PASSPHRASE })).toMatchObject({ readOnly: false })
  })

  it('is not replaced by a backup that the passphrase does not open', async () => {
    const { handlers } = workspace
    const [backup] = await handlers['backup.list']({ path: null })
    const wanted = { path, backup: backup!.path }
    await expect(handlers['backup.restore'](wanted)).rejects.toMatchObject({ code: 'locked' })
    await expect(handlers['backup.restore']({ ...wanted, passphrase: 'wrong' })).rejects.toMatchObject({
      code: 'wrong-passphrase'
    })
    expect(await readdir(folder)).toEqual(['case', 'user-data'])
    expect(await handlers['case.current']({})).toMatchObject({ path, sealed: true })
    expect(await handlers['backup.restore']({ ...wanted, passphrase: PASSPHRASE })).toMatchObject({ sealed: true })
    expect(await readdir(folder)).toHaveLength(3)
  })
})

describe('the backups of a case', () => {
  it('are found by its folder when its record can not be read', async () => {
    const { handlers } = workspace
    const made = await handlers['backup.create']({})
    await handlers['case.close']({})
    for (const name of await readdir(path)) {
      if (name.startsWith('case.json')) await writeFile(join(path, name), '{"schema": 2, ')
    }
    await expect(handlers['case.open']({ path })).rejects.toMatchObject({ code: 'damaged' })
    expect((await handlers['backup.list']({ path })).map((backup) => backup.path)).toEqual([made.path])
    await expect(handlers['backup.list']({ path: join(folder, 'elsewhere') })).rejects.toMatchObject({
      code: 'not-found'
    })
    expect(await handlers['backup.restore']({ path, backup: made.path })).toMatchObject({ case: { title: 'Ferry' } })
  })
})
