import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/composition/options.ts'
import type { Withheld } from '../../shared/brief/withheld.ts'
import { PdfFile } from '../pdf/test/tools.test-helper.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'

const ARTICLE = `date 2031-03-04 - Northern Courier
-
Harbour board kept memo from inquiry
The board held the memo back for nine days, the harbour clerk Ilva Quorvath said.
A spokesperson said: “We gave the inquiry everything it asked for.”
`
const BRIEF = `---
title: What Quorvath saw
---
# Facts
Ilva Quorvath’s account stands alone [@S1].

> We gave the inquiry everything it asked for.
> — [@S1]

The tide was low.
`
const WORDS: Withheld = { kind: 'words', id: 'w', terms: ['Ilva Quorvath', 'Quorvath'], reason: 'P' }
const options = { ...DEFAULT_EXPORT_OPTIONS, redacted: true }

let folder: string
let workspace: Workspace
let briefId: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'withhold-'))
  workspace = testWorkspace(folder, {})
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
  await writeFile(join(folder, 'article.txt'), ARTICLE)
  await writeFile(join(folder, 'brief.md'), BRIEF)
  await workspace.handlers['import.start']({ paths: [join(folder, 'article.txt')] })
  briefId = (await workspace.handlers['brief.importMarkdown']({ path: join(folder, 'brief.md') })).brief.id
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

describe('withholding', () => {
  it('is kept when the brief is saved, and logged without what it holds', async () => {
    await workspace.handlers['brief.withhold']({ briefId, withheld: [WORDS] })
    const { doc, title, author, date, tlp, language } = await workspace.handlers['brief.get']({ id: briefId })
    await workspace.handlers['brief.save']({ id: briefId, fields: { title, author, date, tlp, language }, doc })
    expect((await workspace.handlers['brief.get']({ id: briefId })).withheld).toEqual([WORDS])
    const entries = (await workspace.opened().store.custody()).flatMap((chain) => chain.entries)
    expect(entries.findLast(({ action }) => action !== 'brief-edited')).toMatchObject({
      action: 'brief-withheld',
      subject: briefId,
      detail: { entries: 1 }
    })
  })

  it('refuses words in which nothing can be found', async () => {
    const withheld: Withheld[] = [{ ...WORDS, terms: ['–'] }]
    await expect(workspace.handlers['brief.withhold']({ briefId, withheld })).rejects.toMatchObject({
      code: 'bad-request'
    })
  })

  it('gives a redacted PDF that verifies and holds nothing of it', async () => {
    await workspace.handlers['brief.withhold']({ briefId, withheld: [WORDS] })
    expect(await workspace.handlers['export.redactionPreview']({ briefId })).toEqual({ counts: { P: 2 }, warnings: [] })
    const path = join(folder, 'redacted.pdf')
    await workspace.handlers['export.pdf']({ briefId, path, options, acceptFindings: true })
    const bytes = await readFile(path)
    using file = new PdfFile(bytes)
    expect(file.text()).toContain('withheld (P)’s account stands alone')
    expect(file.text() + file.run('pdfinfo') + file.attachment('dossier-proof.jsonld')).not.toMatch(/quorvath/i)
    const { quotes } = await workspace.handlers['verify.pdf']({ path })
    expect(quotes).toMatchObject([{ exact: 'We gave the inquiry everything it asked for.', state: 'verbatim' }])
    const entries = (await workspace.opened().store.custody()).flatMap((chain) => chain.entries)
    expect(entries.at(-1)).toMatchObject({ action: 'brief-exported', detail: { redacted: true } })
  })

  it('writes nothing when the PDF still holds something', async () => {
    // The words stand in what every PDF of a brief prints, and so in the words of its pages that the proof holds.
    await workspace.handlers['brief.withhold']({ briefId, withheld: [{ ...WORDS, terms: ['What this check proves'] }] })
    const path = join(folder, 'leaking.pdf')
    const exported = workspace.handlers['export.pdf']({ briefId, path, options, acceptFindings: true })
    await expect(exported).rejects.toMatchObject({
      code: 'leak',
      message: expect.stringMatching(/withheld words \(entry 1\) in (?:page \d|an attachment)/) as string
    })
    expect(await readdir(folder)).not.toContain('leaking.pdf')
  })
})
