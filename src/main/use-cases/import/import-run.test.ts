import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLine } from '../../../../scripts/built.mjs'
import type { EventData, EventName } from '../../../shared/api/contract.ts'
import type { ImportProgress, ImportReport } from '../../../shared/import/report.ts'
import { testWorkspace } from '../../workspace.test-helper.ts'
import type { Workspace } from '../../workspace.ts'
import { toCsv } from './report.ts'
import { cheapPassphrases } from '../../store/cheap-passphrases.test-helper.ts'

cheapPassphrases()

let folder: string
let workspace: Workspace
let heard: { name: EventName; data: EventData<EventName> }[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-run-'))
  heard = []
  workspace = newWorkspace()
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

function newWorkspace(): Workspace {
  return testWorkspace(folder, { emit: (name, data) => heard.push({ name, data }) })
}

function article(n: number): string {
  return `Northern Courier, 4 March 2031\n\nHarbour board kept memo ${n} from inquiry\n\nThe board held memo ${n} back for nine days, two officials said.\n\nThe inquiry waits.\n`
}

async function articles(count: number): Promise<string> {
  const many = join(folder, 'many')
  await mkdir(many)
  for (let n = 1; n <= count; n++) await writeFile(join(many, `${n}.txt`), article(n))
  return many
}

const progress = (): ImportProgress[] =>
  heard.flatMap(({ name, data }) => (name === 'import.progress' ? [data as ImportProgress] : []))

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((wait) => setTimeout(wait, 5))
}

const states = ({ items }: ImportReport): string[] => items.map(({ status }) => status)

describe('an import', () => {
  it('stands still while it is paused, and goes on', async () => {
    const running = workspace.handlers['import.start']({ paths: [await articles(40)] })
    await until(() => progress().length > 0)
    await workspace.handlers['import.pause']({})
    expect(progress().at(-1)?.paused).toBe(true)
    const now = (): number => workspace.opened().store.catalogue.count().sources
    // What was at work when it was paused comes to its end, however long that takes; an import that goes on imports them all.
    for (let before = -1; before !== now();) {
      before = now()
      await new Promise((wait) => setTimeout(wait, 300))
    }
    expect(now()).toBeLessThan(40)
    await workspace.handlers['import.resume']({})
    const report = await running
    expect(states(report)).toEqual(Array.from({ length: 40 }, () => 'imported'))
    expect(report.items.map(({ key }) => key)).toEqual(Array.from({ length: 40 }, (_, n) => `S${n + 1}`))
    expect(progress().at(-1)).toMatchObject({ done: 40, total: 40, current: null, paused: false })
  })

  it('can be cancelled while it is paused, and is over then', async () => {
    const running = workspace.handlers['import.start']({ paths: [await articles(30)] })
    await until(() => progress().length > 0)
    await workspace.handlers['import.pause']({})
    await workspace.handlers['import.cancel']({})
    expect(await running).toMatchObject({ cancelled: true, stopped: null })
    expect(await workspace.handlers['import.unfinished']({})).toBeNull()
  })

  it('is continued when the case was closed in the middle, and reports all of it', async () => {
    const paths = [await articles(30)]
    const running = workspace.handlers['import.start']({ paths })
    await until(() => workspace.opened().store.catalogue.count().sources > 3)
    await workspace.handlers['case.close']({})
    expect((await running).cancelled).toBe(true)
    await workspace.handlers['case.open']({ path: join(folder, 'case') })
    const unfinished = await workspace.handlers['import.unfinished']({})
    expect(unfinished).toMatchObject({ paths })
    expect(unfinished!.done).toBeGreaterThan(2)
    const report = await workspace.handlers['import.continue']({})
    expect(states(report)).toEqual(Array.from({ length: 30 }, () => 'imported'))
    expect(workspace.opened().store.catalogue.count().sources).toBe(30)
    expect(await workspace.handlers['import.unfinished']({})).toBeNull()
    await expect(workspace.handlers['import.continue']({})).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves nothing readable of an encrypted case in its journal', async () => {
    await workspace.handlers['case.encrypt']({ passphrase: 'seven grey gulls over the mole' })
    const running = workspace.handlers['import.start']({ paths: [await articles(20)] })
    await until(() => workspace.opened().store.catalogue.count().sources > 3)
    await workspace.handlers['case.close']({})
    await running
    const names = await readdir(folder, { recursive: true })
    const journal = names.find((name) => /import-[0-9a-f]{16}\.jsonl$/.test(name))
    const text = await readFile(join(folder, journal!), 'utf8')
    expect(text.length).toBeGreaterThan(500)
    expect(text).not.toMatch(/many|Harbour|imported/)
    await workspace.handlers['case.open']({
      path: join(folder, 'case'),
      passphrase: 'seven grey gulls over the mole'
    })
    expect(states(await workspace.handlers['import.continue']({}))).toHaveLength(20)
  })

  it('tells duplicates within it from what it imported before it was cut short', async () => {
    const many = await articles(3)
    await writeFile(join(many, '4.txt'), article(2))
    const report = await workspace.handlers['import.start']({ paths: [many] })
    expect(states(report)).toEqual(['imported', 'imported', 'imported', 'duplicate'])
    expect(report.items[3]!.key).toBe('S2')
  })
})

describe('an import killed in the middle', () => {
  it('is continued with nothing lost and nothing twice', async () => {
    const many = await articles(60)
    await workspace.handlers['case.close']({})
    const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'data') }
    const dossier = (...words: string[]): ReturnType<typeof spawn> =>
      spawn(process.execPath, [commandLine(), '--json', ...words], { env, stdio: 'pipe' })
    const first = dossier('import', join(folder, 'case'), many)
    await until2(async () => (await originals()).length > 10)
    first.kill('SIGKILL')
    await new Promise((ended) => first.once('close', ended))
    expect((await originals()).length).toBeLessThan(60)

    const second = dossier('import', join(folder, 'case'), '--continue')
    let out = ''
    second.stdout!.on('data', (data: Buffer) => (out += data.toString()))
    await new Promise((ended) => second.once('close', ended))
    const items = JSON.parse(out) as { status: string; key: string; path: string }[]
    expect(items.map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 'imported'))
    expect(new Set(items.map(({ key }) => key)).size).toBe(60)
    expect(new Set(items.map(({ path }) => path)).size).toBe(60)
    await workspace.handlers['case.open']({ path: join(folder, 'case') })
    expect(workspace.opened().store.catalogue.count().sources).toBe(60)
  })

  async function originals(): Promise<string[]> {
    const names = await readdir(join(folder, 'case', 'sources'), { recursive: true }).catch(() => [])
    return names.filter((name) => name.endsWith('meta.json'))
  }

  async function until2(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await new Promise((wait) => setTimeout(wait, 5))
  }
})

describe('the report of an import', () => {
  it('is a table that no spreadsheet takes for formulas', () => {
    const csv = toCsv({
      items: [
        {
          path: '/in/a, "b".txt',
          status: 'imported',
          key: 'S1',
          id: '1',
          title: '=HYPERLINK("https://harbour.example")',
          authors: ['Tove Lind', 'Ivo Sand'],
          publisher: null,
          published: '2031-03-04',
          sha256: 'a'.repeat(64),
          notice: null,
          related: [{ id: '2', key: 'S2', kind: 'revised' }]
        }
      ],
      cancelled: false,
      stopped: null,
      startedAt: '',
      finishedAt: ''
    })
    expect(csv).toBe(
      `\uFEFFResult,Source,Headline,Authors,Publisher,Published,File,Reason,Notice,Related,SHA-256\r\nimported,S1,"'=HYPERLINK(""https://harbour.example"")",Tove Lind; Ivo Sand,,2031-03-04,"/in/a, ""b"".txt",,,S2 (another version),${'a'.repeat(64)}\r\n`
    )
  })

  it('is saved as JSON or as a table, and not before there is one', async () => {
    const path = join(folder, 'report.json')
    await expect(workspace.handlers['import.saveReport']({ path })).rejects.toMatchObject({ code: 'not-found' })
    await workspace.handlers['import.start']({ paths: [await articles(2)] })
    await workspace.handlers['import.saveReport']({ path })
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ items: [{ key: 'S1' }, { key: 'S2' }] })
    await workspace.handlers['import.saveReport']({ path: join(folder, 'report.csv') })
    expect((await readFile(join(folder, 'report.csv'), 'utf8')).split('\r\n')).toHaveLength(4)
  })
})

describe('the items of a report', () => {
  it('come in parts when they are asked for later', async () => {
    const report = await workspace.handlers['import.start']({ paths: [await articles(5)], itemsLater: true })
    expect(report).toMatchObject({ items: [], cancelled: false })
    const part = async (offset: number) =>
      (await workspace.handlers['import.items']({ offset, limit: 2 })).map(({ key }) => key)
    expect([await part(0), await part(2), await part(4), await part(6)]).toEqual([
      ['S1', 'S2'],
      ['S3', 'S4'],
      ['S5'],
      []
    ])
  })
})

describe('many sources', () => {
  it('are edited and confirmed at once', async () => {
    const { items } = await workspace.handlers['import.start']({ paths: [await articles(3)] })
    const ids = items.map(({ id }) => id!)
    const rows = await workspace.handlers['source.updateMany']({
      ids,
      metadata: { publisher: 'Ostrand Wire', published: null },
      tlp: 'TLP:RED',
      addTags: ['harbour', 'memo'],
      removeTags: ['memo']
    })
    expect(rows.map(({ publisher, published, tlp }) => [publisher, published, tlp])).toEqual(
      ids.map(() => ['Ostrand Wire', null, 'TLP:RED'])
    )
    const { source } = await workspace.handlers['source.get']({ id: ids[1]! })
    expect(source.tags).toEqual(['harbour'])
    expect(source.metadata.publisher).toMatchObject({ confirmed: true, evidence: { from: 'user' } })
    expect(source.metadata.publisher.alternatives[0]?.value).toBe('Northern Courier')
    const confirmed = await workspace.handlers['source.confirm']({ ids })
    expect(confirmed.map(({ attention }) => attention)).toEqual([null, null, null])
  })
})
