import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportItem } from '../../../shared/import/report.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { ImportWorker } from '../../import/worker/import-worker.ts'
import type { Source } from '../../../shared/source/source.ts'
import { rawZip } from '../../zip/raw-zip.test-helper.ts'
import { sha256 } from '../../base/hash.ts'
import { testWorkspace } from '../../workspace.test-helper.ts'
import type { Workspace } from '../../workspace.ts'
import { PauseToken } from './pause-token.ts'
import { incomingPaste } from './incoming.ts'
import { toCsv } from './report.ts'
import { ImportRun } from './run.ts'

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'containers-'))
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const article = (n: number): string =>
  `Northern Courier, 4 March 2031\n\nHarbour board kept memo ${n} from inquiry\n\nThe board held memo ${n} back for nine days, two officials said.\n\nThe inquiry waits.\n`

async function importAll(files: Record<string, string | Buffer>): Promise<ImportItem[]> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'in', name)), { recursive: true })
    await writeFile(join(folder, 'in', name), content)
  }
  return (await workspace.handlers['import.start']({ paths: [join(folder, 'in')] })).items
}

async function sourceAt(items: ImportItem[], ending: string): Promise<Source> {
  const item = items.find(({ path }) => path.endsWith(ending))
  return (await workspace.handlers['source.get']({ id: item!.id! })).source
}

const outcome = (items: ImportItem[]): string[] =>
  items.map(({ path, status }) => `${status} ${path.slice(join(folder, 'in').length + 1)}`)

describe('containers', () => {
  it('give each item as a source of its own, in containers too', async () => {
    const inner = rawZip([
      { name: 'deep/2.txt', content: article(2) },
      { name: 'picture.png', content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') }
    ])
    const outer = rawZip([
      { name: '1.txt', content: article(1) },
      { name: 'inner.zip', content: inner },
      { name: 'again.txt', content: article(1) }
    ])
    const items = await importAll({ 'a.zip': outer, 'b.txt': article(2) })
    expect(outcome(items)).toEqual([
      'imported a.zip › 1.txt',
      'imported a.zip › inner.zip › deep/2.txt',
      'failed a.zip › inner.zip › picture.png',
      'duplicate a.zip › again.txt',
      'duplicate b.txt'
    ])
    const source = await sourceAt(items, '2.txt')
    expect(source.original.name).toBe('2.txt')
    expect(source.container).toEqual({ name: 'a.zip', sha256: sha256(outer), path: 'inner.zip › deep/2.txt' })
    expect(source.metadata.title.value).toBe('Harbour board kept memo 2 from inquiry')
  })

  it('that nest too deep, or hold nothing, are told', async () => {
    let nested = rawZip([{ name: 'article.txt', content: article(1) }])
    for (let n = 0; n < 4; n++) nested = rawZip([{ name: `${n}.zip`, content: nested }])
    const items = await importAll({ 'deep.zip': nested, 'empty.zip': rawZip([]) })
    expect(outcome(items)).toEqual(['failed deep.zip › 3.zip › 2.zip › 1.zip', 'failed empty.zip'])
    expect(items.map(({ error }) => error?.code)).toEqual(['unsupported', 'empty'])
  })

  it('that are mails bring their attachments', async () => {
    const mail = [
      'From: Tove Lind <tove@harbour.example>',
      'To: desk@courier.example',
      'Subject: The memo',
      'Date: Tue, 4 Mar 2031 09:00:00 +0100',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'The memo is attached. It was not lost and it was not forgotten.',
      '--b',
      'Content-Type: text/plain; name="memo.txt"',
      'Content-Disposition: attachment; filename="memo.txt"',
      '',
      article(7).trim(),
      '--b--',
      ''
    ].join('\r\n')
    const items = await importAll({ 'memo.eml': mail })
    expect(outcome(items)).toEqual(['imported memo.eml', 'imported memo.eml › memo.txt'])
    const message = await sourceAt(items, 'memo.eml')
    expect(message.metadata).toMatchObject({ title: { value: 'The memo' }, authors: { value: ['Tove Lind'] } })
    expect(message.metadata.published.value).toBe('2031-03-04T09:00:00+01:00')
    const attachment = await sourceAt(items, 'memo.txt')
    expect(attachment.container).toEqual({ name: 'memo.eml', sha256: sha256(mail), path: 'memo.txt' })
  })

  it('that are web archives give the pages with their addresses', async () => {
    const page = `<html><head><title>Board held memo back</title></head><body><article><h1>Board held memo back</h1>${'<p>The harbour board held the memo back for nine days, two officials said.</p>'.repeat(25)}</article></body></html>`
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${page.length}\r\n\r\n${page}`
    const warc = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Target-URI: https://courier.example/memo\r\nWARC-Date: 2031-03-05T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`
    const items = await importAll({ 'crawl.warc': warc })
    expect(items.map(({ status, title }) => [status, title])).toEqual([['imported', 'Board held memo back']])
    const { metadata, container } = await sourceAt(items, '')
    expect(metadata.url.value).toBe('https://courier.example/memo')
    expect(metadata.retrieved.value).toBe('2031-03-05T08:00:00Z')
    expect(container?.name).toBe('crawl.warc')
  })
})

const RIS = `TY  - NEWS
TI  - The memo that nobody saw
AU  - Lind, Tove
T2  - Vestad Review
DA  - 2031/02/27
L1  - files/12/report.txt
ER  - 
TY  - NEWS
TI  - Harbour board kept memo 5 from inquiry
AU  - Sand, Ivo
ER  - 
TY  - NEWS
TI  - A report that is not here
ER  - 
`

describe('what is passed over', () => {
  it('is named with the reason, and is no failure', async () => {
    const zip = rawZip([
      { name: 'page.html', content: '<p>x</p>' },
      { name: 'page_files/a.js', content: 'x' },
      { name: '1.txt', content: article(1) }
    ])
    const items = await importAll({ 'a.zip': zip, 'court_files/2.txt': article(2), '.note': 'x' })
    expect(outcome(items)).toEqual([
      'passed-over .note',
      'imported a.zip › page.html',
      'passed-over a.zip › page_files',
      'imported a.zip › 1.txt',
      'imported court_files/2.txt'
    ])
    expect(items[2]).toMatchObject({
      key: null,
      notice:
        '“page_files” was passed over: it holds what the saved page “page.html” is made of (1 file: 1 .js). Import the folder by itself if you need it.'
    })
    expect(items[2]!.error).toBeUndefined()
    const [, row] = toCsv({ items: [items[2]!], cancelled: false, stopped: null, startedAt: '', finishedAt: '' }).split(
      '\r\n'
    )
    expect(row).toContain(`passed-over,,,,,,${join(folder, 'in', 'a.zip')} › page_files,“page_files” was passed over`)
  })

  it('leaves an archive of nothing else empty', async () => {
    const items = await importAll({ 'a.zip': rawZip([{ name: '.x', content: 'x' }]) })
    expect(outcome(items)).toEqual(['passed-over a.zip › .x', 'failed a.zip'])
  })
})

it.runIf(process.platform === 'linux')(
  'a name that is no UTF-8 is kept as it was, and shown as it was meant',
  async () => {
    await mkdir(join(folder, 'in'))
    const bytes = Buffer.from('m\xe9moire.txt', 'latin1')
    await writeFile(Buffer.concat([Buffer.from(`${folder}/in/`), bytes]), article(1))
    const [item] = await importAll({})
    expect(item).toMatchObject({
      status: 'imported',
      path: join(folder, 'in', 'mémoire.txt'),
      notice: 'The file’s name isn’t Unicode text (m\\xE9moire.txt); it is shown as “mémoire.txt”, which is a guess.'
    })
    const { original } = await sourceAt([item!], '')
    expect(original).toMatchObject({ name: 'mémoire.txt', nameBytes: bytes.toString('hex') })
  }
)

describe('a reference manager’s export', () => {
  it('says what the files beside it are, by their path or by their title', async () => {
    const items = await importAll({
      'export.ris': RIS,
      'files/12/report.txt': 'The board held the memo back for nine days.\n\nThe inquiry waits for it to answer.\n',
      'other.txt': article(5)
    })
    expect(outcome(items)).toEqual(['imported files/12/report.txt', 'imported other.txt', 'reference export.ris'])
    expect(items[2]!.notice).toBe(
      '“export.ris” describes 3 works; what it says went to 2 of the imported files. Without a file among those imported: “A report that is not here”.'
    )
    const { metadata } = await sourceAt(items, 'report.txt')
    expect(metadata.title).toMatchObject({ value: 'The memo that nobody saw', evidence: { from: 'reference' } })
    expect(metadata.authors.value).toEqual(['Tove Lind'])
    expect(metadata.publisher.value).toBe('Vestad Review')
    expect(metadata.published.value).toBe('2031-02-27')
    expect((await sourceAt(items, 'other.txt')).metadata.authors.value).toEqual(['Ivo Sand'])
  })

  it('in an archive counts for what stood before it too', async () => {
    const items = await importAll({
      'library.zip': rawZip([
        {
          name: 'files/12/report.txt',
          content: 'The board held the memo back.\n\nThe inquiry waits for it to answer.\n'
        },
        { name: 'library.ris', content: RIS }
      ])
    })
    expect(outcome(items)).toEqual([
      'imported library.zip › files/12/report.txt',
      'reference library.zip › library.ris'
    ])
    expect((await sourceAt(items, 'report.txt')).metadata.title.value).toBe('The memo that nobody saw')
  })
})

describe('a container of files that take more than they may', () => {
  it('is left alone after five of them', async () => {
    let reads = 0
    const slow: ImportWorker = {
      read: (_, { name }) => {
        if (name === 'a.zip') return Promise.resolve({ document: null, parts: [], container: true, references: null })
        reads++
        return Promise.reject(new DossierError('timeout', `“${name}” took more than it may.`))
      },
      scan: () => Promise.reject(new DossierError('unsupported', 'Nothing is recognised here.')),
      async *unpack() {
        for (let n = 0; n < 40; n++) {
          const name = `${n}.txt`
          yield { path: name, hint: { name, url: null, given: [] }, bytes: Buffer.from(article(n)), error: null }
        }
      },
      close: () => Promise.resolve()
    }
    const run = new ImportRun(
      workspace.opened(),
      {
        worker: slow,
        now: () => new Date('2031-03-12T09:00:00Z'),
        clock: () => 0,
        newId: () => 'x',
        onProgress: () => undefined,
        onSource: () => undefined,
        pause: new PauseToken(),
        signal: new AbortController().signal
      },
      '2031-03-12T09:00:00Z'
    )
    const file = incomingPaste('a.zip', Buffer.from('zip'), null)
    const { items } = await run.run([file], null)
    expect(items).toHaveLength(40)
    // Some were read ahead.
    expect(reads).toBeLessThan(10)
    expect(items.at(-1)?.error?.message).toContain('was left alone, since 5 others of “a.zip”')
  })
})
