import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, declarationOf, type AppRequest, type RequestName } from '../../shared/api/contract.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'

type Name = Exclude<RequestName, AppRequest>
const edits = (Object.keys(contract) as RequestName[]).filter((name) => declarationOf(name).does === 'edits') as Name[]

let folder: string
let workspace: Workspace
const ask = (name: Name) => (workspace.handlers[name] as (input: object) => Promise<unknown>)({})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'declared-'))
  workspace = testWorkspace(folder)
})
afterAll(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a request that edits', () => {
  it('is refused while no case is open', async () => {
    for (const name of edits) await expect(ask(name), name).rejects.toMatchObject({ code: 'no-case' })
  })

  it('is refused while the case is open for reading only, whatever it asks for', async () => {
    const path = join(folder, 'case')
    await workspace.handlers['case.create']({ path, title: 'Ferry', tlp: 'TLP:AMBER' })
    await workspace.handlers['case.use']({ path, to: 'read' })
    for (const name of edits) await expect(ask(name), name).rejects.toMatchObject({ code: 'case-held' })
  })
})
