import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Brief } from '../../shared/brief/brief.ts'
import { readBriefMarkdown } from '../../shared/brief/markdown/read.ts'
import { MOST_UNNAMED } from '../../shared/brief/versions/keeping.ts'
import { CaseStore } from '../store/case-store.ts'
import { caseRecord } from '../store/made.test-helper.ts'
import { briefHandlers } from './brief-handlers.ts'
import { OwnTemplates } from './own-templates.ts'
import { OpenCase } from './open-case.ts'
import { versionHandlers } from './version-handlers.ts'

let folder: string
let open: OpenCase
let ids = 0
let hour = 0
const clock = { now: () => new Date(Date.UTC(2035, 3, 2, hour)), newId: () => `made-${++ids}` }

beforeEach(async () => {
  hour = 0
  folder = await mkdtemp(join(tmpdir(), 'versions-'))
  const store = await CaseStore.create(join(folder, 'case'), caseRecord, {
    userData: join(folder, 'user-data'),
    now: clock.now
  })
  open = new OpenCase(store, clock.now)
  await store.addBrief({ ...brief, doc: docOf('The ferry ran aground.') })
})
afterEach(async () => {
  await open.store.close()
  await rm(folder, { recursive: true, force: true })
})

function docOf(statement: string): Brief['doc'] {
  let nodes = 0
  return {
    type: 'doc',
    content: readBriefMarkdown(`## Facts\n\n${statement}\n`, () => `n${++nodes}`).sections as never
  }
}

const fields = { title: 'Ferry', author: '', date: '2035-04-02', tlp: 'TLP:AMBER', language: 'en' } as const
const brief: Brief = {
  id: 'brief-1',
  ...fields,
  template: 'blank',
  createdAt: '2035-04-02T00:00:00.000Z',
  withheld: [],
  deletedAt: null,
  doc: docOf('')
}
const versions = () => versionHandlers(() => open, clock)
const briefs = () =>
  briefHandlers({ opened: () => open, emit: () => undefined, templates: new OwnTemplates(tmpdir()), ...clock })
const write = (words: string) => briefs()['brief.save']({ id: 'brief-1', fields, doc: docOf(words) })
const list = () => versions()['version.list']({ id: 'brief-1' })

it('keeps a version under a name, which is undone and done again', async () => {
  await versions()['version.keep']({ briefId: 'brief-1', name: 'As sent' })
  expect(await list()).toMatchObject([{ name: 'As sent', why: 'wanted', statements: 1, isPresent: true }])
  await open.edits.undo()
  expect(await list()).toEqual([])
  await open.edits.redo()
  expect(await list()).toHaveLength(1)
  await write('The ferry sank.')
  expect(await list()).toMatchObject([{ isPresent: false }])
})

it('restores a version after the present was kept; that is logged, and undone', async () => {
  const [first] = await versions()['version.keep']({ briefId: 'brief-1', name: 'As sent' })
  await write('The ferry sank.')
  const difference = await versions()['version.difference']({ briefId: 'brief-1', before: first!.id, after: null })
  expect(difference.changes).toMatchObject([{ change: 'changed', text: 'The ferry sank.' }])
  hour = 1
  const words = (): string => JSON.stringify(open.brief('brief-1').doc)
  const restored = await versions()['version.restore']({ id: first!.id })
  expect(JSON.stringify(restored.doc)).toContain('ran aground')
  expect((await list()).map(({ why, isPresent }) => [why, isPresent])).toEqual([
    ['wanted', true],
    ['restore', false]
  ])
  const entries = (await open.store.custody()).flatMap((log) => log.entries)
  expect(entries.map(({ action }) => action)).toContain('version-restored')
  await open.edits.undo()
  expect(words()).toContain('sank')
  await open.edits.redo()
  expect(words()).toContain('ran aground')
})

it('shows nothing again that was withheld since, and lowers no handling', async () => {
  const [first] = await versions()['version.keep']({ briefId: 'brief-1', name: 'Early' })
  const withheld = [{ id: 'w', kind: 'words', terms: ['Skarv'], reason: 'P' }] as never
  await open.store.updateBrief('brief-1', (before) => ({ ...before, tlp: 'TLP:RED', withheld, doc: docOf('It sank.') }))
  await versions()['version.restore']({ id: first!.id })
  expect(open.brief('brief-1')).toMatchObject({ tlp: 'TLP:RED', withheld })
})

it('keeps what was there before the first change after a pause, once', async () => {
  await write('The ferry sank.')
  expect(await list()).toEqual([])
  hour = 9
  await write('The ferry sank at night.')
  await write('The ferry sank in the night.')
  const kept = await list()
  expect(kept.map(({ why }) => why)).toEqual(['pause'])
  const { changes } = await versions()['version.difference']({ briefId: 'brief-1', before: kept[0]!.id, after: null })
  expect(changes.map(({ words }) => words?.filter(({ kind }) => kind === 'source').map(({ text }) => text))).toEqual([
    []
  ])
})

it('keeps so many that nobody named, and all that have a name', async () => {
  await versions()['version.keep']({ briefId: 'brief-1', name: 'As sent' })
  for (hour = 1; hour <= MOST_UNNAMED + 2; hour++) {
    await open.store.updateBrief('brief-1', (before) => ({ ...before, doc: docOf(`It sank ${hour} times.`) }))
    await open.versions.keepBySelf(open.brief('brief-1'), 'export', clock)
  }
  await open.versions.keepBySelf(open.brief('brief-1'), 'export', clock)
  const kept = await list()
  expect(kept).toHaveLength(MOST_UNNAMED + 1)
  expect(kept[0]).toMatchObject({ name: 'As sent' })
})
