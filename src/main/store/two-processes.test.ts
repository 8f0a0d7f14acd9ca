import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CaseStore } from './case-store.ts'
import { walkFiles } from '../base/folders.ts'
import { whenFree } from './lock.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

let folder: string
let path: string
let context: StoreContext
let holder: ChildProcess

/** Opens the case and keeps it. */
const HOLDER = `
const { CaseStore } = await import(${JSON.stringify(new URL('./case-store.ts', import.meta.url).href)})
const [path, userData] = process.argv.slice(1)
const store = await CaseStore.open(path, { userData, now: () => new Date('2031-03-12T10:00:00Z'), program: 'another window' })
console.log(store.readOnly ? 'reading' : 'writing')
setInterval(() => {}, 1000)
`

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'two-'))
  path = join(folder, 'case')
  context = { userData: join(folder, 'user-data'), now: () => new Date('2031-03-12T09:00:00Z'), program: 'this window' }
  const store = await CaseStore.create(path, caseRecord, context)
  await store.addSource(newSource('aa-1', 'S1', 'The ferry sank.'))
  await store.addBrief(brief)
  await store.close()
  holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, path, context.userData], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const said = await new Promise((resolve) => holder.stdout!.once('data', (data: Buffer) => resolve(data.toString())))
  expect(said).toBe('writing\n')
})
afterEach(async () => {
  holder.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function bytes(): Promise<Record<string, string>> {
  const { files } = await walkFiles(path)
  return Object.fromEntries(
    await Promise.all(files.map(async (name) => [name, await readFile(join(path, name), 'hex')]))
  )
}

describe('a second process', () => {
  it('reads, says who holds the case, and never writes, not even while the holder is blocked', async () => {
    holder.kill('SIGSTOP')
    const before = await bytes()
    const store = await CaseStore.open(path, context)
    expect(store.readOnly).toBe(true)
    expect(store.holder).toMatchObject({
      pid: holder.pid,
      program: 'another window',
      since: '2031-03-12T10:00:00.000Z'
    })
    expect((await store.text('aa-1')).text).toBe('The ferry sank.')
    const note = { action: 'metadata-changed', subject: 'S1', detail: {} } as const
    const attempts = [
      () => store.updateCase((record) => record),
      () => store.updateSource('aa-1', (record) => record, note),
      () => store.updateBrief('brief-1', (found) => found),
      () => store.addBrief({ ...brief, id: 'brief-2' }),
      () => store.addSource(newSource('bb-2', 'S2', 'More.')),
      () => store.removeSource('aa-1', note)
    ]
    for (const attempt of attempts) {
      await expect((async () => attempt())()).rejects.toMatchObject({ code: 'case-held' })
    }
    await store.log(note)
    await store.close()
    expect(await bytes()).toEqual(before)
  })

  it('is told when the holder was killed, and then writes', async () => {
    const freed = new Promise<number>((resolve) => whenFree(context.userData, caseRecord.id, () => resolve(Date.now())))
    const early = await Promise.race([freed, new Promise((wait) => setTimeout(wait, 1200))])
    expect(early).toBeUndefined()
    holder.kill('SIGKILL')
    await freed
    const store = await CaseStore.open(path, context)
    expect(store.readOnly).toBe(false)
    expect(store.holder).toBeNull()
    await store.updateCase((record) => ({ ...record, title: 'Ours now' }))
    await store.close()
  })
})
