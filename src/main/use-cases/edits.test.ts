import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { times } from '../../../scripts/long.mjs'
import { DossierError } from '../../shared/errors/errors.ts'
import { Seeded } from '../store/seeded.test-helper.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'
import { Edits } from './edits.ts'
import { makeCase, randomStep, SOURCES, stateOf } from './random-edits.test-helper.ts'

let folder: string
let path: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edits-'))
  path = join(folder, 'case')
  workspace = testWorkspace(folder)
  await makeCase(workspace, path)
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

describe('undo', () => {
  it('names what it took back, of whatever pane, newest first', async () => {
    const { handlers } = workspace
    const quote = await handlers['quote.create']({ sourceId: 'aa-1', start: 0, end: 20 })
    await handlers['source.updateMany']({ ids: SOURCES, metadata: {}, addTags: ['harbour'], removeTags: [] })
    await handlers['source.delete']({ ids: ['bb-2'] })
    const [brief] = workspace.opened().store.briefs()
    await handlers['brief.delete']({ id: brief!.id })
    const undone = []
    for (let i = 0; i < 5; i++) undone.push((await handlers['history.undo']({})).did)
    expect(undone).toEqual([
      'deletion of brief “Memo”',
      'deletion of S2',
      'change of 6 sources',
      `quote ${quote.key}`,
      null
    ])
    const redone = await handlers['history.redo']({})
    expect(redone).toMatchObject({ did: 'quote Q1', undo: 'quote Q1', redo: 'change of 6 sources' })
    expect(redone.quotes).toMatchObject([{ id: quote.id, deletedAt: null }])
  })

  it('takes back the parts of one gesture together', async () => {
    const { handlers } = workspace
    const change = { metadata: {}, gesture: 'g', addTags: ['harbour'], removeTags: [] }
    await handlers['source.updateMany']({ ids: SOURCES.slice(0, 3), ...change })
    await handlers['source.updateMany']({ ids: SOURCES.slice(3), ...change })
    expect(await handlers['history.undo']({})).toMatchObject({ did: 'change of 6 sources', undo: null })
    for (const id of SOURCES) expect((await workspace.opened().source(id)).source.tags).toEqual([])
  })

  it('leaves alone what something else has changed since, says so, and goes on with what came before', async () => {
    const { handlers } = workspace
    await handlers['source.update']({ id: 'aa-1', metadata: {}, note: 'First.' })
    await handlers['source.update']({ id: 'bb-2', metadata: {}, note: 'Mine.' })
    await workspace
      .opened()
      .store.updateSource('bb-2', (record) => ({ ...record, source: { ...record.source, note: 'Merged.' } }), {
        action: 'case-merged',
        subject: 'S2',
        detail: {}
      })
    await expect(handlers['history.undo']({})).rejects.toMatchObject({
      message: expect.stringContaining('changed by something else') as string
    })
    expect((await workspace.opened().source('bb-2')).source.note).toBe('Merged.')
    expect((await handlers['history.undo']({})).did).toBe('change of S1')
    expect((await workspace.opened().source('aa-1')).source.note).toBe('')
  })

  it('takes back as much of a change of many as was made, when it failed halfway', async () => {
    const { handlers } = workspace
    const change = { metadata: {}, addTags: ['harbour'], removeTags: [] }
    await expect(handlers['source.updateMany']({ ids: ['aa-1', 'no-such', 'bb-2'], ...change })).rejects.toMatchObject({
      code: 'not-found'
    })
    expect((await workspace.opened().source('aa-1')).source.tags).toEqual(['harbour'])
    expect((await handlers['history.undo']({})).did).toBe('change of S1')
    expect((await workspace.opened().source('aa-1')).source.tags).toEqual([])
  })

  it('goes on where it failed, on a disk that was full for a while', async () => {
    const { store } = workspace.opened()
    let left = Infinity
    const edits = new Edits(
      {
        source: (id) => store.source(id),
        records: (kind) => store.records(kind),
        briefs: () => store.briefs(),
        updateBrief: (...change) => store.updateBrief(...change),
        updateSource: (...change) => {
          if (left-- <= 0) throw new DossierError('disk-full', 'The disk is full.')
          return store.updateSource(...change)
        }
      },
      () => new Date()
    )
    const tags = async (): Promise<number[]> =>
      Promise.all(SOURCES.map(async (id) => (await store.source(id)).source.tags.length))
    await edits.as({ action: 'metadata-changed', subjects: SOURCES }, async () => {
      for (const id of SOURCES)
        await edits.updateSource(id, (record) => ({ ...record, source: { ...record.source, tags: ['harbour'] } }), {
          action: 'metadata-changed',
          subject: id,
          detail: {}
        })
    })
    left = 2
    await expect(edits.undo()).rejects.toMatchObject({ code: 'disk-full' })
    expect(await tags()).toEqual([1, 1, 1, 1, 0, 0])
    left = Infinity
    await edits.undo()
    expect(await tags()).toEqual([0, 0, 0, 0, 0, 0])
    await edits.redo()
    await edits.redo()
    expect(await tags()).toEqual([1, 1, 1, 1, 1, 1])
  })
})

describe('edits, undos and redos at random', () => {
  const STEPS = times(400, 10_000)
  it(`leave the case as it was at each point, ${STEPS} times over`, async () => {
    const random = new Seeded(7)
    const states = [await stateOf(workspace)]
    let at = 0
    const met = new Set<string>()
    for (let i = 0; i < STEPS; i++) {
      const step = await randomStep(workspace, random)
      met.add(String(step))
      const state = await stateOf(workspace)
      if (step === 'undo') at--
      if (step === 'redo') at++
      if (step === 'edit') states.splice(++at, Infinity, state)
      expect(state, `after step ${i}, ${String(step)}`).toEqual(states[at])
    }
    expect([...met].sort()).toEqual(['edit', 'null', 'redo', 'undo'])
    expect((await workspace.handlers['case.verify']({})).problems).toEqual([])
  })
})

/** Opens the case, edits it at random, and tells each step that was acknowledged. */
const WRITER = `
const url = (name) => new URL(name, ${JSON.stringify(import.meta.url)}).href
const { testWorkspace } = await import(url('../workspace.test-helper.ts'))
const { Seeded } = await import(url('../store/seeded.test-helper.ts'))
const { randomStep } = await import(url('./random-edits.test-helper.ts'))
const { writeSync } = await import('node:fs')
const [folder, path, seed] = process.argv.slice(1)
const workspace = testWorkspace(folder)
await workspace.handlers['case.open']({ path })
const random = new Seeded(Number(seed))
for (;;) {
  await randomStep(workspace, random)
  writeSync(1, '.')
}
`

describe('kill -9 amid edits and undos', () => {
  const KILLS = times(4, 200)
  it(`leaves each document as it was before or after the step that was under way, ${KILLS} times over`, async () => {
    for (let seed = 0; seed < KILLS; seed++) {
      await workspace.close()
      const twin = join(folder, `twin-${seed}`)
      await cp(path, twin, { recursive: true })
      const done = await editAndKill(seed)
      workspace = testWorkspace(folder)
      await workspace.handlers['case.open']({ path })
      const found = await stateOf(workspace)
      expect(workspace.opened().store.damages).toEqual([])
      expect((await workspace.handlers['case.verify']({})).problems).toEqual([])

      const replayed = testWorkspace(join(folder, `user-${seed}`))
      await replayed.handlers['case.open']({ path: twin })
      const random = new Seeded(seed)
      for (let i = 0; i < done; i++) await randomStep(replayed, random)
      const before = await stateOf(replayed)
      await randomStep(replayed, random)
      const after = await stateOf(replayed)
      await replayed.close()
      for (const [name, state] of Object.entries(found)) expect([before[name], after[name]]).toContain(state)
    }
  })

  async function editAndKill(seed: number): Promise<number> {
    const args = ['--input-type=module', '-e', WRITER, folder, path, String(seed)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let steps = 0
    // As many steps as come, and then at whatever point of the next one: no clock decides.
    const wanted = 5 + ((seed * 7919) % 41)
    child.stdout.on('data', (data: Buffer) => {
      steps += data.length
      if (steps >= wanted) child.kill('SIGKILL')
    })
    await new Promise((resolve) => child.once('close', resolve))
    return steps
  }
})
