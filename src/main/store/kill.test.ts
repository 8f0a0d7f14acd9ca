import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { times } from '../../../scripts/long.mjs'
import { CaseStore } from './case-store.ts'
import { caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

/** Kills in a run; more on demand. */
const KILLS = times(10, 20)

let folder: string
let path: string
let context: StoreContext

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kill-'))
  path = join(folder, 'case')
  context = { userData: join(folder, 'user-data'), now: () => new Date('2031-03-12T09:00:00Z') }
  const store = await CaseStore.create(path, caseRecord, context)
  await store.addSource(newSource('aa-first', 'S1', 'The ferry sank.'))
  await store.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Edits one source and adds others as fast as it can, and tells each edit that was acknowledged. */
const WRITER = `
const { CaseStore } = await import(${JSON.stringify(new URL('./case-store.ts', import.meta.url).href)})
const { newSource } = await import(${JSON.stringify(new URL('./made.test-helper.ts', import.meta.url).href)})
const { writeSync } = await import('node:fs')
const [path, userData, round] = process.argv.slice(1)
const store = await CaseStore.open(path, { userData, now: () => new Date() })
writeSync(1, 'open\\n')
const note = { action: 'metadata-changed', subject: 'S1', detail: {} }
for (let n = Number((await store.source('aa-first')).source.note || 0) + 1; ; n++) {
  const edit = (record) => ({ ...record, source: { ...record.source, note: String(n) } })
  await store.updateSource('aa-first', edit, note)
  writeSync(1, 'note ' + n + '\\n')
  const id = 'bb-' + round + '-' + n
  await store.addSource(newSource(id, 'S' + (n + 1), 'Text ' + id))
  writeSync(1, 'source ' + id + '\\n')
}
`

async function writeAndKill(round: number): Promise<string[]> {
  const args = ['--input-type=module', '-e', WRITER, path, context.userData, String(round)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  const opened = new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString()
      resolve()
    })
  })
  const closed = new Promise((resolve) => child.once('close', resolve))
  await opened
  await new Promise((wait) => setTimeout(wait, (round * 7919) % 53))
  child.kill('SIGKILL')
  await closed
  return out.split('\n').slice(0, -1)
}

describe('kill -9', () => {
  it(`loses nothing that was acknowledged, ${KILLS} times over`, async () => {
    let edits = 0
    for (let round = 0; round < KILLS; round++) {
      const told = await writeAndKill(round)
      const notes = told.flatMap((line) => /^note (\d+)$/.exec(line)?.[1] ?? [])
      const sources = told.flatMap((line) => /^source (\S+)$/.exec(line)?.[1] ?? [])
      edits += notes.length + sources.length

      const store = await CaseStore.open(path, context)
      expect(store.readOnly).toBe(false)
      expect(store.notices).toEqual([])
      expect(Number((await store.source('aa-first')).source.note || 0)).toBeGreaterThanOrEqual(
        Number(notes.at(-1) ?? 0)
      )
      for (const id of sources) {
        expect((await store.text(id)).text).toBe(`Text ${id}`)
        expect(await store.originalState(id)).toBe('intact')
      }
      expect((await store.custody()).flatMap((chain) => chain.breaks)).toEqual([])
      await store.close()
    }
    expect(edits).toBeGreaterThan(0)
  })
})
