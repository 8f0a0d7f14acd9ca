import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { KeptView } from '../../shared/api/contract.ts'
import type { Workspace } from '../workspace.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import { cheapPassphrases } from '../store/cheap-passphrases.test-helper.ts'

cheapPassphrases()

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'view-'))
  workspace = testWorkspace(folder)
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const VIEW: KeptView = {
  tab: 'quotes',
  narrow: 'reader',
  evidence: true,
  sourceId: 's',
  tabs: ['r', 's'],
  beside: { sourceId: 't', tabs: ['t'] },
  share: 62.5,
  briefId: null,
  sort: { by: 'title', descending: false },
  scrolled: 120,
  list: { key: 's', hidden: 0 }
}

const create = (name: string) =>
  workspace.handlers['case.create']({ path: join(folder, name), title: name, tlp: 'TLP:AMBER' })

/** The files in which views are kept, wherever the program put them. */
async function kept(): Promise<string[]> {
  const all = await readdir(folder, { recursive: true })
  return all.filter((name) => /view-[0-9a-f]+\.json$/.test(name)).map((name) => join(folder, name))
}

it('keeps how each case was looked at, outside of the case', async () => {
  await create('Quay')
  expect(await workspace.handlers['view.get']({})).toBeNull()
  await workspace.handlers['view.keep'](VIEW)
  await create('Ferry')
  expect(await workspace.handlers['view.get']({})).toBeNull()
  await workspace.handlers['case.open']({ path: join(folder, 'Quay') })
  expect(await workspace.handlers['view.get']({})).toEqual(VIEW)
  const files = await kept()
  expect(files).toHaveLength(1)
  expect(files[0]).not.toContain(join(folder, 'Quay'))
  expect(JSON.parse(await readFile(files[0]!, 'utf8'))).toEqual(VIEW)
})

it('keeps what was shown last, however many changes come at once', async () => {
  await create('Quay')
  const changes = Array.from({ length: 40 }, (_, at) => ({ ...VIEW, scrolled: at, tabs: Array(40 - at).fill('r') }))
  await Promise.all(changes.map((view) => workspace.handlers['view.keep'](view)))
  expect(await workspace.handlers['view.get']({})).toEqual(changes.at(-1))
})

it('knows of no tabs from a view that was kept before there were any', async () => {
  await create('Quay')
  await workspace.handlers['view.keep'](VIEW)
  const [file] = await kept()
  await writeFile(file!, JSON.stringify({ ...VIEW, tabs: undefined, beside: undefined, share: undefined }))
  expect(await workspace.handlers['view.get']({})).toEqual({ ...VIEW, tabs: [], beside: null, share: 50 })
})

it('begins anew when what was kept can’t be read', async () => {
  await create('Quay')
  await workspace.handlers['view.keep'](VIEW)
  const [file] = await kept()
  await writeFile(file!, '{"tab":"none"')
  expect(await workspace.handlers['view.get']({})).toBeNull()
  await workspace.handlers['view.keep'](VIEW)
  expect(await workspace.handlers['view.get']({})).toEqual(VIEW)
})

it('keeps nothing when no case is open', async () => {
  await expect(workspace.handlers['view.keep'](VIEW)).rejects.toMatchObject({ code: 'no-case' })
  await expect(workspace.handlers['view.get']({})).rejects.toMatchObject({ code: 'no-case' })
})

it('leaves nothing of an encrypted case outside it', async () => {
  await create('Quay')
  await workspace.handlers['view.keep'](VIEW)
  await workspace.handlers['case.encrypt']({ passphrase: 'nine iron bollards at low tide' })
  await workspace.handlers['view.keep'](VIEW)
  expect(await kept()).toEqual([])
  expect(await workspace.handlers['view.get']({})).toBeNull()
})
