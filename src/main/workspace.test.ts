import { DOCUMENT_FORMATS, exportFormat, type DocumentFormat } from '../shared/composition/export-formats.ts'
import { DEFAULT_EXPORT_OPTIONS } from '../shared/composition/options.ts'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventData, EventName } from '../shared/api/contract.ts'
import { walkBlocks } from '../shared/brief/walk.ts'
import type { Workspace } from './workspace.ts'
import { testWorkspace } from './workspace.test-helper.ts'

let folder: string
let workspace: Workspace
let heard: { name: EventName; data: EventData<EventName> }[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workspace-'))
  heard = []
  workspace = newWorkspace()
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

function newWorkspace(): Workspace {
  return testWorkspace(folder, { emit: (name, data) => heard.push({ name, data }) })
}

const ARTICLE = `date 2031-03-04 - Northern Courier
-
Harbour board kept memo from inquiry
The board held the memo back for nine days, two officials said.
A spokesperson said: “We gave the inquiry everything it asked for.”
`

async function startCase(): Promise<{ path: string; sourceId: string }> {
  const path = join(folder, 'case')
  await workspace.handlers['case.create']({ path, title: 'Ferry', tlp: 'TLP:AMBER' })
  const file = join(folder, 'article.txt')
  await writeFile(file, ARTICLE)
  const { items } = await workspace.handlers['import.start']({ paths: [file] })
  return { path, sourceId: items[0]!.id! }
}

async function quote(sourceId: string, words: string): Promise<{ id: string; key: string }> {
  const { text } = await workspace.handlers['source.get']({ id: sourceId })
  const start = text.text.indexOf(words)
  return workspace.handlers['quote.create']({ sourceId, start, end: start + words.length })
}

describe('importing', () => {
  it('keeps original bytes, finds metadata, tells duplicates and reports bad files', async () => {
    const { path, sourceId } = await startCase()
    await mkdir(join(folder, 'more'))
    await writeFile(join(folder, 'more', '1 same.txt'), ARTICLE)
    await writeFile(join(folder, 'more', '2 empty.txt'), '')
    await writeFile(join(folder, 'more', '3 picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    await writeFile(join(folder, 'more', '4 other.txt'), ARTICLE.replace('nine', 'ten'))
    const { items, cancelled } = await workspace.handlers['import.start']({
      paths: [join(folder, 'more'), join(folder, 'nowhere.txt')]
    })
    expect(cancelled).toBe(false)
    expect(items.map(({ status, key, error }) => [status, key, error?.code])).toEqual([
      ['duplicate', 'S1', undefined],
      ['failed', null, 'empty'],
      ['failed', null, 'unreadable'],
      ['imported', 'S2', undefined],
      ['failed', null, 'not-found']
    ])
    expect(items[0]).toMatchObject({
      title: 'Harbour board kept memo from inquiry',
      publisher: 'Northern Courier',
      published: '2031-03-04'
    })
    const original = join(path, 'sources', sourceId.slice(0, 2), sourceId, 'original.txt')
    expect(await readFile(original, 'utf8')).toBe(ARTICLE)
    const rows = heard.flatMap(({ name, data }) =>
      name === 'source.rows' ? (data as EventData<'source.rows'>).rows : []
    )
    expect(rows.map((row) => row.key)).toEqual(['S1', 'S2'])
    expect(heard.findLast(({ name }) => name === 'import.progress')?.data).toMatchObject({
      done: 5,
      total: 5,
      imported: 1,
      duplicates: 1,
      failed: 3
    })
  })

  it('stops when cancelled and keeps what was imported before', async () => {
    await startCase()
    await mkdir(join(folder, 'many'))
    for (let i = 0; i < 30; i++) await writeFile(join(folder, 'many', `${i}.txt`), ARTICLE.replace('nine', String(i)))
    const running = workspace.handlers['import.start']({ paths: [join(folder, 'many')] })
    await expect(workspace.handlers['import.start']({ paths: [folder] })).rejects.toMatchObject({ code: 'bad-request' })
    await new Promise((wait) => setTimeout(wait, 60))
    await workspace.handlers['import.cancel']({})
    const { items, cancelled } = await running
    expect(cancelled).toBe(true)
    expect(items.length).toBeLessThan(30)
    const view = await workspace.handlers['case.current']({})
    expect(view!.sources).toHaveLength(items.length + 1)
  })

  it('takes pasted text', async () => {
    await startCase()
    const { items } = await workspace.handlers['import.paste']({
      text: ARTICLE.replace('nine', 'three'),
      html: null,
      url: null
    })
    expect(items).toMatchObject([{ status: 'imported', key: 'S2', published: '2031-03-04' }])
  })

  it('takes pictures that were pasted into a brief, by what they show, each once', async () => {
    await startCase()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64'
    )
    const bytes = Uint8Array.from(png)
    const first = await workspace.handlers['import.pictures']({ pictures: [{ alt: 'The: pier/at night?', bytes }] })
    expect(first.items).toMatchObject([{ status: 'imported', key: 'S2', path: 'The pier at night.png' }])
    const again = await workspace.handlers['import.pictures']({ pictures: [{ alt: '', bytes }] })
    expect(again.items).toMatchObject([{ status: 'duplicate', id: first.items[0]!.id, path: 'Pasted picture.png' }])
  })

  it('sets metadata as the user says and keeps what was found', async () => {
    const { sourceId } = await startCase()
    const source = await workspace.handlers['source.update']({
      id: sourceId,
      metadata: { published: '2031-03-05', authors: ['Tove Lind'] }
    })
    expect(source.metadata.published).toMatchObject({
      value: '2031-03-05',
      confirmed: true,
      evidence: { from: 'user' }
    })
    expect(source.metadata.published.alternatives[0]).toMatchObject({ value: '2031-03-04' })
    expect(heard.at(-1)).toMatchObject({ name: 'source.row', data: { published: '2031-03-05' } })
  })
})

describe('quotes and briefs', () => {
  it('survive closing: quotes, briefs, keys that are never used twice', async () => {
    const { path, sourceId } = await startCase()
    const first = await quote(sourceId, 'held the memo back')
    expect(await quote(sourceId, 'eld the memo bac')).toMatchObject({ id: first.id })
    await workspace.handlers['quote.delete']({ id: first.id })
    const second = await quote(sourceId, 'two officials said')
    expect([first.key, second.key]).toEqual(['Q1', 'Q2'])
    const brief = await workspace.handlers['brief.create']({ title: 'Memo', author: 'Desk 4', template: 'briefing' })
    const { title, author, date, tlp, language, doc } = brief
    await workspace.handlers['brief.save']({
      id: brief.id,
      fields: { title: `${title} 2`, author, date, tlp, language },
      doc
    })
    await workspace.close()

    workspace = newWorkspace()
    const view = await workspace.handlers['case.open']({ path })
    expect(view.quotes).toBe(1)
    const quotes = await workspace.handlers['quote.list']({ offset: 0, limit: 10 })
    expect(quotes.map(({ key }) => key)).toEqual(['Q2'])
    expect(view.briefs).toMatchObject([{ title: 'Memo 2', author: 'Desk 4' }])
    expect(await workspace.handlers['quote.restore']({ id: first.id })).toMatchObject({ key: 'Q1', deletedAt: null })
    expect((await workspace.handlers['brief.get']({ id: brief.id })).doc).toEqual(brief.doc)
  })

  it('are one quote when the key is pressed twice, and leave one entry in the log', async () => {
    const { path, sourceId } = await startCase()
    const pressed = await Promise.all([
      quote(sourceId, 'held the memo back'),
      quote(sourceId, 'held the memo back'),
      quote(sourceId, 'two officials said'),
      quote(sourceId, 'held the memo back')
    ])
    const [first, second] = [pressed[0]!.id, pressed[2]!.id]
    expect(pressed.map(({ id }) => id)).toEqual([first, first, second, first])
    expect(pressed.map(({ key }) => key)).toEqual(['Q1', 'Q1', 'Q2', 'Q1'])
    await workspace.handlers['case.close']({})
    expect(await workspace.handlers['case.open']({ path })).toMatchObject({ quotes: 2 })
    const logs = (await readdir(join(path, 'audit'), { recursive: true })).filter((name) => name.endsWith('.jsonl'))
    const texts = await Promise.all(logs.map((name) => readFile(join(path, 'audit', name), 'utf8')))
    expect(texts.join('').match(/"quote-made"/g)).toHaveLength(2)
  })

  it('never give the keys of a damaged source to another one', async () => {
    const { path, sourceId } = await startCase()
    await quote(sourceId, 'held the memo back')
    await workspace.handlers['case.close']({})
    const meta = join(path, 'sources', sourceId.slice(0, 2), sourceId, 'meta.json')
    await writeFile(meta, '{"schema":')
    await rm(`${meta}.previous`)
    const view = await workspace.handlers['case.open']({ path })
    expect(view.sources).toEqual([])
    expect(view.notices).toHaveLength(1)
    const { items } = await workspace.handlers['import.paste']({ text: ARTICLE, html: null, url: null })
    expect(items).toMatchObject([{ status: 'imported', key: 'S2' }])
    expect(await quote(items[0]!.id!, 'held the memo back')).toMatchObject({ key: 'Q2' })
  })

  it('refuses requests without a case, and nothing to quote', async () => {
    await expect(workspace.handlers['case.verify']({})).rejects.toMatchObject({ code: 'no-case' })
    const { sourceId } = await startCase()
    await expect(workspace.handlers['quote.create']({ sourceId, start: 3, end: 3 })).rejects.toMatchObject({
      code: 'empty'
    })
    await expect(workspace.handlers['brief.get']({ id: 'none' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the main job', () => {
  const BRIEF = `---
title: The memo
author: Desk 4
date: 2031-03-12
---

## Facts

The memo was held back. [@S1]

> We gave the inquiry everything it asked for.
> — [@S1]
`

  async function briefOf(markdown: string): Promise<string> {
    const file = join(folder, 'brief.md')
    await writeFile(file, markdown)
    return (await workspace.handlers['brief.importMarkdown']({ path: file })).brief.id
  }

  const options = DEFAULT_EXPORT_OPTIONS

  it('goes from a brief in Markdown to a PDF that verifies from itself alone', async () => {
    await startCase()
    const briefId = await briefOf(BRIEF)
    const path = join(folder, 'brief.pdf')
    const report = await workspace.handlers['export.pdf']({ briefId, path, options, acceptFindings: false })
    expect(report.findings).toEqual([])
    expect(await workspace.handlers['verify.pdf']({ path })).toMatchObject({
      ok: true,
      quotes: [{ exact: 'We gave the inquiry everything it asked for.', state: 'verbatim', page: 1 }]
    })
    expect(await workspace.handlers['case.verify']({})).toMatchObject({
      ok: true,
      quotes: [{ key: 'Q1' }, { brief: briefId }]
    })
  })

  it('names findings at the gate, writes nothing then, and marks them when told to go on', async () => {
    await startCase()
    const briefId = await briefOf(
      `${BRIEF}\nNobody knows why.\n\n> We gave the inquiry nothing it asked for.\n> — [@S1]\n`
    )
    const check = await workspace.handlers['brief.check']({ id: briefId })
    expect(check.findings.map(({ code }) => code)).toEqual(['unsupported-statement', 'quote-altered'])
    const path = join(folder, 'brief.pdf')
    const request = { briefId, path, options }
    await expect(workspace.handlers['export.pdf']({ ...request, acceptFindings: false })).rejects.toMatchObject({
      code: 'findings'
    })
    expect(await readdir(folder)).not.toContain('brief.pdf')
    const report = await workspace.handlers['export.pdf']({ ...request, acceptFindings: true })
    expect(report.findings).toHaveLength(2)
    expect(await workspace.handlers['verify.pdf']({ path })).toMatchObject({
      ok: false,
      quotes: [{ state: 'verbatim' }, { state: 'altered' }]
    })
  })

  it('writes the other formats through the same gate, and logs each', async () => {
    await startCase()
    const good = await briefOf(BRIEF)
    const bad = await briefOf(`${BRIEF}\nNobody knows why.\n`)
    const beginnings: Partial<Record<DocumentFormat, string>> = {
      docx: 'PK',
      html: '<!DOCTYPE html>',
      'csl-json': '[',
      annotations: '{'
    }
    for (const format of DOCUMENT_FORMATS) {
      const path = join(folder, `brief.${format}`)
      const request = { path, format, options, acceptFindings: false }
      await expect(workspace.handlers['export.document']({ ...request, briefId: bad })).rejects.toMatchObject({
        code: 'findings'
      })
      expect(await readdir(folder)).not.toContain(`brief.${format}`)
      const report = await workspace.handlers['export.document']({ ...request, briefId: good })
      const bytes = await readFile(path)
      expect(report).toMatchObject({ path, format, bytes: bytes.length, findings: [] })
      expect(bytes.toString('utf8').startsWith(beginnings[format] ?? '')).toBe(true)
      if (exportFormat(format).scanned === 'text') expect(bytes.toString('utf8')).toMatch(/inquiry|harbour/i)
    }
    const entries = (await workspace.opened().store.custody()).flatMap((chain) => chain.entries)
    const exported = entries.filter(({ action }) => action === 'brief-exported')
    expect(exported.map(({ subject, detail }) => [subject, detail.format])).toEqual(
      DOCUMENT_FORMATS.map((format) => [good, format])
    )
  })

  it('leaves a file as it was when another export is cancelled', async () => {
    await startCase()
    const briefId = await briefOf(BRIEF)
    const path = join(folder, 'brief.docx')
    await writeFile(path, 'an older export')
    const request = { briefId, path, format: 'docx' as const, options, acceptFindings: false }
    const running = workspace.handlers['export.document'](request)
    const cancelled = expect(running).rejects.toMatchObject({ code: 'cancelled' })
    await workspace.handlers['export.cancel']({})
    await cancelled
    expect(await readFile(path, 'utf8')).toBe('an older export')
    expect((await readdir(folder)).filter((name) => name.includes('docx'))).toEqual(['brief.docx'])
  })

  it('sees one changed letter in the stored text and names the quote', async () => {
    const { path, sourceId } = await startCase()
    await briefOf(BRIEF)
    const stored = join(path, 'sources', sourceId.slice(0, 2), sourceId, 'text.json')
    await writeFile(stored, (await readFile(stored, 'utf8')).replace('inquiry everything', 'inquiry everythink'))
    const report = await workspace.handlers['case.verify']({})
    expect(report.ok).toBe(false)
    expect(report.quotes.map(({ state }) => state)).toEqual(['altered', 'altered'])
    expect(report.sources).toMatchObject([{ key: 'S1', original: 'intact', text: 'altered' }])
  })

  it('sees one changed byte in a stored original', async () => {
    const { path, sourceId } = await startCase()
    const briefId = await briefOf(BRIEF)
    const stored = join(path, 'sources', sourceId.slice(0, 2), sourceId, 'original.txt')
    await writeFile(stored, ARTICLE.replace('nine', 'nite'))
    expect(await workspace.handlers['case.verify']({})).toMatchObject({ ok: false, sources: [{ original: 'altered' }] })
    const { findings } = await workspace.handlers['brief.check']({ id: briefId })
    expect(findings).toMatchObject([{ code: 'original-altered' }])
  })

  it('writes no file when the export is cancelled', async () => {
    await startCase()
    const briefId = await briefOf(BRIEF)
    const path = join(folder, 'brief.pdf')
    const running = workspace.handlers['export.pdf']({ briefId, path, options, acceptFindings: false })
    const cancelled = expect(running).rejects.toMatchObject({ code: 'cancelled' })
    await workspace.handlers['export.cancel']({})
    await cancelled
    expect((await readdir(folder)).filter((name) => name.includes('pdf'))).toEqual([])
  })

  it('makes the sample case, with one statement left for the gate, and something for each analysis to find', async () => {
    const view = await workspace.handlers['case.sample']({})
    expect(view.sources.length).toBeGreaterThanOrEqual(6)
    expect(view.briefs).toHaveLength(1)
    const [brief] = view.briefs
    const check = await workspace.handlers['brief.check']({ id: brief!.id })
    const cited = await workspace.handlers['brief.cited']({})
    expect(cited).toEqual([{ id: brief!.id, sources: expect.any(Array) as string[] }])
    expect(cited[0]!.sources.toSorted()).toEqual(Object.keys(check.sourceNumbers).toSorted())
    expect(check.quotes.every(({ verification }) => verification.state === 'verbatim')).toBe(true)
    expect(check.findings.map(({ code }) => code)).toEqual(['unsupported-statement'])
    const { statements } = await workspace.handlers['origins.get']({ id: brief!.id })
    expect(statements.some(({ reports, count }) => reports.length === 3 && count === 1)).toBe(true)
    const { relations } = await workspace.handlers['figures.get']({})
    expect(new Set(relations.map(({ kind }) => kind))).toEqual(new Set(['same', 'compatible', 'revision', 'conflict']))
    const chronology = await workspace.handlers['chronology.get']({})
    expect(chronology.relations.map(({ kind }) => kind)).toContain('conflict')
    const { findings } = await workspace.handlers['lint.get']({ id: brief!.id })
    for (const code of ['single-origin-fact', 'contradiction-uncited'])
      expect(findings.map((finding) => finding.code)).toContain(code)
    const { hypotheses } = await workspace.handlers['hypotheses.get']({ id: brief!.id })
    expect(hypotheses.map(({ rank, inconsistent, unrated }) => [rank, inconsistent, unrated])).toEqual([
      [1, 0, 0],
      [2, 2, 0],
      [2, 2, 0]
    ])
    expect(await workspace.handlers['grade.list']({})).toHaveLength(4)
    expect(await workspace.handlers['ownEvent.list']({})).toMatchObject([{ places: [{ number: 1 }] }])
    expect(await workspace.handlers['comment.list']({ id: brief!.id })).toMatchObject([{ resolvedAt: null }])
    expect(await workspace.handlers['history.undo']({})).toMatchObject({ did: null })
    const again = await workspace.handlers['case.sample']({})
    expect(again.path).not.toBe(view.path)
    const { doc } = await workspace.handlers['brief.get']({ id: again.briefs[0]!.id })
    expect([...walkBlocks(doc)].length).toBeGreaterThan(15)
  })
})
