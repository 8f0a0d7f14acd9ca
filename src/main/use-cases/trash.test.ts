import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testWorkspace, tickingClock } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'

const ARTICLE = `date 2031-03-04 - Northern Courier
-
Harbour board kept memo from inquiry
The board held the memo back for nine days.
A spokesperson said: “We gave the inquiry everything it asked for.”
`
const OTHER = `date 2031-03-05 - Port Vell Courier
-
Ferry inquiry opens
The inquiry heard its first witness.
`
const BRIEF = `---
title: What the board knew
---
## Facts
The board kept the memo [@S1].

> We gave the inquiry everything it asked for.
> — [@S1]

The inquiry began [@S2].
`

let folder: string
let path: string
let workspace: Workspace
let ids: string[]
let briefId: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trash-'))
  path = join(folder, 'case')
  workspace = testWorkspace(folder, { now: tickingClock() })
  await workspace.handlers['case.create']({ path, title: 'Ferry', tlp: 'TLP:AMBER' })
  for (const [name, text] of [
    ['article.txt', ARTICLE],
    ['other.txt', OTHER],
    ['brief.md', BRIEF]
  ] as const)
    await writeFile(join(folder, name), text)
  await workspace.handlers['import.start']({ paths: [join(folder, 'article.txt'), join(folder, 'other.txt')] })
  ids = workspace
    .opened()
    .view()
    .sources.map(({ id }) => id)
  briefId = (await workspace.handlers['brief.importMarkdown']({ path: join(folder, 'brief.md') })).brief.id
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a source in the trash', () => {
  it('is told beforehand where it is cited', async () => {
    const cited = await workspace.handlers['brief.places']({ sources: [ids[0]!], quotes: [] })
    expect(cited.map(({ brief, section, excerpt }) => [brief, section, excerpt])).toEqual([
      ['What the board knew', 'Facts', 'The board kept the memo .'],
      ['What the board knew', 'Facts', 'We gave the inquiry everything it asked for.']
    ])
    expect(await workspace.handlers['brief.places']({ sources: [ids[1]!], quotes: [] })).toHaveLength(1)
  })

  it('is in no list, supports nothing, and comes back whole, also after the case was closed', async () => {
    const { handlers } = workspace
    await handlers['source.delete']({ ids: [ids[0]!] })
    await workspace.close()
    workspace = testWorkspace(folder, { now: tickingClock() })
    const view = await workspace.handlers['case.open']({ path })
    expect(view.sources.map(({ key }) => key)).toEqual(['S2'])
    expect(view.quotes).toBe(0)
    const { findings, quotes } = await workspace.handlers['brief.check']({ id: briefId })
    expect(findings.map(({ message }) => message)).toEqual([
      'It cites S1, which is in the trash.',
      'No quote or source supports this statement.',
      expect.stringContaining('The quote is from S1, which is in the trash.')
    ])
    expect(quotes).toMatchObject([{ verification: { state: 'missing' } }])
    expect(await workspace.handlers['source.trash']({})).toMatchObject([{ row: { key: 'S1', quotes: 1 } }])
    expect((await workspace.handlers['case.verify']({})).problems).toEqual([])

    await workspace.handlers['source.restore']({ ids: [ids[0]!] })
    expect((await workspace.handlers['brief.check']({ id: briefId })).findings).toEqual([])
    expect(workspace.opened().view()).toMatchObject({ sources: [{ key: 'S1' }, { key: 'S2' }], quotes: 1 })
  })

  it('comes back when its file is imported again', async () => {
    await workspace.handlers['source.delete']({ ids: [ids[0]!] })
    const report = await workspace.handlers['import.start']({ paths: [join(folder, 'article.txt')] })
    expect(report.items).toMatchObject([
      { status: 'duplicate', key: 'S1', notice: expect.stringContaining('back in the case') as string }
    ])
    expect(workspace.opened().view()).toMatchObject({ sources: [{ key: 'S1' }, { key: 'S2' }], quotes: 1 })
  })

  it('is gone for good once it is purged: no file of the case holds it, and verification knows why', async () => {
    const { handlers } = workspace
    await expect(handlers['source.purge']({ ids: [ids[0]!] })).rejects.toMatchObject({ code: 'bad-request' })
    await handlers['source.delete']({ ids: [ids[0]!] })
    await handlers['source.purge']({ ids: [ids[0]!] })
    expect(await handlers['source.trash']({})).toEqual([])
    expect(existsSync(join(path, 'quarantine'))).toBe(false)
    for (const file of await readdir(path, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || file.parentPath.includes('briefs')) continue
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toContain('everything it asked for')
    }
    expect((await handlers['case.verify']({})).problems).toEqual([])
    // Its deletion was the last edit: what is gone can't be brought back, and that is said.
    await expect(handlers['history.undo']({})).rejects.toMatchObject({ code: 'not-found' })
    // Keys are never given twice.
    await handlers['import.start']({ paths: [join(folder, 'article.txt')] })
    expect(
      workspace
        .opened()
        .view()
        .sources.map(({ key }) => key)
    ).toEqual(['S2', 'S3'])
  })

  it('stays out of what is handed over in part', async () => {
    await workspace.handlers['source.delete']({ ids: [ids[0]!] })
    const out = join(folder, 'bundle')
    const summary = await workspace.handlers['bundle.write']({ path: out, maxTlp: 'TLP:AMBER' })
    expect(summary).toMatchObject({ sources: 1, quotes: 0 })
  })
})
