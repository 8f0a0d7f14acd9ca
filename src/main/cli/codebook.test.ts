import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../../scripts/built.mjs'

const CLI = commandLine()
const CODEBOOK = `<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="11111111-2222-4333-8444-555555555555" name="Safety" isCodable="true">
<Code guid="11111111-2222-4333-8444-555555555556" name="Quays" isCodable="true"/></Code></Codes></CodeBook>`

let folder: string

function dossier(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: join(folder, 'config') }
  return new Promise((done) => {
    execFile(process.execPath, [CLI, ...args], { env, cwd: folder }, (error, out, err) => {
      done({ code: error ? Number(error.code ?? NaN) : 0, out, err })
    })
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-codebook-'))
  await writeFile(join(folder, 'quay.txt'), 'Sollen closes quay\n\nThe port closed its old quay on Sunday.\n')
  await writeFile(join(folder, 'book.qdc'), CODEBOOK)
  await dossier('init', 'case', '--title', 'Quay')
  await dossier('import', 'case', 'quay.txt')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('a codebook is imported, listed, asked for and exported', async () => {
  expect((await dossier('codebook', 'import', 'case', 'book.qdc')).out).toBe('Took over 2 tags; 0 were there\n')
  expect((await dossier('tags', 'case')).out.split('\n').map((line) => line.split('  0')[0])).toEqual([
    'Safety ',
    '  Quays',
    ''
  ])
  const { out } = await dossier('passages', 'case', 'safety', '--csv')
  expect(out).toBe('Kind,Key,Source,Headline,Publisher,Published,Locator,Words,Speaker,Note,Tags\n')
  expect(await dossier('passages', 'case', 'nothing')).toMatchObject({ code: 3 })
  expect(await dossier('codebook', 'export', 'case', 'out.txt')).toMatchObject({ code: 2 })
  expect((await dossier('codebook', 'export', 'case', 'out.qdc')).code).toBe(0)
  expect(await readFile(join(folder, 'out.qdc'), 'utf8')).toContain('name="Quays"')
})
