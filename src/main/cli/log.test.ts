import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../../scripts/built.mjs'

const CLI = commandLine()

let folder: string
let file: string

interface Outcome {
  code: number
  value: Record<string, unknown> & {
    ok?: boolean
    problems?: string[]
    notices?: string[]
    heads?: { sha256: string }[]
  }
}

/** Runs a command with `--json` on a machine of its own, by the name of its home. */
function dossier(home: string, ...args: string[]): Promise<Outcome> {
  const place = join(folder, home)
  const env = { PATH: process.env['PATH'], HOME: place, XDG_CONFIG_HOME: join(place, 'config') }
  return new Promise((done) => {
    execFile(process.execPath, [CLI, ...args, '--json'], { env, cwd: folder }, (error, out) => {
      done({ code: error ? Number(error.code ?? NaN) : 0, value: JSON.parse(out) as Outcome['value'] })
    })
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-log-'))
  file = join(folder, 'case')
  for (const n of [1, 2])
    await writeFile(join(folder, `report-${n}.txt`), `Report ${n}\n\nThe board of Sollen held memo ${n} back.\n`)
  await dossier('ours', 'init', file, '--title', 'Ferry')
  await dossier('ours', 'import', file, join(folder, 'report-1.txt'), join(folder, 'report-2.txt'))
  await dossier('ours', 'quote', file, 'S1', '--exact', 'held memo 1 back')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The folder of the source that has a previous version. */
async function changedSource(place: string): Promise<string> {
  const names = await readdir(join(place, 'sources'), { recursive: true })
  return join(
    place,
    'sources',
    names.find((name) => name.endsWith('meta.json.previous'))!,
    '..'
  )
}

describe('dossier on a machine that never saw the case', () => {
  it('tells that an older record was put back and a source deleted, until that is accepted', async () => {
    const tampered = join(folder, 'tampered')
    await cp(file, tampered, { recursive: true })
    const changed = await changedSource(tampered)
    await rename(join(changed, 'meta.json.previous'), join(changed, 'meta.json'))
    for (const shelf of await readdir(join(tampered, 'sources')))
      if (!changed.includes(`/sources/${shelf}/`)) await rm(join(tampered, 'sources', shelf), { recursive: true })
    for (let run = 0; run < 2; run++) {
      const { code, value } = await dossier('theirs', 'verify', tampered)
      expect(code).toBe(1)
      expect(value.problems).toHaveLength(2)
      expect(value.problems).toContainEqual(expect.stringMatching(/^S1 .* is an older version, .*quote made Q1/))
      expect(value.problems).toContainEqual(expect.stringMatching(/^S2 .* is missing: .*source imported S2/))
    }
    expect(await dossier('theirs', 'accept', tampered)).toMatchObject({ code: 0 })
    expect(await dossier('theirs', 'verify', tampered)).toMatchObject({ code: 0, value: { problems: [] } })
  })

  it('compares a case with a noted head and with a bundle', async () => {
    const earlier = join(folder, 'earlier')
    await cp(file, earlier, { recursive: true })
    const bundle = join(folder, 'handed-over.zip')
    await dossier('ours', 'edit', file, 'S1', '--publisher', 'Sollen Radio')
    const { value: written } = await dossier('ours', 'bundle', file, bundle)
    const { value: log } = await dossier('ours', 'log', file)
    const [head] = log.heads!
    expect(written['logHead']).toBe(head!.sha256)
    for (const noted of [
      ['--head', head!.sha256],
      ['--against', bundle]
    ]) {
      expect(await dossier('theirs', 'verify', file, ...noted)).toMatchObject({ code: 0 })
      const { code, value } = await dossier('theirs', 'verify', earlier, ...noted)
      expect(code).toBe(1)
      expect(value.problems).toEqual([expect.stringMatching(/put back to an earlier state/)])
    }
    const plain = await dossier('theirs', 'verify', earlier)
    expect(plain.code).toBe(0)
    expect(plain.value.notices!.join()).toContain('put back to an earlier state')
    expect(await dossier('theirs', 'verify', file, '--head', '5c1e')).toMatchObject({ code: 2 })
  })
})
