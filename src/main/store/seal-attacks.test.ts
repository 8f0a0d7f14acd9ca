import type * as Crypto from 'node:crypto'
import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DossierError } from '../../shared/errors/errors.ts'
import { createBackup, listBackups } from './backup-shelf.ts'
import { CaseStore } from './case-store.ts'
import { readContents, withConflictCopy } from './contents.ts'
import { changePassphrase, encryptCase, finishHalf } from './encryption.ts'
import { ImportJournal } from './import-journal.ts'
import { createKeys, KEY_FILES, MasterSeal, readKeys, writeKeys } from './keys.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import { sha256 } from '../base/hash.ts'
import type { StoreContext } from './store-context.ts'

// What a passphrase costs is not what is tested here; the bounds of it are those of the files.
const scryptCost = vi.hoisted(() => ({ asked: 0, real: false }))
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof Crypto>()
  const scrypt = (words: string, salt: Uint8Array, length: number, options: { N: number }, done: never): void => {
    scryptCost.asked = Math.max(scryptCost.asked, options.N)
    real.scrypt(words, salt, length, scryptCost.real ? options : { ...options, N: 16 }, done)
  }
  return { ...real, scrypt }
})

const FIRST = 'seven harbour lamps'
const SECOND = 'eight harbour lamps'
const PLANTED = 'Planted words'
const DEVICE_NOTE = { action: 'metadata-changed', subject: 'S1', detail: {} } as const

let folder: string
let path: string
let context: StoreContext

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seal-attacks-'))
  path = join(folder, 'case')
  context = { userData: join(folder, 'data'), now: () => new Date('2031-03-12T09:00:00Z') }
  const made = await CaseStore.create(path, caseRecord, context)
  await made.addSource(newSource('aa-1', 'S1', 'The ferry sank.'))
  await made.addSource(newSource('bb-2', 'S2', 'The quay was closed.'))
  await made.addBrief(brief)
  await made.close()
  await keepAs('clear')
  await encryptCase(path, FIRST, context)
  await (await open()).close()
  await keepAs('sealed')
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => {
  scryptCost.real = false
  return takeBack('sealed')
})

async function keepAs(name: string): Promise<void> {
  for (const place of ['case', 'data']) await cp(join(folder, place), join(folder, name, place), { recursive: true })
}

async function takeBack(name: string): Promise<void> {
  for (const place of ['case', 'data']) {
    await rm(join(folder, place), { recursive: true, force: true })
    await cp(join(folder, name, place), join(folder, place), { recursive: true })
  }
}

function open(passphrase: string | undefined = FIRST, write = true): Promise<CaseStore> {
  return CaseStore.open(path, context, { passphrase, write })
}

/** The code and sentence of a failure to open. */
async function refusal(passphrase: string | undefined = FIRST): Promise<{ code: string; message: string }> {
  try {
    await (await open(passphrase)).close()
  } catch (error) {
    if (error instanceof DossierError) return error
    throw error
  }
  throw new Error('The case opened.')
}

/** A file of the case as it was in clear, with other words in it. */
async function clear(name: string): Promise<Buffer> {
  const text = await readFile(join(folder, 'clear', 'case', ...name.split('/')), 'utf8')
  const record = JSON.parse(text) as Record<string, unknown>
  delete record['checksum']
  const body = JSON.stringify(record, null, 1).replace(/The ferry sank|Ferry/g, PLANTED)
  const open = body.slice(0, body.lastIndexOf('}')).trimEnd()
  return Buffer.from(`${open},\n "checksum": "${sha256(open)}"\n}\n`)
}

async function plant(name: string, bytes: Buffer | string): Promise<void> {
  await mkdir(dirname(join(path, name)), { recursive: true })
  await writeFile(join(path, name), bytes)
}

async function logName(): Promise<string> {
  return `audit/${(await readdir(join(path, 'audit')))[0]!}`
}

describe('a file in clear in an encrypted case', () => {
  it('as case.json: the case isn’t opened', async () => {
    await plant('case.json', await clear('case.json'))
    await rm(join(path, 'case.json.previous'), { force: true })
    expect(await refusal()).toMatchObject({ code: 'damaged', message: expect.stringContaining('case.json') as string })
  })

  it('as case.json’s previous version: neither', async () => {
    await rm(join(path, 'case.json'))
    await plant('case.json.previous', await clear('case.json'))
    expect(await refusal()).toMatchObject({ code: 'damaged' })
  })

  it.each(['sources/aa/aa-1/meta.json', 'briefs/brief-1.json'])('as %s: told, and not shown', async (name) => {
    await plant(name, await clear(name))
    await rm(join(path, `${name}.previous`), { force: true })
    const store = await open()
    expect(store.damages.join()).toContain(name.includes('brief') ? 'brief-1.json' : 'meta.json')
    const shown = JSON.stringify([store.list(), store.briefs()])
    expect(shown).not.toContain(PLANTED)
    await store.close()
  })

  it('as a text: it isn’t read', async () => {
    await plant('sources/aa/aa-1/text.json', await clear('sources/aa/aa-1/text.json'))
    const store = await open()
    await expect(store.text('aa-1')).rejects.toMatchObject({ code: 'damaged' })
    await expect(store.storedText('aa-1')).rejects.toMatchObject({ code: 'damaged' })
    await store.close()
  })

  it('as an original: it counts as altered', async () => {
    await plant('sources/aa/aa-1/original', 'The ferry sank.')
    const store = await open()
    expect(await store.originalState('aa-1')).toBe('altered')
    await store.close()
  })

  it('beside an original, under its name in clear: told', async () => {
    await plant('sources/aa/aa-1/original.txt', PLANTED)
    const store = await open()
    expect(store.damages).toEqual([expect.stringContaining('“sources/aa/aa-1/original.txt” wasn’t put there')])
    expect(Buffer.from(await store.original('aa-1')).toString()).toBe('The ferry sank.')
    await store.close()
  })

  it('as a new source and a new brief: told, and not in the case', async () => {
    const meta = (await clear('sources/aa/aa-1/meta.json')).toString().replaceAll('aa-1', 'cc-3')
    await plant('sources/cc/cc-3/meta.json', meta)
    await plant('briefs/brief-9.json', (await clear('briefs/brief-1.json')).toString().replaceAll('brief-1', 'brief-9'))
    const store = await open()
    expect(store.list().rows).toHaveLength(2)
    expect(store.briefs()).toHaveLength(1)
    expect(store.damages.join()).toMatch(/cc-3[\s\S]*isn’t sealed/)
    expect(store.damages.join()).toMatch(/brief-9[\s\S]*isn’t sealed/)
    await store.close()
  })

  it('as a line of the log, at its end or within: it is no entry', async () => {
    const name = await logName()
    const [, ...rest] = (await readFile(join(path, name), 'utf8')).split('\n')
    const line = (await readFile(join(folder, 'clear', 'case', name), 'utf8')).split('\n')[0]!
    await writeFile(join(path, name), [line, ...rest].join('\n'))
    const store = await open()
    expect((await store.custody()).flatMap(({ breaks }) => breaks).length).toBeGreaterThan(0)
    await store.close()
    await takeBack('sealed')
    await appendFile(join(path, name), `${line}\n`)
    const again = await open()
    expect((await again.custody()).flatMap(({ entries }) => entries.map(({ n }) => n))).toEqual([
      ...new Set((await again.custody()).flatMap(({ entries }) => entries.map(({ n }) => n)))
    ])
    await again.close()
    expect(await readFile(join(path, name), 'utf8')).not.toContain('{')
  })

  it('as another device’s log: the check of the log names it', async () => {
    const line = (await readFile(join(folder, 'clear', 'case', await logName()), 'utf8')).split('\n')[0]!
    await plant('audit/other-device.jsonl', `${line}\n`)
    const store = await open()
    const other = (await store.custody()).find(({ device }) => device === 'other-device')
    expect(other?.entries).toEqual([])
    expect(other?.breaks.length).toBeGreaterThan(0)
    await store.close()
  })

  it('in a backup: it isn’t put back', async () => {
    const store = await open()
    await createBackup(store.files, store.record, { ...context, now: context.now(), reason: 'asked' })
    await store.close()
    const [backup] = await listBackups(context.userData, caseRecord.id)
    const name = 'sources/aa/aa-1/meta.json'
    await writeFile(join(backup!.path, name), await clear(name))
    for (const ending of ['', '.previous']) await rm(join(path, name + ending), { force: true })
    const again = await open()
    await expect(again.source('aa-1')).rejects.toMatchObject({ code: 'not-found' })
    expect(again.damages.join()).toContain('meta.json')
    await again.close()
  })

  it('as catalogue, or as journal of an import: it isn’t believed', async () => {
    const store = await open()
    const journal = store.journalPath
    await store.close()
    for (const name of await readdir(dirname(journal)))
      await writeFile(join(dirname(journal), name), 'SQLite format 3\0')
    await writeFile(journal, `${JSON.stringify({ startedAt: '2031', paths: ['/planted'] })}\n`)
    const again = await open()
    expect(again.list().rows).toHaveLength(2)
    expect(await ImportJournal.read(journal, again.files.seal)).toBeNull()
    await again.close()
  })

  it('as a conflict copy: a merge refuses it', async () => {
    const name = 'sources/aa/aa-1/meta (1).json'
    await plant(name, await clear('sources/aa/aa-1/meta.json'))
    const store = await open()
    expect(store.conflictCopies).toHaveLength(1)
    const contents = await readContents(store.files)
    await expect(withConflictCopy(store.files, contents, store.conflictCopies[0]!)).rejects.toMatchObject({
      code: 'damaged'
    })
    await store.close()
  })

  it('stops a change of the passphrase and a decryption, which name it', async () => {
    await plant('sources/aa/aa-1/text.json', await clear('sources/aa/aa-1/text.json'))
    await expect(changePassphrase(path, { old: FIRST, next: SECOND }, context)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('sources/aa/aa-1/text.json') as string
    })
    await (await open()).close()
  })
})

describe('the keys of an encrypted case', () => {
  it('of another time, both of them, don’t open it', async () => {
    const old = (await readKeys(path))!
    await changePassphrase(path, { old: FIRST, next: SECOND }, context)
    await writeKeys(path, old)
    expect(await refusal(SECOND)).toMatchObject({ code: 'wrong-passphrase' })
    expect(await refusal(FIRST)).toMatchObject({ code: 'damaged' })
  })

  it.each(KEY_FILES)('of another time in %s are told, and put right', async (name) => {
    const old = await readFile(join(path, name))
    await changePassphrase(path, { old: FIRST, next: SECOND }, context)
    await writeFile(join(path, name), old)
    const reader = await open(SECOND, false)
    expect(reader.list().rows).toHaveLength(2)
    await reader.close()
    const store = await open(SECOND)
    expect(store.damages).toEqual([expect.stringContaining('somebody put one of another time')])
    await store.close()
    expect(await readFile(join(path, KEY_FILES[0]))).toEqual(await readFile(join(path, KEY_FILES[1])))
    expect(await refusal(FIRST)).toMatchObject({ code: 'wrong-passphrase' })
  })

  it('of another case, with the same passphrase, don’t open it', async () => {
    const { keys } = await createKeys(caseRecord.id, FIRST)
    await writeKeys(path, keys)
    expect(await refusal()).toMatchObject({ code: 'damaged' })
    await writeKeys(path, (await createKeys('case-9', FIRST)).keys)
    expect(await refusal()).toMatchObject({ code: 'damaged' })
  })

  it('taken away: the case isn’t taken for one in clear', async () => {
    for (const name of KEY_FILES) await rm(join(path, name))
    expect(await refusal()).toMatchObject({ code: 'damaged', message: expect.stringContaining('keys.json') as string })
  })

  it('taken away, with a case.json in clear: what is there is told, and that it was encrypted', async () => {
    for (const name of KEY_FILES) await rm(join(path, name))
    await cp(join(folder, 'clear', 'case', 'case.json'), join(path, 'case.json'))
    const store = await open(undefined)
    expect(store.list().rows).toEqual([])
    expect(store.damages.join('\n')).toContain('was encrypted when it was last opened here')
    expect(store.damages.join('\n')).toContain('is encrypted, but the case’s keys')
    await store.close()
  })

  it('taken away, with everything replaced in clear: it is told each time that it was encrypted', async () => {
    await rm(path, { recursive: true })
    await cp(join(folder, 'clear', 'case'), path, { recursive: true })
    for (let i = 0; i < 2; i++) {
      const store = await open(undefined)
      expect(store.damages).toEqual([expect.stringContaining('was encrypted when it was last opened here')])
      await store.close()
    }
    await encryptCase(path, SECOND, context)
    const store = await open(SECOND)
    expect(store.damages).toEqual([])
    await store.close()
  })

  it('with parameters that are weaker, absurd or broken aren’t used', async () => {
    const keys = (await readKeys(path))!
    const kdfs = [
      { N: 2 ** 14 },
      { N: 2 ** 16 },
      { N: 2 ** 20 },
      { N: 2 ** 40 },
      { N: 2 ** 17 + 1 },
      { N: 0 },
      { N: -1 },
      { r: 1 },
      { r: 1024 },
      { p: 16 },
      { p: 2 ** 30 },
      { salt: '' },
      { salt: Buffer.alloc(1 << 12).toString('base64') }
    ]
    const masters = [{ iv: '' }, { tag: 'AAAA' }, { sealed: '' }]
    scryptCost.asked = 0
    for (const broken of [
      ...kdfs.map((kdf) => ({ ...keys, kdf: { ...keys.kdf, ...kdf } })),
      ...masters.map((master) => ({ ...keys, master: { ...keys.master, ...master } }))
    ]) {
      const text = JSON.stringify({ ...broken, checksum: sha256(JSON.stringify(broken)) })
      for (const name of KEY_FILES) await writeFile(join(path, name), text)
      expect(await refusal(), text).toMatchObject({ code: 'damaged' })
    }
    expect(scryptCost.asked).toBe(0)
    // A higher cost than what it was sealed with isn't taken for it.
    await writeKeys(path, { ...keys, kdf: { ...keys.kdf, N: 2 ** 18 } })
    expect(await refusal()).toMatchObject({ code: 'wrong-passphrase' })
  })

  it('that are a huge file, a folder or a link aren’t read', async () => {
    const [first, second] = KEY_FILES.map((name) => join(path, name))
    const keys = await readFile(first!)
    await rm(first!)
    await symlink('/dev/zero', first!)
    await truncate(second!, 1 << 30)
    expect(await refusal()).toMatchObject({ code: 'damaged' })
    await rm(second!)
    await mkdir(second!)
    expect(await refusal()).toMatchObject({ code: 'damaged' })
    await rm(first!)
    await writeFile(first!, keys)
    expect((await open(FIRST, false)).list().rows).toHaveLength(2)
  })

  it('of an earlier version’s half-done sealing open nothing by themselves; finishing it names what was in clear', async () => {
    await takeFixture('half-sealed-1')
    const half = (await readKeys(path))!
    for (const write of [true, false])
      await expect(open(FIRST, write)).rejects.toMatchObject({
        code: 'damaged',
        message: expect.stringContaining('dossier encrypt') as string
      })
    await expect(finishHalf(path, async () => SECOND, context)).rejects.toMatchObject({ code: 'wrong-passphrase' })
    const inClear = await finishHalf(path, async () => FIRST, context)
    expect(inClear).toEqual([
      await logName(),
      'case.json',
      'sources/aa/aa-1/meta.json',
      'sources/aa/aa-1/text.json',
      'sources/bb/bb-2/meta.json',
      'sources/bb/bb-2/original.txt',
      'sources/bb/bb-2/text.json'
    ])
    const store = await open()
    for (const id of ['aa-1', 'bb-2']) expect(await store.originalState(id)).toBe('intact')
    expect((await store.custody()).flatMap(({ breaks }) => breaks)).toEqual([])
    await store.close()
    // The old keys, put back, don't fit any more.
    await writeKeys(path, half)
    expect(await refusal()).toMatchObject({ code: 'damaged' })
    await expect(finishHalf(path, async () => FIRST, context)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('of an earlier version’s sealed case go on opening it; those of its sealing don’t', async () => {
    await takeFixture('sealed-1')
    const store = await open()
    expect(store.sealed).toBe(true)
    expect(store.damages).toEqual([])
    for (const id of ['aa-1', 'bb-2']) expect(await store.originalState(id)).toBe('intact')
    expect((await store.custody()).flatMap(({ breaks }) => breaks)).toEqual([])
    await store.close()
    await changePassphrase(path, { old: FIRST, next: SECOND }, context)
    expect((await readKeys(path))?.format).toBe('dossier keys 2')
    await (await open(SECOND)).close()
  })
})

/** Puts a case that an earlier version wrote, with this passphrase, in the place of the case. */
async function takeFixture(name: string): Promise<void> {
  for (const place of ['case', 'data']) await rm(join(folder, place), { recursive: true, force: true })
  await cp(join(import.meta.dirname, 'fixtures', name), path, { recursive: true })
  scryptCost.real = true
}

describe('the sealed files of an encrypted case', () => {
  it('of another key beside those of this one aren’t read', async () => {
    const name = 'sources/aa/aa-1/text.json'
    const old = await readFile(join(path, name))
    await changePassphrase(path, { old: FIRST, next: SECOND }, context)
    await writeFile(join(path, name), old)
    const store = await open(SECOND)
    await expect(store.text('aa-1')).rejects.toMatchObject({ code: 'damaged' })
    await store.close()
  })

  it.each(['meta.json', 'text.json', 'original'])('exchanged between sources (%s) aren’t read', async (name) => {
    const [a, b] = ['aa/aa-1', 'bb/bb-2'].map((place) => join(path, 'sources', place, name))
    await rename(a!, join(folder, 'away'))
    await rename(b!, a!)
    await rename(join(folder, 'away'), b!)
    for (const id of ['aa/aa-1', 'bb/bb-2']) await rm(join(path, 'sources', id, `${name}.previous`), { force: true })
    const store = await open()
    if (name === 'meta.json') expect(store.damages).toHaveLength(2)
    else if (name === 'text.json') await expect(store.text('aa-1')).rejects.toMatchObject({ code: 'damaged' })
    else expect(await store.originalState('aa-1')).toBe('altered')
    await store.close()
  })

  it('exchanged within a source aren’t read', async () => {
    const place = join(path, 'sources/aa/aa-1')
    await cp(join(place, 'meta.json'), join(place, 'text.json'))
    const store = await open()
    await expect(store.text('aa-1')).rejects.toMatchObject({ code: 'damaged' })
    await store.close()
  })

  it('cut anywhere aren’t read', async () => {
    const original = join(path, 'sources/aa/aa-1/original')
    const bytes = await readFile(original)
    for (const length of [0, 1, 7, 8, 24, 36, 51, bytes.length - 1]) {
      await writeFile(original, bytes.subarray(0, length))
      const store = await open()
      expect(await store.originalState('aa-1'), String(length)).toBe('altered')
      await store.close()
    }
  })
})

describe('what a conversion leaves', () => {
  it('isn’t believed when it is in clear, or sealed by somebody else', async () => {
    await cp(join(folder, 'clear', 'case'), join(path, '.converted'), { recursive: true })
    const reader = await open(FIRST, false)
    expect(reader.damages).toEqual([expect.stringContaining('wasn’t made with its passphrase')])
    expect(reader.sealed).toBe(true)
    await reader.close()
    const store = await open()
    expect(store.sealed).toBe(true)
    expect(store.list().rows).toHaveLength(2)
    await store.close()
    expect((await readdir(path)).filter((name) => name.startsWith('converted (found'))).toHaveLength(1)

    await takeBack('clear')
    await encryptCase(path, SECOND, context)
    await rename(path, join(folder, 'other'))
    await takeBack('sealed')
    await rename(join(folder, 'other'), join(path, '.converted'))
    expect(await refusal(SECOND)).toMatchObject({ code: 'wrong-passphrase' })
    const again = await open()
    expect(again.damages).toEqual([expect.stringContaining('wasn’t made with its passphrase')])
    await again.close()
  })

  it('doesn’t take the place of what is there', async () => {
    await mkdir(join(path, '.placing'))
    await cp(join(folder, 'clear', 'case', 'case.json'), join(path, '.placing', 'case.json'))
    await expect(open(FIRST, false)).rejects.toMatchObject({ code: 'case-held' })
    const store = await open()
    expect(store.sealed).toBe(true)
    expect(store.damages).toEqual([expect.stringContaining('“case.json (found while converting)”')])
    await store.close()
  })
})

describe('the key of a case that is locked', () => {
  it('is zeroed, and nothing is read with it any more', async () => {
    const master = new Uint8Array(32).fill(7)
    const seal = new MasterSeal(master)
    const sealed = seal.seal('a', Buffer.from('{}'))
    seal.wipe()
    expect(master).toEqual(new Uint8Array(32))
    expect(() => seal.unseal('a', sealed)).toThrow(/was locked/)
    expect(() => seal.seal('a', Buffer.from('{}'))).toThrow(/was locked/)

    const store = await open()
    const { catalogue, files, journalPath } = store
    const journal = await ImportJournal.begin(journalPath, files.seal, { startedAt: '2031', paths: [], done: [] })
    await store.close()
    await expect(store.source('aa-1')).rejects.toMatchObject({ code: 'locked' })
    await expect(store.text('aa-1')).rejects.toMatchObject({ code: 'locked' })
    await expect(store.updateSource('aa-1', (record) => record, DEVICE_NOTE)).rejects.toBeInstanceOf(DossierError)
    await expect(journal.add('/a', [])).rejects.toMatchObject({ code: 'locked' })
    await journal.end({ keep: false })
    expect(() => catalogue.rows()).toThrow()
  })

  it('is zeroed also when the case can’t be closed properly', async () => {
    const store = await open()
    await rm(context.userData, { recursive: true, force: true })
    await writeFile(context.userData, 'no folder')
    await expect(store.close()).rejects.toThrow()
    await expect(store.files.read('case.json')).rejects.toMatchObject({ code: 'locked' })
    await rm(context.userData)
  })
})
