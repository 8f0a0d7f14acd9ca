import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NAME_RULING } from '../../../shared/case/records/name-ruling.ts'
import { CaseStore } from '../../store/case-store.ts'
import { caseRecord, newSource } from '../../store/made.test-helper.ts'
import { OpenCase } from '../open-case.ts'
import { nameHandlers } from './name-handlers.ts'

let folder: string
let open: OpenCase
let ids = 0
const clock = { now: () => new Date(Date.UTC(2035, 3, 2)), newId: () => `made-${++ids}` }

async function openAgain(write = true): Promise<void> {
  await open.names.close()
  await open.store.close()
  const opened = await CaseStore.open(
    join(folder, 'case'),
    { userData: join(folder, 'user-data'), now: clock.now },
    { write }
  )
  open = new OpenCase(opened, clock.now)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'names-'))
  const store = await CaseStore.create(join(folder, 'case'), caseRecord, {
    userData: join(folder, 'user-data'),
    now: clock.now
  })
  open = new OpenCase(store, clock.now)
  await store.addSource(newSource('aa-1', 'S1', 'Orla Venn resigned on Friday. Mr. Venn said it was late.'))
  await store.addSource(newSource('bb-2', 'S2', '😀 Orla Venn sold a ship to Peter Aldane in Norway.'))
  await store.addSource(newSource('cc-3', 'S3', 'Peter Venn paid for it. Mr. Venn was late.'))
})
afterEach(async () => {
  await open.names.close()
  await open.store.close()
  await rm(folder, { recursive: true, force: true })
})

const handlers = () =>
  nameHandlers(
    () => open,
    () => undefined,
    clock
  )
const ALL = { kind: null, dismissed: false, find: '', sort: 'name' } as const

async function listed(wanted: Partial<Parameters<ReturnType<typeof handlers>['names.list']>[0]> = {}) {
  for (;;) {
    const { read, total, entries } = await handlers()['names.list']({ ...ALL, ...wanted })
    if (read === total) return entries
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
const told = async (wanted = {}) =>
  (await listed(wanted)).map(({ name, kind, count, sources }) => `${name}, ${kind}, ${count}/${sources}`)
const idOf = async (name: string) => (await listed()).find((entry) => entry.name === name)!.id

describe('the names of a case', () => {
  it('are listed by name and by count, filtered by kind and by words of any form', async () => {
    expect(await told()).toEqual([
      'Norway, place, 1/1',
      'Orla Venn, person, 3/2',
      'Peter Aldane, person, 1/1',
      'Peter Venn, person, 2/1'
    ])
    expect((await told({ sort: 'count' }))[0]).toBe('Orla Venn, person, 3/2')
    expect(await told({ kind: 'place' })).toEqual(['Norway, place, 1/1'])
    expect(await told({ find: 'VENN or' })).toEqual(['Orla Venn, person, 3/2'])
  })

  it('tell each passage with its place and the words around it', async () => {
    const { total, passages } = await handlers()['names.passages']({ id: await idOf('Orla Venn'), limit: 10 })
    expect(total).toBe(3)
    expect(passages.map(({ source, exact, locator }) => [source, exact, locator])).toEqual([
      ['S1', 'Orla Venn', '¶ 1'],
      ['S1', 'Venn', '¶ 1'],
      ['S2', 'Orla Venn', '¶ 1']
    ])
    for (const { snippet, name, exact } of passages) expect(snippet.slice(...name)).toBe(exact)
    const { entries } = await handlers()['names.entries']({ kind: 'person', find: 'orla', sort: 'name' })
    expect(entries[0]!.passages[2]).toEqual({ source: 'S2', start: 2, end: 11, exact: 'Orla Venn' })
  })

  it('are merged under the name of one, logged, and undone', async () => {
    const before = await told()
    const into = await idOf('Orla Venn')
    const { id } = await handlers()['names.merge']({ ids: [await idOf('Peter Venn'), into], into })
    expect(await told()).toEqual(['Norway, place, 1/1', 'Orla Venn, person, 5/3', 'Peter Aldane, person, 1/1'])
    expect((await handlers()['names.get']({ id })).forms.map(({ written }) => written)).toEqual([
      'Orla Venn',
      'Venn',
      'Peter Venn'
    ])
    const entries = (await open.store.custody()).flatMap((chain) => chain.entries)
    expect(entries.at(-1)).toMatchObject({ action: 'name-ruling-added', detail: { title: 'Orla Venn' } })
    expect((await open.edits.undo()).did).toBe('merging of “Peter Venn”')
    expect(await told()).toEqual(before)
    await open.edits.redo()
    await openAgain()
    expect((await told())[1]).toBe('Orla Venn, person, 5/3')
  })

  it('are divided by form and by source, and are one again without a trace', async () => {
    const id = await idOf('Orla Venn')
    const parted = await handlers()['names.divide']({ id, forms: [], sourceIds: ['bb-2'], name: 'Orla Venn of Lenn' })
    expect((await told())[2]).toBe('Orla Venn of Lenn, person, 1/1')
    expect((await handlers()['names.get']({ id: parted.id })).sources.map(({ key }) => key)).toEqual(['S2'])
    await handlers()['names.merge']({ ids: [parted.id], into: id })
    expect(open.store.records(NAME_RULING).list()).toEqual([])
    expect((await told())[1]).toBe('Orla Venn, person, 3/2')
    const all = { id, forms: ['orla venn', 'venn'], sourceIds: [], name: null }
    await expect(handlers()['names.divide'](all)).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('are renamed, called by another kind, dismissed and taken back', async () => {
    const renamed = await handlers()['names.update']({ id: await idOf('Norway'), name: 'Kingdom of Norway' })
    await handlers()['names.update']({ id: renamed.id, kind: 'organisation' })
    expect(await told({ kind: 'organisation' })).toEqual(['Kingdom of Norway, organisation, 1/1'])
    await handlers()['names.dismiss']({ ids: [renamed.id, await idOf('Peter Aldane')], dismissed: true })
    expect(await told()).toEqual(['Orla Venn, person, 3/2', 'Peter Venn, person, 2/1'])
    expect(await told({ dismissed: true })).toHaveLength(2)
    const [aldane] = await listed({ dismissed: true, find: 'aldane' })
    await handlers()['names.dismiss']({ ids: [aldane!.id], dismissed: false })
    expect(open.store.records(NAME_RULING).list()).toHaveLength(1)
  })

  it('tell what may mean the same', async () => {
    const { perhaps } = await handlers()['names.get']({ id: await idOf('Orla Venn') })
    expect(perhaps).toEqual([])
    await handlers()['names.divide']({ id: await idOf('Orla Venn'), forms: ['venn'], sourceIds: [], name: null })
    const again = await handlers()['names.get']({ id: await idOf('Orla Venn') })
    expect(again.perhaps.map(({ name }) => name)).toEqual(['Venn'])
  })

  it('follow what comes in, and are read once', async () => {
    expect(await told({ find: 'toft' })).toEqual([])
    await open.store.addSource(newSource('dd-4', 'S4', 'Mr. Paul Toft came.'))
    expect(await told({ find: 'toft' })).toEqual(['Paul Toft, person, 1/1'])
    await told()
    await openAgain(false)
    const { read, total } = await handlers()['names.list'](ALL)
    expect([read, total]).toEqual([4, 4])
  })
})
