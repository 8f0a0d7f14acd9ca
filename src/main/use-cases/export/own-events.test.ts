import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { walkBlocks } from '../../../shared/brief/walk.ts'
import { DEFAULT_EXPORT_OPTIONS } from '../../../shared/composition/options.ts'
import type { Workspace } from '../../workspace.ts'
import { testWorkspace } from '../../workspace.test-helper.ts'
import { exportInput } from './input.ts'

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-events-'))
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function source(name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text)
  await workspace.handlers['import.start']({ paths: [join(folder, name)] })
}

it('prints the events that a statement or a quote of a cited source is linked to, and no others', async () => {
  await source('memo.txt', 'Harbour board kept memo\n\nThe board held it back, a clerk said.\n')
  await source('other.txt', 'Quay closed\n\nThe quay was closed, a guard said.\n')
  await writeFile(join(folder, 'brief.md'), '---\ntitle: The memo\n---\n# Facts\nThe board kept it [@S1].\n')
  const { id: briefId } = (await workspace.handlers['brief.importMarkdown']({ path: join(folder, 'brief.md') })).brief
  const open = workspace.opened()
  const [statement] = [...walkBlocks(open.brief(briefId).doc)].flatMap(({ node }) =>
    node.type === 'statement' ? [node.attrs.id] : []
  )
  const quoted = async (key: string, words: string): Promise<string> => {
    const { id } = open.store.catalogue.rows().find((row) => row.key === key)!
    const { text } = await workspace.handlers['source.get']({ id })
    const start = text.text.indexOf(words)
    return (await workspace.handlers['quote.create']({ sourceId: id, start, end: start + words.length })).id
  }
  const cited = await quoted('S1', 'The board held it back')
  const uncited = await quoted('S2', 'The quay was closed')
  const event = { from: '2031-02-18', to: '2031-02-18', approximate: false, quotes: [], statements: [] }
  const add = workspace.handlers['ownEvent.add']
  await add({ ...event, words: 'by statement', statements: [{ briefId, statementId: statement! }] })
  await add({ ...event, words: 'by quote', quotes: [cited, uncited] })
  await add({ ...event, words: 'of a source that is not cited', quotes: [uncited] })
  await add({ ...event, words: 'a note of one’s own' })

  const events = async (appendices: typeof DEFAULT_EXPORT_OPTIONS.appendices) =>
    (await exportInput(open, briefId, { ...DEFAULT_EXPORT_OPTIONS, appendices }, 'test')).analysis.ownEvents
  const printed = await events(['events'])
  expect(printed.map(({ words }) => words).sort()).toEqual(['by quote', 'by statement'])
  expect(printed.find(({ words }) => words === 'by statement')!.statements).toEqual([statement])
  expect(printed.find(({ words }) => words === 'by quote')!.passages).toMatchObject([
    { words: 'The board held it back', locator: '¶ 2' }
  ])
  expect(await events([])).toEqual([])
})
