import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signFile } from '../use-cases/sign-pdf.ts'
import { checkSignature, requiredKey } from '../use-cases/verify-pdf.ts'
import { KeyRing } from './key-ring.ts'
import { openSecretKey } from './secret-key.ts'

const PASSPHRASE = 'a long walk on the pier'
const NOW = new Date('2031-03-04T10:20:30Z')

let folder: string
let ring: KeyRing
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-sign-'))
  ring = new KeyRing(folder)
  file = join(folder, 'brief.pdf')
  await writeFile(file, 'The bytes of a brief.')
})

afterEach(() => rm(folder, { recursive: true }))

async function check(bytes = 'The bytes of a brief.', keys = ring, required: string | null = null) {
  const key = required === null ? null : await requiredKey(required, keys)
  return checkSignature(file, Buffer.from(bytes), keys, key)
}

describe('signatures', () => {
  it('are valid for the file that was signed, and for no other', async () => {
    const { id, publicKey } = await ring.create('Desk of the Coastline Weekly', PASSPHRASE)
    expect(await signFile(file, await ring.unlock(id, PASSPHRASE), NOW)).toBe(`${file}.minisig`)
    expect(await check()).toMatchObject({
      state: 'valid',
      keyId: id,
      name: 'Desk of the Coastline Weekly',
      signedAt: '2031-03-04T10:20:30.000Z'
    })
    expect(await check('Other bytes.')).toMatchObject({ state: 'wrong' })
    const stranger = new KeyRing(join(folder, 'stranger'))
    expect(await check(undefined, stranger)).toMatchObject({ state: 'unknown-key', keyId: id, comment: null })
    expect(await check(undefined, stranger, publicKey)).toMatchObject({ state: 'valid', name: null })
    await stranger.add(publicKey, 'The desk')
    expect(await check(undefined, stranger)).toMatchObject({ state: 'valid', name: 'The desk' })
    expect((await readdir(folder)).filter((name) => name.includes('tmp'))).toEqual([])
  })

  it('are not valid with a changed comment, and cut off they are no signature', async () => {
    const { id } = await ring.create('Desk', PASSPHRASE)
    const path = await signFile(file, await ring.unlock(id, PASSPHRASE), NOW)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace(/timestamp:\d/, 'timestamp:2'))
    expect(await check()).toMatchObject({ state: 'wrong', comment: null })
    for (const cut of [0, 40, text.length / 2, text.length - 20]) {
      await writeFile(path, text.slice(0, cut))
      expect(await check()).toMatchObject({ state: 'unreadable' })
    }
    await rm(path)
    expect(await check()).toBeNull()
  })

  it('come from keys that only their passphrase opens and only their owner may read', async () => {
    const { id } = await ring.create('Desk', PASSPHRASE)
    await expect(ring.unlock('Desk', 'wrong passphrase')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    const path = join(folder, 'keys', `${id}.key`)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const text = await readFile(path, 'utf8')
    expect(await openSecretKey(text.slice(0, -30), PASSPHRASE)).toBe('damaged')
    await expect(ring.create('Desk', PASSPHRASE)).rejects.toMatchObject({ code: 'bad-request' })
    await expect(ring.create('Other', 'short')).rejects.toMatchObject({ code: 'bad-request' })
    await ring.forget(id)
    expect(await ring.list()).toEqual([])
    expect(await readdir(join(folder, 'keys'))).toEqual([])
  })

  it('are those of minisign: its program accepts ours', async () => {
    const { id, publicKey } = await ring.create('Desk', PASSPHRASE)
    await signFile(file, await ring.unlock(id, PASSPHRASE), NOW)
    const said = execFileSync('minisign', ['-Vm', file, '-P', publicKey], { encoding: 'utf8' })
    expect(said).toContain('Signature and comment signature verified')
    const secret = join(folder, 'keys', `${id}.key`)
    execFileSync('minisign', ['-Sm', file, '-s', secret, '-t', 'timestamp:1930000000'], { input: `${PASSPHRASE}\n` })
    expect(await check()).toMatchObject({ state: 'valid', signedAt: '2031-02-27T23:06:40.000Z' })
  })

  it('are those of minisign: we accept those of its program', async () => {
    const [own, secret] = [join(folder, 'their.pub'), join(folder, 'their.key')]
    execFileSync('minisign', ['-GWp', own, '-s', secret], { encoding: 'utf8' })
    execFileSync('minisign', ['-Sm', file, '-s', secret], { encoding: 'utf8' })
    await ring.add(await readFile(own, 'utf8'), 'Their key')
    expect(await check()).toMatchObject({ state: 'valid', name: 'Their key' })
    execFileSync('minisign', ['-Slm', file, '-s', secret], { encoding: 'utf8' })
    expect(await check()).toMatchObject({ state: 'valid', name: 'Their key' })
  })
})
