import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OpenCase } from '../use-cases/open-case.ts'
import { verifyCase } from '../use-cases/verify-case.ts'
import { CaseStore } from './case-store.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

let folder: string
let path: string
let writer: CaseStore
let reader: CaseStore
let count = 0

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-while-written-'))
  path = join(folder, 'case')
  const context: StoreContext = { userData: join(folder, 'data'), now: () => new Date() }
  count = 0
  writer = await CaseStore.create(path, caseRecord, context)
  for (let i = 0; i < 3; i++) await importOne()
  await writer.addBrief(brief)
  reader = await CaseStore.open(path, { ...context, userData: join(folder, 'theirs') }, { write: false })
})
afterEach(async () => {
  await writer.close()
  await reader.close()
  await rm(folder, { recursive: true, force: true })
})

async function importOne(): Promise<string> {
  const id = `a${++count}-source`
  await writer.addSource(newSource(id, `S${count}`, `Report ${count}.`))
  return id
}

/** What an import, and somebody at the window, do to a case; something else each time. */
async function write(): Promise<void> {
  const id = await importOne()
  const note = `Note ${count}`
  const why = { action: 'metadata-changed', subject: `S${count}`, detail: { note } } as const
  await writer.updateSource('a1-source', (record) => ({ ...record, source: { ...record.source, note } }), why)
  await writer.updateBrief(brief.id, (before) => ({ ...before, title: `Memo ${count}` }))
  await writer.updateCase((record) => ({ ...record, title: `Case ${count}` }))
  if (count % 2 === 0) await writer.removeSource(id, { action: 'source-merged', subject: `S${count}`, detail: {} })
}

/** Has the case written before and after each step of a verification. */
function writeMeanwhile(): void {
  let turn = Promise.resolve()
  const meanwhile = (): Promise<void> => (turn = turn.then(write))
  for (const step of ['sourceIds', 'source', 'compareWithLogs', 'originalState'] as const) {
    const real = reader[step].bind(reader) as (...args: unknown[]) => Promise<unknown>
    vi.spyOn(reader, step).mockImplementation((async (...args: unknown[]) => {
      await meanwhile()
      const answer = await real(...args)
      await meanwhile()
      return answer
    }) as never)
  }
}

describe('a verification while another program writes the case', () => {
  it('accuses nobody, and says of no entry that a program ended before it', async () => {
    writeMeanwhile()
    const { ok, problems, log, notices } = await verifyCase(new OpenCase(reader))
    expect([problems, log.breaks]).toEqual([[], []])
    expect(ok).toBe(true)
    expect(notices.filter((notice) => notice.includes('The program ended'))).toEqual([])
  })

  it('tells all the same what was put back and deleted', async () => {
    const name = join(path, 'sources/a2/a2-source/meta.json')
    const old = await readFile(name)
    await writer.updateSource('a2-source', (record) => ({ ...record, source: { ...record.source, note: 'New.' } }), {
      action: 'metadata-changed',
      subject: 'S2',
      detail: {}
    })
    await cp(name, join(folder, 'kept'))
    await writeFile(name, old)
    await rm(join(path, 'sources/a3/a3-source'), { recursive: true })
    reader.forget()
    writeMeanwhile()
    const { ok, problems } = await verifyCase(new OpenCase(reader))
    expect(ok).toBe(false)
    expect(problems).toEqual([
      expect.stringMatching(/^S2 \(.*\) is an older version/),
      expect.stringMatching(/^S3 \(.*\) is missing/)
    ])
  })
})

describe('a document that is there and can’t be read', () => {
  it.each(['briefs/brief-1.json', 'sources/a2/a2-source/meta.json'])('is told once: %s', async (name) => {
    await writeFile(join(path, name), '{}')
    await rm(join(path, `${name}.previous`), { force: true })
    const userData = join(folder, 'others')
    const store = await CaseStore.open(path, { userData, now: () => new Date() }, { write: false })
    const { problems } = await verifyCase(new OpenCase(store))
    await store.close()
    expect(problems).toEqual([expect.stringContaining('is damaged')])
  })
})
