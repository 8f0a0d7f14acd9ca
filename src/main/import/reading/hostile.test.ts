import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../../../scripts/built.mjs'
import type { ImportItem } from '../../../shared/import/report.ts'
import { HOSTILE_SETS } from './hostile-set.test-helper.ts'

/** What happened when the command line imported a folder, as strace saw it. */
interface Traced {
  exit: number
  items: ImportItem[]
  calls: string[]
}

const cli = commandLine()

async function dossier(folder: string, words: string[], trace: string): Promise<{ exit: number; out: string }> {
  // Only the calls asked for stop the program; else each of its calls does, twice.
  const strace = ['-f', '--seccomp-bpf', '-qq', '-o', trace, '-e', 'trace=network,execve,openat,unlink,rename']
  const command = [...strace, process.execPath, cli, '--json', ...words]
  const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'data') }
  return new Promise((resolve) => {
    execFile('strace', command, { env, maxBuffer: 1 << 28 }, (error, out) =>
      resolve({ exit: error ? Number(error.code ?? NaN) : 0, out })
    )
  })
}

/** Imports a set of files into a new case in the folder. */
async function importTraced(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<Traced> {
  await mkdir(join(folder, 'in'))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, 'in', name), content)
  await dossier(folder, ['init', join(folder, 'case'), '--title', 'Hostile'], join(folder, 'trace-init'))
  const { exit, out } = await dossier(
    folder,
    ['import', join(folder, 'case'), join(folder, 'in')],
    join(folder, 'trace')
  )
  const calls = (await readFile(join(folder, 'trace'), 'utf8')).split('\n')
  return { exit, items: JSON.parse(out) as ImportItem[], calls }
}

// Hostile files take the time that they are allowed; what matters is that each one ends.
describe.each(Object.entries(HOSTILE_SETS))('a folder of hostile %s', (_kind, make) => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  const canary = join(folder, 'canary')
  const files = make(canary)
  const names = Object.keys(files)
  let traced: Traced

  beforeAll(async () => {
    await writeFile(canary, 'Words that no imported file may reach.')
    traced = await importTraced(folder, files)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('ends with every file imported or refused for a reason that people understand', () => {
    expect([0, 1]).toContain(traced.exit)
    for (const name of names) {
      const items = traced.items.filter(({ path }) => path.includes(name))
      expect(items, name).not.toEqual([])
    }
    for (const { path, status, error } of traced.items) {
      if (status !== 'failed') continue
      expect(error!.message, path).toMatch(/^“.+\.$|^The .+\.$/su)
      expect(error!.code, path).not.toBe('internal')
    }
  })

  it('makes no connection and starts no program', () => {
    // The trace saw the program at work: the built command makes some hundreds of calls, the sources many more.
    expect(traced.calls.length).toBeGreaterThan(300)
    // The name of who uses the program is asked of the system, which may keep it behind a local socket.
    const network = traced.calls.filter(
      (line) => /AF_INET|\b(?:connect|sendto|bind)\(/.test(line) && !line.includes('nscd')
    )
    expect(network).toEqual([])
    expect(traced.calls.filter((line) => line.includes('execve('))).toHaveLength(1)
  })

  it('reaches no file outside the case, what is imported and the program', async () => {
    expect(await readFile(canary, 'utf8')).toBe('Words that no imported file may reach.')
    expect(traced.calls.filter((line) => line.includes(canary))).toEqual([])
    expect(traced.calls.filter((line) => /dossier-slip|\/etc\/shadow|slip\.html/.test(line))).toEqual([])
    await expect(access('/tmp/dossier-slip.html')).rejects.toThrow()
    for (const name of await readdir(join(folder, 'case'), { recursive: true })) {
      if (!/\.json$/.test(name)) continue
      expect(await readFile(join(folder, 'case', name), 'utf8')).not.toContain('Words that no imported file may reach')
    }
  })
})

describe('the trace', () => {
  it('sees a program that connects', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'))
    const trace = join(folder, 'trace-control')
    const script = `require('net').connect(9, '127.0.0.1').on('error', () => 0)`
    await new Promise((ended) =>
      execFile('strace', ['-f', '-qq', '-o', trace, '-e', 'trace=network', process.execPath, '-e', script], ended)
    )
    expect(await readFile(trace, 'utf8')).toMatch(/AF_INET/)
    await rm(folder, { recursive: true, force: true })
  })
})
