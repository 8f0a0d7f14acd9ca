import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordKind } from '../../shared/case/records/kind.ts'
import { KINDS } from '../../shared/case/records/kinds.ts'
import { CaseStore } from './case-store.ts'
import { caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

const Mark = z.object({ id: z.string(), sourceId: z.string(), words: z.string() })
type Mark = z.infer<typeof Mark>
const MARK = recordKind<Mark>({
  kind: 'mark',
  name: { one: 'mark', many: 'marks' },
  record: Mark,
  version: 1,
  steps: {},
  owner: ({ sourceId }) => ({ of: 'source', id: sourceId }),
  title: ({ words }) => words,
  merge: ({ a }) => a,
  repoint: (record) => record,
  reduce: (record) => record,
  texts: ({ words }) => [words]
})

const mark = (id: string, sourceId = 'aa-1'): Mark => ({ id, sourceId, words: `words of ${id}` })
const marks = (count: number): Mark[] =>
  Array.from({ length: count }, (_, i) => mark(`m${i}`, i % 2 === 0 ? 'aa-1' : 'bb-2'))

let folder: string
let path: string
let context: StoreContext
let store: CaseStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'))
  path = join(folder, 'case')
  context = {
    userData: join(folder, 'user-data'),
    now: () => new Date('2031-03-12T09:00:00Z'),
    kinds: [...KINDS, MARK]
  }
  store = await CaseStore.create(path, caseRecord, context)
  await store.addSource(newSource('aa-1', 'S1', 'The ferry left at noon.'))
  await store.addSource(newSource('bb-2', 'S2', 'The harbour was closed.'))
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const entries = async () => (await store.custody()).flatMap(({ entries: all }) => all)
const folderOf = (sourceId: string) => join(path, 'sources', sourceId.slice(0, 2), sourceId, 'records', 'mark')

describe('many records that are added at once', () => {
  it('are all there, in as many entries of the log as hold them, and as the log tells', async () => {
    const before = (await entries()).length
    expect(await store.records(MARK).addAll(marks(501))).toHaveLength(501)
    const logged = (await entries()).slice(before)
    expect(logged.map(({ action, subject, records }) => [action, subject, records?.length])).toEqual([
      ['mark-added', null, 500],
      ['mark-added', 'm500', 1]
    ])
    await store.records(MARK).update('m7', (each) => ({ ...each, words: 'changed' }))
    await store.records(MARK).remove('m8')
    await store.close()
    store = await CaseStore.open(path, context)
    expect(store.notices).toEqual([])
    const listed = store.records(MARK).list()
    expect(listed).toHaveLength(500)
    expect(listed.find(({ id }) => id === 'm7')!.words).toBe('changed')
    const { told } = await store.compareWithLogs()
    expect(told.findings).toEqual([])
  })

  it('are none when one of them can’t be added', async () => {
    const records = store.records(MARK)
    await records.add(mark('m3', 'bb-2'))
    await expect(records.addAll(marks(10))).rejects.toThrow(RangeError)
    await expect(records.addAll([mark('x'), mark('x')])).rejects.toThrow(RangeError)
    await expect(records.addAll([mark('x'), mark('y', 'no-such-source')])).rejects.toMatchObject({ code: 'not-found' })
    expect(records.list()).toEqual([mark('m3', 'bb-2')])
    await expect(readdir(folderOf('aa-1'))).rejects.toThrow('ENOENT')
  })

  it('leave nothing of an entry behind when the disk refuses one, and can be added then', async () => {
    const records = store.records(MARK)
    await records.addAll([mark('a')])
    await rename(folderOf('aa-1'), `${folderOf('aa-1')}-elsewhere`)
    await writeFile(folderOf('aa-1'), '')
    await expect(records.addAll([mark('b', 'bb-2'), mark('z')])).rejects.toMatchObject({ code: 'io' })
    expect(await readdir(folderOf('bb-2'))).toEqual([])
    expect(records.list().map(({ id }) => id)).toEqual(['a'])
    await rm(folderOf('aa-1'))
    await rename(`${folderOf('aa-1')}-elsewhere`, folderOf('aa-1'))
    await records.addAll([mark('b', 'bb-2'), mark('z')])
    expect(records.list()).toHaveLength(3)
    expect((await entries()).map(({ action }) => action)).toContain('not-completed')
    const { told } = await store.compareWithLogs()
    expect(told.findings).toEqual([])
  })

  it('may belong to sources that others add to in another order', async () => {
    const records = store.records(MARK)
    await Promise.all([
      records.addAll([mark('a', 'aa-1'), mark('b', 'bb-2')]),
      records.addAll([mark('c', 'bb-2'), mark('d', 'aa-1')]),
      ...marks(20).map((each) => records.add(each))
    ])
    expect(records.list()).toHaveLength(24)
    expect(await readFile(join(folderOf('bb-2'), 'c.json'), 'utf8')).toContain('words of c')
  })
})
