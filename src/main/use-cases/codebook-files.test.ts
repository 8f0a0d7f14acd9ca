import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MARK_COLOURS, type Mark } from '../../shared/case/records/mark.ts'
import { sha256 } from '../base/hash.ts'
import { newSource } from '../store/made.test-helper.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'
import { writeZip } from '../zip/zip-writer.ts'
import { ZipArchive } from '../zip/zip-archive.ts'

const run = promisify(execFile)
const SCHEMAS = join(import.meta.dirname, '../qda/schema')

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codebook-'))
  workspace = testWorkspace(folder)
  await workspace.handlers['case.sample']({})
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const placesOf = (marks: readonly Mark[]) => marks.map(({ target: { exact, start, end } }) => [exact, start, end])
const inTree = async () =>
  (await workspace.handlers['tag.list']({})).map(({ name, depth, total }) => `${'  '.repeat(depth)}${name} ${total}`)

/** Tags in a hierarchy, and marks all over the sources. Answers how many there are. */
async function markMany(count: number): Promise<number> {
  const { handlers } = workspace
  const people = await handlers['tag.create']({
    ...{ name: 'People & <offices>', colour: '#1f6f8b', description: 'Who said it.\nTwo lines.', parent: null }
  })
  const board = await handlers['tag.create']({ name: 'Board', colour: null, description: '', parent: people.id })
  const { sources } = workspace.opened().view()
  const made = new Set<string>()
  for (let i = 0; made.size < count; i++) {
    const { id } = sources[i % sources.length]!
    const { text } = (await workspace.opened().text(id)).text
    const start = (i * 37) % Math.max(1, text.length - 40)
    const tags = [[], [people.id], [board.id], [people.id, board.id]][i % 4]!
    const colour = MARK_COLOURS[i % MARK_COLOURS.length]!
    const mark = await handlers['mark.create']({ sourceId: id, start, end: start + 5 + (i % 30), colour, tags })
    if (i % 10 === 0) await handlers['mark.update']({ id: mark.id, note: `Note ${i} & <more>` })
    made.add(mark.id)
  }
  return (await handlers['mark.list']({ sourceId: null })).length
}

async function validate(schema: string, file: string): Promise<void> {
  await run('xmllint', ['--noout', '--nonet', '--schema', join(SCHEMAS, schema), file])
}

describe('REFI-QDA', () => {
  it('a project of the sample case with 500 marks is valid, and opens again with every mark at its place', async () => {
    const { handlers } = workspace
    expect(await markMany(500)).toBe(500)
    const quotes = await handlers['quote.list']({ offset: 0, limit: 1_000 })
    const report = await handlers['codebook.saveProject']({ path: at('ferry.qdpx') })
    expect(report).toMatchObject({ marks: 500, quotes: quotes.length })
    const archive = await ZipArchive.ofBytes(await readFile(at('ferry.qdpx')), 'ferry.qdpx')
    await writeFile(at('project.qde'), await archive.read('project.qde'))
    await archive.close()
    await validate('Project.xsd', at('project.qde'))

    const marks = await handlers['mark.list']({ sourceId: null })
    const tree = await inTree()
    const again = await handlers['codebook.openProject']({ path: at('ferry.qdpx') })
    expect(again).toMatchObject({ tags: 0, tagsThere: 2, sources: 0, marksThere: 500 + quotes.length - again.marks })
    if (again.marks > 0) await handlers['history.undo']({})
    expect(placesOf(await handlers['mark.list']({ sourceId: null }))).toEqual(placesOf(marks))

    const keys = new Map(
      workspace
        .opened()
        .view()
        .sources.map(({ id, key }) => [id, key])
    )
    const byKey = (list: readonly Mark[], key: string) =>
      placesOf(list.filter(({ sourceId }) => keys.get(sourceId) === key))
    const before = [...keys.values()].map((key) => byKey(marks, key))
    await handlers['case.create']({ path: at('fresh'), title: 'Fresh', tlp: 'TLP:AMBER' })
    expect(await handlers['codebook.openProject']({ path: at('ferry.qdpx') })).toMatchObject({
      ...{ tags: 2, tagsThere: 0, sources: keys.size, sourcesThere: 0 }
    })
    keys.clear()
    for (const { id, key } of workspace.opened().view().sources) keys.set(id, key)
    const fresh = await handlers['mark.list']({ sourceId: null })
    const after = [...keys.values()].map((key) => byKey(fresh, key))
    for (const [i, places] of before.entries()) expect(after[i]).toEqual(expect.arrayContaining(places))
    expect(await inTree()).toEqual(tree)
    const colours = (list: readonly Mark[]) =>
      MARK_COLOURS.map((each) => list.filter(({ colour }) => colour === each).length)
    // Quotes come back as green marks.
    expect(colours(fresh).slice(1)).toEqual(colours(marks).slice(1))
    expect(fresh.find(({ note }) => note === 'Note 10 & <more>')).toBeDefined()
    expect((await handlers['case.verify']({})).problems).toEqual([])
    expect((await handlers['history.undo']({})).did).toBe('import of the project “ferry.qdpx”')
    expect(await handlers['mark.list']({ sourceId: null })).toEqual([])
  })

  it('a project takes PDFs and pictures along beside their texts, and is valid', async () => {
    const { handlers } = workspace
    await handlers['case.create']({ path: at('scans'), title: 'Scans', tlp: 'TLP:AMBER' })
    const { store } = workspace.opened()
    const files = [
      ['aa-1', 'application/pdf', 'original.pdf', 'The board met.'],
      ['bb-2', 'image/png', 'original.png', 'The memo.'],
      ['cc-3', 'image/jpeg', 'original.jpg', '']
    ] as const
    for (const [id, mediaType, file, text] of files) {
      const made = newSource(id, 'S1', text)
      const original = Buffer.from(`bytes of ${id}`)
      const about = { ...made.source.original, file, mediaType, bytes: original.length, sha256: sha256(original) }
      await store.importSource(sha256(original), (key) => ({
        ...made,
        original,
        source: { ...made.source, key, original: about }
      }))
    }
    await handlers['mark.create']({ sourceId: 'aa-1', start: 4, end: 9, colour: 'pink', tags: [] })
    await handlers['mark.create']({ sourceId: 'bb-2', start: 4, end: 8, colour: 'teal', tags: [] })
    await writeFile(join(at('scans'), 'sources/cc/cc-3/original.jpg'), 'changed')
    const { left } = await handlers['codebook.saveProject']({ path: at('scans.qdpx') })
    expect(left[0]).toContain('The original of S3 was left out')
    const archive = await ZipArchive.ofBytes(await readFile(at('scans.qdpx')), 'scans.qdpx')
    const project = Buffer.from(await archive.read('project.qde'))
    const kept = archive.items.map(({ path }) => path.replace(/^sources\/[^.]*/, ''))
    expect(kept.sort()).toEqual(['.pdf', '.png', '.txt', '.txt', '.txt', 'project.qde'])
    const pdf = archive.items.find(({ path }) => path.endsWith('.pdf'))!
    expect(Buffer.from(await archive.read(pdf.path)).toString()).toBe('bytes of aa-1')
    await archive.close()
    expect(project.toString()).toMatch(/<PDFSource [^>]*path="internal:[^>]*>\s*<Representation /)
    expect(project.toString()).toMatch(/<PictureSource [^>]*path="internal:[^>]*>\s*<TextDescription /)
    await writeFile(at('project.qde'), project)
    await validate('Project.xsd', at('project.qde'))

    await handlers['case.create']({ path: at('fresh'), title: 'Fresh', tlp: 'TLP:AMBER' })
    const done = await handlers['codebook.openProject']({ path: at('scans.qdpx') })
    expect(done.left).toContain('Not taken over: 1 × files of PDFs, of which the text was taken over.')
    const marks = await handlers['mark.list']({ sourceId: null })
    expect(marks.map(({ target, colour, tags }) => [target.exact, colour, tags]).sort()).toEqual([
      ['board', 'pink', []],
      ['memo', 'teal', []]
    ])
  })

  it('a codebook is valid, and comes back with its hierarchy, colours and descriptions', async () => {
    const { handlers } = workspace
    await expect(handlers['codebook.save']({ path: at('empty.qdc') })).rejects.toMatchObject({ code: 'empty' })
    await markMany(4)
    await handlers['codebook.save']({ path: at('book.qdc') })
    await validate('Codebook.xsd', at('book.qdc'))
    const tags = workspace.opened().codebook.codebook.tags.map(({ record }) => record!)
    await handlers['case.create']({ path: at('fresh'), title: 'Fresh', tlp: 'TLP:AMBER' })
    await handlers['tag.create']({ name: 'board', colour: null, description: 'Mine.', parent: null })
    expect(await handlers['codebook.open']({ path: at('book.qdc') })).toMatchObject({ tags: 1, tagsThere: 1, left: [] })
    expect(workspace.opened().codebook.codebook.tags.map(({ record }) => record)).toMatchObject([
      { name: 'board', description: 'Mine.' },
      { id: tags[0]!.id, name: 'People & <offices>', colour: '#1f6f8b', description: 'Who said it.\nTwo lines.' }
    ])
  })

  it('takes over a project of another program, and says what it left', async () => {
    const { handlers } = workspace
    const guid = (n: number) => `{AAAAAAAA-0000-4000-8000-00000000000${n}}`
    const text = '\uFEFFFirst line 😀.\r\n\r\nSecond line here.\r\n'
    const qde = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE Project [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<q:Project xmlns:q="urn:QDA-XML:project:1.0" name="Old">
 <q:CodeBook><q:Codes><q:Code guid="${guid(1)}" name="Lines &amp; words" isCodable="true" color="#F00">
  <q:Code guid="${guid(2)}" name="Second" isCodable="true"/></q:Code></q:Codes></q:CodeBook>
 <q:Sources>
  <q:TextSource guid="${guid(3)}" name="Talk" plainTextPath="internal://t.txt">
   <q:PlainTextSelection guid="${guid(4)}" startPosition="18" endPosition="29"><q:Description>Why &secret;</q:Description>
    <q:Coding guid="${guid(5)}"><q:CodeRef targetGUID="${guid(2)}"/></q:Coding></q:PlainTextSelection>
   <q:Coding guid="${guid(6)}"><q:CodeRef targetGUID="${guid(1)}"/></q:Coding>
  </q:TextSource>
  <q:VideoSource guid="${guid(7)}" name="Film"/>
  <q:TextSource guid="${guid(8)}" name="Gone" plainTextPath="absolute:///etc/passwd"/>
 </q:Sources><q:Notes><q:Note guid="${guid(9)}"/></q:Notes>
</q:Project>`
    const zip = writeZip(
      [
        ['project.qde', Buffer.from(qde)],
        ['Sources/t.txt', Buffer.from(text)]
      ],
      'deflated'
    )
    await writeFile(at('old.qdpx'), zip)
    const done = await handlers['codebook.openProject']({ path: at('old.qdpx') })
    expect(done).toMatchObject({ tags: 2, sources: 1, marks: 1 })
    expect(done.left.sort()).toEqual([
      'Not taken over: 1 × films.',
      'Not taken over: 1 × memos.',
      'Not taken over: 1 × sources without a text in the project.'
    ])
    const [mark] = await handlers['mark.list']({ sourceId: null })
    expect(mark).toMatchObject({ target: { exact: 'Second line' }, note: 'Why &secret;' })
    expect(await inTree()).toEqual(['Lines & words 2', '  Second 1'])
    expect((await handlers['case.verify']({})).problems).toEqual([])
  })

  it.each([
    ['isn’t closed', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'],
    ['closes something else', '<CodeBook><Codes></CodeBook></Codes>'],
    ['is something else', '<html><body/></html>'],
    ['has a code without a GUID', '<CodeBook><Codes><Code name="a" isCodable="true"/></Codes></CodeBook>'],
    ['is too deep', `<CodeBook>${'<Codes>'.repeat(5_000)}${'</Codes>'.repeat(5_000)}</CodeBook>`],
    ['is nothing', '']
  ])('refuses a codebook that %s', async (_what, xml) => {
    await writeFile(at('bad.qdc'), xml)
    await expect(workspace.handlers['codebook.open']({ path: at('bad.qdc') })).rejects.toMatchObject({
      code: 'unreadable'
    })
    expect(await inTree()).toEqual([])
  })
})

describe('what a tag retrieves', () => {
  it('is written as a table and as Markdown, with locators, and nothing in it is a formula or markup', async () => {
    const { handlers } = workspace
    const tag = await handlers['tag.create']({ name: '=Ferry*', colour: null, description: '', parent: null })
    const { sources } = workspace.opened().view()
    const { text } = (await workspace.opened().text(sources[0]!.id)).text
    const range = { sourceId: sources[0]!.id, start: 0, end: text.indexOf('\n') }
    const mark = await handlers['mark.create']({ ...range, colour: 'blue', tags: [tag.id] })
    await handlers['mark.update']({ id: mark.id, note: '=1+1' })
    const asked = { id: tag.id, below: true }
    await handlers['codebook.savePassages']({ ...asked, path: at('ferry.csv') })
    await handlers['codebook.savePassages']({ ...asked, path: at('ferry.md') })
    const [head, row] = (await readFile(at('ferry.csv'), 'utf8')).split('\r\n')
    expect(head).toBe('\uFEFFKind,Key,Source,Headline,Publisher,Published,Locator,Words,Speaker,Note,Tags')
    expect(row).toContain(",'=1+1,'=Ferry*")
    expect(row).toContain('¶ 1')
    const markdown = await readFile(at('ferry.md'), 'utf8')
    expect(markdown).toMatch(/^# \\=Ferry\\\*\n\n## /)
    expect(markdown).toContain(`> ${mark.target.exact}`)
    const listed = await handlers['codebook.passages']({ tag: '=ferry*', below: false })
    expect(listed.passages).toMatchObject([{ kind: 'mark', locator: '¶ 1' }])
    await expect(
      handlers['codebook.savePassages']({ ...asked, path: join(workspace.opened().store.path, 'x.csv') })
    ).rejects.toMatchObject({ code: 'bad-request' })
  })
})
