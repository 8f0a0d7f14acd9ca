import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupRoot, createBackup, dropOldBackups, listBackups } from './backup-shelf.ts'
import { CaseStore } from './case-store.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import { putBackFiles } from './repair.ts'
import { restoreFolder } from './restore.ts'
import type { StoreContext } from './store-context.ts'

const NOTE = { action: 'metadata-changed', subject: 'S1', detail: {} } as const
const DAY = 24 * 3600_000

let folder: string
let path: string
let context: StoreContext
let store: CaseStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
  path = join(folder, 'case')
  context = { userData: join(folder, 'user-data'), now: () => new Date('2031-03-12T09:00:00Z') }
  store = await CaseStore.create(path, caseRecord, context)
  await store.addSource(newSource('aa-1', 'S1', 'The ferry sank.'))
  await store.addSource(newSource('bb-2', 'S2', 'The board met.'))
  await store.addBrief(brief)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const setNote = (note: string) =>
  store.updateSource('aa-1', (record) => ({ ...record, source: { ...record.source, note } }), NOTE)

const backUp = (now: Date) => createBackup(store.files, store.record, { ...context, now, reason: 'asked' })

const original = (root: string, id: string) => join(root, 'sources', id.slice(0, 2), id, 'original.txt')

describe('a backup', () => {
  it('is the case as it was, and opens', async () => {
    await setNote('first')
    const backup = await backUp(new Date('2031-03-12T10:00:00Z'))
    expect(backup).toMatchObject({ sources: 2, quotes: 0, briefs: 1, problems: 0, folder: path })
    await setNote('second')
    const then = await CaseStore.open(backup.path, context, { write: false })
    expect((await then.source('aa-1')).source.note).toBe('first')
    expect((await then.custody()).flatMap(({ breaks }) => breaks)).toEqual([])
    await then.close()
    expect(await listBackups(context.userData, caseRecord.id)).toEqual([backup])
  })

  it('shares with the last backup what did not change, and nothing with the case', async () => {
    // Long enough ago that the clock's ticks tell changes apart.
    const past = new Date(Date.now() - 10 * DAY)
    for (const id of ['aa-1', 'bb-2']) await utimes(original(path, id), past, past)
    const first = await backUp(new Date(Date.now() - DAY))
    await writeFile(original(path, 'bb-2'), 'Something else.')
    const second = await backUp(new Date())
    const inode = async (root: string, id: string) => (await stat(original(root, id))).ino
    expect(await inode(second.path, 'aa-1')).toBe(await inode(first.path, 'aa-1'))
    expect(await inode(second.path, 'aa-1')).not.toBe(await inode(path, 'aa-1'))
    expect(await inode(second.path, 'bb-2')).not.toBe(await inode(first.path, 'bb-2'))
    expect(await readFile(original(first.path, 'bb-2'), 'utf8')).toBe('The board met.')
    // It was read back: the changed original is told of.
    expect([first.problems, second.problems]).toEqual([0, 1])
  })

  it('leaves nothing of it when it fails', async () => {
    await mkdtemp(join(folder, 'x'))
    await writeFile(join(folder, 'user-data', 'backups'), 'a file where the folder should be')
    await expect(backUp(new Date())).rejects.toMatchObject({ name: 'DossierError' })
    await rm(join(folder, 'user-data', 'backups'))
    await expect(
      createBackup(store.files, store.record, {
        ...context,
        now: new Date(),
        reason: 'asked',
        signal: AbortSignal.abort()
      })
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(await readdir(backupRoot(context.userData, caseRecord.id))).toEqual([])
  })

  it('is dropped by number and age, but never the newest good one', async () => {
    const at = (days: number) => new Date(Date.parse('2031-03-12T10:00:00Z') - days * DAY)
    for (const days of [40, 3, 2, 1]) await backUp(at(days))
    const rule = { count: 3, days: 30, hours: 24 }
    expect(await dropOldBackups(context.userData, caseRecord.id, rule, at(0))).toBe(1)
    expect(await dropOldBackups(context.userData, caseRecord.id, { ...rule, count: 2 }, at(0))).toBe(1)
    await writeFile(original(path, 'bb-2'), 'Damaged.')
    await backUp(at(0))
    // The newest has a problem, so nothing is dropped.
    expect(await dropOldBackups(context.userData, caseRecord.id, { ...rule, count: 1 }, at(0))).toBe(0)
    expect(await dropOldBackups(context.userData, caseRecord.id, rule, at(-400))).toBe(0)
    expect((await listBackups(context.userData, caseRecord.id)).map(({ problems }) => problems)).toEqual([1, 0, 0])
  })
})

describe('restoring', () => {
  it('puts a backup in the place of the case, which is kept beside it', async () => {
    await setNote('first')
    const backup = await backUp(new Date('2031-03-12T10:00:00Z'))
    await setNote('second')
    await store.close()
    const { kept } = await restoreFolder(backup.path, path, new Date('2031-03-12T11:00:00Z'))
    store = await CaseStore.open(path, context)
    expect((await store.source('aa-1')).source.note).toBe('first')
    expect(store.notices).toEqual([])
    const before = await CaseStore.open(kept!, context, { write: false })
    expect((await before.source('aa-1')).source.note).toBe('second')
    await before.close()
  })

  it('changes nothing when there is no such backup', async () => {
    await store.close()
    await expect(restoreFolder(join(folder, 'none'), path, new Date())).rejects.toMatchObject({ code: 'not-found' })
    expect((await readdir(folder)).sort()).toEqual(['case', 'user-data'])
    store = await CaseStore.open(path, context)
  })
})

describe('putting back files', () => {
  it('takes only bytes that are those which were imported, and keeps the damaged ones', async () => {
    await backUp(new Date('2031-03-12T10:00:00Z'))
    await writeFile(original(path, 'aa-1'), 'The ferry sang.')
    await rm(join(dirname(original(path, 'bb-2')), 'text.json'))
    const repair = await putBackFiles(store, context)
    expect(repair).toEqual({ restored: ['sources/aa/aa-1/original.txt', 'sources/bb/bb-2/text.json'], left: [] })
    expect(await store.originalState('aa-1')).toBe('intact')
    expect((await store.text('bb-2')).text).toBe('The board met.')
    const [stamp] = await readdir(join(path, 'quarantine'))
    expect(await readFile(join(path, 'quarantine', stamp!, 'sources/aa/aa-1/original.txt'), 'utf8')).toBe(
      'The ferry sang.'
    )
  })

  it('says so when no backup has them', async () => {
    await writeFile(original(path, 'aa-1'), 'The ferry sang.')
    const { restored, left } = await putBackFiles(store, context)
    expect(restored).toEqual([])
    expect(left).toEqual(['sources/aa/aa-1/original.txt (S1) is damaged or missing, and no backup has it.'])
  })
})
