import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commandLine } from '../../../scripts/built.mjs'
import { CaseStore } from './case-store.ts'
import { encryptCase } from './encryption.ts'
import { userName } from './lock.ts'
import { caseRecord, newSource } from './made.test-helper.ts'
import type { StoreContext } from './store-context.ts'

const CLI = commandLine()

let folder: string
let path: string
let context: StoreContext
let holder: ChildProcess | null = null

/** Opens the case for a profile of its own, keeps it, and says whenever somebody else comes or goes. */
const HOLDER = `
const { CaseStore } = await import(${JSON.stringify(new URL('./case-store.ts', import.meta.url).href)})
const [path, userData] = process.argv.slice(1)
const onOthers = (others) => console.log('others ' + others.map(({ program }) => program).join(', '))
const store = await CaseStore.open(path, { userData, now: () => new Date(), program: 'a window of a colleague', onOthers, beatMs: 200 })
console.log(store.readOnly ? 'reading' : 'writing')
setInterval(() => {}, 1000)
`

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presence-'))
  path = join(folder, 'case')
  context = { userData: join(folder, 'ours'), now: () => new Date(), program: 'our window', beatMs: 200 }
  const store = await CaseStore.create(path, caseRecord, context)
  await store.addSource(newSource('aa-1', 'S1', 'The ferry sank.'))
  await store.close()
})
afterEach(async () => {
  holder?.kill('SIGKILL')
  holder = null
  await rm(folder, { recursive: true, force: true })
})

/** Starts the other program; answers what it said so far. */
async function hold(): Promise<() => string> {
  holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, path, join(folder, 'theirs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: join(folder, 'their-home') }
  })
  let said = ''
  holder.stdout!.on('data', (data: Buffer) => (said += data.toString()))
  await vi.waitFor(() => expect(said).toContain('writing\n'), { timeout: 600_000 })
  return () => said
}

async function files(): Promise<string[]> {
  return (await readdir(join(path, '.present')).catch(() => [])).filter((name) => name.endsWith('.json'))
}

describe('two programs of different profiles', () => {
  it('tell each other, and take it back when one closes', async () => {
    const said = await hold()
    const told: string[][] = []
    const onOthers = (others: { program: string }[]): void => void told.push(others.map(({ program }) => program))
    const store = await CaseStore.open(path, { ...context, onOthers })
    expect(store.readOnly).toBe(false)
    expect(store.others).toMatchObject([{ program: 'a window of a colleague', host: hostname() }])
    expect(told).toEqual([['a window of a colleague']])
    await vi.waitFor(() => expect(said()).toContain('others our window\n'), { timeout: 600_000 })
    await store.close()
    await vi.waitFor(() => expect(said()).toMatch(/others our window\nothers \n/), { timeout: 600_000 })
    expect(await files()).toHaveLength(1)
  })

  it('are told of by the command line, which leaves nothing when it only reads', async () => {
    await hold()
    const before = await files()
    const run = (...args: string[]): Promise<string> =>
      new Promise((resolve) => {
        const env = {
          PATH: process.env['PATH'],
          HOME: join(folder, 'our-home'),
          XDG_CONFIG_HOME: join(folder, 'our-home')
        }
        execFile(process.execPath, [CLI, ...args], { env }, (_error, _out, err) => resolve(err))
      })
    expect(await run('log', path)).toContain(
      `A window of a colleague (user ${userName()}) on “${hostname()}” is writing this case too.`
    )
    expect(await files()).toEqual(before)
    expect(await run('quotes', path)).toContain('is writing this case too.')
    expect(await files()).toEqual(before)
  })

  it('forget one that was killed once its file stops changing', async () => {
    await hold()
    const told: number[] = []
    const store = await CaseStore.open(path, { ...context, onOthers: (others) => void told.push(others.length) })
    holder!.kill('SIGKILL')
    await vi.waitFor(() => expect(told).toEqual([1, 0]), { timeout: 600_000 })
    await store.close()
  })

  it('believe no old file, and sweep it', async () => {
    await hold()
    holder!.kill('SIGSTOP')
    const [file] = await files()
    await utimes(join(path, '.present', file!), new Date(Date.now() - 7_200_000), new Date(Date.now() - 7_200_000))
    const store = await CaseStore.open(path, { ...context, onOthers: () => undefined })
    expect(store.others).toEqual([])
    expect(await files()).not.toContain(file)
    await store.close()
  })

  it('give no names away in an encrypted case', async () => {
    await encryptCase(path, 'seven harbour lamps', context)
    const store = await CaseStore.open(
      path,
      { ...context, onOthers: () => undefined },
      { passphrase: 'seven harbour lamps' }
    )
    const [file] = await files()
    const bytes = await readFile(join(path, '.present', file!))
    for (const word of [hostname(), 'our window', 'holder', 'profile']) expect(bytes.includes(word)).toBe(false)
    await store.close()
    expect(await files()).toEqual([])
  })

  it('passes over what it can’t read', async () => {
    const first = await CaseStore.open(path, { ...context, onOthers: () => undefined })
    await writeFile(join(path, '.present', '0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a.json'), '{"format":')
    await first.close()
    const store = await CaseStore.open(path, { ...context, onOthers: () => undefined })
    expect(store.others).toEqual([])
    await store.close()
  })
})
