import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CaseStore } from './case-store.ts'
import { Document } from './document.ts'
import { DurableJson, storageError, writeDurably } from '../base/durable.ts'
import { takeLock } from './lock.ts'
import { notesOf, walkBlocks } from '../../shared/brief/walk.ts'
import { CASE_SCHEMA } from '../../shared/case/case.ts'
import { listBackups } from './backup-shelf.ts'
import { walkFiles } from '../base/folders.ts'
import { brief, caseRecord as record, newSource } from './made.test-helper.ts'
import { encodeRecord } from './record.ts'
import type { StoreContext } from './store-context.ts'

let folder: string
let userData: string
let context: StoreContext

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
  userData = join(folder, 'user-data')
  context = { userData, now: () => new Date('2031-03-12T09:00:00Z') }
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const note = { action: 'metadata-changed', subject: 'S1', detail: {} } as const
const Counter = z.object({ n: z.number() })

describe('writeDurably', () => {
  it('replaces a file and leaves nothing else behind', async () => {
    const path = join(folder, 'a.json')
    await writeDurably(path, 'one')
    await writeDurably(path, 'two')
    expect(await readFile(path, 'utf8')).toBe('two')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it('keeps the old file, and no temporary one, when it fails', async () => {
    const path = join(folder, 'taken')
    await mkdir(join(path, 'inside'), { recursive: true })
    await expect(writeDurably(path, 'text')).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['taken'])
  })

  it('says what happened in words', () => {
    const full = storageError(Object.assign(new Error('x'), { code: 'ENOSPC' }), 'the brief', 'The old one is kept.')
    expect(full.toFailure()).toEqual({
      code: 'disk-full',
      message: 'The disk is full, so the brief could not be saved. The old one is kept. Free some space and try again.'
    })
    expect(storageError(Object.assign(new Error('x'), { code: 'EROFS' }), 'the brief', '').code).toBe('read-only')
    expect(storageError(Object.assign(new Error('x'), { code: 'EIO' }), 'the brief', '').code).toBe('io')
  })
})

describe('Document', () => {
  it('runs updates one after the other, each on the result of the last', async () => {
    const path = join(folder, 'n.json')
    const document = await Document.create(new DurableJson(path, Counter), { n: 0 }, 'the counter')
    await Promise.all(Array.from({ length: 20 }, () => document.update(({ n }) => ({ n: n + 1 }))))
    expect(document.data).toEqual({ n: 20 })
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ n: 20 })
  })

  it('shows nothing before it is on the disk', async () => {
    let fail = false
    const seen: number[] = []
    const adapter = {
      read: () => Promise.resolve({ n: 1 }),
      write: (): Promise<void> => {
        seen.push(document.data.n)
        return fail ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : Promise.resolve()
      }
    }
    const document = await Document.read(adapter, 'the counter')
    await document.update(() => ({ n: 2 }))
    fail = true
    await expect(document.update(() => ({ n: 3 }))).rejects.toMatchObject({ code: 'disk-full' })
    expect(document.data).toEqual({ n: 2 })
    expect(seen).toEqual([1, 2])
  })

  it('keeps the last saved state in memory when a write fails, and writes again afterwards', async () => {
    const path = join(folder, 'sub', 'n.json')
    await mkdir(join(folder, 'sub'))
    const document = await Document.create(new DurableJson(path, Counter), { n: 1 }, 'the counter')
    await rm(join(folder, 'sub'), { recursive: true })
    await expect(document.update(() => ({ n: 2 }))).rejects.toMatchObject({ code: 'io' })
    expect(document.data).toEqual({ n: 1 })
    await mkdir(join(folder, 'sub'))
    await document.update(({ n }) => ({ n: n + 10 }))
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ n: 11 })
  })

  it.each([
    ['', 'damaged'],
    ['null', 'damaged'],
    ['{"n": 1', 'damaged'],
    ['{"n": "one"}', 'damaged']
  ])('refuses %j and leaves the file as it is', async (content, code) => {
    const path = join(folder, 'n.json')
    await writeFile(path, content)
    await expect(Document.read(new DurableJson(path, Counter), 'the counter')).rejects.toMatchObject({ code })
    expect(await readFile(path, 'utf8')).toBe(content)
  })

  it('does not make up data for a missing file', async () => {
    await expect(
      Document.read(new DurableJson(join(folder, 'none.json'), Counter), 'the counter')
    ).rejects.toMatchObject({
      code: 'not-found'
    })
  })
})

describe('takeLock', () => {
  it('is refused while another process lives and free when it is killed', async () => {
    const lock = new URL('./lock.ts', import.meta.url).href
    const script = `const { takeLock } = await import(${JSON.stringify(lock)}); await takeLock(${JSON.stringify(userData)}, 'c', { program: 'the holder', now: new Date('2031-03-12T09:00:00Z') }); console.log('held'); setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore']
    })
    await new Promise((held) => holder.stdout.once('data', held))
    const about = { program: 'the other', now: new Date('2031-03-12T09:01:00Z') }
    expect(await takeLock(userData, 'c', about)).toMatchObject({
      lock: null,
      holder: { pid: holder.pid, program: 'the holder', since: '2031-03-12T09:00:00.000Z' }
    })
    const other = await takeLock(userData, 'other', about)
    expect(other.lock).not.toBeNull()
    other.lock?.release()
    // A holder that's merely stopped keeps it.
    holder.kill('SIGSTOP')
    expect((await takeLock(userData, 'c', about)).lock).toBeNull()
    const gone = new Promise((exit) => holder.once('exit', exit))
    holder.kill('SIGKILL')
    await gone
    const again = await takeLock(userData, 'c', about)
    expect(again.lock).not.toBeNull()
    again.lock?.release()
  })
})

describe('CaseStore', () => {
  it('keeps a case over closing and opening', async () => {
    const path = join(folder, 'case')
    const store = await CaseStore.create(path, record, context)
    await store.addSource(newSource('ab12', 'S1', 'The ferry sank.'))
    await store.updateSource(
      'ab12',
      (before) => ({ ...before, source: { ...before.source, note: 'Read this.' } }),
      note
    )
    await store.close()

    const again = await CaseStore.open(path, context)
    expect((await again.source('ab12')).source.note).toBe('Read this.')
    expect((await again.text('ab12')).text).toBe('The ferry sank.')
    expect(await again.originalState('ab12')).toBe('intact')
    expect(again.notices).toEqual([])
    await again.close()
  })

  it('refuses a folder that is not empty, and one without a case', async () => {
    await writeFile(join(folder, 'holiday.jpg'), 'x')
    await expect(CaseStore.create(folder, record, context)).rejects.toMatchObject({ code: 'case-exists' })
    expect(await readdir(folder)).toEqual(['holiday.jpg'])
    await expect(CaseStore.open(folder, context)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('opens read-only for the second one', async () => {
    const path = join(folder, 'case')
    const store = await CaseStore.create(path, record, context)
    const reader = await CaseStore.open(path, context, { write: false })
    expect(reader.readOnly).toBe(true)
    await expect(reader.updateCase((before) => before)).rejects.toThrow(/reading only/)
    await reader.close()
    await store.close()
  })

  it('leaves what it cannot mend, sweeps what a crash left, and takes in a brief that is not listed', async () => {
    const path = join(folder, 'case')
    const store = await CaseStore.create(path, record, context)
    await store.addSource(newSource('ab12', 'S1', 'One.'))
    await store.addSource(newSource('cd34', 'S2', 'Two.'))
    await store.addBrief(brief)
    await store.updateCase((before) => ({ ...before, briefs: [] }))
    await store.close()
    const damaged = join(path, 'sources', 'ab', 'ab12', 'meta.json')
    await writeFile(damaged, '{"schema": 1, "sou')
    await mkdir(join(path, '.staging', 'half'), { recursive: true })
    await writeFile(join(path, '.case.json.1.abc.dossier-tmp'), 'half')
    const again = await CaseStore.open(path, context)
    expect(again.catalogue.rows().map(({ key }) => key)).toEqual(['S2'])
    expect(again.notices).toHaveLength(1)
    expect(again.briefs()).toEqual([brief])
    expect(await readFile(damaged, 'utf8')).toBe('{"schema": 1, "sou')
    expect((await readdir(path)).sort()).toEqual(['audit', 'briefs', 'case.json', 'case.json.previous', 'sources'])
    await again.close()
  })

  it('puts back the previous version of a damaged document, and keeps the damaged one', async () => {
    const path = join(folder, 'case')
    const store = await CaseStore.create(path, record, context)
    await store.addSource(newSource('ab12', 'S1', 'One.'))
    const setNote = (text: string) =>
      store.updateSource('ab12', (before) => ({ ...before, source: { ...before.source, note: text } }), note)
    await setNote('first')
    await setNote('second')
    await store.close()
    const meta = join(path, 'sources', 'ab', 'ab12', 'meta.json')
    const flipped = (await readFile(meta, 'utf8')).replace('second', 'sacond')
    await writeFile(meta, flipped)
    await writeFile(join(path, 'case.json'), '')
    const again = await CaseStore.open(path, context)
    expect((await again.source('ab12')).source.note).toBe('first')
    expect(again.record.title).toBe(record.title)
    expect(again.notices.map((notice) => notice.split(';')[0])).toEqual([
      'case.json was damaged',
      'sources/ab/ab12/meta.json was damaged'
    ])
    await again.close()
    const [stamp] = await readdir(join(path, 'quarantine'))
    expect(await readFile(join(path, 'quarantine', stamp!, 'sources/ab/ab12/meta.json'), 'utf8')).toBe(flipped)
    const third = await CaseStore.open(path, context)
    expect(third.notices).toEqual([])
    await third.close()
  })

  it('finds a changed original and a changed text', async () => {
    const path = join(folder, 'case')
    const store = await CaseStore.create(path, record, context)
    await store.addSource(newSource('ab12', 'S1', 'The ferry sank.'))
    const place = join(path, 'sources', 'ab', 'ab12')
    await writeFile(join(place, 'original.txt'), 'The ferry sang.')
    expect(await store.originalState('ab12')).toBe('altered')
    await rm(join(place, 'original.txt'))
    expect(await store.originalState('ab12')).toBe('missing')
    const text = await readFile(join(place, 'text.json'), 'utf8')
    await writeFile(join(place, 'text.json'), text.replace('sank', 'sang'))
    await expect(store.text('ab12')).rejects.toMatchObject({ code: 'damaged' })
    await store.close()
  })

  it('opens a case of a newer version for reading only, untouched', async () => {
    const path = join(folder, 'case')
    const store = await CaseStore.create(path, record, context)
    await store.addSource(newSource('ab12', 'S1', 'The ferry sank.'))
    await store.close()
    const newer = JSON.stringify({ ...record, schema: 99, invented: true })
    await writeFile(join(path, 'case.json'), encodeRecord({ ...record, schema: 99, invented: true }, 1))
    const before = await snapshot(path)
    const reader = await CaseStore.open(path, context)
    expect(reader.readOnly).toBe(true)
    expect(reader.notices[0]).toMatch(/newer version/)
    expect((await reader.text('ab12')).text).toBe('The ferry sank.')
    await expect(reader.updateCase((found) => found)).rejects.toThrow(/newer version/)
    await reader.close()
    expect(await snapshot(path)).toEqual(before)
    // One that this version can't make sense of isn't touched either.
    await writeFile(join(path, 'case.json'), newer.replace('"title"', '"name"'))
    await expect(CaseStore.open(path, context)).rejects.toMatchObject({ code: 'case-newer' })
    expect(await readFile(join(path, 'case.json'), 'utf8')).toBe(newer.replace('"title"', '"name"'))
  })

  it('opens a case of the present version as it is', async () => {
    const path = join(folder, 'present')
    await cp(join(import.meta.dirname, 'fixtures', `version-${CASE_SCHEMA}`), path, { recursive: true })
    const store = await CaseStore.open(path, context)
    expect(store.notices).toEqual([])
    expect(store.catalogue.count()).toEqual({ sources: 8, quotes: 8 })
    expect(await Promise.all(store.catalogue.trash().map(async (id) => (await store.source(id)).source.key))).toEqual([
      'S4'
    ])
    const [brief, ...others] = store.briefs()
    expect(others).toEqual([])
    const nodes = [...walkBlocks(brief!.doc)].map(({ node }) => node)
    expect(nodes.map(({ type }) => type)).toEqual(expect.arrayContaining(['table', 'figure']))
    expect(nodes.flatMap(notesOf)).toHaveLength(1)
    expect(brief!.withheld).toMatchObject([{ kind: 'words', reason: 'P' }])
    const [paper] = (await Promise.all(store.catalogue.ids().map((id) => store.source(id)))).filter(
      ({ source }) => source.metadata.edition.value !== null
    )
    expect(paper?.source).toMatchObject({
      key: 'S2',
      metadata: { edition: { value: 'Late Edition' }, page: { value: 'A1' }, documentId: { value: null } }
    })
    const figure = nodes.find((node) => node.type === 'figure')
    expect((await store.source(figure!.attrs.sourceId!)).source.original.mediaType).toBe('image/png')
    for (const id of store.catalogue.ids()) expect(await store.originalState(id)).toBe('intact')
    expect((await store.custody()).flatMap((chain) => chain.breaks)).toEqual([])
    await store.close()
  })

  it.each([1, 2, 3, 5, 6, 7])('gives a case of version %i its new form, after a backup', async (version) => {
    const path = join(folder, 'old')
    await cp(join(import.meta.dirname, 'fixtures', `version-${version}`), path, { recursive: true })
    const before = await snapshot(path)
    const store = await CaseStore.open(path, context)
    expect(store.readOnly).toBe(false)
    expect(store.notices).toHaveLength(1)
    expect(store.notices[0]).toContain(`older version of Dossier (format ${version})`)
    // Of the newest one source is in the trash.
    const sources = version < 5 || version === 7 ? 8 : 9
    const kept = version < 5 ? 8 : 9
    expect(store.catalogue.count()).toEqual({ sources, quotes: 8 })
    const [first] = store.catalogue.ids()
    expect((await store.source(first!)).source).toMatchObject({
      formerKeys: [],
      container: null,
      text: { notice: null },
      metadata: { agencies: { value: null }, retrieved: { value: null }, edition: { value: null } }
    })
    expect((await store.custody()).flatMap((chain) => chain.breaks)).toEqual([])
    expect((await store.compareWithLogs()).told.findings).toEqual([])
    await store.close()
    const [backup] = await listBackups(userData, store.record.id)
    expect(backup).toMatchObject({ reason: 'migration', sources: kept, quotes: 8, briefs: 1, problems: 0 })
    // What was replaced before isn't part of a backup.
    const lasting = Object.entries(before).filter(([name]) => !name.endsWith('.previous'))
    expect(await snapshot(backup!.path)).toEqual(Object.fromEntries(lasting))
    const again = await CaseStore.open(path, context)
    expect(again.notices).toEqual([])
    await again.close()
  })
})

/** Every file of a folder by name. */
async function snapshot(path: string): Promise<Record<string, string>> {
  const { files } = await walkFiles(path)
  return Object.fromEntries(
    await Promise.all(files.map(async (name) => [name, await readFile(join(path, name), 'utf8')]))
  )
}
