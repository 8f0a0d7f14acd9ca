import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Statement } from '../../../shared/brief/brief.ts'
import { CaseStore } from '../../store/case-store.ts'
import { brief, caseRecord, newSource } from '../../store/made.test-helper.ts'
import { OpenCase } from '../open-case.ts'

let folder: string
let open: OpenCase
const now = (): Date => new Date('2035-03-12T09:00:00.000Z')
const MANY = 40

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brief-analysis-'))
  const store = await CaseStore.create(join(folder, 'case'), caseRecord, { userData: join(folder, 'user-data'), now })
  open = new OpenCase(store, now)
  await store.addSource(newSource('aa-1', 'S1', 'Twelve people died when the ferry Lodd sank off Skarv.'))
  const statements = Array.from({ length: MANY }, (_, n): Statement => {
    const citation = { sourceId: 'aa-1', quoteId: null, label: null, relation: 'supports' as const, locator: null }
    return {
      type: 'statement',
      attrs: { id: `statement-${n}`, kind: 'fact', likelihood: null, confidence: null },
      content: [
        { type: 'text', text: `The ferry Lodd sank with ${n + 20} people. ` },
        { type: 'citation', attrs: citation }
      ]
    }
  })
  const [section] = brief.doc.content
  await store.addBrief({
    ...brief,
    doc: { ...brief.doc, content: [{ ...section!, content: [section!.content[0], ...statements] }] }
  })
})
afterEach(async () => {
  await open.readings.close()
  await open.store.close()
  await rm(folder, { recursive: true, force: true })
})

it('lets other work come in between the statements that it analyses', async () => {
  // The case is read before.
  await open.analysis.lintStatement(brief.id, open.brief(brief.id).doc.content[0]!.content[1] as Statement)
  let turns = 0
  let isDone = false
  const count = (): void => {
    turns++
    if (!isDone) setImmediate(count)
  }
  setImmediate(count)
  const { findings } = await open.analysis.lint(brief.id)
  isDone = true
  expect(findings.filter(({ code }) => code === 'number-unsupported')).toHaveLength(MANY)
  expect(turns).toBeGreaterThan(MANY)
})

it('answers what is asked at once one after the other, as it would alone', async () => {
  const order: string[] = []
  const note = async <T>(name: string, answer: Promise<T>): Promise<T> => {
    const value = await answer
    order.push(name)
    return value
  }
  const { analysis } = open
  const [lint, origins, change, again] = await Promise.all([
    note('lint', analysis.lint(brief.id)),
    note('origins', analysis.origins(brief.id)),
    note('change', analysis.originsSince(brief.id, null)),
    note('again', analysis.lint(brief.id))
  ])
  expect(order).toEqual(['lint', 'origins', 'change', 'again'])
  expect(again).toEqual(lint)
  expect(change.statements).toEqual(origins.statements)
  expect(origins.statements).toHaveLength(MANY)
  const wrong = analysis.lint('no')
  await expect(wrong).rejects.toMatchObject({ code: 'not-found' })
  await expect(analysis.lint(brief.id)).resolves.toEqual(lint)
})
