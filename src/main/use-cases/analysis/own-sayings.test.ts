import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CaseStore } from '../../store/case-store.ts'
import { caseRecord, newSource } from '../../store/made.test-helper.ts'
import { OpenCase } from '../open-case.ts'
import { figureOverrulingHandlers } from './figure-overruling-handlers.ts'
import { ownEventHandlers } from './own-events.ts'
import { readingHandlers } from './reading-handlers.ts'

let folder: string
let open: OpenCase
let ids = 0
const clock = { now: () => new Date(Date.UTC(2035, 3, 2, 0, ids)), newId: () => `made-${++ids}` }

function reported(id: string, key: string, day: string, text: string) {
  const made = newSource(id, key, text)
  const { published } = made.source.metadata
  return {
    ...made,
    source: { ...made.source, metadata: { ...made.source.metadata, published: { ...published, value: day } } }
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sayings-'))
  const store = await CaseStore.create(join(folder, 'case'), caseRecord, {
    userData: join(folder, 'user-data'),
    now: clock.now
  })
  open = new OpenCase(store, clock.now)
  await store.addSource(
    reported('aa-1', 'S1', '2035-03-30', 'The ferry sank on Thursday. The rescue service said that 17 people died.')
  )
  await store.addSource(reported('bb-2', 'S2', '2035-03-30', 'The hospital said that 23 people died.'))
})
afterEach(async () => {
  await open.readings.close()
  await open.store.close()
  await rm(folder, { recursive: true, force: true })
})

describe('figures that are overruled', () => {
  const handlers = () => ({ ...readingHandlers(() => open), ...figureOverrulingHandlers(() => open, clock) })
  const places = async () => {
    const { figures } = await handlers()['figures.get']({})
    return figures.map(({ source, start, end, exact, value }) => ({
      sourceId: source === 'S1' ? 'aa-1' : 'bb-2',
      ...{ start, end, exact, value }
    }))
  }
  const kinds = async () => (await handlers()['figures.get']({})).relations.map(({ kind }) => kind)

  it('agree, with the reason, until that is undone or taken back', async () => {
    expect(await kinds()).toEqual(['conflict'])
    const [figure, other] = await places()
    const because = 'the hospital counts later'
    const [row] = await handlers()['figures.overrule']({ kind: 'agrees', figure: other!, other: figure!, because })
    expect((await handlers()['figures.get']({})).relations).toMatchObject([
      { kind: 'compatible', because: `Overruled: ${because}` }
    ])
    await open.edits.undo()
    expect(await kinds()).toEqual(['conflict'])
    await open.edits.redo()
    expect(row).toMatchObject({ source: 'S2', holds: true })
    await handlers()['figures.takeBack']({ id: row!.id })
    expect(await kinds()).toEqual(['conflict'])
  })

  it('are no figures, or count what no other counts', async () => {
    const [figure, other] = await places()
    await handlers()['figures.overrule']({ kind: 'series', figure: other!, other: null, because: 'other dead' })
    expect(await kinds()).toEqual([])
    await handlers()['figures.overrule']({ kind: 'series', figure: other!, other: figure!, because: 'after all' })
    expect(await kinds()).toEqual(['conflict'])
    await handlers()['figures.overrule']({ kind: 'none', figure: other!, other: null, because: 'a ward' })
    expect(await places()).toEqual([figure])
    const again = handlers()['figures.overrule']({ kind: 'none', figure: other!, other: null, because: 'again' })
    await expect(again).rejects.toThrow('is no figure of the case')
  })
})

describe('the chronology', () => {
  it('says what another date of a report would move, and moves nothing', async () => {
    const handlers = readingHandlers(() => open)
    const before = await handlers['chronology.get']({})
    expect(await handlers['chronology.moved']({ ids: ['aa-1', 'bb-2'], published: '2035-04-06' })).toMatchObject([
      {
        source: 'S1',
        exact: expect.stringContaining('Thursday') as unknown,
        before: { from: '2035-03-29' },
        after: { from: '2035-04-05' }
      }
    ])
    expect(await handlers['chronology.moved']({ ids: ['aa-1'], published: '2035-03-31' })).toEqual([])
    expect(await handlers['chronology.moved']({ ids: ['aa-1'], published: null })).toMatchObject([{ after: null }])
    expect(await handlers['chronology.get']({})).toEqual(before)
  })

  it('has events of one’s own, which are changed, removed and undone', async () => {
    const handlers = ownEventHandlers(() => open, clock)
    const storm = {
      from: '2035-03-28',
      to: '2035-03-29',
      approximate: true,
      words: 'Storm',
      quotes: [],
      statements: []
    }
    const [event] = await handlers['ownEvent.add'](storm)
    await handlers['ownEvent.change']({ ...storm, id: event!.id, words: 'A storm off Skarv' })
    expect(await handlers['ownEvent.list']({})).toMatchObject([{ words: 'A storm off Skarv', quoteKeys: [] }])
    await handlers['ownEvent.remove']({ id: event!.id })
    await open.edits.undo()
    await open.edits.undo()
    expect(await handlers['ownEvent.list']({})).toMatchObject([{ words: 'Storm' }])
    await expect(handlers['ownEvent.add']({ ...storm, to: '2035-03-01' })).rejects.toThrow('before the first')
    await expect(handlers['ownEvent.add']({ ...storm, quotes: ['gone'] })).rejects.toThrow('no longer in the case')
  })
})
