import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Brief } from '../../../shared/brief/brief.ts'
import { readBriefMarkdown } from '../../../shared/brief/markdown/read.ts'
import { mapReferences } from '../../../shared/brief/map.ts'
import { CaseStore } from '../../store/case-store.ts'
import { caseRecord, newSource } from '../../store/made.test-helper.ts'
import { OpenCase } from '../open-case.ts'
import { originHandlers } from './origin-handlers.ts'

const FERRY = 'The ferry Lodd ran aground off Skarv on Saturday night with 83 people on board, its owner said.'
let folder: string
let open: OpenCase
let ids = 0
const clock = { now: () => new Date(Date.UTC(2035, 3, 2)), newId: () => `made-${++ids}` }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overrule-'))
  const store = await CaseStore.create(join(folder, 'case'), caseRecord, {
    userData: join(folder, 'user-data'),
    now: clock.now
  })
  open = new OpenCase(store, clock.now)
  await store.addSource(newSource('aa-1', 'S1', FERRY))
  await store.addSource(newSource('bb-2', 'S2', FERRY))
  await store.addBrief(
    brief('The ferry Lodd ran aground off Skarv. [@S1] [@S2] {.fact}\n\nSome say it was fog. [@S1] {.fact}')
  )
})
afterEach(async () => {
  await open.store.close()
  await rm(folder, { recursive: true, force: true })
})

function brief(statements: string): Brief {
  let nodes = 0
  const { sections } = readBriefMarkdown(`## Facts\n\n${statements}\n`, () => `n${++nodes}`)
  const sourceIds: Record<string, string> = { S1: 'aa-1', S2: 'bb-2' }
  return {
    id: 'brief-1',
    title: 'Ferry',
    author: '',
    date: '2035-04-02',
    tlp: 'TLP:GREEN',
    language: 'en',
    template: 'blank',
    createdAt: clock.now().toISOString(),
    withheld: [],
    deletedAt: null,
    doc: {
      type: 'doc',
      content: mapReferences(sections, {
        citation: (node) => ({
          ...node,
          attrs: { ...node.attrs, label: null, sourceId: sourceIds[node.attrs.label!]! }
        }),
        quoteBlock: (node) => node,
        figure: (node) => node
      })
    }
  }
}

const handlers = () => originHandlers(() => open, clock)
const first = async () => (await handlers()['origins.get']({ id: 'brief-1' })).statements[0]!

it('parts a copy with a reason; that is logged, and undone and done again', async () => {
  const { statement, count } = await first()
  expect(count).toBe(1)
  const split = {
    briefId: 'brief-1',
    statementId: statement,
    split: 'bb-2',
    join: null,
    because: 'own reporter on board'
  }
  await handlers()['origins.overrule'](split)
  expect(await first()).toMatchObject({
    count: 2,
    overruled: [{ report: 'S2', with: null, because: 'own reporter on board' }]
  })
  const entries = (await open.store.custody()).flatMap((log) => log.entries)
  expect(entries.map(({ action }) => action)).toContain('origin-overruling-added')
  await open.edits.undo()
  expect(await first()).toMatchObject({ count: 1, overruled: [] })
  await open.edits.redo()
  expect((await first()).count).toBe(2)
})

it('takes no source that the statement doesn’t cite, and none twice', async () => {
  const { statements } = await handlers()['origins.get']({ id: 'brief-1' })
  const asked = { briefId: 'brief-1', statementId: statements[1]!.statement, because: 'x' }
  const overrule = handlers()['origins.overrule']
  await expect(overrule({ ...asked, split: 'bb-2', join: null })).rejects.toThrow('doesn’t cite S2 in support')
  await expect(overrule({ ...asked, split: null, join: ['aa-1', 'aa-1'] })).rejects.toThrow('joined with itself')
})

it('puts a finding aside until the statement’s words change', async () => {
  const codes = async () => (await handlers()['lint.get']({ id: 'brief-1' })).findings.map(({ code }) => code)
  expect(await codes()).toContain('weasel-words')
  const { findings } = await handlers()['lint.get']({ id: 'brief-1' })
  const { statement, exact } = findings.find(({ code }) => code === 'weasel-words')!
  await handlers()['lint.dismiss']({
    briefId: 'brief-1',
    statementId: statement,
    code: 'weasel-words',
    exact,
    because: 'said at a hearing'
  })
  expect(await codes()).not.toContain('weasel-words')
  await open.store.updateBrief('brief-1', (before) => ({
    ...before,
    doc: brief('The ferry Lodd ran aground off Skarv. [@S1] [@S2] {.fact}\n\nSome say it was dense fog. [@S1] {.fact}')
      .doc
  }))
  expect(await codes()).toContain('weasel-words')
})

it('looks at a statement as it is being written, without keeping it', async () => {
  const { statements } = await handlers()['origins.get']({ id: 'brief-1' })
  const { statement } = statements[1]!
  const written = (text: string) =>
    handlers()['lint.statement']({
      briefId: 'brief-1',
      statement: {
        type: 'statement',
        attrs: { id: statement, kind: 'fact', likelihood: null, confidence: null },
        content: [
          { type: 'text', text },
          {
            type: 'citation',
            attrs: { quoteId: null, sourceId: 'aa-1', label: null, relation: 'supports', locator: null }
          }
        ]
      }
    })
  expect((await written('Some say it was dense fog.')).findings).toMatchObject([
    { code: 'weasel-words', statement, number: 2, exact: 'Some say' }
  ])
  expect((await written('It had 85 people on board.')).findings).toMatchObject([{ code: 'number-unsupported' }])
  expect((await written('It had 83 people on board.')).findings).toEqual([])
  expect((await written('')).findings).toEqual([])
  const { findings } = await handlers()['lint.get']({ id: 'brief-1' })
  expect(findings.map(({ code }) => code)).toContain('weasel-words')
})

it('tells of origins what changed since they were told last, and all of them where that isn’t known', async () => {
  const since = handlers()['origins.since']
  const whole = await since({ id: 'brief-1', since: null })
  expect([whole.isWhole, whole.statements.length]).toEqual([true, 2])
  const [ran, fog] = whole.statements.map(({ statement }) => statement) as [string, string]
  const same = await since({ id: 'brief-1', since: whole.at })
  expect(same).toMatchObject({ isWhole: false, statements: [], gone: [] })

  const overruling = { briefId: 'brief-1', statementId: ran, split: 'bb-2', join: null, because: 'own reporter' }
  await handlers()['origins.overrule'](overruling)
  const parted = await since({ id: 'brief-1', since: same.at })
  expect(parted.statements.map(({ statement, count }) => [statement, count])).toEqual([[ran, 2]])

  // Without the first one the second is the first, and else what it was.
  await open.store.updateBrief('brief-1', (before) => {
    const [section] = before.doc.content
    const [title, , ...rest] = section!.content
    return { ...before, doc: { ...before.doc, content: [{ ...section!, content: [title, ...rest] }] } }
  })
  expect(await since({ id: 'brief-1', since: parted.at })).toMatchObject({
    isWhole: false,
    statements: [],
    gone: [ran]
  })
  expect((await first()).number).toBe(1)
  expect((await since({ id: 'brief-1', since: whole.at })).statements.map(({ statement }) => statement)).toEqual([fog])

  // What comes in may be where any of them has it from.
  const { at } = await since({ id: 'brief-1', since: null })
  await open.store.addSource(newSource('cc-3', 'S3', FERRY))
  expect((await since({ id: 'brief-1', since: at })).statements).toHaveLength(1)
})
