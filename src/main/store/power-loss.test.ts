import { cpSync, existsSync } from 'node:fs'
import type * as Files from 'node:fs'
import type * as FileSystem from 'node:fs/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { times } from '../../../scripts/long.mjs'
import { CaseStore } from './case-store.ts'
import { firstCase, KINDS, Ledger, perform } from './edits.test-helper.ts'
import { Seeded } from './seeded.test-helper.ts'
import { SimulatedDisk, type Ignored } from './simulated-disk.test-helper.ts'
import type { StoreContext } from './store-context.ts'

/** Runs, each with a seed of its own and up to three cuts; more on demand. */
const SEEDS = times(120, 500)
/** Runs that need only few: those in which a disk without flushes has to lose something, and those of new cases. */
const FEW_SEEDS = 40

const MOUNT = '/simulated'
const CASE = `${MOUNT}/case`

/** The disk in use, shared with the mocked modules. */
const place = vi.hoisted(() => ({ disk: null as SimulatedDisk | null }))

vi.mock('node:fs/promises', async (original) => {
  const { throughDisk } = await import('./simulated-files.test-helper.ts')
  return throughDisk(await original<typeof FileSystem>(), () => place.disk!)
})
vi.mock('node:fs', async (original) => {
  const { isOn, streamFrom } = await import('./simulated-files.test-helper.ts')
  const real = await original<typeof Files>()
  const createReadStream: (...args: Parameters<typeof real.createReadStream>) => unknown = (path, options) =>
    isOn(place.disk!, path) ? streamFrom(place.disk!, path) : real.createReadStream(path, options)
  return { ...real, createReadStream }
})

let folder: string
/** A disk with a case on it, and the user's data that belong to it. */
let first: SimulatedDisk
let firstData: string

beforeAll(async () => {
  place.disk = new SimulatedDisk(MOUNT, new Seeded(0))
  // The user's data lie on a real file system. In memory where there is one: flushing them would take most of the time.
  folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'power-'))
  firstData = join(folder, 'first')
  await firstCase(CASE, contextOf(firstData))
  first = place.disk
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function contextOf(userData: string): StoreContext {
  return { userData, now: () => new Date('2031-03-12T09:00:00Z') }
}

/** Opens the case and edits it, some edits at once, until the power goes. Answers what was wrong before it went. */
async function editUntilCut(disk: SimulatedDisk, context: StoreContext, ledger: Ledger): Promise<string[]> {
  const store = await CaseStore.open(CASE, context)
  const complaints: string[] = []
  try {
    complaints.push(...(await ledger.complaints(store)))
    while (!disk.off && complaints.length === 0) {
      const kind = disk.random.chance(0.3) ? disk.random.pick(KINDS) : undefined
      const edits = Array.from({ length: 1 + disk.random.below(3) }, () => ledger.plan(disk.random, kind))
      const attempts = edits.map(async (edit) => {
        await perform(store, edit)
        if (!disk.off) ledger.acknowledge(edit)
      })
      const results = await Promise.allSettled(attempts)
      if (!disk.off)
        complaints.push(...results.flatMap((result) => (result.status === 'rejected' ? String(result.reason) : [])))
    }
  } finally {
    await store.close()
  }
  return complaints
}

/** Runs something that a cut may end: what fails without power says nothing of the store. */
async function untilCut(disk: SimulatedDisk, work: () => Promise<string[]>): Promise<string[]> {
  try {
    const complaints = await work()
    return disk.off ? [] : complaints
  } catch (error) {
    return disk.off ? [] : [String(error)]
  }
}

/**
 * The user's data after a cut. They lie on a disk of their own: as they were, or as older ones from a backup, or with nothing
 * but the device's name.
 */
function dataLeft(random: Seeded, from: string, to: string): void {
  const left = random.pick(['all', 'older', 'name'] as const)
  cpSync(left === 'older' ? firstData : from, to, {
    recursive: true,
    filter: (path) => left !== 'name' || path === from || path.endsWith('device.json')
  })
}

/** One run: up to three times edited until the power goes, then looked through. Answers what was wrong. */
async function run(seed: number, ignored: Ignored): Promise<string[]> {
  const random = new Seeded(seed)
  const ledger = new Ledger()
  const data = await mkdtemp(join(folder, 'data-'))
  const dataOf = (round: number): string => join(data, String(round))
  cpSync(firstData, dataOf(0), { recursive: true })
  let disk = first.copy(random, ignored)
  const complaints: string[] = []
  const cuts = 1 + random.below(3)
  for (let round = 0; round < cuts && complaints.length === 0; round++) {
    place.disk = disk
    disk.cutAfter(random.below(250), () => dataLeft(random, dataOf(round), dataOf(round + 1)))
    complaints.push(...(await untilCut(disk, () => editUntilCut(disk, contextOf(dataOf(round)), ledger))))
    disk = disk.afterCut()
  }
  if (complaints.length === 0) {
    place.disk = disk
    complaints.push(...(await untilCut(disk, () => look(contextOf(dataOf(cuts)), ledger))))
  }
  await rm(data, { recursive: true })
  return [...new Set(complaints)].map((complaint) => `seed ${seed}: ${complaint}`)
}

async function look(context: StoreContext, ledger: Ledger): Promise<string[]> {
  const store = await CaseStore.open(CASE, context)
  try {
    return await ledger.complaints(store)
  } finally {
    await store.close()
  }
}

/** Makes a case; then the power goes. Answers what was wrong. */
async function create(seed: number): Promise<string[]> {
  const context = contextOf(await mkdtemp(join(folder, 'data-')))
  const disk = new SimulatedDisk(MOUNT, new Seeded(seed))
  place.disk = disk
  await firstCase(CASE, context)
  const left = disk.afterCut()
  place.disk = left
  return untilCut(left, () => look(context, new Ledger()))
}

async function runAll(seeds: number, ignored: Ignored): Promise<string[]> {
  const complaints: string[] = []
  for (let seed = 0; seed < seeds; seed++) complaints.push(...(await run(seed, ignored)))
  return complaints
}

describe('a power cut', () => {
  it(`loses nothing that was acknowledged, with ${SEEDS} seeds`, async () => {
    expect(await runAll(SEEDS, 'none')).toEqual([])
  })

  it('leaves a case that was created', async () => {
    const complaints: string[] = []
    for (let seed = 0; seed < FEW_SEEDS; seed++) complaints.push(...(await create(seed)))
    expect(complaints).toEqual([])
  })

  it.each(['all', 'files', 'folders'] as const)(
    'loses something on a disk that ignores flushes: %s',
    async (ignored) => {
      expect(await runAll(FEW_SEEDS, ignored)).not.toEqual([])
    }
  )
})
