import type * as FileSystem from 'node:fs/promises'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { everyNth } from '../../../scripts/long.mjs'
import { DossierError } from '../../shared/errors/errors.ts'
import { CaseStore } from './case-store.ts'
import { restoreFolder } from './restore.ts'
import { createBackup, listBackups } from './backup-shelf.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

/** After so many calls of the file system the next one fails, once or for ever. Shared with the mocked module. */
const faults = vi.hoisted(() => ({ code: '', left: Infinity, forEver: false, hit: false }))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>()
  const failing = <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      // A file system that can't be written can be read.
      if (faults.code === 'EROFS' && name === 'stat') return call(...args)
      faults.left--
      if (faults.left === 0 || (faults.forEver && faults.left < 0)) {
        faults.hit = true
        throw Object.assign(new Error(`${faults.code}: made for the test, ${name}`), { code: faults.code })
      }
      return call(...args)
    }
  }
  const open = failing('open', async (...args: Parameters<typeof real.open>) => {
    const handle = await real.open(...args)
    for (const name of ['writeFile', 'write', 'sync', 'datasync', 'truncate'] as const) {
      const method = handle[name].bind(handle) as (...args: unknown[]) => Promise<unknown>
      Object.assign(handle, { [name]: failing(name, method) })
    }
    return handle
  })
  return {
    ...real,
    open,
    rename: failing('rename', real.rename),
    mkdir: failing('mkdir', real.mkdir),
    link: failing('link', real.link),
    unlink: failing('unlink', real.unlink),
    stat: failing('stat', real.stat),
    copyFile: failing('copyFile', real.copyFile),
    cp: failing('cp', real.cp),
    utimes: failing('utimes', real.utimes)
  }
})

const NOTE = { action: 'metadata-changed', subject: 'S1', detail: {} } as const

let folder: string
let context: StoreContext
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'))
  context = { userData: join(folder, 'user-data'), now: () => new Date('2031-03-12T09:00:00Z') }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function calm(): void {
  Object.assign(faults, { code: '', left: Infinity, forEver: false, hit: false })
}

/** What was acknowledged, and what failed and how. */
interface Outcome {
  acknowledged: string[]
  failures: unknown[]
}

async function edit(store: CaseStore): Promise<Outcome> {
  const outcome: Outcome = { acknowledged: [], failures: [] }
  const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
      outcome.acknowledged.push(name)
    } catch (error) {
      outcome.failures.push(error)
    }
  }
  const setNote = (note: string) =>
    store.updateSource('aa-1', (record) => ({ ...record, source: { ...record.source, note } }), NOTE)
  await attempt('note 1', () => setNote('1'))
  await attempt('source', () => store.addSource(newSource('bb-2', 'S2', 'Another text.')))
  await attempt('brief', () => store.updateBrief('brief-1', (before) => ({ ...before, title: 'Changed' })))
  await attempt('note 2', () => setNote('2'))
  return outcome
}

async function run(code: string, after: number, forEver: boolean): Promise<boolean> {
  calm()
  const path = join(folder, `case-${++count}`)
  const made = await CaseStore.create(path, caseRecord, context)
  await made.addSource(newSource('aa-1', 'S1', 'The ferry sank.'))
  await made.addBrief(brief)

  Object.assign(faults, { code, left: after, forEver })
  const { acknowledged, failures } = await edit(made)
  const { hit } = faults
  calm()
  for (const failure of failures) {
    expect(failure).toBeInstanceOf(DossierError)
    expect(['disk-full', 'io', 'read-only']).toContain((failure as DossierError).code)
  }
  await made.close()

  const store = await CaseStore.open(path, context)
  expect(store.notices).toEqual([])
  const { note } = (await store.source('aa-1')).source
  const expected = acknowledged.findLast((name) => name.startsWith('note'))?.slice(5) ?? ''
  // What failed may have taken place all the same (a rename whose flush failed), never what is older than acknowledged.
  expect(Number(note || 0)).toBeGreaterThanOrEqual(Number(expected))
  if (acknowledged.includes('source')) expect((await store.text('bb-2')).text).toBe('Another text.')
  if (acknowledged.includes('brief')) expect(store.briefs()[0]?.title).toBe('Changed')
  expect((await store.text('aa-1')).text).toBe('The ferry sank.')
  expect((await store.custody()).flatMap((chain) => chain.breaks)).toEqual([])
  await store.close()
  await rm(path, { recursive: true })
  return hit
}

describe('a write-protected folder', () => {
  it('opens for reading only, and says so', async () => {
    calm()
    const path = join(folder, 'protected')
    const made = await CaseStore.create(path, caseRecord, context)
    await made.addSource(newSource('aa-1', 'S1', 'The ferry sank.'))
    await made.close()
    // The lock's folder is the first one made; from then on nothing may be written.
    Object.assign(faults, { code: 'EROFS', left: 2, forEver: true })
    const store = await CaseStore.open(path, context)
    expect(store.readOnly).toBe(true)
    expect(store.notices).toEqual([
      expect.stringMatching(/^The disk or folder is write-protected.*, so the case is open for reading only\.$/)
    ])
    expect((await store.text('aa-1')).text).toBe('The ferry sank.')
    calm()
    await store.close()
    const again = await CaseStore.open(path, context)
    expect(again.readOnly).toBe(false)
    await again.close()
  })
})

describe('a failing file system', () => {
  const CODES = ['ENOSPC', 'EIO', 'EACCES']
  it.each(CODES.flatMap((code) => [[code, false] as const, [code, true] as const]))(
    '%s at every call in turn, for ever: %s, loses nothing that was acknowledged',
    async (code, forEver) => {
      const step = everyNth(3)
      // Not the same calls for each failure.
      let after = 1 + (CODES.indexOf(code) % step)
      while (await run(code, after, forEver)) after += step
      expect(after).toBeGreaterThan(20)
    }
  )
})

describe('a failing file system under a backup and a restore', () => {
  it.each([false, true])('leaves the case and its older backups as they were; for ever: %s', async (forEver) => {
    calm()
    const path = join(folder, `kept-${forEver}`)
    const data = { ...context, userData: join(folder, `data-${forEver}`) }
    const made = await CaseStore.create(path, caseRecord, data)
    await made.addSource(newSource('aa-1', 'S1', 'The ferry sank.'))
    const at = (minute: number) => new Date(Date.UTC(2031, 2, 12, 10, minute))
    const older = await createBackup(made.files, made.record, { ...data, now: at(0), reason: 'asked' })
    await made.close()
    let hit = true
    let after = 1
    for (; hit; after += everyNth(3)) {
      calm()
      Object.assign(faults, { code: 'EIO', left: after, forEver })
      const outcome = await Promise.allSettled([
        createBackup(made.files, made.record, { ...data, now: at(after), reason: 'asked' })
      ])
      const restored = await Promise.allSettled([restoreFolder(older.path, path, at(after))])
      hit = faults.hit
      calm()
      for (const { reason } of [...outcome, ...restored].filter((result) => result.status === 'rejected'))
        expect(reason).toBeInstanceOf(DossierError)
      // The case is there, under its name or, when even putting it back failed, beside it.
      const beside = (await readdir(folder)).filter((name) => name.startsWith(`kept-${forEver}`))
      const places = await Promise.all(beside.map((name) => opens(join(folder, name), data)))
      expect(places).toContain(true)
      // What a restore kept was looked at: next time it would only be looked at again.
      if (await opens(path, data))
        for (const name of beside.filter((each) => join(folder, each) !== path))
          await rm(join(folder, name), { recursive: true, force: true })
      const backups = await listBackups(data.userData, caseRecord.id)
      expect(backups.map(({ at: made }) => made)).toContain(older.at)
      for (const backup of backups) expect(backup.problems).toBe(0)
      if (!(await opens(path, data)))
        await rename(
          join(
            folder,
            beside.find((name) => name.includes('before'))!
          ),
          path
        )
    }
    expect(after).toBeGreaterThan(20)
  })
})

async function opens(path: string, data: StoreContext): Promise<boolean> {
  try {
    const store = await CaseStore.open(path, data, { write: false })
    const { text } = await store.text('aa-1')
    await store.close()
    return text === 'The ferry sank.'
  } catch (error) {
    if (error instanceof DossierError) return false
    throw error
  }
}
