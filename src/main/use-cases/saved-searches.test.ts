import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saved-'))
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const listed = async () => (await workspace.handlers['saved.list']({})).map(({ name, query }) => [name, query])

it('searches are saved in the case, renamed and removed, and are there again when it is opened', async () => {
  const { handlers } = workspace
  const narrowing = { publisher: ['Northern Courier', null], quoted: [true] }
  const quay = await handlers['saved.add']({ name: 'Quay', query: 'quay NEAR/5 crack*', scope: 'sources', narrowing })
  const memo = await handlers['saved.add']({ name: 'Memo', query: 'memo', scope: null, narrowing: {} })
  expect(quay).toMatchObject({ query: 'quay NEAR/5 crack*', scope: 'sources', narrowing })
  expect((await handlers['saved.rename']({ id: quay.id, name: 'A quay' })).name).toBe('A quay')
  await handlers['case.use']({ path: join(folder, 'case'), to: 'edit' })
  expect(await listed()).toEqual([
    ['A quay', 'quay NEAR/5 crack*'],
    ['Memo', 'memo']
  ])
  await handlers['saved.remove']({ id: memo.id })
  expect(await listed()).toEqual([['A quay', 'quay NEAR/5 crack*']])
  await expect(handlers['saved.rename']({ id: memo.id, name: 'Gone' })).rejects.toMatchObject({ code: 'not-found' })
  expect((await handlers['case.verify']({})).problems).toEqual([])
})

it('a saved search is no note that a search finds', async () => {
  const { handlers } = workspace
  await handlers['saved.add']({ name: 'Zeppelins', query: 'zeppelin', scope: null, narrowing: {} })
  expect((await handlers['search.list']({ query: 'zeppelin*', scope: null, limit: 10 })).total).toBe(0)
})
