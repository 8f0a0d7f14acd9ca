import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { rawZip } from '../../../zip/raw-zip.test-helper.ts'
import { named } from '../../reading/document.test-helper.ts'
import type { Entry } from '../../extracted/extracted.ts'
import { allOf } from '../../container/container.test-helper.ts'
import { unpackWacz } from '../wacz/wacz.ts'
import { unpackWarc } from './warc.ts'
import { rawPage, rawResponse, rawWarc, rawWarcGz, type RawRecord } from './warc.test-helper.ts'

const URL_A = 'https://courier.example/2031/memo'
const page = (
  url: string,
  body: Buffer | string = rawPage('Memo'),
  fields: Record<string, string> = {},
  status?: string
): RawRecord => ({
  url,
  block: rawResponse(body, fields, status)
})
const sorted = async (
  records: readonly RawRecord[]
): Promise<{ entries: Entry[]; passedOver: [path: string, why: string][] }> => {
  const all = await allOf(unpackWarc({ bytes: rawWarcGz(records) }, named('harbour.warc.gz')))
  return {
    entries: taken(all),
    passedOver: all.flatMap(({ path, passedOver }) => (passedOver === undefined ? [] : [[path, passedOver]]))
  }
}
const taken = (entries: readonly Entry[]): Entry[] => entries.filter(({ passedOver }) => passedOver === undefined)
const entriesOf = async (records: readonly RawRecord[]): Promise<Entry[]> => (await sorted(records)).entries
const textOf = ({ bytes }: Entry): string => Buffer.from(bytes).toString()
const paths = (entries: readonly Entry[]): string[] => entries.map(({ path }) => path)

describe('a web archive', () => {
  it('gives its pages with where and when they were archived', async () => {
    const entries = await entriesOf([
      { type: 'warcinfo', block: 'software: harbour' },
      page(URL_A),
      page('https://courier.example/', rawPage('Home'))
    ])
    expect(entries.map(({ path, hint }) => [path, hint.name, hint.url])).toEqual([
      [URL_A, 'memo.html', URL_A],
      ['https://courier.example/', 'courier.example.html', 'https://courier.example/']
    ])
    expect(entries[0]!.hint.given).toEqual([
      { from: 'container', detail: `WARC-Target-URI: ${URL_A}`, confidence: 0.98, url: URL_A },
      {
        from: 'container',
        detail: 'WARC-Date: 2031-03-04T09:05:00Z',
        confidence: 0.98,
        retrieved: '2031-03-04T09:05:00Z'
      }
    ])
    expect(textOf(entries[0]!)).toBe(rawPage('Memo'))
    expect(paths(await allOf(unpackWarc({ bytes: rawWarc([page(URL_A)]) }, named('harbour.warc'))))).toEqual([URL_A])
  })

  it('unpacks what was sent packed, and leaves what only says so', async () => {
    const html = Buffer.from(rawPage('Memo'))
    const chunked = (body: Buffer): Buffer =>
      Buffer.concat([
        Buffer.from('a;x=1\r\n'),
        body.subarray(0, 10),
        Buffer.from(`\r\n${(body.length - 10).toString(16)}\r\n`),
        body.subarray(10),
        Buffer.from('\r\n0\r\n\r\n')
      ])
    const sent: [Buffer, Record<string, string>][] = [
      [gzipSync(html), { 'Content-Encoding': 'gzip' }],
      [brotliCompressSync(html), { 'Content-Encoding': 'br' }],
      [deflateSync(html), { 'Content-Encoding': 'deflate' }],
      [deflateRawSync(html), { 'Content-Encoding': 'deflate' }],
      [zstdCompressSync(html), { 'Content-Encoding': 'zstd' }],
      [chunked(html), { 'Transfer-Encoding': 'chunked' }],
      [chunked(gzipSync(html)), { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }],
      [html, { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }],
      [html, { 'Content-Encoding': 'br' }]
    ]
    const entries = await entriesOf(sent.map(([body, fields], i) => page(`${URL_A}/${i}`, body, fields)))
    expect(entries.map(textOf)).toEqual(sent.map(() => html.toString()))
  })

  it('keeps the charset that only the response names', async () => {
    const body = Buffer.from(rawPage('\x93Memo\x94').replace('<meta charset="utf-8">', ''), 'latin1')
    const [entry] = await entriesOf([page(URL_A, body, { 'Content-Type': 'text/html; charset=windows-1252' })])
    expect(textOf(entry!)).toContain('<h1>“Memo”</h1>')
    const declared = Buffer.from(rawPage('\x93Memo\x94').replace('utf-8', 'windows-1252'), 'latin1')
    const [same] = await entriesOf([page(URL_A, declared, { 'Content-Type': 'text/html; charset=windows-1252' })])
    expect(Buffer.from(same!.bytes).equals(declared)).toBe(true)
    const late = rawPage('\x93Memo\x94').replace('<meta', `<script>${'x'.repeat(9000)}</script><meta`)
    const contrary = Buffer.from(late.replace('utf-8', 'windows-1251'), 'latin1')
    const [other] = await entriesOf([page(URL_A, contrary, { 'Content-Type': 'text/html; charset=l1' })])
    expect(textOf(other!)).toContain('<h1>“Memo”</h1>')
    const [own] = await entriesOf([page(URL_A, contrary, { 'Content-Type': 'text/html; charset=win-1251' })])
    expect(Buffer.from(own!.bytes).equals(contrary)).toBe(true)
  })

  it('gives PDFs and stored resources, each by its kind', async () => {
    const entries = await entriesOf([
      page('https://sollen.example/budget', '%PDF-1.7 …', { 'Content-Type': 'application/pdf' }),
      page('https://sollen.example/a%20b.pdf', '%PDF-1.7 …', { 'Content-Type': 'application/octet-stream' }),
      { type: 'resource', url: URL_A, block: rawPage('Memo'), fields: { 'Content-Type': 'text/html' } },
      {
        type: 'resource',
        url: 'urn:pageinfo:https://sollen.example/',
        block: '{}',
        fields: { 'Content-Type': 'application/json' }
      }
    ])
    expect(entries.map(({ hint }) => hint.name)).toEqual(['budget.pdf', 'a b.pdf', 'memo.html'])
  })

  it('passes over what is no page of its own', async () => {
    const asked = (url: string, destination: string): RawRecord => ({
      type: 'request',
      url,
      block: `GET / HTTP/1.1\r\nSec-Fetch-Dest: ${destination}\r\n\r\n`
    })
    const { entries, passedOver } = await sorted([
      page('https://sollen.example/robots.txt'),
      page('https://sollen.example/budget.docx', 'PK', {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      }),
      { type: 'resource', url: 'urn:pageinfo:x', block: '{}', fields: { 'Content-Type': 'application/json' } },
      page('https://sollen.example/old', '', { Location: '/new' }, '301 Moved'),
      page('https://sollen.example/gone', rawPage('Gone'), {}, '404 Not Found'),
      page('https://sollen.example/data', '{}', { 'Content-Type': 'application/json' }),
      page('https://sollen.example/teaser', `<div>${'A teaser. '.repeat(30)}</div>`),
      page(
        'https://sollen.example/empty',
        '<html><head><title>Ad</title></head><body><script>var words = "words words";</script></body></html>'
      ),
      page('https://sollen.example/frame'),
      asked('https://sollen.example/frame', 'iframe'),
      asked('https://sollen.example/fetched', 'empty'),
      page('https://sollen.example/fetched'),
      page('https://sollen.example/short', '<p>Held back.</p>'),
      asked('https://sollen.example/short', 'document'),
      asked('https://sollen.example/frame', 'iframe'),
      page(URL_A),
      page(URL_A),
      page(URL_A, rawPage('Memo, changed')),
      { type: 'metadata', url: URL_A, block: 'x' }
    ])
    expect(paths(entries)).toEqual(['https://sollen.example/short', URL_A, URL_A])
    expect(passedOver).toEqual([
      [
        'https://sollen.example/budget.docx',
        '“https://sollen.example/budget.docx” was passed over: out of a web archive only pages and PDFs are taken. Take it out of “harbour.warc.gz” with another program and import it.'
      ],
      [
        'other records',
        'Passed over in “harbour.warc.gz”: 3 files that pages load, such as images and scripts; 4 pieces of pages, such as frames and advertisements; 1 address that only leads to another; 1 answer of a server without the page; 1 page archived again without a change.'
      ]
    ])
  })

  it('tells of pages that it only notes as unchanged', async () => {
    const revisit = (url: string): RawRecord => ({
      type: 'revisit',
      url,
      block: rawResponse(''),
      fields: { 'WARC-Refers-To-Date': '2030-12-24T08:00:00Z' }
    })
    const entries = await entriesOf([page(URL_A), revisit(URL_A), revisit('https://sollen.example/same')])
    expect(entries.map(({ path, error }) => [path, error?.code])).toEqual([
      [URL_A, undefined],
      ['https://sollen.example/same', 'not-found']
    ])
    expect(entries[1]!.error?.message).toContain('unchanged since it was archived on 2030-12-24')
  })
})

describe('a web archive collection', () => {
  const wacz = async (lines: readonly string[] | null, ...archives: Buffer[]): Promise<Entry[]> => {
    const pages =
      lines === null
        ? []
        : [{ name: 'pages/pages.jsonl', content: ['{"format":"json-pages-1.0","id":"pages"}', ...lines].join('\n') }]
    const files = archives.map((content, i) => ({ name: `archive/${i}.warc.gz`, content, method: i === 0 ? 0 : 8 }))
    const all = await allOf(
      unpackWacz(
        { bytes: rawZip([{ name: 'datapackage.json', content: '{}' }, ...pages, ...files]) },
        named('harbour.wacz')
      )
    )
    expect(all.filter(({ passedOver }) => passedOver !== undefined)).toHaveLength(1)
    expect(all.at(-1)!.passedOver).toContain('1 address that only leads to another')
    return taken(all)
  }
  const archive = rawWarcGz([
    page('https://courier.example/', rawPage('Home')),
    page('https://sollen.example/old', '', { Location: '/new' }, '302 Found'),
    page('https://sollen.example/new', '<p>Short.</p>')
  ])

  it('gives the pages of its list, where they led to, and their titles', async () => {
    const lines = [
      '{"url":"https://sollen.example/old#top","title":"The “old” page","ts":"2031-03-04T09:05:00Z"}',
      '{"url": broken',
      '{"__proto__":{"url":"x"},"url":7}',
      '[]'
    ]
    const entries = await wacz(lines, archive, rawWarcGz([page(URL_A)]))
    expect(paths(entries)).toEqual(['https://sollen.example/new'])
    expect(entries[0]!.hint.given.at(-1)).toEqual({
      from: 'container',
      detail: 'The “old” page',
      confidence: 0.5,
      title: 'The “old” page'
    })
  })

  it('gives all its pages when it has no list, or one of none of them', async () => {
    const all = ['https://courier.example/', URL_A]
    expect(
      paths(await wacz(null, archive, rawWarcGz([page(URL_A), page('https://courier.example/', rawPage('Home'))])))
    ).toEqual(all)
    expect(paths(await wacz(['{"url":"https://elsewhere.example/"}'], archive, rawWarcGz([page(URL_A)])))).toEqual(all)
  })

  it('goes on behind a damaged archive', async () => {
    const bytes = rawZip([
      { name: 'archive/a.warc.gz', content: 'x', claim: { size: 9 } },
      { name: 'archive/b.warc.gz', content: rawWarcGz([page(URL_A)]) }
    ])
    const entries = await allOf(unpackWacz({ bytes }, named('harbour.wacz')))
    expect(entries.map(({ path, error }) => [path, error?.code])).toEqual([
      ['archive/a.warc.gz', 'unreadable'],
      [URL_A, undefined]
    ])
  })
})

describe('a hostile web archive', () => {
  it('has pages told that are cut off, damaged, truncated or too large', async () => {
    const bomb = brotliCompressSync(Buffer.alloc(65 * 1024 * 1024, '<p>'), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 }
    })
    const cutGzip = gzipSync(rawPage('Memo')).subarray(0, -30)
    const entries = await entriesOf([
      { ...page(`${URL_A}/short`, 'x', { 'Content-Length': '5000' }), length: 9000 },
      { ...page(`${URL_A}/lying`, rawPage('Memo')), length: 9000 },
      { ...page(`${URL_A}/truncated`), fields: { 'WARC-Truncated': 'length' } },
      page(`${URL_A}/bomb`, bomb, { 'Content-Encoding': 'br' }),
      page(`${URL_A}/gzip`, cutGzip, { 'Content-Encoding': 'gzip' }),
      page(`${URL_A}/chunk`, 'fff\r\n<p>', { 'Transfer-Encoding': 'chunked' }),
      page(`${URL_A}/huge`, Buffer.alloc(70 * 1024 * 1024)),
      page('javascript:alert(1)'),
      page('https://sollen.example/%FF%00..%2F..%2Fetc'),
      page(URL_A)
    ])
    expect(entries.map(({ path, error }) => [path.replace(URL_A, ''), error?.code])).toEqual([
      ['/short', 'unreadable'],
      ['/lying', undefined],
      ['/truncated', 'unreadable'],
      ['/bomb', 'unreadable'],
      ['/gzip', 'unreadable'],
      ['/chunk', 'unreadable'],
      ['/huge', 'too-large'],
      ['https://sollen.example/%FF%00..%2F..%2Fetc', undefined],
      ['', undefined]
    ])
    expect(entries[7]!.hint.name).toBe('%FF%00..%2F..%2Fetc.html')
  })

  it('is given up when it is damaged everywhere', async () => {
    const member = rawWarcGz([page(URL_A)])
    member[12]! ^= 0xff
    const bytes = Buffer.concat(Array.from({ length: 1001 }, () => [member, rawWarcGz([page(URL_A)])]).flat())
    await expect(allOf(unpackWarc({ bytes }, named('x.warc')))).rejects.toMatchObject({ code: 'unreadable' })
  })

  it('has its text counted in one pass, whatever its markup is like', async () => {
    const entries = await entriesOf([
      page(URL_A, '<script'.repeat(2_000_000)),
      page(`${URL_A}/2`, '<svg><'.repeat(2_000_000)),
      page(`${URL_A}/3`, '<!--'.repeat(2_000_000))
    ])
    expect(entries).toEqual([])
  })
})
