import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../../scripts/built.mjs'

const CLI = commandLine()
const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample')

/** Who runs the command, where and when. */
interface Circumstances {
  home: string
  zone: string
  user: string
  locale: string
}

describe('dossier export', () => {
  let folder: string
  const desk: Circumstances = { home: 'desk', zone: 'UTC', user: 'desk', locale: 'C.UTF-8' }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'same-bytes-'))
    const file = join(folder, 'case')
    await dossier(desk, 'init', file, '--title', 'Ferry', '--tlp', 'amber')
    const sources = ['01-sollen-radio-sinking.txt', '02-northern-courier-memo.html', '07-coastline-weekly-survivors.md']
    await dossier(desk, 'import', file, ...sources.map((name) => join(SAMPLE, name)))
    await dossier(desk, 'brief', 'import', file, join(SAMPLE, 'brief.md'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function dossier({ home, zone, user, locale }: Circumstances, ...args: string[]): Promise<void> {
    const at = join(folder, home)
    await mkdir(at, { recursive: true })
    const env = {
      PATH: process.env['PATH'],
      HOME: at,
      XDG_CONFIG_HOME: join(at, '.config'),
      XDG_DATA_HOME: join(at, '.local'),
      TMPDIR: at,
      TZ: zone,
      USER: user,
      LOGNAME: user,
      LANG: locale
    }
    await new Promise<void>((done, failed) => {
      execFile(process.execPath, [CLI, ...args], { env, cwd: at }, (error, out, err) => {
        // 1 says that there are findings.
        if (error && error.code !== 1) failed(new Error(`dossier ${args.join(' ')}: ${out}${err}`))
        else done()
      })
    })
  }

  async function exported(circumstances: Circumstances, file: string, name: string): Promise<Buffer> {
    const path = join(folder, circumstances.home, name)
    await dossier(circumstances, 'export', file, '1', '--pdf', path, '--cover', '--custody')
    return readFile(path)
  }

  it('gives the same bytes for the same brief, again and for anybody anywhere', async () => {
    const file = join(folder, 'case')
    const first = await exported(desk, file, 'briefing.pdf')
    expect((await exported(desk, file, 'briefing.pdf')).equals(first)).toBe(true)
    const elsewhere: Circumstances = {
      home: 'Élsewhere 2',
      zone: 'Pacific/Kiritimati',
      user: 'other',
      locale: 'tr_TR.UTF-8'
    }
    const copy = join(folder, 'a copy', 'of the case')
    await cp(file, copy, { recursive: true })
    expect((await exported(elsewhere, copy, 'another name.pdf')).equals(first)).toBe(true)
  })
})
