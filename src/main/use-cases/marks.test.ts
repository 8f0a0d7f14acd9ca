import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TAG } from '../../shared/case/records/tag.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'
import { makeCase, SOURCES } from './random-edits.test-helper.ts'

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marks-'))
  workspace = testWorkspace(folder)
  await makeCase(workspace, join(folder, 'case'))
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const NEW = { colour: null, description: '', parent: null }
const tagNamed = async (name: string) => (await workspace.handlers['tag.list']({})).find((tag) => tag.name === name)!
const tree = async () =>
  (await workspace.handlers['tag.list']({})).map(
    ({ name, depth, marks, quotes, sources, total }) =>
      `${'  '.repeat(depth)}${name} ${marks}/${quotes}/${sources} ${total}`
  )
const passages = async (name: string, below = false) =>
  (await workspace.handlers['tag.passages']({ id: (await tagNamed(name)).id, below })).map(
    ({ kind, key, words, tags }) => `${kind} ${key} ${words} [${tags.join(', ')}]`
  )

describe('marks', () => {
  it('stand over whole words with their selectors, once for a range, and are there when the case is opened again', async () => {
    const { handlers } = workspace
    const quay = await handlers['tag.create']({ name: 'Quay', ...NEW })
    const range = { sourceId: 'aa-1', start: 5, end: 17, colour: 'green' } as const
    const mark = await handlers['mark.create']({ ...range, tags: [] })
    expect(mark.target).toMatchObject({ exact: 'harbour board', prefix: 'The ', start: 4, end: 17 })
    const again = await handlers['mark.create']({ ...range, tags: [quay.id] })
    expect(again).toEqual({ ...mark, tags: [quay.id] })
    await handlers['mark.update']({ id: mark.id, note: 'Which *board*?', colour: 'pink' })
    await handlers['case.use']({ path: join(folder, 'case'), to: 'edit' })
    expect(await handlers['mark.list']({ sourceId: 'aa-1' })).toEqual([
      { ...again, note: 'Which *board*?', colour: 'pink' }
    ])
    await expect(handlers['mark.create']({ ...range, start: 3, end: 4, tags: [] })).rejects.toMatchObject({
      code: 'empty'
    })
    expect((await handlers['case.verify']({})).problems).toEqual([])
  })

  it('have tags of which one that is only a name gets its record with all that is said of it, at once', async () => {
    const { handlers } = workspace
    await handlers['source.updateMany']({ ids: SOURCES, metadata: {}, addTags: ['ferry', 'ship'], removeTags: [] })
    const written: string[] = []
    workspace.opened().store.documents.follow((names) => written.push(...names.filter((name) => TAG.isName(name))))
    const renamed = await handlers['tag.update']({ id: (await tagNamed('ferry')).id, name: 'Ferries' })
    expect(renamed.formerNames).toEqual(['ferry'])
    expect(written).toHaveLength(1)
    await handlers['history.undo']({})
    written.length = 0
    const into = (await tagNamed('ship')).id
    const merged = await handlers['tag.merge']({ ids: [(await tagNamed('ferry')).id], into })
    expect(merged).toMatchObject({ name: 'ship', formerNames: ['ferry'] })
    expect(written).toHaveLength(1)
  })

  it('are made of every place that a search finds, in one edit, with a tag', async () => {
    const { handlers } = workspace
    const memo = await handlers['tag.create']({ name: 'Memo', ...NEW })
    await handlers['search.list']({ query: 'memo', scope: null, limit: 1 })
    const asked = { query: 'kept NEAR/3 memo OR ferry', colour: 'blue' as const, tags: [memo.id] }
    expect(await handlers['mark.hits'](asked)).toEqual({ made: 18, there: 0, sources: 6 })
    expect(await handlers['mark.hits'](asked)).toEqual({ made: 0, there: 18, sources: 6 })
    expect((await tagNamed('Memo')).total).toBe(18)
    expect(await handlers['history.undo']({})).toMatchObject({ did: 'marks in 6 sources', undo: 'tag “Memo”' })
    expect(await handlers['mark.list']({ sourceId: null })).toEqual([])
  })

  it('go into the trash and come back with their source', async () => {
    const { handlers } = workspace
    const mark = await handlers['mark.create']({ sourceId: 'aa-1', start: 0, end: 17, colour: 'green', tags: [] })
    await handlers['source.delete']({ ids: ['aa-1'] })
    expect(await handlers['mark.list']({ sourceId: null })).toEqual([])
    await handlers['source.restore']({ ids: ['aa-1'] })
    expect(await handlers['mark.list']({ sourceId: null })).toEqual([mark])
  })
})

describe('the codebook', () => {
  beforeEach(async () => {
    const { handlers } = workspace
    const people = await handlers['tag.create']({ name: 'People', ...NEW })
    const board = await handlers['tag.create']({ name: 'Board', ...NEW, parent: people.id })
    await handlers['source.updateMany']({ ids: ['bb-2'], metadata: {}, addTags: ['ferry'], removeTags: [] })
    const quote = await handlers['quote.create']({ sourceId: 'aa-1', start: 28, end: 56 })
    await handlers['quote.update']({ id: quote.id, speaker: null, note: '', tags: ['Ferry', 'Board'] })
    await handlers['mark.create']({ sourceId: 'aa-1', start: 0, end: 17, colour: 'green', tags: [board.id, '=ferry'] })
  })

  it('has the tags of sources and quotes by their names, and counts each passage once', async () => {
    expect(await tree()).toEqual(['ferry 1/1/1 3', 'People 0/0/0 2', '  Board 1/1/0 2'])
    expect(await passages('People')).toEqual([])
    expect(await passages('People', true)).toEqual([
      'mark S1 The harbour board [Board, ferry]',
      'quote Q1 memo. The ferry sank in March [ferry, Board]'
    ])
    expect(await passages('ferry')).toHaveLength(3)
  })

  it('renames a tag wherever it is used, in one edit', async () => {
    const { handlers } = workspace
    await handlers['tag.update']({ id: (await tagNamed('ferry')).id, name: 'Ships' })
    expect((await workspace.opened().source('bb-2')).source.tags).toEqual(['Ships'])
    expect((await workspace.opened().source('aa-1')).quotes[0]!.tags).toEqual(['Ships', 'Board'])
    expect((await tagNamed('Ships')).total).toBe(3)
    // A copy of the case may bring the old name along.
    await handlers['source.updateMany']({ ids: ['cc-3'], metadata: {}, addTags: ['FERRY'], removeTags: [] })
    expect((await tagNamed('Ships')).total).toBe(4)
    await handlers['history.undo']({})
    expect((await handlers['history.undo']({})).did).toBe('change of tag “ferry”')
    expect((await workspace.opened().source('bb-2')).source.tags).toEqual(['ferry'])
    expect(await tree()).toEqual(['ferry 1/1/1 3', 'People 0/0/0 2', '  Board 1/1/0 2'])
    await expect(handlers['tag.update']({ id: (await tagNamed('ferry')).id, name: 'board' })).rejects.toMatchObject({
      code: 'bad-request'
    })
  })

  it('merges tags, keeps all that was tagged, and takes it back', async () => {
    const { handlers } = workspace
    const [ferry, people, board] = [await tagNamed('ferry'), await tagNamed('People'), await tagNamed('Board')]
    await handlers['tag.merge']({ ids: [people.id, ferry.id], into: board.id })
    expect(await tree()).toEqual(['Board 1/1/1 3'])
    expect((await workspace.opened().source('aa-1')).quotes[0]!.tags).toEqual(['Board'])
    expect((await handlers['history.undo']({})).did).toBe('merging of 2 tags')
    expect(await tree()).toEqual(['ferry 1/1/1 3', 'People 0/0/0 2', '  Board 1/1/0 2'])
    expect((await handlers['case.verify']({})).problems).toEqual([])
  })

  it('moves tags, refuses a place below themselves, and moves up what stands below a deleted one', async () => {
    const { handlers } = workspace
    const [ferry, people, board] = [await tagNamed('ferry'), await tagNamed('People'), await tagNamed('Board')]
    await handlers['tag.update']({ id: ferry.id, parent: board.id })
    expect(await tree()).toEqual(['People 0/0/0 3', '  Board 1/1/0 3', '    ferry 1/1/1 3'])
    const moved = await tagNamed('ferry')
    await expect(handlers['tag.update']({ id: people.id, parent: moved.id })).rejects.toMatchObject({
      code: 'bad-request'
    })
    await handlers['tag.delete']({ id: board.id })
    expect(await tree()).toEqual(['People 0/0/0 3', '  ferry 1/1/1 3'])
    await handlers['history.undo']({})
    expect(await tree()).toEqual(['People 0/0/0 3', '  Board 1/1/0 3', '    ferry 1/1/1 3'])
  })

  it('gives several tags to marks, quotes and sources in one edit', async () => {
    const { handlers } = workspace
    const [ferry, people] = [await tagNamed('ferry'), await tagNamed('People')]
    const [mark] = await handlers['mark.list']({ sourceId: null })
    const [quote] = await handlers['quote.list']({ offset: 0, limit: 1 })
    const before = await tree()
    const given = { marks: [mark!.id], quotes: [quote!.id], sources: SOURCES }
    await handlers['tag.give']({ ...given, add: [people.id], remove: [ferry.id] })
    expect(await tree()).toEqual(['ferry 0/0/0 0', 'People 1/1/6 8', '  Board 1/1/0 2'])
    expect((await handlers['history.undo']({})).did).toBe('change of tags of 8 passages')
    expect(await tree()).toEqual(before)
  })

  it('logs what was done to it by the names of its tags', async () => {
    const { handlers } = workspace
    const [ferry, board] = [await tagNamed('ferry'), await tagNamed('Board')]
    await handlers['tag.merge']({ ids: [ferry.id], into: board.id })
    const entries = (await workspace.opened().store.custody()).flatMap((chain) => chain.entries)
    const told = entries.filter(({ action }) => action.startsWith('tag-') || action.startsWith('mark-'))
    expect(told.map(({ action, detail }) => `${action} ${JSON.stringify(detail)}`)).toEqual([
      'tag-added {"title":"People"}',
      'tag-added {"title":"Board"}',
      'tag-added {"title":"ferry"}',
      'mark-added {"title":"The harbour board","source":"aa-1"}',
      'tag-changed {"title":"Board","merged":"ferry"}',
      'tag-removed {"title":"ferry"}'
    ])
  })
})

describe('searches and bundles', () => {
  const found = async (query: string) =>
    (await workspace.handlers['search.list']({ query, scope: null, limit: 50 })).hits.map(
      ({ kind, snippet }) => `${kind} ${snippet.text.slice(0, 13)}`
    )

  it('marks are found by their words, notes and tags, by the name that a tag has now', async () => {
    const { handlers } = workspace
    const quay = await handlers['tag.create']({ name: 'Quay', ...NEW })
    const range = { sourceId: 'aa-1', start: 4, end: 17, colour: 'green' } as const
    const mark = await handlers['mark.create']({ ...range, tags: [quay.id] })
    await handlers['mark.update']({ id: mark.id, note: 'Which zeppelin?' })
    expect(await found('tag:quay in:marks')).toEqual(['mark harbour board'])
    expect(await found('zeppelin')).toEqual(['mark harbour board'])
    await handlers['tag.update']({ id: quay.id, name: 'Wharf' })
    expect(await found('tag:quay in:marks')).toEqual([])
    expect(await found('tag:wharf in:marks')).toEqual(['mark harbour board'])
    await handlers['source.delete']({ ids: ['aa-1'] })
    expect(await found('in:marks zeppelin')).toEqual([])
    await handlers['history.undo']({})
    expect(await found('in:marks zeppelin')).toEqual(['mark harbour board'])
    await handlers['mark.delete']({ ids: [mark.id] })
    expect(await found('in:marks zeppelin')).toEqual([])
  })

  it('a reduced bundle has the marks of what it has, without notes, and no tag of what it withholds', async () => {
    const { handlers } = workspace
    const secret = await handlers['tag.create']({ name: 'Informant', colour: null, description: '', parent: null })
    const open = await handlers['tag.create']({ name: 'Quay', ...NEW, description: 'Told.', parent: secret.id })
    await handlers['source.update']({ id: 'bb-2', metadata: {}, tlp: 'TLP:RED' })
    const range = { start: 4, end: 17, colour: 'green' } as const
    await handlers['mark.create']({ ...range, sourceId: 'bb-2', tags: [secret.id] })
    const mark = await handlers['mark.create']({ ...range, sourceId: 'aa-1', tags: [open.id] })
    await handlers['mark.update']({ id: mark.id, note: 'Ask the informant.' })
    const bundle = join(folder, 'bundle')
    await handlers['bundle.write']({ path: bundle, maxTlp: 'TLP:AMBER' })
    await handlers['bundle.open']({ bundle, path: join(folder, 'taken') })
    expect(await tree()).toEqual(['Quay 1/0/0 1'])
    expect(await handlers['mark.list']({ sourceId: null })).toEqual([{ ...mark, note: '' }])
    const names = await readdir(bundle, { recursive: true })
    for (const name of names.filter((each) => each.endsWith('.json')))
      expect(await readFile(join(bundle, name), 'utf8')).not.toMatch(/informant/i)
  })
})
