import { mkdtemp, readFile, rm, stat, writeFile, mkdir, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../shared/search/answer.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'
import { cheapPassphrases } from '../store/cheap-passphrases.test-helper.ts'

cheapPassphrases()

let folder: string
let workspace: Workspace
let path: string
let told: string[]

const PASSPHRASE = 'correct horse battery'
const ARTICLES: Record<string, string> = {
  'a.txt':
    'Northern Courier, 4 March 2031\n\nHarbour board kept the memo\n\nThe board held the memo back for nine days, two officials said. 😀 The memo stays.\n\nThe inquiry waits.\n',
  'b.txt':
    'Sollen Radio, 27 February 2031\n\nFerry fares rise again\n\nFares rose by a tenth. The harbour says no word of a memo.\n\nNobody knows why.\n',
  'c.txt': '港湾日報\n\n港湾委員会の覚書\n\n港湾委員会は覚書を九日間保留した。関係者が語った。\n\n調査は続く。\n'
}

function open(write = true): Promise<unknown> {
  return workspace.handlers['case.use']({ path, to: write ? 'edit' : 'read' })
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'))
  path = join(folder, 'case')
  told = []
  workspace = testWorkspace(folder, { emit: (name) => void told.push(name) })
  await mkdir(join(folder, 'in'))
  for (const [name, text] of Object.entries(ARTICLES)) await writeFile(join(folder, 'in', name), text)
  await workspace.handlers['case.create']({ path, title: 'Ferry', tlp: 'TLP:AMBER' })
  await workspace.handlers['import.start']({ paths: [join(folder, 'in')] })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const search = (
  query: string,
  options: { scope?: 'sources' | 'quotes' | 'notes' | 'briefs' } = {}
): Promise<SearchAnswer> => workspace.handlers['search.list']({ query, scope: options.scope ?? null, limit: 100 })
const keys = async (query: string, scope?: 'sources' | 'quotes' | 'notes' | 'briefs'): Promise<string[]> =>
  (await search(query, scope ? { scope } : {})).hits.map(({ kind, key }) => `${kind} ${key}`)

async function idOf(key: string): Promise<string> {
  return (await workspace.handlers['source.byKey']({ key })).id
}

async function indexPath(): Promise<string> {
  const cases = join(folder, 'user-data', 'cases')
  const [id] = await readdir(cases)
  const name = (await readdir(join(cases, id!))).find((file) => /^search-\w+\.sqlite$/.test(file))
  return join(cases, id!, name ?? 'search-none.sqlite')
}

describe('a search', () => {
  it('finds sources, the best first, and says where and how often', async () => {
    const answer = await search('memo harbour')
    expect(answer).toMatchObject({ read: 'memo AND harbour', total: 2, sources: 2, complete: true })
    expect(answer.hits.map(({ key, count, start, end }) => [key, count, start, end])).toEqual([
      ['S1', 4, 0, 7],
      ['S2', 2, 50, 57]
    ])
    const { snippet, ...hit } = answer.hits[0]!
    expect(hit).toMatchObject({
      kind: 'source',
      sourceKey: 'S1',
      published: '2031-03-04',
      publisher: 'Northern Courier'
    })
    const points = [...snippet.text]
    expect(snippet.marks.map(([start, end]) => points.slice(start, end).join(''))).toEqual([
      'Harbour',
      'memo',
      'memo',
      'memo'
    ])
    expect(await keys('員会')).toEqual(['source S3'])
    expect(await keys('nine days -fares')).toEqual(['source S1'])
  })

  it('follows what is changed: metadata, tags, quotes, notes and briefs', async () => {
    expect(await keys('ferry')).toEqual(['source S2'])
    const id = await idOf('S1')
    await workspace.handlers['source.updateMany']({
      ids: [id],
      metadata: { title: 'Ferry memo' },
      tlp: 'TLP:RED',
      addTags: ['fähre'],
      removeTags: []
    })
    await workspace.handlers['source.update']({ id, metadata: {}, note: 'Ask the clerk about it.' })
    expect(await keys('ferry')).toEqual(['source S2', 'source S1'])
    expect(await keys('tag:fahre')).toEqual(['source S1', 'note S1'])
    expect(await keys('tlp:red', 'sources')).toEqual(['source S1'])
    expect(await keys('tlp:amber', 'sources')).toEqual(['source S2', 'source S3'])
    expect(await keys('clerk')).toEqual(['note S1'])
    const quote = await workspace.handlers['quote.create']({ sourceId: id, start: 28, end: 60 })
    await workspace.handlers['quote.update']({ id: quote.id, speaker: 'Orla Venn', note: 'Odd.', tags: [] })
    expect(await keys('speaker:venn')).toEqual(['source S1', 'quote Q1', 'note Q1'])
    const [found] = (await search('board', { scope: 'quotes' })).hits
    expect(found).toMatchObject({
      key: 'Q1',
      sourceKey: 'S1',
      start: quote.target.start,
      end: quote.target.end,
      count: 1
    })
    await workspace.handlers['brief.fromMarkdown']({
      markdown: '# Brief\n\n## One\n\nThe ferry sank twice. [@Q1]\n',
      title: 'Brief'
    })
    const [statement] = (await search('sank')).hits
    expect(statement).toMatchObject({ kind: 'brief', title: 'Brief', sourceKey: null, start: null })
    const { facets } = await workspace.handlers['search.query']({ query: 'memo', limit: 1, facets: true })
    expect(facets).toMatchObject({
      month: [
        { value: '2031-03', count: 1 },
        { value: '2031-02', count: 1 }
      ],
      tlp: [
        { value: 'TLP:RED', count: 1 },
        { value: null, count: 1 }
      ],
      tag: [{ value: 'fähre', count: 1 }],
      quoted: [
        { value: true, count: 1 },
        { value: false, count: 1 }
      ],
      brief: [{ title: 'Brief', count: 1 }]
    })
    await workspace.handlers['quote.delete']({ id: quote.id })
    expect(await keys('speaker:venn')).toEqual([])
  })

  it('pages through what it found, and finds nothing when nothing is asked', async () => {
    await search('memo')
    const page = (offset: number) => workspace.handlers['search.query']({ query: 'me', typing: true, limit: 1, offset })
    const pages = [await page(0), await page(1), await page(2)]
    expect(pages.map(({ hits, total }) => [hits.length, total])).toEqual([
      [1, 2],
      [1, 2],
      [0, 2]
    ])
    expect(pages[0]!.hits[0]!.key).not.toBe(pages[1]!.hits[0]!.key)
    expect(await search(' - ')).toMatchObject({ read: '', total: 0, hits: [] })
  })

  it('tells all places in a source, and in which sources names stand', async () => {
    await search('memo')
    const sourceId = await idOf('S1')
    const { places } = await workspace.handlers['search.hits']({ query: 'memo OR "nine days"', sourceId })
    const { text } = (await workspace.handlers['source.get']({ id: sourceId })).text
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['memo', 'memo', 'nine days', 'memo'])
    const { names } = await workspace.handlers['search.names']({
      names: ['the MEMO', ' ', '港湾委員会', 'nobody at all']
    })
    expect(
      names.map(({ name, count, sources }) => [name, count, sources.map(({ key, count: n }) => `${key} ${n}`)])
    ).toEqual([
      ['the MEMO', 3, ['S1 3']],
      ['港湾委員会', 2, ['S3 2']],
      ['nobody at all', 0, []]
    ])
  })
})

describe('the index', () => {
  it('is kept, and brought in step with what changed while it wasn’t open', async () => {
    await search('memo')
    await workspace.handlers['case.close']({})
    const before = await stat(await indexPath())
    await open()
    expect(await keys('memo')).toHaveLength(2)
    await workspace.handlers['case.close']({})
    expect((await stat(await indexPath())).mtimeMs).toBe(before.mtimeMs)
    await open()
    await workspace.handlers['source.update']({ id: await idOf('S2'), metadata: { title: 'Quay' } })
    await workspace.handlers['case.close']({})
    await open()
    expect(await keys('quay')).toEqual(['source S2'])
  })

  it('is made anew when it is missing, of another version, damaged, or cut', async () => {
    await search('memo')
    const damages: ((file: string) => Promise<void>)[] = [
      (file) => rm(file),
      (file) => writeFile(file, 'no database'),
      async (file) => writeFile(file, (await readFile(file)).subarray(0, 20_000)),
      async (file) => {
        const bytes = await readFile(file)
        await writeFile(file, bytes.fill(0x5a, bytes.length >> 1, (bytes.length >> 1) + 4096))
      },
      async (file) => {
        const bytes = await readFile(file)
        // The version that a program gives its tables (SQLite’s file format, 1.3).
        bytes.writeUInt32BE(99, 60)
        await writeFile(file, bytes)
      }
    ]
    for (const damage of damages) {
      await workspace.handlers['case.close']({})
      await damage(await indexPath())
      await open()
      expect(await search('memo')).toMatchObject({ total: 2, complete: true })
      expect(await keys('員会')).toEqual(['source S3'])
    }
  })

  it('of a case that is only read is only read, or made in memory', async () => {
    await workspace.handlers['case.close']({})
    await open(false)
    expect(await keys('memo')).toHaveLength(2)
    await workspace.handlers['case.close']({})
    // Nobody has to make it again.
    expect((await stat(await indexPath())).size).toBeGreaterThan(10_000)
    await open()
    await search('memo')
    await workspace.handlers['source.update']({ id: await idOf('S2'), metadata: { title: 'Quay' } })
    // Another reads it while it’s open here.
    const reader = testWorkspace(folder)
    await reader.handlers['case.use']({ path, to: 'read' })
    const seen = await reader.handlers['search.list']({ query: 'quay', scope: null, limit: 5 })
    expect(seen).toMatchObject({ total: 1, complete: true })
    await reader.close()
    expect(await keys('quay')).toEqual(['source S2'])
  })

  it('of an encrypted case is never in clear on the disk', async () => {
    await search('memo')
    await workspace.handlers['case.encrypt']({ passphrase: PASSPHRASE })
    expect(await keys('員会')).toEqual(['source S3'])
    expect(await keys('memo')).toHaveLength(2)
    await workspace.handlers['case.close']({})
    const stored = await readFile(await indexPath())
    expect(stored.includes('SQLite format')).toBe(false)
    expect(stored.includes('courier')).toBe(false)
    await workspace.handlers['case.use']({ path, to: 'edit', passphrase: PASSPHRASE })
    expect(await keys('memo')).toHaveLength(2)
    await workspace.handlers['case.close']({})
    await writeFile(await indexPath(), stored.fill(0, 40, 60))
    await workspace.handlers['case.use']({ path, to: 'edit', passphrase: PASSPHRASE })
    expect(await keys('memo')).toHaveLength(2)
  })

  it('is begun as soon as a case is open where somebody looks on, and tells when it’s there', async () => {
    await workspace.close()
    const events: unknown[] = []
    workspace = testWorkspace(folder, {
      index: true,
      emit: (name, data) => {
        if (name === 'search.progress') events.push(data)
      }
    })
    await open()
    while (events.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(events.at(-1)).toEqual({ done: 3, total: 3 })
    const { complete, total } = await workspace.handlers['search.query']({ query: 'memo', limit: 5 })
    expect({ complete, total }).toEqual({ complete: true, total: 2 })
  })
})
