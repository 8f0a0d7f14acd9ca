import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { EVIDENCE, type Evidence } from '../../../shared/case/records/evidence.ts'
import { HYPOTHESIS } from '../../../shared/case/records/hypothesis.ts'
import { Conflicts } from '../../../shared/case/merge/conflicts.ts'
import { CaseStore } from '../../store/case-store.ts'
import { brief, caseRecord, newSource } from '../../store/made.test-helper.ts'
import { OpenCase } from '../open-case.ts'
import { quoteRange } from '../quotes.ts'
import { hypothesesHandlers } from './hypotheses-handlers.ts'

let folder: string
let open: OpenCase
let ids = 0
const clock = { now: () => new Date(Date.UTC(2035, 3, 2, 0, 0, ++ids)), newId: () => `made-${++ids}` }
const handlers = hypothesesHandlers(() => open, clock)
const briefId = brief.id

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hypotheses-'))
  const store = await CaseStore.create(join(folder, 'case'), caseRecord, {
    userData: join(folder, 'user-data'),
    now: clock.now
  })
  open = new OpenCase(store, clock.now)
  await store.addSource(newSource('aa-1', 'S1', 'The ferry Lodd ran aground off Skarv in fog.'))
  await store.addBrief(brief)
})
afterEach(async () => {
  await open.store.close()
  await rm(folder, { recursive: true, force: true })
})

it('ranks hypotheses, keeps evidence with its links, logs and undoes each step', async () => {
  await handlers['hypotheses.add']({ briefId, text: 'Fog' })
  await handlers['hypotheses.add']({ briefId, text: 'A failed rudder' })
  const quote = await quoteRange(open, { sourceId: 'aa-1', start: 35, end: 43 }, clock)
  let now = await handlers['hypotheses.addEvidence']({
    briefId,
    text: 'It was foggy',
    quotes: [quote.id],
    sources: ['aa-1'],
    statements: []
  })
  const [fog, rudder] = now.hypotheses
  const [row] = now.evidence
  expect(row).toMatchObject({ number: 1, quotes: [{ key: 'Q1' }], sources: [{ key: 'S1' }], tellsApart: false })
  now = await handlers['hypotheses.rate']({
    briefId,
    evidenceId: row!.id,
    hypothesisId: rudder!.id,
    rating: 'inconsistent'
  })
  expect(now.hypotheses.map(({ text, rank }) => [text, rank])).toEqual([
    ['Fog', 1],
    ['A failed rudder', 2]
  ])
  expect(now.evidence[0]).toMatchObject({ tellsApart: true, leftOut: { change: 'leader' } })
  const entry = (await open.store.custody()).flatMap(({ entries }) => entries).at(-1)!
  expect(entry.action).toBe('evidence-changed')

  await open.edits.undo()
  now = await handlers['hypotheses.get']({ id: briefId })
  expect(now.evidence[0]!.ratings).toEqual({})
  await open.edits.redo()
  now = await handlers['hypotheses.remove']({ briefId, id: fog!.id })
  expect(now.hypotheses).toHaveLength(1)
  await open.edits.undo()
  now = await handlers['hypotheses.get']({ id: briefId })
  expect(now.hypotheses.map(({ rank }) => rank)).toEqual([1, 2])
})

it('refuses evidence of what isn’t there, and a rating of what is gone', async () => {
  const none = { quotes: [], sources: [], statements: [] }
  const add = (links: object) => handlers['hypotheses.addEvidence']({ briefId, text: 'x', ...none, ...links })
  await expect(add({ quotes: ['no'] })).rejects.toMatchObject({ code: 'not-found' })
  await expect(add({ sources: ['no'] })).rejects.toMatchObject({ code: 'not-found' })
  await expect(add({ statements: ['no'] })).rejects.toMatchObject({ code: 'not-found' })
  const { evidence } = await add({})
  await expect(
    handlers['hypotheses.rate']({ briefId, evidenceId: evidence[0]!.id, hypothesisId: 'no', rating: 'consistent' })
  ).rejects.toMatchObject({ code: 'not-found' })
})

it('merges the ratings of two people row by row, and hands none of it over in a reduced bundle', () => {
  const row: Evidence = {
    id: 'e',
    briefId,
    text: 'It was foggy',
    quotes: ['q'],
    sources: [],
    statements: [],
    ratings: { h1: 'consistent' },
    createdAt: ''
  }
  const teller = {
    conflicts: new Conflicts({}),
    about: { of: 'record' as const, id: 'e', name: () => 'e' }
  }
  const merged = EVIDENCE.merge(
    {
      base: row,
      a: { ...row, ratings: { ...row.ratings, h2: 'inconsistent' } },
      b: { ...row, quotes: ['q', 'r'], ratings: { h3: 'not-applicable' } }
    },
    teller
  )
  expect(merged.ratings).toEqual({ h2: 'inconsistent', h3: 'not-applicable' })
  expect(merged.quotes).toEqual(['q', 'r'])
  const holdings = {
    sources: new Set(['aa-1']),
    quotes: new Set(['q']),
    withheldKeys: new Set<string>(),
    tags: { ids: new Set<string>() }
  }
  expect(EVIDENCE.reduce(row, holdings)).toBeNull()
  expect(HYPOTHESIS.reduce({ id: 'h1', briefId, text: 'Fog', createdAt: '' }, holdings)).toBeNull()
})
