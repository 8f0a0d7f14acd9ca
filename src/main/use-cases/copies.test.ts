import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copies-'))
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const BODY = [
  'The harbour board held a memo on the ferry Aurelia back for nine days, two officials told Vestad News Agency.',
  'The memo warned of worn lashings on the car deck and asked for a check of every crossing before the winter.',
  'A spokesperson for the board said that the inquiry had been given everything it had asked for in March.',
  'The inquiry was set up after the Aurelia lost eleven lorries in a storm off Sollen, the worst such loss in years.',
  'Its chair wants to hear the harbour master again in April, when the report of the engineers is expected.'
]

const page = (publisher: string, day: string, body: string[]): string =>
  `${publisher}, ${day} March 2031\n\nHarbour board kept memo from inquiry\n\n${body.join('\n\n')}\n`

async function importText(name: string, text: string): Promise<{ id: string; related: [string, string][] }> {
  const path = join(folder, name)
  await writeFile(path, text)
  const { items } = await workspace.handlers['import.start']({ paths: [path] })
  return { id: items[0]!.id!, related: items[0]!.related.map(({ key, kind }) => [key, kind]) }
}

describe('sources that have their text in common', () => {
  it('are told at import and found later, after the case was opened again', async () => {
    const first = await importText('a.txt', page('Northern Courier', '4', BODY))
    expect(first.related).toEqual([])
    const later = [...BODY.slice(0, 4), 'Its chair wants to hear the harbour master again in May, after the elections.']
    const revised = await importText('b.txt', page('Northern Courier', '5', later))
    expect(revised.related).toEqual([['S1', 'revised']])
    const copied = await importText('c.txt', page('Ostrand Daily', '5', BODY))
    expect(copied.related.map(([key, kind]) => `${key} ${kind}`).sort()).toEqual(['S1 syndicated', 'S2 syndicated'])
    await importText(
      'd.txt',
      page('Sollen Post', '6', ['The fish market opens again on Monday after a month of repairs.'])
    )

    await workspace.handlers['case.open']({ path: join(folder, 'case') })
    const related = await workspace.handlers['source.related']({ id: first.id })
    expect(related.map(({ key, kind, earlier }) => [key, kind, earlier])).toEqual([
      ['S3', 'syndicated', false],
      ['S2', 'revised', false]
    ])
    const { text } = await workspace.handlers['source.get']({ id: first.id })
    const { a } = related[0]!.passages[0]!
    expect(text.text.slice(a.start, a.end)).toContain('two officials told Vestad News Agency')
    expect(await workspace.handlers['source.difference']({ a: first.id, b: revised.id })).toMatchObject({
      changed: 1,
      removed: 0,
      added: 0
    })
  })

  it('are not taken from fingerprints of another text', async () => {
    const first = await importText('a.txt', page('Northern Courier', '4', BODY))
    await importText('b.txt', page('Ostrand Daily', '5', BODY))
    const { catalogue } = workspace.opened().store
    const [text] = catalogue.texts().values()
    expect(catalogue.fingerprint(text!)).toBeInstanceOf(Uint8Array)
    catalogue.putFingerprint(text!, new Uint8Array([255, 1, 2]))
    await workspace.handlers['case.open']({ path: join(folder, 'case') })
    expect(await workspace.handlers['source.related']({ id: first.id })).toHaveLength(1)
  })
})
