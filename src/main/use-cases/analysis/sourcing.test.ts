import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readBriefMarkdown } from '../../../shared/brief/markdown/read.ts'
import { mapReferences } from '../../../shared/brief/map.ts'
import { SOURCING_TEXT } from '../../../shared/case/records/sourcing-text.ts'
import { Conflicts } from '../../../shared/case/merge/conflicts.ts'
import { CaseStore } from '../../store/case-store.ts'
import { brief, caseRecord, newSource } from '../../store/made.test-helper.ts'
import { OpenCase } from '../open-case.ts'
import { sourcingHandlers } from './sourcing.ts'

const FERRY = 'The ferry Lodd ran aground off Skarv on Saturday night with 83 people on board, its owner said.'
const GATE = 'The lamp of Skarv was out that night, the harbour master said.'
let folder: string
let open: OpenCase
const clock = { now: () => new Date(Date.UTC(2035, 3, 2)) }
const handlers = sourcingHandlers(() => open, clock)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcing-'))
  const store = await CaseStore.create(join(folder, 'case'), caseRecord, {
    userData: join(folder, 'user-data'),
    now: clock.now
  })
  open = new OpenCase(store, clock.now)
  await store.addSource(newSource('aa-1', 'S1', FERRY))
  await store.addSource(newSource('bb-2', 'S2', FERRY))
  await store.addSource(newSource('cc-3', 'S3', GATE))
  let nodes = 0
  const { sections } = readBriefMarkdown(
    '## Facts\n\nThe ferry Lodd ran aground off Skarv. [@S1] [@S2] {.fact}\n\nThe lamp of Skarv was out. [@S3] {.fact}\n\nIt is likely that the lamp led it astray. [@S3] {.judgement}\n',
    () => `n${++nodes}`
  )
  const ids: Record<string, string> = { S1: 'aa-1', S2: 'bb-2', S3: 'cc-3' }
  const content = mapReferences(sections, {
    citation: (node) => ({ ...node, attrs: { ...node.attrs, label: null, sourceId: ids[node.attrs.label!]! } }),
    quoteBlock: (node) => node,
    figure: (node) => node
  })
  await store.addBrief({ ...brief, doc: { type: 'doc', content } })
})
afterEach(async () => {
  await open.store.close()
  await rm(folder, { recursive: true, force: true })
})

it('drafts the summary and descriptors of what the case knows', async () => {
  const { summary, descriptors } = await handlers['sourcing.get']({ id: brief.id })
  expect(summary).toMatchObject({ isEdited: false, isOutdated: false, editedAt: null })
  expect(summary.text).toContain('Basis. 3 statements of 3 are supported, by 3 cited sources')
  expect(summary.text).toContain('Statements 1, 2 and 3 rest on one origin each.')
  expect(summary.text).toContain('S1, S2 and S3 aren’t graded.')
  expect(summary.text).toContain(
    'The judgements lean most on S3 (not graded), without which statement 3 has no support.'
  )
  expect(descriptors.map(({ source }) => source)).toEqual(['S1', 'S2', 'S3'])
  expect(descriptors[1]!.text).toContain('Has the words of S1 for statement 1.')
  expect(descriptors[2]!.text).toContain('Its own report for statements 2 and 3.')
  expect(descriptors[2]!.text).toContain('It isn’t graded.')
})

it('keeps what was written apart from the draft, tells when that has changed since, and goes back to it', async () => {
  const first = await handlers['sourcing.set']({ briefId: brief.id, sourceId: null, text: 'One source, in truth.' })
  expect(first.summary).toMatchObject({ text: 'One source, in truth.', isEdited: true, isOutdated: false })
  await handlers['sourcing.set']({ briefId: brief.id, sourceId: 'cc-3', text: 'The harbour master’s friend.' })
  await open.store.updateSource(
    'cc-3',
    (record) => ({ ...record, source: { ...record.source, grading: { reliability: 'E', credibility: null } } }),
    { action: 'source-graded', subject: 'S3', detail: {} }
  )
  const graded = await handlers['sourcing.get']({ id: brief.id })
  expect(graded.summary).toMatchObject({ text: 'One source, in truth.', isOutdated: true })
  expect(graded.descriptors[2]).toMatchObject({ text: 'The harbour master’s friend.', isOutdated: true })
  expect(graded.descriptors[0]).toMatchObject({ isEdited: false })
  const back = await handlers['sourcing.set']({ briefId: brief.id, sourceId: null, text: null })
  expect(back.summary).toMatchObject({ isEdited: false, text: back.summary.draft })
  await open.edits.undo()
  await expect(handlers['sourcing.get']({ id: brief.id })).resolves.toMatchObject({
    summary: { text: 'One source, in truth.' }
  })
  await expect(handlers['sourcing.set']({ briefId: brief.id, sourceId: 'none', text: 'x' })).rejects.toMatchObject({
    code: 'not-found'
  })
})

it('merges what two people wrote of the same, and hands none of it over in a reduced bundle', async () => {
  await handlers['sourcing.set']({ briefId: brief.id, sourceId: null, text: 'A.' })
  const [record] = open.store.records(SOURCING_TEXT).list()
  const teller = {
    conflicts: new Conflicts({}),
    about: { of: 'record' as const, id: record!.id, name: () => 'it' }
  }
  const merged = SOURCING_TEXT.merge(
    { base: undefined, a: record!, b: { ...record!, text: 'B.', draft: 'newer', editedAt: '2036' } },
    teller
  )
  expect(merged).toMatchObject({ text: 'A.\n\nB.', draft: 'newer', editedAt: '2036' })
  const holdings = {
    sources: new Set(['cc-3']),
    quotes: new Set<string>(),
    withheldKeys: new Set<string>(),
    tags: { ids: new Set<string>() }
  }
  expect(SOURCING_TEXT.reduce(record!, holdings)).toBeNull()
})
