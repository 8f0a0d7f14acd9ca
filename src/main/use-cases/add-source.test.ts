import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newSource } from '../store/made.test-helper.ts'
import type { NewSource } from '../store/case-editor.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'add-source-'))
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

function add(id: string, text: string, fail = false) {
  const made = (key: string): NewSource => {
    if (fail) throw new Error('It could not be made.')
    return newSource(id, key, text)
  }
  const { sha256 } = newSource(id, 'S1', text).source.original
  return workspace.opened().store.importSource(sha256, made)
}

describe('sources that are added at once', () => {
  it('are one where their bytes are the same', async () => {
    const added = await Promise.all(['aa-1', 'bb-2', 'cc-3'].map((id) => add(id, 'The ferry sank.')))
    expect(added.map(({ isNew }) => isNew)).toEqual([true, false, false])
    expect(new Set(added.map(({ record }) => record.source.id))).toEqual(new Set(['aa-1']))
    expect(
      workspace
        .opened()
        .view()
        .sources.map(({ key }) => key)
    ).toEqual(['S1'])
    expect((await add('dd-4', 'The ferry sank.')).record.source.key).toBe('S1')
  })

  it('have keys of their own, in order', async () => {
    const added = await Promise.all(Array.from({ length: 20 }, (_, i) => add(`${i + 10}-n`, `Report ${i}.`)))
    expect(added.map(({ record }) => record.source.key)).toEqual(added.map((_, i) => `S${i + 1}`))
  })

  it('don’t take the place of one that failed', async () => {
    const [failed, added] = await Promise.allSettled([
      add('aa-1', 'The ferry sank.', true),
      add('bb-2', 'The ferry sank.')
    ])
    expect(failed.status).toBe('rejected')
    expect(added).toMatchObject({ status: 'fulfilled', value: { isNew: true } })
  })
})
