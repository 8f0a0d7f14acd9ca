import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordKind } from '../../shared/case/records/kind.ts'
import { KINDS } from '../../shared/case/records/kinds.ts'
import { CaseStore } from './case-store.ts'
import { caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

const Pin = z.object({ id: z.string(), sourceId: z.string(), words: z.string() })
type Pin = z.infer<typeof Pin>
const PIN = recordKind<Pin>({
  kind: 'pin',
  name: { one: 'pin', many: 'pins' },
  record: Pin,
  version: 1,
  steps: {},
  owner: ({ sourceId }) => ({ of: 'source', id: sourceId }),
  title: ({ words }) => words,
  merge: ({ a }) => a,
  repoint: (record) => record,
  reduce: (record) => record,
  texts: ({ words }) => [words]
})

const pin = (id: string, sourceId = 'aa-1'): Pin => ({ id, sourceId, words: `words of ${id}` })
const pins = (count: number): Pin[] =>
  Array.from({ length: count }, (_, i) => pin(`m${i}`, i % 2 === 0 ? 'aa-1' : 'bb-2'))

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
    kinds: [...KINDS, PIN]
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
const folderOf = (sourceId: string) => join(path, 'sources', sourceId.slice(0, 2), sourceId, 'records', 'pin')

describe('many records that are added at once', () => {
  it('are all there, in as many entries of the log as hold them, and as the log tells', async () => {
    const before = (await entries()).length
    expect(await store.records(PIN).addAll(pins(501))).toHaveLength(501)
    const logged = (await entries()).slice(before)
    expect(logged.map(({ action, subject, records }) => [action, subject, records?.length])).toEqual([
      ['pin-added', null, 500],
      ['pin-added', 'm500', 1]
    ])
    await store.records(PIN).update('m7', (each) => ({ ...each, words: 'changed' }))
    await store.records(PIN).remove('m8')
    await store.close()
    store = await CaseStore.open(path, context)
    expect(store.notices).toEqual([])
    const listed = store.records(PIN).list()
    expect(listed).toHaveLength(500)
    expect(listed.find(({ id }) => id === 'm7')!.words).toBe('changed')
    const { told } = await store.compareWithLogs()
    expect(told.findings).toEqual([])
  })

  it('are none when one of them can’t be added', async () => {
    const records = store.records(PIN)
    await records.add(pin('m3', 'bb-2'))
    await expect(records.addAll(pins(10))).rejects.toThrow(RangeError)
    await expect(records.addAll([pin('x'), pin('x')])).rejects.toThrow(RangeError)
    await expect(records.addAll([pin('x'), pin('y', 'no-such-source')])).rejects.toMatchObject({ code: 'not-found' })
    expect(records.list()).toEqual([pin('m3', 'bb-2')])
    await expect(readdir(folderOf('aa-1'))).rejects.toThrow('ENOENT')
  })

  it('leave nothing of an entry behind when the disk refuses one, and can be added then', async () => {
    const records = store.records(PIN)
    await records.addAll([pin('a')])
    await rename(folderOf('aa-1'), `${folderOf('aa-1')}-elsewhere`)
    await writeFile(folderOf('aa-1'), '')
    await expect(records.addAll([pin('b', 'bb-2'), pin('z')])).rejects.toMatchObject({ code: 'io' })
    expect(await readdir(folderOf('bb-2'))).toEqual([])
    expect(records.list().map(({ id }) => id)).toEqual(['a'])
    await rm(folderOf('aa-1'))
    await rename(`${folderOf('aa-1')}-elsewhere`, folderOf('aa-1'))
    await records.addAll([pin('b', 'bb-2'), pin('z')])
    expect(records.list()).toHaveLength(3)
    expect((await entries()).map(({ action }) => action)).toContain('not-completed')
    const { told } = await store.compareWithLogs()
    expect(told.findings).toEqual([])
  })

  it('may belong to sources that others add to in another order', async () => {
    const records = store.records(PIN)
    await Promise.all([
      records.addAll([pin('a', 'aa-1'), pin('b', 'bb-2')]),
      records.addAll([pin('c', 'bb-2'), pin('d', 'aa-1')]),
      ...pins(20).map((each) => records.add(each))
    ])
    expect(records.list()).toHaveLength(24)
    expect(await readFile(join(folderOf('bb-2'), 'c.json'), 'utf8')).toContain('words of c')
  })
})

describe('a program that ended amid a removal', () => {
  it('leaves no complaint of what the log tells to be removed', async () => {
    await store.records(PIN).add(pin('m1'))
    await store.records(PIN).add(pin('m2'))
    await store.close()
    // As the list is when the program ends before it hears of the removals.
    await cp(context.userData, join(folder, 'before'), { recursive: true })
    store = await CaseStore.open(path, context)
    await store.records(PIN).remove('m1')
    await store.removeSource('bb-2', { action: 'source-merged', subject: 'S2', detail: {} })
    await store.close()
    await rm(context.userData, { recursive: true })
    await cp(join(folder, 'before'), context.userData, { recursive: true })
    store = await CaseStore.open(path, context)
    expect(store.damages).toEqual([])
    expect(store.catalogue.ids()).toEqual(['aa-1'])
    expect(
      store
        .records(PIN)
        .list()
        .map(({ id }) => id)
    ).toEqual(['m2'])
    await store.close()
    await rm(join(folderOf('aa-1'), 'm2.json'))
    store = await CaseStore.open(path, context)
    expect(store.damages).toEqual([expect.stringContaining('pin/m2.json” is no longer in the case’s folder')])
  })
})
