import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createQuote, targetOf } from '../../shared/quote/create.ts'
import { CaseStore } from '../store/case-store.ts'
import { brief, caseRecord, newSource } from '../store/made.test-helper.ts'
import type { StoreContext } from '../store/store-context.ts'
import { applyMerge } from './merge-case.ts'
import { OpenCase } from './open-case.ts'
import { verifyCase } from './verify-case.ts'

let folder: string

const contextOf = (user: string): StoreContext => ({
  userData: join(folder, user),
  now: () => new Date('2031-03-12T09:00:00Z')
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'merge-'))
  const own = await CaseStore.create(join(folder, 'own'), caseRecord, contextOf('own-data'))
  await own.addSource(newSource('aa-1', 'S1', 'The ferry left at noon.'))
  await own.close()
  await cp(join(folder, 'own'), join(folder, 'other'), { recursive: true })
  const other = await CaseStore.open(join(folder, 'other'), contextOf('other-data'))
  for (let n = 2; n <= 6; n++) await other.addSource(newSource(`${n}${n}-o`, `S${n}`, `Their report ${n}.`))
  await other.updateSource('aa-1', (record) => ({ ...record, source: { ...record.source, note: 'their note' } }), {
    action: 'metadata-changed',
    subject: 'S1',
    detail: {}
  })
  await other.addBrief({ ...brief, id: 'brief-2', title: 'Theirs' })
  await other.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('takes no key and no change from what is done to the case meanwhile', async () => {
  const store = await CaseStore.open(join(folder, 'own'), contextOf('own-data'))
  const open = new OpenCase(store)
  const other = await CaseStore.open(join(folder, 'other'), contextOf('other-data'), { write: false })
  const meanwhile: Promise<unknown>[] = []
  const importOf = (id: string, text: string) =>
    store.importSource(newSource(id, 'S1', text).source.original.sha256, (key) => newSource(id, key, text))
  const text = other.text.bind(other)
  other.text = async (id) => {
    if (meanwhile.length === 0) {
      const target = targetOf(await store.text('aa-1'), 4, 9)!
      meanwhile.push(
        importOf('11-m', 'Our report.'),
        importOf('12-m', 'Our other report.'),
        importOf('13-m', 'Their report 6.'),
        open.addQuote('aa-1', target, (key) =>
          createQuote({ id: 'q1', key, sourceId: 'aa-1', target, createdAt: caseRecord.createdAt })
        ),
        store.addBrief({ ...brief, id: 'brief-3', title: 'Meanwhile' })
      )
      // As long as all of it takes where it needn't wait for the merge.
      await Promise.race([Promise.all(meanwhile), new Promise((passed) => setTimeout(passed, 500))])
    }
    return text(id)
  }
  await applyMerge(
    store,
    other,
    {},
    { userData: contextOf('own-data').userData, now: contextOf('').now, backUp: () => Promise.resolve() }
  )
  await Promise.all(meanwhile)

  const sources = await Promise.all(store.catalogue.ids().map(async (id) => (await store.source(id)).source))
  expect(sources.map(({ key }) => key)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'])
  expect(new Set(sources.map(({ original }) => original.sha256)).size).toBe(8)
  const { source, quotes } = await store.source('aa-1')
  expect(source.note).toBe('their note')
  expect(quotes.map(({ id }) => id)).toEqual(['q1'])
  expect(store.briefs().map(({ title }) => title)).toEqual(['Theirs', 'Meanwhile'])
  await other.close()
  expect((await verifyCase(open)).problems).toEqual([])
  await store.close()
})
