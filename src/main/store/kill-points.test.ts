import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { times } from '../../../scripts/long.mjs'
import { CaseStore } from './case-store.ts'
import { breaches } from './discipline.test-helper.ts'
import { firstCase, KINDS, Ledger } from './edits.test-helper.ts'
import { Seeded } from './seeded.test-helper.ts'
import { killedAt, trace, type KillPoint, type SystemCall, type Writer } from './strace.test-helper.ts'
import type { StoreContext } from './store-context.ts'

/** Kills in a run; more on demand. */
const KILLS = times(20, 50)
/** Kills that a case lives through before a new one is begun: its calls grow in number with its sources. */
const KILLS_OF_A_CASE = 4

let folder: string
let first: Writer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kill-points-'))
  await mkdir(join(folder, 'trace'))
  first = { path: join(folder, 'first'), userData: join(folder, 'first-data'), edits: [], files: join(folder, 'trace') }
  await firstCase(first.path, contextOf(first))
  // The first run makes calls that no other makes: it compiles the modules and keeps them.
  await traced()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function contextOf({ userData }: Writer): StoreContext {
  return { userData, now: () => new Date('2031-03-12T09:00:00Z') }
}

/** The first case once more, in place of the one before. */
async function freshCase(): Promise<Writer> {
  const fresh = { ...first, path: join(folder, 'case'), userData: join(folder, 'data') }
  for (const place of ['path', 'userData'] as const) {
    await rm(fresh[place], { recursive: true, force: true })
    await cp(first[place], fresh[place], { recursive: true })
  }
  return fresh
}

/** A writer with edits of every kind, planned by the ledger. */
function planned(writer: Writer, ledger: Ledger, random: Seeded): Writer {
  return { ...writer, edits: KINDS.map((kind) => ledger.plan(random, kind)) }
}

/** Runs a writer on a fresh case to its end and answers its calls and what they did wrong. */
async function traced(imports: readonly string[] = []): Promise<{ calls: SystemCall[]; found: string[] }> {
  const writer = planned(await freshCase(), new Ledger(), new Seeded(0))
  const before = await readdir(writer.path, { recursive: true })
  const calls = await trace(writer, imports)
  return { calls, found: breaches(calls, writer.path, [writer.path, ...before.map((name) => join(writer.path, name))]) }
}

/**
 * The points at which a writer may be killed, from opening to closing: its calls on the case and on the user's data, and all
 * writes of the case's thread, since it writes to wake the main thread after every call, so that they lie between two calls.
 *
 * A count holds for every thread, and others than the case's make calls of the same name (modules are read): as many calls
 * in vain put the case's thread ahead of them.
 */
function killPoints(calls: readonly SystemCall[]): KillPoint[] {
  const ofCase = (call: SystemCall): boolean => call.path.startsWith(join(folder, 'case'))
  const { thread } = calls.find(ofCase)!
  const work = calls.slice(calls.findIndex(ofCase), calls.findLastIndex(ofCase) + 1)
  const elsewhere = new Map<string, number>()
  for (const { thread: maker, name, nth } of calls) {
    if (maker !== thread) elsewhere.set(name, Math.max(nth, elsewhere.get(name) ?? 0))
  }
  return work
    .filter(
      (call) =>
        ofCase(call) || call.path.startsWith(join(folder, 'data')) || (call.thread === thread && call.name === 'write')
    )
    .map(({ thread: maker, name, nth }) => {
      const others = elsewhere.get(name) ?? 0
      const before = maker === thread && nth <= others ? others + 20 : 0
      return { call: name, before, when: before + nth }
    })
}

/** Opens the case and compares it with the ledger. */
async function look(writer: Writer, ledger: Ledger): Promise<string[]> {
  const store = await CaseStore.open(writer.path, contextOf(writer))
  try {
    return await ledger.complaints(store)
  } finally {
    await store.close()
  }
}

// Only Linux has strace; there it's one of the tools that the tests install.
describe.runIf(process.platform === 'linux')('system calls', () => {
  it(`may be the last one of a process, ${KILLS} times over`, async () => {
    const points = killPoints((await traced()).calls)
    const random = new Seeded(0)
    const complaints: string[] = []
    let killed = 0
    let done = 0
    let writer = await freshCase()
    let ledger = new Ledger()
    // A run in which the call didn't come that often isn't counted.
    for (let n = 0; killed < KILLS && n < KILLS * 2; n++) {
      if (n % KILLS_OF_A_CASE === 0) {
        writer = await freshCase()
        ledger = new Ledger()
      }
      // Multiples of the golden ratio spread evenly, however many there are.
      const point = points[Math.floor(((n * 0.6180339887498949) % 1) * points.length)]!
      const outcome = await killedAt(planned(writer, ledger, random), point)
      for (const edit of outcome.done) ledger.acknowledge(edit)
      done += outcome.done.length
      if (outcome.killed) killed++
      // Else the next writer opens what this one left, and may be killed at that.
      if (random.chance(0.5) || n % KILLS_OF_A_CASE === KILLS_OF_A_CASE - 1) {
        const found = await look(writer, ledger).catch((error: unknown) => [String(error)])
        complaints.push(...found.map((complaint) => `kill ${n} at ${JSON.stringify(point)}: ${complaint}`))
      }
    }
    expect(complaints).toEqual([])
    expect(killed).toBe(KILLS)
    expect(done).toBeGreaterThan(KILLS)
  })

  it('come in an order that no power cut can harm', async () => {
    const { calls, found } = await traced()
    expect(found).toEqual([])
    expect(calls.filter(({ line }) => line.includes('"done ')).length).toBe(KINDS.length)
  })

  it.each([
    [
      'any',
      'true',
      [
        'link before a flush of the log',
        'link before a flush of what it moves',
        'rename before a flush of the log',
        'rename before a flush of what it moves',
        'told before a flush'
      ]
    ],
    ['folders', '(await this.stat()).isDirectory()', ['rename before a flush of what it moves', 'told before a flush']]
  ])('come in an order that is found wrong when the flush of %s is left out', async (_, leftOut, expected) => {
    const module = `
      import { open } from 'node:fs/promises'
      const handle = await open('/dev/null')
      const methods = Object.getPrototypeOf(handle)
      await handle.close()
      for (const name of ['sync', 'datasync']) {
        const real = methods[name]
        methods[name] = async function () { if (!(${leftOut})) await real.call(this) }
      }`
    const { found } = await traced([`data:text/javascript,${encodeURIComponent(module)}`])
    expect([...new Set(found.map((breach) => breach.split(':')[0]))].sort()).toEqual(expected.sort())
  })
})
