import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../../scripts/built.mjs'

let folder: string
let file: string

/** Runs a command with `--json` on a machine of its own, by the name of its home. */
async function dossier(home: string, ...args: string[]): Promise<Record<string, unknown>> {
  const place = join(folder, home)
  const env = { PATH: process.env['PATH'], HOME: place, XDG_CONFIG_HOME: join(place, 'config') }
  const { stdout } = await promisify(execFile)(process.execPath, [commandLine(), ...args, '--json'], { env })
  return JSON.parse(stdout) as Record<string, unknown>
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-search-'))
  file = join(folder, 'case')
  await writeFile(join(folder, 'report.txt'), 'Report\n\nThe board of Sollen held the memo back.\n')
  await dossier('ours', 'init', file, '--title', 'Ferry')
  await dossier('ours', 'import', file, join(folder, 'report.txt'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('dossier search never takes the right to write the case, and keeps the index that it had to make', async () => {
  expect(await dossier('reader', 'search', file, 'memo')).toMatchObject({ total: 1, complete: true })
  const left = await readdir(join(folder, 'reader'), { recursive: true })
  expect(left.filter((name) => /\blocks\b/.test(name))).toEqual([])
  expect(left.filter((name) => /search-[0-9a-f]+\.sqlite(?:\.closed)?$/.test(name))).toHaveLength(2)
  expect(await dossier('reader', 'search', file, 'board NEAR/9 memo')).toMatchObject({ total: 1, complete: true })
})
