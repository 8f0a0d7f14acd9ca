import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeError, openErrorLog } from './error-log.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-log-'))
})
afterEach(() => rm(folder, { recursive: true }))

const NOW = () => new Date('2031-03-04T05:06:07.000Z')

describe('the error log', () => {
  it('says what kind of error arose where, without its words', async () => {
    const log = openErrorLog(join(folder, 'logs'), process.cwd(), NOW)
    const cause = Object.assign(new Error('open /home/name/secret case'), { code: 'ENOENT' })
    log.write('brief.save', new TypeError('words of a brief', { cause }))
    log.write('second', 'a thrown secret')
    await log.settled()
    const text = await readFile(join(folder, 'logs', 'dossier.log'), 'utf8')
    expect(text).toMatch(/^2031-03-04T05:06:07\.000Z brief\.save: TypeError\n/)
    expect(text).toContain('caused by Error ENOENT')
    expect(text).toContain('error-log.test.ts')
    expect(text).toContain('second: a thrown string')
    expect(text).not.toMatch(/secret|words of/)
    expect(text).not.toContain(process.cwd())
  })

  it('names the places of a value that did not fit, not the value', () => {
    const { error } = z.object({ title: z.string() }).safeParse({ title: ['secret'] })
    expect(describeError(error, '/')).toContain('invalid_type at title')
    expect(describeError(error, '/')).not.toContain('secret')
  })

  it('starts a new file beyond a megabyte', async () => {
    await writeFile(join(folder, 'dossier.log'), 'x'.repeat(1_000_001))
    const log = openErrorLog(folder, '/', NOW)
    log.write('a', new Error('b'))
    await log.settled()
    expect((await readdir(folder)).toSorted()).toEqual(['dossier.log', 'dossier.old.log'])
    expect((await readFile(join(folder, 'dossier.log'))).byteLength).toBeLessThan(10_000)
  })
})
