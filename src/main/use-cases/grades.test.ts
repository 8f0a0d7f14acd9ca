import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { reduceSource } from '../../shared/exchange/withhold.ts'
import { CaseStore } from '../store/case-store.ts'
import { caseRecord, newSource } from '../store/made.test-helper.ts'
import { gradeHandlers } from './grades.ts'
import { OpenCase } from './open-case.ts'
import { quoteRange } from './quotes.ts'

let folder: string
let open: OpenCase
let ids = 0
const clock = { now: () => new Date(Date.UTC(2035, 3, 2)), newId: () => `made-${++ids}` }
const told: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grades-'))
  told.length = 0
  const store = await CaseStore.create(join(folder, 'case'), caseRecord, {
    userData: join(folder, 'user-data'),
    now: clock.now
  })
  open = new OpenCase(store, clock.now)
  await store.addSource(newSource('aa-1', 'S1', 'The ferry Lodd ran aground off Skarv.'))
})
afterEach(async () => {
  await open.store.close()
  await rm(folder, { recursive: true, force: true })
})

const handlers = () =>
  gradeHandlers(
    () => open,
    (name) => told.push(name)
  )
const GRADE = {
  reliability: 'B' as const,
  credibility: '3' as const,
  reliabilityReason: 'right before',
  credibilityReason: 'nobody else says so'
}

it('grades a source with its reasons, shows it in its row, and takes it back', async () => {
  await handlers()['grade.source']({ id: 'aa-1', grading: GRADE })
  expect((await open.source('aa-1')).source.grading).toEqual(GRADE)
  expect(open.store.catalogue.row('aa-1')?.grade).toBe('B3')
  expect(told).toEqual(['source.row'])
  const entry = (await open.store.custody()).flatMap(({ entries }) => entries).at(-1)!
  expect(entry).toMatchObject({
    action: 'source-graded',
    subject: 'S1',
    detail: { reliability: 'B', credibility: '3' }
  })
  expect(JSON.stringify(entry)).not.toContain('right before')
  await expect(open.edits.undo()).resolves.toMatchObject({ did: 'grade of S1' })
  expect((await open.source('aa-1')).source.grading).toBeNull()
  await open.edits.redo()
  expect((await open.source('aa-1')).source.grading).toEqual(GRADE)
})

it('refuses a grade without a reason, and changes nothing', async () => {
  const grading = { reliability: 'B' as const, credibility: null }
  await expect(handlers()['grade.source']({ id: 'aa-1', grading })).rejects.toMatchObject({ code: 'bad-request' })
  expect((await open.source('aa-1')).source.grading).toBeNull()
})

it('grades a quote apart from its source, lists both, and hands neither reason on in a reduced bundle', async () => {
  const quote = await quoteRange(open, { sourceId: 'aa-1', start: 0, end: 14 }, clock)
  await handlers()['grade.source']({ id: 'aa-1', grading: GRADE })
  const own = { reliability: null, credibility: '5' as const, credibilityReason: 'the harbour log says otherwise' }
  await handlers()['grade.quote']({ id: quote.id, grading: own })
  await expect(handlers()['grade.list']({})).resolves.toEqual([
    { key: 'S1', source: 'S1', grading: GRADE },
    { key: 'Q1', source: 'S1', grading: own }
  ])
  const reduced = reduceSource(await open.source('aa-1'))
  expect(reduced.source.grading).toEqual({ reliability: 'B', credibility: '3' })
  expect(reduced.quotes[0]!.grading).toEqual({ reliability: null, credibility: '5' })
  await open.edits.undo()
  await expect(handlers()['grade.list']({})).resolves.toHaveLength(1)
})
