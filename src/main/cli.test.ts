import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../scripts/built.mjs'

const CLI = commandLine()
const ARTICLE = `date 2031-03-04 - Northern Courier
-
Harbour board kept memo from inquiry
The board held the memo back for nine days 😀, two officials said.
A spokesperson said: “We gave the inquiry everything it asked for.”
`

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'))
  file = join(folder, 'case')
  await writeFile(join(folder, 'article.txt'), ARTICLE)
  await dossier('init', file, '--title', 'Ferry', '--tlp', 'amber')
  await dossier('import', file, join(folder, 'article.txt'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Outcome {
  code: number
  out: string
  err: string
}

function dossier(...args: string[]): Promise<Outcome> {
  const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'user-data') }
  return new Promise((done) => {
    execFile(process.execPath, [CLI, ...args], { env, cwd: folder }, (error, out, err) => {
      done({ code: error ? Number(error.code ?? NaN) : 0, out, err })
    })
  })
}

async function json(...args: string[]): Promise<{ code: number; value: unknown }> {
  const { code, out } = await dossier(...args, '--json')
  return { code, value: JSON.parse(out) }
}

describe('dossier', () => {
  it('imports and lists with one JSON value on standard output and progress on standard error', async () => {
    const other = join(folder, 'other.txt')
    await writeFile(other, ARTICLE.replace('nine', 'ten'))
    const { code, out, err } = await dossier(
      'import',
      file,
      other,
      join(folder, 'article.txt'),
      join(folder, 'none.txt'),
      '--json'
    )
    expect(code).toBe(1)
    expect(err).toContain('1/3 · other.txt')
    expect(JSON.parse(out)).toMatchObject([
      {
        status: 'imported',
        key: 'S2',
        title: 'Harbour board kept memo from inquiry',
        authors: [],
        publisher: 'Northern Courier',
        published: '2031-03-04'
      },
      {
        status: 'duplicate',
        key: 'S1',
        sha256: /^[0-9a-f]{64}$/.exec((JSON.parse(out) as { sha256: string }[])[1]!.sha256)![0]
      },
      { status: 'failed', key: null, error: { code: 'not-found' } }
    ])
    expect(await json('sources', file)).toMatchObject({ code: 0, value: [{ key: 'S1' }, { key: 'S2' }] })
  })

  it('shows a text and what an import would make of a file', async () => {
    const { out } = await dossier('text', file, 'S1')
    expect(out).toContain('The board held the memo back')
    const { value } = await json('extract', join(folder, 'article.txt'))
    expect(value).toMatchObject({
      title: 'Harbour board kept memo from inquiry',
      publisher: 'Northern Courier',
      published: '2031-03-04',
      authors: [],
      language: 'en'
    })
    const { text, blocks } = value as { text: string; blocks: { start: number; end: number }[] }
    const characters = [...text]
    const last = blocks.at(-1)!
    expect(characters.slice(last.start, last.end).join('')).toBe(
      'A spokesperson said: “We gave the inquiry everything it asked for.”'
    )
  })

  it('saves a quote that stands in the source, counted in code points, and no other', async () => {
    const exact = 'We gave the inquiry everything it asked for'
    const { code, value } = await json('quote', file, 'S1', '--exact', exact, '--prefix', 'said: “')
    const text = [...(await dossier('text', file, 'S1')).out].join('')
    const start = [...text.slice(0, text.indexOf(exact))].length
    expect({ code, value }).toMatchObject({
      code: 0,
      value: { key: 'Q1', state: 'verbatim', start, end: start + exact.length, exact }
    })
    const altered = await json('quote', file, 'S1', '--exact', 'We gave the inquiry nothing it asked for')
    expect(altered).toMatchObject({ code: 1, value: { key: null, state: 'altered' } })
    expect(await json('quotes', file)).toMatchObject({
      code: 0,
      value: [{ key: 'Q1', source: 'S1', state: 'verbatim', exact }]
    })
  })

  it('takes a brief through Markdown to a verified PDF', async () => {
    const markdown = join(folder, 'brief.md')
    await writeFile(
      markdown,
      '---\ntitle: Memo\n---\n\n## Facts\n\nHeld back. [@S1]\n\n> We gave the inquiry everything it asked for.\n> — [@S1]\n'
    )
    const { code, value } = await json('brief', 'import', file, markdown)
    expect({ code, value }).toMatchObject({ code: 0, value: { sections: 1, statements: 1, quotes: 1, unresolved: [] } })
    const { id } = value as { id: string }
    expect(await json('brief', 'list', file)).toMatchObject({ value: [{ id, title: 'Memo', tlp: 'TLP:AMBER' }] })
    const exported = await dossier('brief', 'export', file, id)
    expect(exported.out).toContain('> We gave the inquiry everything it asked for.\n> — [@S1]')
    const pdf = join(folder, 'memo.pdf')
    expect(await json('export', file, 'Memo', '--pdf', pdf, '--strict')).toMatchObject({
      code: 0,
      value: { path: pdf, findings: [] }
    })
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await json('verify', pdf)).toMatchObject({
      code: 0,
      value: { ok: true, quotes: [{ page: 1, state: 'verbatim' }] }
    })
    expect(await json('verify', file)).toMatchObject({ code: 0, value: { ok: true } })
    const docx = join(folder, 'memo.docx')
    const html = join(folder, 'memo.html')
    expect(await json('export', file, 'Memo', '--docx', docx, '--html', html)).toMatchObject({
      code: 0,
      value: [
        { path: docx, format: 'docx' },
        { path: html, format: 'html' }
      ]
    })
    expect(await readFile(html, 'utf8')).toContain('We gave the inquiry everything it asked for.')
  })

  it('exits 1 with findings, writes the PDF all the same, and refuses it with --strict', async () => {
    const markdown = join(folder, 'bad.md')
    await writeFile(
      markdown,
      '---\ntitle: Bad\n---\n\n## Facts\n\nUnsupported.\n\n> We gave the inquiry nothing.\n> — [@S1]\n'
    )
    expect(await json('brief', 'import', file, markdown)).toMatchObject({
      code: 1,
      value: { unresolved: [{ source: 'S1' }] }
    })
    const strict = join(folder, 'strict.pdf')
    const refused = await json('export', file, 'Bad', '--pdf', strict, '--strict')
    expect(refused).toMatchObject({
      code: 1,
      value: { error: { code: 'findings' }, findings: [{ code: 'unsupported-statement' }, { code: 'quote-altered' }] }
    })
    await expect(readFile(strict)).rejects.toThrow()
    const marked = join(folder, 'marked.pdf')
    expect(await json('export', file, 'Bad', '--pdf', marked)).toMatchObject({ code: 1, value: { path: marked } })
    expect(await json('verify', marked)).toMatchObject({ code: 1, value: { ok: false } })
    expect(await json('verify', file)).toMatchObject({ code: 1, value: { ok: false } })
  })

  it('tells usage (2) from failure (3), and says what to do', async () => {
    expect((await dossier('frobnicate')).code).toBe(2)
    expect((await dossier('init', file)).code).toBe(2)
    expect((await dossier('--version')).code).toBe(0)
    expect((await dossier('init', join(folder, 'x'), '--title', 'X', '--tlp', 'purple')).code).toBe(2)
    const nothing = await dossier('export', file, 'Memo')
    expect(nothing.code).toBe(2)
    expect(nothing.err).toContain('Say what to write: --pdf, --docx,')
    expect((await dossier('export', file, 'Memo', '--csl', 'a.json', '--annotations', './a.json')).code).toBe(2)
    const failed = await dossier('sources', join(folder, 'nowhere'))
    expect(failed).toMatchObject({ code: 3, out: '' })
    expect(failed.err).toContain('There is no case in')
    expect(await json('text', file, 'S99')).toMatchObject({ code: 3, value: { error: { code: 'not-found' } } })
    expect((await dossier('init', file, '--title', 'Again')).err).toContain('isn’t empty')
  })
})
