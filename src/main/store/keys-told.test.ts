import type * as Crypto from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OpenCase } from '../use-cases/open-case.ts'
import { acceptFindings, verifyCase } from '../use-cases/verify-case.ts'
import { CaseStore } from './case-store.ts'
import { changePassphrase, decryptCase, encryptCase } from './encryption.ts'
import { KEY_FILES } from './keys.ts'
import { caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

// What a passphrase costs is not what is tested here.
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof Crypto>()
  const scrypt = (words: string, salt: Uint8Array, length: number, options: object, done: never): void =>
    real.scrypt(words, salt, length, { ...options, N: 16 }, done)
  return { ...real, scrypt }
})

const FIRST = 'seven harbour lamps'
const SECOND = 'eight harbour lamps'
const YEAR = 366 * 86_400_000

let folder: string
let path: string
let here: StoreContext
let there: StoreContext
let skew: number
let others = 0

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-told-'))
  path = join(folder, 'case')
  skew = 0
  let now = Date.parse('2031-03-12T09:00:00Z')
  const clock = (): Date => new Date((now += 1000) + skew)
  here = { userData: join(folder, 'here'), now: clock }
  there = { userData: join(folder, 'there'), now: clock }
  const store = await CaseStore.create(path, caseRecord, here)
  await store.addSource(newSource('aa-1', 'S1', 'The ferry sank.'))
  await store.close()
  await encryptCase(path, FIRST, here)
  expect(await verified(here)).toMatchObject({ ok: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Verified {
  ok: boolean
  problems: string[]
  notices: string[]
}

/** What a run of a verification says, and the notices of the opening. */
async function verified(context: StoreContext, passphrase: string | undefined = FIRST): Promise<Verified> {
  const store = await CaseStore.open(path, context, { passphrase })
  const { ok, problems, notices } = await verifyCase(new OpenCase(store))
  await store.close()
  return { ok, problems, notices: [...store.notices, ...notices] }
}

async function accept(context: StoreContext, passphrase: string | undefined = FIRST): Promise<string[]> {
  const store = await CaseStore.open(path, context, { passphrase })
  const accepted = await acceptFindings(new OpenCase(store))
  await store.close()
  return accepted
}

/** Runs on both machines tell one problem, until it's accepted with a clock that is `wrong` by so much. */
async function isToldUntilAccepted(what: RegExp, wrong: number, passphrase: string | undefined = FIRST): Promise<void> {
  const other = { ...there, userData: join(folder, `other-${++others}`) }
  for (const context of [here, here, other]) {
    const { ok, problems } = await verified(context, passphrase)
    expect(problems).toEqual([expect.stringMatching(what)])
    expect(ok).toBe(false)
  }
  skew = wrong
  expect(await accept(here, passphrase)).toEqual([expect.stringMatching(what)])
  skew = 0
  for (const context of [here, other])
    expect(await verified(context, passphrase)).toMatchObject({ ok: true, problems: [] })
}

describe('keys of a case that were tampered with', () => {
  it.each([-YEAR, 0, YEAR])('are told until accepted, and so is the next time (clock %d ms off)', async (wrong) => {
    for (const name of KEY_FILES) {
      await rm(join(path, name))
      await isToldUntilAccepted(/^Found on .*One of the two files of the case’s keys was damaged or missing/, wrong)
    }
    const old = await readFile(join(path, KEY_FILES[0]))
    await changePassphrase(path, { old: FIRST, next: SECOND }, here)
    expect(await verified(here, SECOND)).toMatchObject({ ok: true })
    expect(await verified(there, SECOND)).toMatchObject({ ok: true })
    for (const name of KEY_FILES) {
      await writeFile(join(path, name), old)
      await isToldUntilAccepted(/^Found on .*The two files of the case’s keys differed/, wrong, SECOND)
    }
  })
})

describe('a missing file of the keys', () => {
  it('is told also when the opening that found it was over before the log was open', async () => {
    await rm(join(path, KEY_FILES[1]))
    const store = await CaseStore.open(path, here, { passphrase: FIRST, wait: false })
    await store.close()
    await isToldUntilAccepted(/^Found on .*One of the two files of the case’s keys/, 0)
  })
})

describe('another key than a device remembers', () => {
  it('is no fault when the log goes on from what was remembered', async () => {
    expect(await verified(there)).toMatchObject({ ok: true })
    await changePassphrase(path, { old: FIRST, next: SECOND }, there)
    expect((await verified(there, SECOND)).notices.join()).not.toMatch(/another key/)
    const { ok, notices, problems } = await verified(here, SECOND)
    expect([ok, problems]).toEqual([true, []])
    expect(notices.join()).toMatch(/got another key since it was last opened here/)
    expect((await verified(here, SECOND)).notices.join()).not.toMatch(/another key/)
    await decryptCase(path, SECOND, there)
    const clear = await verified(here, undefined)
    expect([clear.ok, clear.problems]).toEqual([true, []])
    expect(clear.notices.join()).toMatch(/was decrypted elsewhere/)
    expect((await verified(here, undefined)).notices.join()).not.toMatch(/decrypted/)
  })

  it('is told until accepted when an older state was put back, with it or in clear', async () => {
    const kept = join(folder, 'kept')
    await cp(path, kept, { recursive: true })
    await changePassphrase(path, { old: FIRST, next: SECOND }, here)
    expect(await verified(here, SECOND)).toMatchObject({ ok: true })
    const putBack = async (): Promise<void> => {
      await rm(path, { recursive: true })
      await cp(kept, path, { recursive: true })
    }
    for (let i = 0; i < 2; i++) {
      await putBack()
      await isToldUntilAccepted(/^Found on .*The key of this case isn’t the one/, 0)
      await changePassphrase(path, { old: FIRST, next: SECOND }, here)
      expect(await verified(here, SECOND)).toMatchObject({ ok: true })
    }
    // What was accepted once says nothing of another time.
    await decryptCase(path, SECOND, here)
    await rm(kept, { recursive: true })
    expect(await verified(here, undefined)).toMatchObject({ ok: true })
    await cp(path, kept, { recursive: true })
    await encryptCase(path, FIRST, here)
    expect(await verified(here)).toMatchObject({ ok: true })
    await putBack()
    await isToldUntilAccepted(/^Found on .*was encrypted when it was last opened here/, 0, undefined)
  })

  it('stays told when the passphrase is changed before it was accepted', async () => {
    const kept = join(folder, 'kept')
    await cp(path, kept, { recursive: true })
    await changePassphrase(path, { old: FIRST, next: SECOND }, here)
    expect(await verified(here, SECOND)).toMatchObject({ ok: true })
    await rm(path, { recursive: true })
    await cp(kept, path, { recursive: true })
    await changePassphrase(path, { old: FIRST, next: SECOND }, here)
    await isToldUntilAccepted(/^Found on .*The key of this case isn’t the one/, 0, SECOND)
  })

  it('that was remembered by an earlier version, without an entry, is remembered with one from then on', async () => {
    const folderOf = join(here.userData, 'seals')
    const [name] = (await readdir(folderOf)).filter((each) => !each.includes('.'))
    const at = join(folderOf, name!)
    const [key] = (await readFile(at, 'utf8')).split('\n')
    await writeFile(at, key!)
    expect(await verified(here)).toMatchObject({ ok: true })
    expect((await readFile(at, 'utf8')).split('\n')).toEqual([key, expect.stringMatching(/^[0-9a-f]{64}$/)])
  })
})
