import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listBackups } from './backup-shelf.ts'
import { CaseStore } from './case-store.ts'
import { createBackup } from './backup-shelf.ts'
import { changePassphrase, decryptCase, encryptCase } from './encryption.ts'
import { walkFiles } from '../base/folders.ts'
import { KEY_FILES, MasterSeal } from './keys.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'
import { cheapPassphrases } from './cheap-passphrases.test-helper.ts'

cheapPassphrases()

const PASSPHRASE = 'seven harbour lamps at Sollen'
/** Words that stand in every kind of file of the case. */
const CANARY = 'Zwarnholt'
const NOTE = { action: 'metadata-changed', subject: 'S1', detail: { note: CANARY } } as const

let folder: string
let path: string
let context: StoreContext

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encryption-'))
  path = join(folder, 'case')
  context = { userData: join(folder, 'user-data'), now: () => new Date('2031-03-12T09:00:00Z') }
  const store = await CaseStore.create(path, { ...caseRecord, title: `Case ${CANARY}` }, context)
  await store.addSource(newSource('aa-1', 'S1', `The ferry ${CANARY} sank.`))
  await store.updateSource('aa-1', (record) => ({ ...record, source: { ...record.source, note: CANARY } }), NOTE)
  await store.addBrief({ ...brief, title: `Memo ${CANARY}` })
  await createBackup(store.files, store.record, { ...context, now: context.now(), reason: 'asked' })
  await store.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Names of the files below a folder that hold the canary, in UTF-8 or UTF-16, in their bytes or their names. */
async function inClear(root: string): Promise<string[]> {
  const { files } = await walkFiles(root)
  const found: string[] = []
  for (const name of files) {
    const bytes = await readFile(join(root, name))
    if (name.includes(CANARY) || bytes.includes(CANARY) || bytes.includes(Buffer.from(CANARY, 'utf16le')))
      found.push(name)
  }
  return found
}

async function everything(store: CaseStore): Promise<unknown> {
  const { source, quotes } = await store.source('aa-1')
  const original = Buffer.from(await store.original('aa-1')).toString()
  return { title: store.record.title, source, quotes, text: await store.text('aa-1'), original, briefs: store.briefs() }
}

describe('a case that is encrypted', () => {
  it('leaves nothing in clear in its folder and in the user’s data, not while it is edited either', async () => {
    expect((await inClear(folder)).length).toBeGreaterThan(8)
    await encryptCase(path, PASSPHRASE, context)
    expect(await inClear(folder)).toEqual([])
    const store = await CaseStore.open(path, context, { passphrase: PASSPHRASE })
    await store.updateSource(
      'aa-1',
      (record) => ({ ...record, source: { ...record.source, note: `${CANARY} 2` } }),
      NOTE
    )
    await store.addSource(newSource('bb-2', 'S2', `Another ${CANARY}.`))
    await store.updateBrief('brief-1', (before) => ({ ...before, title: `${CANARY} 3` }))
    await createBackup(store.files, store.record, { ...context, now: new Date('2031-03-13'), reason: 'asked' })
    expect(await inClear(folder)).toEqual([])
    await store.close()
    expect(await inClear(folder)).toEqual([])
    // Not even the types of the originals.
    const { files } = await walkFiles(path)
    expect(files.filter((name) => name.includes('original')).every((name) => name.endsWith('original'))).toBe(true)
  })

  it('is the same case with its passphrase, and after it is decrypted', async () => {
    const before = await CaseStore.open(path, context, { write: false })
    const expected = await everything(before)
    await before.close()
    await encryptCase(path, PASSPHRASE, context)
    const sealed = await CaseStore.open(path, context, { passphrase: PASSPHRASE })
    expect(sealed.sealed).toBe(true)
    expect(await everything(sealed)).toEqual(expected)
    expect((await sealed.custody()).flatMap(({ breaks }) => breaks)).toEqual([])
    expect(await sealed.originalState('aa-1')).toBe('intact')
    await sealed.close()
    await decryptCase(path, PASSPHRASE, context)
    const plain = await CaseStore.open(path, context)
    expect(plain.sealed).toBe(false)
    expect(plain.notices).toEqual([])
    expect(await everything(plain)).toEqual(expected)
    expect((await plain.custody()).flatMap(({ breaks }) => breaks)).toEqual([])
    await plain.close()
    expect(await readdir(join(path, 'sources', 'aa', 'aa-1'))).toContain('original.txt')
  })

  it('needs its passphrase, and tells a wrong one from damage', async () => {
    await encryptCase(path, PASSPHRASE, context)
    await expect(CaseStore.open(path, context)).rejects.toMatchObject({ code: 'locked' })
    await expect(CaseStore.open(path, context, { passphrase: 'seven' })).rejects.toMatchObject({
      code: 'wrong-passphrase'
    })
    const flip = async (name: string, at: number): Promise<void> => {
      const bytes = await readFile(join(path, name))
      bytes[at]! ^= 1
      await writeFile(join(path, name), bytes)
    }
    await flip('sources/aa/aa-1/original', 60)
    const store = await CaseStore.open(path, context, { passphrase: PASSPHRASE })
    expect(await store.originalState('aa-1')).toBe('altered')
    await store.close()
    // Of the keys there are two copies, and one mends the other.
    const keys = await readFile(join(path, KEY_FILES[0]))
    await flip(KEY_FILES[0], 120)
    const mended = await CaseStore.open(path, context, { passphrase: PASSPHRASE })
    expect(mended.damages).toEqual([
      'One of the two files of the case’s keys was damaged or missing. Dossier wrote it anew.'
    ])
    await mended.close()
    expect(await readFile(join(path, KEY_FILES[0]))).toEqual(keys)
    for (const name of KEY_FILES) await flip(name, 120)
    await expect(CaseStore.open(path, context, { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'damaged' })
  })

  it('does not take a sealed file in another one’s place, nor one that is not sealed', async () => {
    const seal = new MasterSeal(new Uint8Array(32).fill(7))
    const sealed = seal.seal('briefs/a.json', Buffer.from('{}'))
    expect(Buffer.from(seal.unseal('briefs/a.json', sealed)).toString()).toBe('{}')
    expect(() => seal.unseal('briefs/b.json', sealed)).toThrow(/isn’t what was sealed/)
    expect(() => seal.unseal('briefs/a.json', Buffer.from('{}'))).toThrow(/isn’t sealed/)
    expect(() => seal.unseal('briefs/a.json', sealed.subarray(0, 30))).toThrow(/cut off/)
    // The same words twice aren't the same bytes.
    expect(seal.seal('briefs/a.json', Buffer.from('{}'))).not.toEqual(sealed)
  })

  it('changes its passphrase, in the backups too', async () => {
    await encryptCase(path, PASSPHRASE, context)
    const store = await CaseStore.open(path, context, { passphrase: PASSPHRASE })
    await createBackup(store.files, store.record, { ...context, now: new Date('2031-03-13'), reason: 'asked' })
    await store.close()
    await expect(changePassphrase(path, { old: 'wrong', next: 'eight lamps' }, context)).rejects.toMatchObject({
      code: 'wrong-passphrase'
    })
    await changePassphrase(path, { old: PASSPHRASE, next: 'eight lamps' }, context)
    const [backup] = await listBackups(context.userData, caseRecord.id)
    for (const place of [path, backup!.path]) {
      await expect(CaseStore.open(place, context, { passphrase: PASSPHRASE })).rejects.toMatchObject({
        code: 'wrong-passphrase'
      })
      await (await CaseStore.open(place, context, { passphrase: 'eight lamps', write: false })).close()
    }
  })

  it('keeps the backups of another copy that stays in clear', async () => {
    const copy = join(folder, 'copy')
    await cp(path, copy, { recursive: true })
    await encryptCase(copy, PASSPHRASE, context)
    expect(await listBackups(context.userData, caseRecord.id)).toHaveLength(1)
    await encryptCase(path, PASSPHRASE, context)
    expect(await listBackups(context.userData, caseRecord.id)).toEqual([])
  })
})
