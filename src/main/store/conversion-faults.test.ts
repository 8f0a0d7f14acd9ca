import type * as FileSystem from 'node:fs/promises'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { everyNth } from '../../../scripts/long.mjs'
import { DossierError } from '../../shared/errors/errors.ts'
import { createBackup, listBackups } from './backup-shelf.ts'
import { CaseStore } from './case-store.ts'
import { cheapPassphrases } from './cheap-passphrases.test-helper.ts'
import { changePassphrase, decryptCase, encryptCase } from './encryption.ts'
import { walkFiles } from '../base/folders.ts'
import { CONVERSION_FOLDERS } from './layout.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

/** After so many calls of the file system the next one fails, once or for ever, as after a kill. Shared with the mocked module. */
const faults = vi.hoisted(() => ({ left: Infinity, forEver: false, hit: false }))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>()
  const failing = <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      faults.left--
      if (faults.left === 0 || (faults.forEver && faults.left < 0)) {
        faults.hit = true
        throw Object.assign(new Error(`EIO: made for the test, ${name}`), { code: 'EIO' })
      }
      return call(...args)
    }
  }
  const open = failing('open', async (...args: Parameters<typeof real.open>) => {
    const handle = await real.open(...args)
    for (const name of ['writeFile', 'sync'] as const) {
      const method = handle[name].bind(handle) as (...args: unknown[]) => Promise<unknown>
      Object.assign(handle, { [name]: failing(name, method) })
    }
    return handle
  })
  const calls = ['rename', 'mkdir', 'link', 'unlink', 'rm', 'copyFile', 'readdir', 'readFile', 'stat'] as const
  const mocked = calls.map((name) => [name, failing(name, real[name] as (...args: unknown[]) => Promise<unknown>)])
  return { ...real, open, ...(Object.fromEntries(mocked) as object) }
})

cheapPassphrases()

const FIRST = 'seven harbour lamps'
const SECOND = 'eight harbour lamps'
const TEXT = 'The ferry sank off Sollen.'

type Change = 'encrypt' | 'decrypt' | 'passphrase'

let folder: string
let path: string
let context: StoreContext

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conversion-faults-'))
  path = join(folder, 'case')
  context = { userData: join(folder, 'data'), now: () => new Date('2031-03-12T09:00:00Z') }
  const made = await CaseStore.create(path, caseRecord, context)
  await made.addSource(newSource('aa-1', 'S1', TEXT))
  await made.addBrief(brief)
  await createBackup(made.files, made.record, { ...context, now: context.now(), reason: 'asked' })
  await made.close()
  await keepAs('clear')
  await encryptCase(path, FIRST, context)
  await keepAs('sealed')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function keepAs(name: string): Promise<void> {
  for (const place of ['case', 'data']) await cp(join(folder, place), join(folder, name, place), { recursive: true })
}

/** Puts a case that was kept, and what the program kept of it, in their places again. */
async function takeBack(name: string): Promise<void> {
  for (const place of ['case', 'data']) {
    await rm(join(folder, place), { recursive: true, force: true })
    await cp(join(folder, name, place), join(folder, place), { recursive: true })
  }
}

function change(what: Change): Promise<void> {
  if (what === 'encrypt') return encryptCase(path, FIRST, context)
  if (what === 'decrypt') return decryptCase(path, FIRST, context)
  return changePassphrase(path, { old: FIRST, next: SECOND }, context)
}

/** The passphrases that open a case, by name. */
async function openers(write: boolean): Promise<CaseStore[]> {
  const opened: CaseStore[] = []
  for (const passphrase of [undefined, FIRST, SECOND]) {
    try {
      opened.push(await CaseStore.open(path, context, { write, passphrase }))
    } catch (error) {
      expect(error).toBeInstanceOf(DossierError)
      const { code, message } = error as DossierError
      expect(['locked', 'wrong-passphrase', 'case-held'], message).toContain(code)
      if (code === 'case-held') expect(message).toContain('Nothing is lost.')
    }
    // Without encryption any passphrase does.
    if (opened.length > 0 && !opened[0]!.sealed) break
    if (write && opened.length > 0) break
  }
  return opened
}

async function isWhole(store: CaseStore): Promise<void> {
  expect((await store.text('aa-1')).text).toBe(TEXT)
  expect(await store.originalState('aa-1')).toBe('intact')
  expect(store.briefs().map(({ title }) => title)).toEqual([brief.title])
  expect((await store.custody()).flatMap(({ breaks }) => breaks)).toEqual([])
}

async function run(what: Change, after: number, forEver: boolean): Promise<boolean> {
  const name = `${what}, call ${after}, for ever ${forEver}`
  await takeBack(what === 'encrypt' ? 'clear' : 'sealed')
  Object.assign(faults, { left: after, forEver, hit: false })
  const outcome = await Promise.allSettled([change(what)])
  const { hit } = faults
  Object.assign(faults, { left: Infinity, forEver: false, hit: false })
  const [result] = outcome
  const failed = result.status === 'rejected'

  for (const store of await openers(false)) {
    await isWhole(store)
    await store.close()
  }
  const [store] = await openers(true)
  expect(store, `${name}: ${failed ? String(result.reason) : 'done'}`).toBeDefined()
  expect(store!.damages).toEqual([])
  expect(store!.readOnly).toBe(false)
  if (!failed) expect(store!.sealed).toBe(what !== 'decrypt')
  await isWhole(store!)
  await store!.addSource(newSource('bb-2', 'S2', 'Another text.'))
  const { sealed } = store!
  await store!.close()
  expect((await readdir(path)).filter((entry) => CONVERSION_FOLDERS.includes(entry))).toEqual([])
  if (sealed) {
    for (const root of [path, context.userData]) {
      const { files } = await walkFiles(root)
      for (const file of files) expect((await readFile(join(root, file))).includes(TEXT), `${name} ${file}`).toBe(false)
    }
    expect(await listBackups(context.userData, caseRecord.id)).toEqual([])
  }
  return hit
}

describe('a change of a case’s encryption that fails', () => {
  it.each<[Change, boolean]>([
    ['encrypt', false],
    ['encrypt', true],
    ['decrypt', false],
    ['decrypt', true],
    ['passphrase', false],
    ['passphrase', true]
  ])('%s, at every call in turn, for ever: %s, leaves a whole case that opens and goes on', async (what, forEver) => {
    const step = everyNth(4)
    // Not the same calls when the failure lasts.
    let after = forEver ? step : 1
    while (await run(what, after, forEver)) after += step
    expect(after).toBeGreaterThan(60)
  })
})
