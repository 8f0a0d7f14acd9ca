import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Brief } from '../../shared/brief/brief.ts'
import { readBriefMarkdown } from '../../shared/brief/markdown/read.ts'
import { Conflicts } from '../../shared/case/merge/conflicts.ts'
import { COMMENT, type CommentThread } from '../../shared/case/records/comment.ts'
import { CaseStore } from '../store/case-store.ts'
import { caseRecord } from '../store/made.test-helper.ts'
import { commentHandlers } from './comments.ts'
import { OpenCase } from './open-case.ts'

let folder: string
let open: OpenCase
let ids = 0
const clock = { now: () => new Date(Date.UTC(2035, 3, 2, 0, ids)), newId: () => `made-${++ids}` }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comments-'))
  const store = await CaseStore.create(join(folder, 'case'), caseRecord, {
    userData: join(folder, 'user-data'),
    now: clock.now
  })
  open = new OpenCase(store, clock.now)
  let nodes = 0
  const { sections } = readBriefMarkdown(
    '## Facts\n\nThe ferry ran aground.\n\nFog lay over Skarv.\n',
    () => `n${++nodes}`
  )
  await store.addBrief({
    ...{ id: 'brief-1', title: 'Ferry', author: '', date: '2035-04-02', tlp: 'TLP:GREEN', language: 'en' },
    ...{ template: 'blank', createdAt: clock.now().toISOString(), withheld: [], deletedAt: null },
    doc: { type: 'doc', content: sections as Brief['doc']['content'] }
  })
})
afterEach(async () => {
  await open.store.close()
  await rm(folder, { recursive: true, force: true })
})

const handlers = () => commentHandlers(() => open, clock)
const statementIds = () =>
  open.brief('brief-1').doc.content[0]!.content.flatMap((node) => (node.type === 'statement' ? [node.attrs.id] : []))
const add = (place: number, text: string) =>
  handlers()['comment.add']({ briefId: 'brief-1', statementId: statementIds()[place]!, author: 'Desk 4', text })
const list = () => handlers()['comment.list']({ id: 'brief-1' })

it('keeps threads in the order of their statements; what is said, resolved and removed is undone', async () => {
  await add(1, 'Who saw it?')
  const [first] = await add(0, 'Which ferry?')
  expect((await list()).map(({ number, words }) => [number, words])).toEqual([
    [1, 'The ferry ran aground.'],
    [2, 'Fog lay over Skarv.']
  ])
  await handlers()['comment.resolve']({ id: first!.id, resolved: true })
  expect((await list())[0]!.resolvedAt).not.toBeNull()
  await open.edits.undo()
  expect((await list())[0]!.resolvedAt).toBeNull()
  await handlers()['comment.answer']({ id: first!.id, author: '', text: 'The Lodd.' })
  expect((await list())[0]!.entries.map(({ text }) => text)).toEqual(['Which ferry?', 'The Lodd.'])
  await handlers()['comment.remove']({ id: first!.id })
  expect(await list()).toHaveLength(1)
  await open.edits.undo()
  expect(await list()).toHaveLength(2)
})

it('is open again once it’s answered, and tells of a statement that is gone', async () => {
  const [thread] = await add(0, 'Which ferry?')
  await handlers()['comment.resolve']({ id: thread!.id, resolved: true })
  await handlers()['comment.answer']({ id: thread!.id, author: '', text: 'The Lodd.' })
  expect((await list())[0]!.resolvedAt).toBeNull()
  await open.store.updateBrief('brief-1', (brief) => {
    const [section] = brief.doc.content
    const [title, , ...rest] = section!.content
    return { ...brief, doc: { ...brief.doc, content: [{ ...section!, content: [title, ...rest] }] } }
  })
  expect(await list()).toMatchObject([{ number: null, words: 'The ferry ran aground.' }])
})

it('tells the log whose it is, and not what it says', async () => {
  await add(0, 'Ask the harbour master')
  const entries = (await open.store.custody()).flatMap((log) => log.entries)
  expect(JSON.stringify(entries)).toContain('by Desk 4')
  expect(JSON.stringify(entries)).not.toContain('harbour master')
})

it('merges what both copies said, and is open where one goes on with what the other resolved', () => {
  const said = (id: string, minute: number) => ({ id, author: '', text: id, at: `2035-04-02T00:0${minute}:00.000Z` })
  const base: CommentThread = {
    ...{ id: 'c', briefId: 'b', statementId: 's', words: '', createdAt: '2035-04-02T00:00:00.000Z' },
    ...{ entries: [said('one', 0)], resolvedAt: null }
  }
  const a = { ...base, resolvedAt: '2035-04-03T00:00:00.000Z' }
  const b = { ...base, entries: [said('one', 0), said('two', 1)] }
  const teller = { conflicts: new Conflicts({}), about: {} } as never
  const merged = COMMENT.merge({ base, a, b }, teller)
  expect(merged.entries.map(({ id }) => id)).toEqual(['one', 'two'])
  expect(merged.resolvedAt).toBeNull()
  expect(COMMENT.merge({ base, a, b: base }, teller).resolvedAt).toBe(a.resolvedAt)
  expect(COMMENT.reduce(base, {} as never)).toBeNull()
})
