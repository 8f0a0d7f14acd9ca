import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Emit } from '../../../shared/api/contract.ts'
import { testWorkspace, tickingClock } from '../../workspace.test-helper.ts'
import type { Workspace } from '../../workspace.ts'

const FIXTURES = new URL('../../import/recognition/fixtures/', import.meta.url)
const picture = new URL('notice.png', FIXTURES).pathname

let folder: string
let workspace: Workspace
let onEvent: Emit

const emit: Emit = (name, data) => onEvent(name, data)

beforeEach(async () => {
  onEvent = () => undefined
  folder = await mkdtemp(join(tmpdir(), 'recognition-'))
  workspace = testWorkspace(folder, { emit, now: tickingClock() })
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Quay', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function importPicture(): Promise<string> {
  const { items } = await workspace.handlers['import.start']({ paths: [picture] })
  return items[0]!.id!
}

const get = (id: string) => workspace.handlers['source.get']({ id })
const recognise = (ids: string[]) => workspace.handlers['recognition.start']({ ids, languages: ['eng'] })

async function quoteOf(id: string, words: string): Promise<{ id: string; exact: string }> {
  const { text } = await get(id)
  const start = text.text.indexOf(words)
  const quote = await workspace.handlers['quote.create']({ sourceId: id, start, end: start + words.length })
  return { id: quote.id, exact: quote.target.exact }
}

describe('recognition', () => {
  it('gives a picture a text that says so, can be quoted, and is there when the case is opened again', async () => {
    const id = await importPicture()
    expect((await workspace.handlers['recognition.wanted']({})).ids).toEqual([id])
    const report = await recognise([id])
    expect(report).toMatchObject({ cancelled: false, items: [{ key: 'S1', status: 'recognised', pages: 1 }] })
    expect((await workspace.handlers['recognition.wanted']({})).ids).toEqual([])
    const { source, text } = await get(id)
    expect(text.text).toContain('names the engineer who is to report on the foundations of the lighthouse.')
    expect(source.text).toMatchObject({
      sha256: text.sha256,
      extractor: expect.stringMatching(/^tesseract\/5/) as string,
      recognition: { languages: ['eng'], pages: [1], corrections: 0 }
    })
    expect(source.text.notice).toMatch(/recognised in pictures by tesseract 5\S* \(English; mean confidence 9\d %\)/)
    expect((await quoteOf(id, 'Nobody may pass the barrier')).exact).toBe('Nobody may pass the barrier')
    expect(await workspace.handlers['source.stored']({ id })).toEqual({
      original: 'intact',
      text: 'intact',
      recognised: true
    })
    await workspace.handlers['case.open']({ path: join(folder, 'case') })
    expect((await get(id)).text).toEqual(text)
    const verified = await workspace.handlers['case.verify']({})
    expect(verified).toMatchObject({ ok: true, problems: [] })
    expect(verified.quotes).toMatchObject([{ state: 'verbatim' }])
  })

  it('is an edit: undone, the source has no text again, and redone it has', async () => {
    const id = await importPicture()
    await recognise([id])
    const { text } = await get(id)
    expect(await workspace.handlers['history.undo']({})).toMatchObject({ did: 'recognition of S1' })
    expect((await get(id)).text.text).toBe('')
    expect((await get(id)).source.text).not.toHaveProperty('recognition')
    await workspace.handlers['history.redo']({})
    expect((await get(id)).text).toEqual(text)
  })

  it('that is cancelled leaves the source as it was, and no thread and no file behind', async () => {
    const id = await importPicture()
    const files = await readdir(join(folder, 'case', 'sources'), { recursive: true })
    onEvent = (name) => {
      if (name === 'recognition.progress') void workspace.handlers['recognition.cancel']({})
    }
    const report = await recognise([id])
    expect(report).toEqual({ items: [], cancelled: true })
    expect((await get(id)).text.text).toBe('')
    expect(await readdir(join(folder, 'case', 'sources'), { recursive: true })).toEqual(files)
    // A thread that went on would keep this from ending, or answer for the next.
    onEvent = () => undefined
    expect((await recognise([id])).items).toMatchObject([{ status: 'recognised' }])
  })

  it('of a source that is no picture is refused, and the others are recognised', async () => {
    const { items } = await workspace.handlers['import.paste']({
      text: 'Memo\n\nThe board kept it.',
      html: null,
      url: null
    })
    const id = await importPicture()
    const report = await recognise([items[0]!.id!, id])
    expect(report.items.map(({ status, error }) => [status, error?.code])).toEqual([
      ['failed', 'bad-request'],
      ['recognised', undefined]
    ])
  })
})

describe('a correction of recognised text', () => {
  it('is logged, takes quotes along, and can be undone; the original is untouched', async () => {
    const id = await importPicture()
    await recognise([id])
    const inside = await quoteOf(id, 'names the engineer who')
    const behind = await quoteOf(id, 'Tickets remain valid')
    const { text } = await get(id)
    const start = text.text.indexOf('engineer')
    const change = { id, start, end: start + 8, textSha256: text.sha256, words: 'chief engineer' }
    await workspace.handlers['recognition.correct'](change)
    const corrected = await get(id)
    expect(corrected.text.text).toContain('names the chief engineer who')
    expect(corrected.source.text.recognition).toMatchObject({ corrections: 1 })
    const exact = (of: { id: string }): string => corrected.quotes.find((quote) => quote.id === of.id)!.target.exact
    expect([exact(inside), exact(behind)]).toEqual(['names the chief engineer who', 'Tickets remain valid'])
    expect((await workspace.handlers['case.verify']({})).ok).toBe(true)
    const log = (await workspace.handlers['case.log']({})).flatMap(({ entries }) => entries)
    expect(log.find(({ action }) => action === 'text-corrected')).toMatchObject({
      subject: 'S1',
      detail: { was: 'engineer', is: 'chief engineer' }
    })
    await expect(workspace.handlers['recognition.correct'](change)).rejects.toMatchObject({ code: 'bad-request' })
    await workspace.handlers['history.undo']({})
    const back = await get(id)
    expect(back.text).toEqual(text)
    expect(back.quotes.find((quote) => quote.id === inside.id)!.target.exact).toBe(inside.exact)
    expect(await workspace.handlers['source.stored']({ id })).toMatchObject({ original: 'intact', text: 'intact' })
  })

  it('of a text that stands in the original as text is refused', async () => {
    const { items } = await workspace.handlers['import.paste']({
      text: 'Memo\n\nThe board kept it.',
      html: null,
      url: null
    })
    const id = items[0]!.id!
    const { text } = await get(id)
    await expect(
      workspace.handlers['recognition.correct']({ id, start: 0, end: 4, textSha256: text.sha256, words: 'Note' })
    ).rejects.toMatchObject({ code: 'bad-request' })
  })
})

it('a text that was recognised in another copy comes with a merge, and with a bundle', async () => {
  const id = await importPicture()
  const copy = join(folder, 'copy')
  await workspace.handlers['case.close']({})
  await cp(join(folder, 'case'), copy, { recursive: true })
  await workspace.handlers['case.open']({ path: copy })
  await recognise([id])
  const { text } = await get(id)
  const bundle = join(folder, 'quay.zip')
  await workspace.handlers['bundle.write']({ path: bundle, maxTlp: null })
  await workspace.handlers['case.open']({ path: join(folder, 'case') })
  await workspace.handlers['merge.apply']({ path: copy, decisions: {} } as never)
  expect((await get(id)).text).toEqual(text)
  const verified = await workspace.handlers['case.verify']({})
  expect(verified).toMatchObject({ ok: true, problems: [], log: { breaks: [] } })
  await workspace.handlers['bundle.open']({ bundle, path: join(folder, 'opened') })
  expect((await get(id)).text).toEqual(text)
})
