import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseView } from '../../shared/api/contract.ts'
import type { Workspace } from '../workspace.ts'
import { testWorkspace, tickingClock } from '../workspace.test-helper.ts'
import { cheapPassphrases } from '../store/cheap-passphrases.test-helper.ts'

cheapPassphrases()

const ARTICLE = `12 March 2031, Sollen Radio

Harbour board held memo back

The board of the harbour held the memo back for eleven days.

“It was not lost and it was not forgotten,” the chair said.
`

let folder: string
let path: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exchange-'))
  path = join(folder, 'case')
  workspace = testWorkspace(folder, { now: tickingClock() })
  await workspace.handlers['case.create']({ path, title: 'Ferry', tlp: 'TLP:AMBER' })
  await paste(ARTICLE)
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function paste(text: string): Promise<string> {
  const { items } = await workspace.handlers['import.paste']({ text, html: null, url: null })
  return items[0]!.id!
}

async function quote(words: string): Promise<string> {
  const { sources } = (await workspace.handlers['case.current']({}))!
  const { text } = await workspace.handlers['source.get']({ id: sources[0]!.id })
  const start = text.text.indexOf(words)
  const { id } = await workspace.handlers['quote.create']({
    sourceId: sources[0]!.id,
    start,
    end: start + words.length
  })
  return id
}

/** Works on a copy of the case and comes back to the case itself. */
async function inCopy(name: string, work: () => Promise<unknown>): Promise<string> {
  const copy = join(folder, name)
  await workspace.handlers['case.close']({})
  await cp(path, copy, { recursive: true })
  await workspace.handlers['case.open']({ path: copy })
  await work()
  await workspace.handlers['case.close']({})
  await workspace.handlers['case.open']({ path })
  return copy
}

async function words(): Promise<string[]> {
  const quotes = await workspace.handlers['quote.list']({ offset: 0, limit: 100 })
  return quotes.map(({ target }) => target.exact)
}

async function isWhole(): Promise<boolean> {
  return (await workspace.handlers['case.verify']({})).ok
}

const title = (view: CaseView) => view.sources.map(({ key, title: headline }) => `${key} ${headline}`)

describe('merging', () => {
  it('takes over what the other copy has, and says what both changed', async () => {
    const first = await quote('not lost')
    await workspace.handlers['backup.create']({})
    const copy = await inCopy('copy', async () => {
      await quote('not forgotten')
      await workspace.handlers['quote.update']({ id: first, speaker: 'The chair', note: 'From the copy', tags: [] })
      await paste('13 March 2031, Northern Courier\n\nMemo found\n\nThe memo was found.\n')
    })
    await quote('eleven days')
    await workspace.handlers['quote.update']({ id: first, speaker: 'The deputy', note: 'From here', tags: [] })
    await paste('14 March 2031, Coastline Weekly\n\nBoard resigns\n\nThe board resigned.\n')

    const preview = await workspace.handlers['merge.preview']({ path: copy })
    expect(preview.changes).toBe(true)
    expect(preview.gains).toEqual(['one source', 'one quote'])
    const speaker = preview.conflicts.find(({ field }) => field === 'Speaker')!
    expect([speaker.a, speaker.b]).toEqual(['The deputy', 'The chair'])
    expect(await words()).toEqual(['not lost', 'eleven days'])

    const { report, view } = await workspace.handlers['merge.apply']({ path: copy, decisions: { [speaker.id]: 'b' } })
    expect(report.conflicts.find(({ id }) => id === speaker.id)?.outcome).toContain('as you decided')
    expect(title(view)).toEqual(['S1 Harbour board held memo back', 'S2 Memo found', 'S3 Board resigns'])
    expect((await words()).sort()).toEqual(['eleven days', 'not forgotten', 'not lost'])
    const merged = (await workspace.handlers['quote.list']({ offset: 0, limit: 9 })).find(({ id }) => id === first)!
    expect(merged.speaker).toBe('The chair')
    expect(merged.note).toContain('From the copy')
    expect(merged.note).toContain('From here')
    expect(await isWhole()).toBe(true)
    expect((await workspace.handlers['merge.preview']({ path: copy })).gains).toEqual([])
    // A key is given once: not again after the merge.
    const next = await quote('held the memo back')
    const all = await workspace.handlers['quote.list']({ offset: 0, limit: 9 })
    expect(new Set(all.map(({ key }) => key)).size).toBe(4)
    expect(all.find(({ id }) => id === next)?.key).toBe('Q4')
  })

  it('deletes what one copy deleted when a backup shows that both come from it', async () => {
    const first = await quote('not lost')
    await workspace.handlers['backup.create']({})
    const copy = await inCopy('copy', () => workspace.handlers['quote.delete']({ id: first }))
    await workspace.handlers['merge.apply']({ path: copy, decisions: {} })
    expect(await words()).toEqual([])
  })

  it('keeps what was typed into a brief since the backup, though typing is not logged', async () => {
    const { id, doc, ...fields } = await workspace.handlers['brief.create']({
      title: 'Memo',
      author: '',
      template: 'blank'
    })
    const type = async (text: string): Promise<void> => {
      const typed = structuredClone(doc)
      typed.content[0]!.content.push({
        type: 'statement',
        attrs: { id: 'st1', kind: null, likelihood: null, confidence: null },
        content: [{ type: 'text', text }]
      })
      const { title: name, author, date, tlp, language } = fields
      await workspace.handlers['brief.save']({ id, fields: { title: name, author, date, tlp, language }, doc: typed })
    }
    // The copy is made while the case is open; typing goes on, and then a backup is made.
    const copy = join(folder, 'copy')
    await cp(path, copy, { recursive: true })
    await type('The board lied.')
    await workspace.handlers['backup.create']({})
    await workspace.handlers['merge.apply']({ path: copy, decisions: {} })
    const { doc: merged } = await workspace.handlers['brief.get']({ id })
    expect(JSON.stringify(merged)).toContain('The board lied.')
  })

  it('merges the conflict copies of a synchronised folder, and keeps them aside', async () => {
    await quote('not lost')
    const copy = await inCopy('copy', () => quote('not forgotten'))
    const { sources } = (await workspace.handlers['case.current']({}))!
    const place = join('sources', sources[0]!.id.slice(0, 2), sources[0]!.id)
    await workspace.handlers['case.close']({})
    const name = 'meta (Jo’s conflicted copy 2031-03-12).json'
    await cp(join(copy, place, 'meta.json'), join(path, place, name))
    const opened = await workspace.handlers['case.open']({ path })
    expect(opened.conflictCopies).toBe(1)
    expect(await words()).toEqual(['not lost'])
    const { view } = await workspace.handlers['merge.apply']({ path: null, decisions: {} })
    expect(view.conflictCopies).toBe(0)
    expect(await words()).toEqual(['not lost', 'not forgotten'])
    expect(await readdir(join(path, place))).not.toContain(name)
    expect(await isWhole()).toBe(true)
  })

  it('refuses the open case itself, and decisions on what is no longer there', async () => {
    await expect(workspace.handlers['merge.preview']({ path })).rejects.toMatchObject({ code: 'bad-request' })
    const copy = await inCopy('copy', () => quote('not forgotten'))
    await expect(workspace.handlers['merge.apply']({ path: copy, decisions: { nothing: 'a' } })).rejects.toMatchObject({
      code: 'bad-request'
    })
    expect(await words()).toEqual([])
  })
})

describe('handing over', () => {
  it.each(['out.zip', 'out'])('gives the same case in %s, with its log', async (name) => {
    await quote('not lost')
    await workspace.handlers['brief.create']({ title: 'Memo', author: 'Desk 4', template: 'blank' })
    const report = await workspace.handlers['bundle.write']({ path: join(folder, name), maxTlp: null })
    expect(report).toMatchObject({ sources: 1, quotes: 1, briefs: 1, leftOut: [] })
    const view = await workspace.handlers['bundle.open']({ bundle: join(folder, name), path: join(folder, 'theirs') })
    expect(title(view)).toEqual(['S1 Harbour board held memo back'])
    expect(view.briefs).toMatchObject([{ title: 'Memo', author: 'Desk 4' }])
    expect(await words()).toEqual(['not lost'])
    expect(await isWhole()).toBe(true)
    const entries = (await workspace.opened().store.custody()).flatMap((chain) => chain.entries)
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['source-imported', 'quote-made', 'bundle-imported'])
    )
  })

  it('refuses a bundle that was changed, and leaves nothing of it', async () => {
    await workspace.handlers['bundle.write']({ path: join(folder, 'out'), maxTlp: null })
    const file = join(folder, 'out', 'data', 'sources', 'S1', 'text.txt')
    await writeFile(file, (await readFile(file, 'utf8')).replace('eleven', 'twelve'))
    const target = join(folder, 'theirs')
    await expect(
      workspace.handlers['bundle.open']({ bundle: join(folder, 'out'), path: target })
    ).rejects.toMatchObject({ code: 'damaged' })
    expect((await readdir(folder)).sort()).toEqual(['case', 'out', 'user-data'])
    // The case that was open still is.
    expect((await workspace.handlers['case.current']({}))?.path).toBe(path)
  })

  it('withholds restricted sources, and the case made of it has no log of them', async () => {
    const { sources } = (await workspace.handlers['case.current']({}))!
    const open = await paste('13 March 2031, Northern Courier\n\nMemo found\n\nThe memo was found.\n')
    await workspace.handlers['source.update']({ id: open, metadata: {}, tlp: 'TLP:GREEN' })
    await workspace.handlers['case.update']({ title: 'Ferry', tlp: 'TLP:GREEN' })
    await workspace.handlers['source.update']({ id: sources[0]!.id, metadata: {}, tlp: 'TLP:RED' })
    const report = await workspace.handlers['bundle.write']({ path: join(folder, 'out.zip'), maxTlp: 'TLP:GREEN' })
    expect(report).toMatchObject({ sources: 1, quotes: 0 })
    expect(report.leftOut.length).toBeGreaterThan(0)
    const view = await workspace.handlers['bundle.open']({
      bundle: join(folder, 'out.zip'),
      path: join(folder, 'theirs')
    })
    expect(title(view)).toEqual(['S2 Memo found'])
    expect(await isWhole()).toBe(true)
  })

  it('does not overwrite what is there', async () => {
    await workspace.handlers['bundle.write']({ path: join(folder, 'out'), maxTlp: null })
    await expect(workspace.handlers['bundle.write']({ path: join(folder, 'out'), maxTlp: null })).rejects.toMatchObject(
      {
        code: 'case-exists'
      }
    )
    await expect(workspace.handlers['bundle.open']({ bundle: join(folder, 'out'), path })).rejects.toMatchObject({
      code: 'case-exists'
    })
  })
})

describe('keeping a case', () => {
  it('restores a backup of the open case and opens it', async () => {
    await quote('not lost')
    const backup = await workspace.handlers['backup.create']({})
    await quote('not forgotten')
    const view = await workspace.handlers['backup.restore']({ path, backup: backup.path })
    expect(view.quotes).toBe(1)
    expect(await words()).toEqual(['not lost'])
    expect(await isWhole()).toBe(true)
    expect((await readdir(folder)).filter((name) => name.startsWith('case (before restoring'))).toHaveLength(1)
  })

  it('encrypts, changes the passphrase and decrypts while the case stays open', async () => {
    await quote('not lost')
    expect((await workspace.handlers['case.encrypt']({ passphrase: 'one two three' })).sealed).toBe(true)
    await quote('not forgotten')
    await expect(workspace.handlers['case.passphrase']({ old: 'two', next: 'four five six' })).rejects.toMatchObject({
      code: 'wrong-passphrase'
    })
    expect(await words()).toEqual(['not lost', 'not forgotten'])
    await workspace.handlers['case.passphrase']({ old: 'one two three', next: 'four five six' })
    expect((await workspace.handlers['case.decrypt']({ passphrase: 'four five six' })).sealed).toBe(false)
    expect(await words()).toEqual(['not lost', 'not forgotten'])
    expect(await isWhole()).toBe(true)
    const entries = (await workspace.opened().store.custody()).flatMap((chain) => chain.entries)
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['case-encrypted', 'passphrase-changed', 'case-decrypted'])
    )
  })

  it('opens a case whose folder was moved', async () => {
    await workspace.handlers['case.close']({})
    const moved = join(folder, 'moved')
    await rename(path, moved)
    expect(title(await workspace.handlers['case.open']({ path: moved }))).toEqual(['S1 Harbour board held memo back'])
  })
})
