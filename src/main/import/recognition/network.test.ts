import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { commandLine } from '../../../../scripts/built.mjs'

const picture = fileURLToPath(new URL('fixtures/notice.png', import.meta.url))
const cli = commandLine()

/** Runs a command of the built program and answers what it printed; with `trace`, under strace, which writes its calls there. */
function dossier(folder: string, words: readonly string[], trace?: string): Promise<string> {
  const program = [process.execPath, cli, '--json', ...words]
  const strace = ['strace', '-f', '--seccomp-bpf', '-qq', '-o', trace ?? '', '-e', 'trace=network,execve']
  const [command, ...rest] = trace === undefined ? program : [...strace, ...program]
  const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'data') }
  return new Promise((resolve, reject) => {
    execFile(command!, rest, { env, maxBuffer: 1 << 28 }, (error, out) => (error ? reject(error) : resolve(out)))
  })
}

// That the trace sees a program that connects is shown by the test of hostile files.
it('recognition opens no connection and starts no program', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recognition-'))
  const path = join(folder, 'case')
  await dossier(folder, ['init', path, '--title', 'Quay'])
  await dossier(folder, ['import', path, picture])
  const trace = join(folder, 'trace')
  const report: unknown = JSON.parse(await dossier(folder, ['recognise', path, '--language', 'eng'], trace))
  expect(report).toMatchObject([{ key: 'S1', status: 'recognised', pages: 1 }])
  const calls = (await readFile(trace, 'utf8')).split('\n').filter(Boolean)
  // The name of who uses the program is asked of the system, which may keep it behind a local socket.
  expect(calls.filter((line) => /AF_INET|\b(?:connect|sendto|bind)\(/.test(line) && !line.includes('nscd'))).toEqual([])
  expect(calls.filter((line) => line.includes('execve('))).toHaveLength(1)
  await rm(folder, { recursive: true, force: true })
})
