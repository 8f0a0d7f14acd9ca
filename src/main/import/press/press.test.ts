import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { named, readDocument } from '../reading/document.test-helper.ts'
import { read } from '../reading/read.ts'
import { unpack } from '../reading/unpack.ts'
import { allOf } from '../container/container.test-helper.ts'
import { classedPage, EUROPRESSE, plainCopy } from './europresse.test-helper.ts'
import { codedPage, codedRtf, codedText, plainPage, plainText } from './factiva.test-helper.ts'
import { articlesIn, INTERFACES } from './made-exports.test-helper.ts'
import { entriesOf } from './press.test-helper.ts'
import { proquestMail, proquestPage, proquestText } from './proquest.test-helper.ts'

const english = INTERFACES[0]!
const articles = articlesIn(english)

describe('what looks like several articles and can’t be split', () => {
  const labelled = articles
    .map(({ title, publisher, day, paragraphs }) =>
      [
        `HEADLINE: ${title}`,
        `PAPER: ${publisher}`,
        `DATE: ${day}`,
        `LENGTH: 212 words`,
        `SECTION: News`,
        ...paragraphs
      ].join('\n\n')
    )
    .join('\n\n')
  const counted = articles.map(({ title, paragraphs }, index) =>
    [`Document ${index + 1} of 3`, title, 'By Tove Lind', '4 March 2031', ...paragraphs].join('\n\n')
  )
  const page = (text: string): string =>
    `<html><head><title>Harbour board kept memo</title></head><body>${text.replace(/(.+)/g, '<p>$1</p>')}</body></html>`

  it.each([
    ['labels', 'a.txt', labelled],
    ['counters', 'a.txt', counted.join('\n\n')],
    ['labels in a page', 'a.html', page(labelled)],
    ['counters in a page', 'a.html', page(counted.join('\n'))],
    [
      'counters in RTF',
      'a.rtf',
      String.raw`{\rtf1\ansi{\info{\title Harbour}{\author Tove Lind}} ${counted.join('\n').replace(/\n+/g, '\\par ')}\par}`
    ]
  ])('by its %s, is one source under no name, with all of its text', async (_, name, made) => {
    const { metadata, notice, text } = await readDocument(Buffer.from(made), name)
    expect(notice).toMatch(/several articles of a press database/)
    const { language, ...rest } = metadata
    expect(Object.values(rest).map(({ value, alternatives }) => [value, alternatives])).toEqual(
      Object.values(rest).map(() => [null, []])
    )
    expect(language.value).toBe('en')
    for (const { title, paragraphs } of articles)
      for (const words of [title, ...paragraphs]) expect(text).toContain(words)
  })

  it.each([
    ['Factiva', 'a.txt', plainText(english).replace('Document COASTC0020310304e7ct0015a', '')],
    ['ProQuest', 'a.txt', proquestText(articles, english).replace(/Subject: [\s\S]*?Database: .*/, '')],
    ['Europresse', 'a.txt', plainCopy(articles, EUROPRESSE[1]!).replace('\nnews·20310304·CC·0000\n', '\n')]
  ])('is told of an export of %s in which the end of an article is missing', async (_, name, made) => {
    const { metadata, notice, text } = await readDocument(Buffer.from(made), name)
    expect(notice).toMatch(/several articles of a press database/)
    expect([metadata.title.value, metadata.publisher.value, metadata.published.value]).toEqual([null, null, null])
    for (const { title, paragraphs } of articles)
      for (const words of [title, ...paragraphs]) expect(text).toContain(words)
  })

  it.each([
    [
      'rows of number, day and characters',
      ['1', '2']
        .map(
          (number) =>
            `<table><tr><td>${number}</td><td>2031.03.0${number}</td><td>港の覚書</td><td>152字</td></tr></table><p>港の理事会は覚書を保管していた。</p>`
        )
        .join('')
    ],
    [
      'rows below the same heading',
      ['00001', '00002']
        .map(
          (number) =>
            `<table><tr><td>No.</td><td>発行日</td><td>文字数</td></tr><tr><td>${number}</td><td>2031年03月04日</td><td>00733文字</td></tr></table><p>港の理事会は覚書を保管していた。</p>`
        )
        .join('')
    ],
    [
      'fields of its database',
      ['04.03.2031', '06.03.2031']
        .map(
          (day) =>
            `<table><tr><td>^ИС:\nВестник Соллена\n<br>^ДТ:\n${day}\n<br>^ЗГ:\nЗаписка</td></tr></table><h3>Записка</h3><p>Правление порта хранило записку.</p>`
        )
        .join('')
    ]
  ])('by its %s, is one source under no name', async (_, made) => {
    const page = `<html><head><title>Report 12.05.2031</title></head><body><h3>Report 12.05.2031</h3>${made}</body></html>`
    const { metadata, notice } = await readDocument(Buffer.from(page), 'a.html')
    expect(notice).toMatch(/several articles of a press database/)
    expect([metadata.title.value, metadata.authors.value, metadata.published.value]).toEqual([null, null, null])
  })

  it.each([
    ['a single article', counted[0]!],
    ['a single Japanese record', '1 2031.03.04 港の覚書 152字\n\n港の理事会は覚書を保管していた。'],
    [
      'page numbers',
      articles.flatMap(({ paragraphs }, index) => [...paragraphs, `Page ${index + 1} of 3`]).join('\n\n')
    ],
    [
      'a list of exhibits',
      articles
        .map(({ title, day }, index) => `Document number: ${index}\nTitle: ${title}\nDate: ${day}\nPages: 12`)
        .join('\n\n')
    ],
    [
      'questions and answers',
      'Title: A talk\nAuthor: Tove Lind\n\nQuestion: Who?\nAnswer: Nobody.\nQuestion: When?\nAnswer: Never.'
    ]
  ])('isn’t seen in %s', async (_, made) => {
    expect((await readDocument(Buffer.from(made), 'a.txt')).notice).toBeNull()
  })
})

describe('an article whose text stands where no profile looks for it', () => {
  const FIRST = 'The harbour board of Sollen kept the memo on the hull of the ferry for nine days.'
  const SECOND = 'Nobody at the yard could say who had read it, or where it has been lying since then.'
  const gale = [
    'Title: Harbour board kept memo',
    'Source: Coast Courier (Mar. 4, 2031)',
    'Full Text:',
    'Copyright: COPYRIGHT 2031 Courier Media',
    '',
    FIRST,
    '',
    SECOND,
    '',
    'Source Citation (MLA 9th Edition)',
    '“Harbour board kept memo.” Coast Courier, 4 Mar. 2031. Gale OneFile, https://link.gale.com/apps/doc/A1. Accessed 9 Mar. 2031.',
    'Gale Document Number: GALE|A123456780'
  ]
  const proquest = [
    'Harbour board kept memo',
    'Author: Lind, Tove',
    'Full text:',
    'Publication title: Coast Courier',
    'Publication date: Mar 4, 2031',
    'ProQuest document ID: 1234567891',
    'Database: Newsstream'
  ]

  it('keeps the paragraphs that are in no field, and says so', async () => {
    const { text, notice } = await readDocument(Buffer.from(gale.join('\n')), 'a.txt')
    expect(text).toBe(['Harbour board kept memo', FIRST, SECOND].join('\n'))
    expect(notice).toMatch(/doesn’t stand where/)
    const page = `<html><body>${gale
      .filter(Boolean)
      .map((line) => `<p>${line}</p>`)
      .join('')}</body></html>`
    expect((await readDocument(Buffer.from(page), 'a.html')).text).toBe(text)
  })

  it.each([
    ['no paragraph at all', gale.filter((line) => line !== FIRST && line !== SECOND)],
    ['its text in its place', gale.filter((line) => !line.startsWith('Copyright'))],
    ['nothing but fields', proquest]
  ])('is none with %s', async (_, lines) => {
    expect((await readDocument(Buffer.from(lines.join('\n')), 'a.txt')).notice ?? '').not.toMatch(/doesn’t stand where/)
  })
})

describe('the bytes of an article', () => {
  it('are its part of the file, and what stands around it', async () => {
    const [first] = await entriesOf(Buffer.from(plainPage(english)), 'a.html')
    const html = Buffer.from(first!.bytes).toString()
    expect(html).toMatch(
      /^<!doctype html>\n<html><head><meta charset="utf-8"><\/head><body>\n<form action="\/x"><div id="contentWrapper">/
    )
    expect(html).toContain(
      "<span class='enHeadline'>Harbour board kept memo for nine days; Minister promises answers</span>"
    )
    expect(html).not.toMatch(/Factiva|Yard answers|Search Summary/)
    const [, second] = await entriesOf(Buffer.from(plainText(english)), 'a.txt')
    expect(Buffer.from(second!.bytes).toString()).toMatch(
      /^News\nYard answers[\s\S]*Document COASTC0020310416e7ct0015b\n$/
    )
  })

  it('are UTF-8, whatever the file was', async () => {
    const german = INTERFACES.find(({ tag }) => tag === 'de')!
    const latin = Buffer.from(codedText(german, '\t').replace(/’/g, "'"), 'latin1')
    const [entry] = await entriesOf(latin, 'a.txt')
    expect(Buffer.from(entry!.bytes).toString()).toContain('Die Hafenbehörde von Sollen')
  })

  it('of a last article whose end is missing go to the end of the file', async () => {
    const cut = plainText(english).split('Document COASTC0020310131e7ct0015c')[0]!
    const entries = await entriesOf(Buffer.from(cut), 'a.txt')
    expect(entries).toHaveLength(3)
    const { document } = await read(entries[2]!.bytes, entries[2]!.hint)
    expect(document).toMatchObject({ extractor: 'factiva/1', metadata: { title: { value: articles[2]!.title } } })
  })

  it('of articles that end in the middle of the file’s last tag are whole', async () => {
    const cut = codedPage(english).split('<div id="pageFooter">')[0]!
    expect(await entriesOf(Buffer.from(cut), 'a.html')).toHaveLength(3)
  })
})

describe('a page of a press database', () => {
  const saved = (page: string): Buffer =>
    Buffer.from(
      [
        'From: <Saved by Blink>',
        'Snapshot-Content-Location: https://database.example/results',
        'Date: Wed, 5 Mar 2031 09:05:00 +0200',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; type="text/html"; boundary="b"',
        '',
        '--b',
        'Content-Type: text/html; charset=utf-8',
        'Content-Location: https://database.example/results',
        '',
        page,
        '--b--',
        ''
      ].join('\r\n')
    )

  it('saved with its pictures gives its articles the day of saving, not its address', async () => {
    const entries = await entriesOf(saved(plainPage(english)), 'a.mhtml')
    expect(entries).toHaveLength(3)
    const { document } = await read(entries[1]!.bytes, entries[1]!.hint)
    expect(document!.metadata).toMatchObject({
      title: { value: articles[1]!.title },
      retrieved: { value: '2031-03-05T07:05:00Z' },
      url: { value: null }
    })
  })

  it('saved with its pictures, of one article, keeps its file and its address', async () => {
    const page = classedPage([articles[0]!], EUROPRESSE[1]!)
    expect(await readDocument(saved(page), 'a.mhtml')).toMatchObject({
      extractor: 'europresse/1',
      extension: 'mhtml',
      metadata: { title: { value: articles[0]!.title }, url: { value: 'https://database.example/results' } }
    })
    const { metadata } = await readDocument(Buffer.from(page), 'a.html', 'https://database.example/1')
    expect(metadata.url.value).toBe('https://database.example/1')
  })
})

describe('a file that no profile is made for', () => {
  it.each([
    [
      'a page that names the database',
      'a.html',
      '<html><body><p>Factiva and ProQuest are databases.</p><p>Full text: none.</p></body></html>'
    ],
    ['codes in a list', 'a.txt', 'HD means high definition\nLP is a record\nTV is not\nPD is police'],
    ['an accession number', 'a.txt', 'We quote Document COASTC0020310304e7ct0015a and no other.'],
    [
      'nothing but labels',
      'a.txt',
      'Publication title: Coast Courier\nPublication date: 4 March 2031\nDatabase: none\n\nThe board kept the memo.'
    ]
  ])('such as %s is read as any other', async (_, name, made) => {
    const reading = await read(Buffer.from(made), named(name))
    expect(reading).toMatchObject({
      container: false,
      document: { extractor: name.endsWith('txt') ? 'text/1' : 'html/1' }
    })
  })

  it('can’t be unpacked', async () => {
    const bytes = Buffer.from('<p>Nothing</p>')
    await expect(allOf(unpack({ bytes }, named('a.html')))).rejects.toMatchObject({ code: 'unsupported' })
  })
})

describe('hostile lines', () => {
  it.each([
    ['blanks', ' '.repeat(300_000)],
    ['digits', '1 '.repeat(150_000)],
    ['colons', 'Full text: '.repeat(30_000)],
    ['brackets', '['.repeat(300_000)],
    ['capitals', 'A000000'.repeat(40_000)]
  ])(
    'of %s take no time in the square of their length',
    async (_, line) => {
      const started = process.cpuUsage()
      for (const made of [codedText(english, '\t'), plainText(english), proquestText(articles, english)]) {
        const lined = made
          .replace(/\n/g, (end, at: number) => (at % 7 === 0 ? `\n1${line}x\n` : end))
          .slice(0, 8_000_000)
        await read(Buffer.from(lined), named('a.txt'))
      }
      expect((process.cpuUsage(started).user + process.cpuUsage(started).system) / 1_000_000).toBeLessThan(20)
    },
    120_000
  )
})

const Report = z.array(z.object({ status: z.string(), title: z.string().nullable(), path: z.string() }))

describe('through the command line', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dossier-press-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('every format gives its articles as sources of their own', async () => {
    const files: [string, string][] = [
      ['factiva.txt', codedText(english, '\t')],
      ['factiva.html', plainPage(english)],
      ['factiva.rtf', codedRtf(english)],
      ['proquest.txt', proquestText(articles, english)],
      ['proquest.eml', proquestMail(proquestPage(articles, english))],
      ['europresse.html', classedPage(articles, EUROPRESSE[1]!)]
    ]
    for (const [name, made] of files) await writeFile(path.join(folder, name), made)
    const run = async (...args: string[]): Promise<string> => {
      const command = path.join(import.meta.dirname, '../../../../bin/dossier.mjs')
      const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder }
      return (await promisify(execFile)(process.execPath, [command, ...args, '--json'], { env })).stdout
    }
    const place = path.join(folder, 'case')
    await run('init', place, '--title', 'Harbour')
    const report = Report.parse(
      JSON.parse(await run('import', place, ...files.map(([name]) => path.join(folder, name))))
    )
    for (const [name] of files) {
      const own = report.filter((item) => item.path.includes(`${name} › `))
      expect(
        own.map(({ status, title }) => [status, title]),
        name
      ).toEqual(articles.map(({ title }) => ['imported', title]))
      expect(own[1]!.path).toMatch(/ › article 2: Yard answers the board of the harbour$/)
    }
  })
})
