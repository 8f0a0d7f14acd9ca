import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newSource } from '../store/made.test-helper.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'

const TEXT = [
  'Orla Venn runs the harbour of Brantholm.',
  '“The ferry was late,” Ms. Venn told the Sollen News. “Nobody asked us.”',
  'The board called the memo “a regrettable mistake”.'
].join('\n')
const ID = 'aa-1'

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suggestions-'))
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
  await addSource(ID, TEXT)
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function addSource(id: string, text: string): Promise<void> {
  const made = newSource(id, 'S1', text)
  const publisher = { ...made.source.metadata.publisher, value: 'Northern Courier' }
  const source = { ...made.source, metadata: { ...made.source.metadata, publisher } }
  await workspace
    .opened()
    .store.importSource(source.original.sha256, (key) => ({ ...made, source: { ...source, key } }))
}

const suggested = () => workspace.handlers['suggestion.quotes']({ sourceId: ID })
const words = async () => (await suggested()).map(({ start, end }) => TEXT.slice(start, end))
const ALL = ['The ferry was late', 'Nobody asked us.', 'a regrettable mistake']

describe('suggestions', () => {
  it('are the quotations of a text without their marks, with speaker and chain', async () => {
    expect(await words()).toEqual(ALL)
    expect((await suggested())[0]).toMatchObject({
      kind: 'direct',
      speaker: 'Orla Venn',
      attribution: ['Northern Courier', 'Sollen News', 'Orla Venn'],
      cue: 'told'
    })
  })

  it('tell the dates of a text, each with its rule', async () => {
    const text = 'The quay opened on 4 May 2031. The memo was found two days later.'
    await addSource('bb-2', text)
    const dates = await workspace.handlers['suggestion.dates']({ sourceId: 'bb-2' })
    expect(dates.map(({ start, end, from, rule }) => [text.slice(start, end), from, rule])).toEqual([
      ['4 May 2031', '2031-05-04', '“4 May 2031” is written in full.'],
      ['two days later', '2031-05-06', '“two days later” is counted from 2031-05-04, the day of “4 May 2031”.']
    ])
  })

  it('become quotes in one edit, which one undo takes back', async () => {
    const { handlers } = workspace
    const ranges = (await suggested()).slice(0, 2)
    const quotes = await handlers['suggestion.accept']({ sourceId: ID, ranges })
    expect(quotes.map(({ key, speaker, target }) => [key, speaker, target.exact])).toEqual([
      ['Q1', 'Orla Venn', 'The ferry was late'],
      ['Q2', 'Orla Venn', 'Nobody asked us.']
    ])
    expect(quotes[0]?.attribution).toEqual(['Northern Courier', 'Sollen News', 'Orla Venn'])
    expect(await words()).toEqual(ALL.slice(2))
    expect((await handlers['history.undo']({})).did).toBe('2 quotes')
    expect(await words()).toEqual(ALL)
  })

  it('don’t name again what was declined, in a case that is opened anew either, until that is undone', async () => {
    const { handlers } = workspace
    const [first, second] = await suggested()
    await handlers['suggestion.decline']({ sourceId: ID, ranges: [first!] })
    await handlers['case.use']({ path: join(folder, 'case'), to: 'edit' })
    expect(await words()).toEqual(ALL.slice(1))
    await handlers['suggestion.decline']({ sourceId: ID, ranges: [second!] })
    expect(await words()).toEqual(ALL.slice(2))
    expect((await handlers['history.undo']({})).did).toBe('refusal of a suggestion of S1')
    expect(await words()).toEqual(ALL.slice(1))
    expect((await handlers['case.verify']({})).problems).toEqual([])
  })

  it('hold what a quote covers in part, and nothing of a text that was changed', async () => {
    const start = TEXT.indexOf('ferry was late')
    await workspace.handlers['quote.create']({ sourceId: ID, start, end: start + 14 })
    expect(await words()).toEqual(ALL.slice(1))
  })

  it('come from all parts of a long text, at their places', async () => {
    const filler = `${'The board waited and nobody spoke of it at all. '.repeat(1_500)}\n`
    const long = filler + filler + TEXT
    await addSource('bb-2', long)
    const found = await workspace.handlers['suggestion.quotes']({ sourceId: 'bb-2' })
    expect(found.map(({ start, end }) => long.slice(start, end))).toEqual(ALL)
    const names = await workspace.handlers['suggestion.names']({ sourceId: 'bb-2' })
    expect(names.find(({ full }) => full === 'Orla Venn')).toMatchObject({
      kind: 'person',
      start: long.indexOf('Orla'),
      rule: 'it begins with a given name'
    })
  })
})
