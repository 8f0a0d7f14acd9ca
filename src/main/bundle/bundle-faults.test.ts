import type * as FileSystem from 'node:fs/promises'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addSource, madeCase, OPTIONS, type MadeCase } from './bundle.test-helper.ts'
import { checkBundle } from './check-bundle.ts'
import { writeBundle } from './write-bundle.ts'

/** After so many writing calls of the file system the next one fails, once or for ever. Shared with the mocked module. */
const faults = vi.hoisted(() => ({ code: '', left: Infinity, forEver: false, calls: 0 }))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>()
  const failing = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      faults.calls++
      faults.left--
      if (faults.left === 0 || (faults.forEver && faults.left < 0)) {
        throw Object.assign(new Error(`${faults.code}: made for the test`), { code: faults.code })
      }
      return call(...args)
    }
  }
  const open = async (...args: Parameters<typeof real.open>): Promise<FileSystem.FileHandle> => {
    if (args[1] !== 'wx') return real.open(...args)
    const handle = await failing(real.open)(...args)
    for (const name of ['writeFile', 'sync'] as const) {
      const method = handle[name].bind(handle) as (...args: unknown[]) => Promise<unknown>
      Object.assign(handle, { [name]: failing(method) })
    }
    return handle
  }
  return { ...real, open, rename: failing(real.rename), mkdir: failing(real.mkdir) }
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-faults-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function smallCase(): MadeCase {
  const made = madeCase()
  addSource(made, 1, 'The ferry sank at dawn.', { quotes: ['sank at dawn'] })
  return made
}

describe.each(['handover', 'handover.zip'])('writing %s', (name) => {
  it.each([
    ['ENOSPC', 'disk-full', true],
    ['ENOSPC', 'disk-full', false],
    ['EIO', 'io', false],
    ['EACCES', 'read-only', false]
  ])('leaves nothing behind when the disk says %s, at whatever call', async (code, expected, forEver) => {
    const path = join(folder, name)
    Object.assign(faults, { code, left: Infinity, forEver: false, calls: 0 })
    await writeBundle(smallCase(), path, OPTIONS)
    const { calls } = faults
    await rm(path, { recursive: true })
    for (let call = 1; call <= calls; call++) {
      Object.assign(faults, { left: call, forEver })
      const failure: unknown = await writeBundle(smallCase(), path, OPTIONS).catch((error: unknown) => error)
      Object.assign(faults, { left: Infinity, forEver: false })
      expect(failure).toMatchObject({ name: 'DossierError', code: expected })
      expect((failure as Error).message).toContain('Nothing of it was kept')
      expect(await readdir(folder)).toEqual([])
    }
    expect(calls).toBeGreaterThan(5)
  })

  it('succeeds once the disk does again', async () => {
    await writeBundle(smallCase(), join(folder, name), OPTIONS)
    expect(await checkBundle(join(folder, name))).toMatchObject({ ok: true })
    await rm(join(folder, name), { recursive: true })
  })
})
