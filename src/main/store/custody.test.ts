import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CaseStore } from './case-store.ts'
import { caseRecord as record } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

let folder: string
let path: string
let context: StoreContext

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custody-'))
  path = join(folder, 'case')
  context = { userData: join(folder, 'user-data'), now: () => new Date('2031-03-12T09:00:00Z') }
  const store = await CaseStore.create(path, record, context)
  for (const n of [1, 2, 3]) await store.log({ action: 'integrity-checked', subject: null, detail: { n } })
  await store.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function logFile(): Promise<string> {
  const [name] = await readdir(join(path, 'audit'))
  return join(path, 'audit', name!)
}

async function rewrite(change: (lines: string[]) => string[]): Promise<void> {
  const file = await logFile()
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1)
  await writeFile(
    file,
    change(lines)
      .map((line) => `${line}\n`)
      .join('')
  )
}

async function breaks(): Promise<string[]> {
  const store = await CaseStore.open(path, context, { write: false })
  const chains = await store.custody()
  await store.close()
  return chains.flatMap((chain) => chain.breaks.map(({ message }) => message))
}

describe('the chain of custody', () => {
  it('is whole over closing and opening', async () => {
    const store = await CaseStore.open(path, context)
    const [chain] = await store.custody()
    await store.close()
    expect(chain!.entries.map(({ n, action }) => `${n} ${action}`)).toEqual([
      '1 case-created',
      '2 integrity-checked',
      '3 integrity-checked',
      '4 integrity-checked',
      '5 case-opened'
    ])
    expect(await breaks()).toEqual([])
  })

  it.each([
    [
      'a changed first line',
      (lines: string[]) => lines.with(0, lines[0]!.replace('created', 'opened')),
      ['Entry 1 of the log was changed.']
    ],
    [
      'a changed line',
      (lines: string[]) => lines.with(1, lines[1]!.replace('"n":1}', '"n":9}')),
      ['Entry 2 of the log was changed.']
    ],
    [
      'a changed last line',
      (lines: string[]) => lines.with(3, lines[3]!.replace('"n":3}', '"n":9}')),
      ['Entry 4 of the log was changed.']
    ],
    ['a removed line', (lines: string[]) => lines.toSpliced(2, 1), ['Entries 3 to 3 of the log were removed.']],
    ['a removed first line', (lines: string[]) => lines.slice(1), ['Entries 1 to 1 of the log were removed.']],
    [
      'a log cut off at its end',
      (lines: string[]) => lines.slice(0, 3),
      ['Entry 4 of the log is missing, though the case refers to it: the log was cut off.']
    ],
    ['a repeated line', (lines: string[]) => [...lines, lines[3]!], ['Entry 4 of the log was moved or repeated.']],
    [
      'a line that is no entry',
      (lines: string[]) => lines.with(2, 'gone'),
      ['Line 3 of the log isn’t an entry: it was changed.']
    ],
    ['no line at all', () => [], ['Entry 4 of the log is missing, though the case refers to it: the log was cut off.']]
  ])('names %s', async (_, change, expected) => {
    await rewrite(change)
    expect(await breaks()).toEqual(expected)
  })

  it('cuts off a line that a crash left incomplete, and goes on after it', async () => {
    await appendFile(await logFile(), '{"n":5,"at":"2031')
    expect(await breaks()).toEqual(['The last line of the log is incomplete: it was cut off or something was added.'])
    await (await CaseStore.open(path, context)).close()
    expect(await breaks()).toEqual([])
  })

  it('says so when an entry was logged and its effect never written', async () => {
    const store = await CaseStore.open(path, context)
    const before = await readFile(join(path, 'case.json'), 'utf8')
    await store.updateCase((current) => ({ ...current, title: 'Renamed' }))
    // As after a power cut between the entry and the record: the log is ahead of the record.
    const cut = join(folder, 'cut')
    await cp(path, cut, { recursive: true })
    await store.close()
    await writeFile(join(cut, 'case.json'), before)
    const again = await CaseStore.open(cut, context)
    const [chain] = await again.custody()
    await again.close()
    expect(chain!.entries.slice(4).map(({ action, detail }) => [action, detail['entry'] ?? null])).toEqual([
      ['case-opened', null],
      ['case-changed', null],
      ['not-completed', 6],
      ['case-opened', null]
    ])
    expect(chain!.breaks).toEqual([])
  })

  it('leaves no trace of a case opened for reading', async () => {
    const before = await readFile(await logFile(), 'utf8')
    const store = await CaseStore.open(path, context, { write: false })
    await store.log({ action: 'brief-exported', subject: 'b', detail: {} })
    await store.close()
    expect(await readFile(await logFile(), 'utf8')).toBe(before)
  })
})
