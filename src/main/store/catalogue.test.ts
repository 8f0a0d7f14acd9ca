import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { times } from '../../../scripts/long.mjs'
import { CaseStore } from './case-store.ts'
import { walkFiles } from '../base/folders.ts'
import { caseRecord, newSource } from './made.test-helper.ts'
import { Seeded } from './seeded.test-helper.ts'
import type { StoreContext } from './store-context.ts'

const NOTE = { action: 'metadata-changed', subject: 'S1', detail: {} } as const
const SOURCES = 12
/** How often the catalogue is damaged, each time elsewhere. */
const ROUNDS = times(15, 60)

let folder: string
let path: string
let context: StoreContext

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-'))
  path = join(folder, 'case')
  context = { userData: join(folder, 'user-data'), now: () => new Date('2031-03-12T09:00:00Z') }
  const store = await CaseStore.create(path, caseRecord, context)
  for (let n = 1; n <= SOURCES; n++) await store.addSource(newSource(`${10 + n}-a`, `S${n}`, `Report ${n}.`))
  await store.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function catalogueFile(): Promise<string> {
  const { files } = await walkFiles(join(context.userData, 'cases'))
  return join(
    context.userData,
    'cases',
    files.find((name) => name.endsWith('.sqlite'))!
  )
}

const titles = (store: CaseStore) => store.catalogue.rows().map(({ key, title }) => `${key} ${title}`)
const EXPECTED = Array.from({ length: SOURCES }, (_, i) => `S${i + 1} S${i + 1}`)

describe('the catalogue', () => {
  it('shows the list at once when nothing was logged since, and takes over what was changed meanwhile', async () => {
    const store = await CaseStore.open(path, context, { wait: false })
    expect(titles(store)).toEqual(EXPECTED)
    await store.updateSource('11-a', (record) => ({ ...record, source: { ...record.source, note: 'x' } }), NOTE)
    await store.close()
    // Somebody else, such as a synchronising program, replaces a document.
    const meta = join(path, 'sources', '11', '11-a', 'meta.json')
    const previous = await readFile(`${meta}.previous`)
    await rm(join(path, 'sources', '12', '12-a'), { recursive: true })
    await writeFile(meta, previous)
    const told: string[] = []
    const again = await CaseStore.open(
      path,
      { ...context, onRows: (rows, removed) => told.push(...rows.map(({ key }) => key), ...removed) },
      { wait: false }
    )
    await again.settled()
    expect(told).toEqual(['S1', '12-a'])
    expect(titles(again)).toEqual(EXPECTED.filter((title) => title !== 'S2 S2'))
    expect(again.notices).toEqual([
      'S2 “S2” is no longer in the case’s folder. If that’s not wanted, restore a backup.'
    ])
    await again.close()
  })

  it('is made anew in the background when it is missing, and edits wait for it', async () => {
    await rm(await catalogueFile())
    const store = await CaseStore.open(path, context, { wait: false })
    expect(store.following).toBe(true)
    await store.updateSource('11-a', (record) => ({ ...record, source: { ...record.source, note: 'x' } }), NOTE)
    expect(store.following).toBe(false)
    expect(titles(store)).toEqual(EXPECTED)
    expect(store.catalogue.highest()).toEqual({ source: SOURCES, quote: 0 })
    await store.close()
  })

  it('can be asked while a damaged one is made anew', async () => {
    const file = await catalogueFile()
    const bytes = await readFile(file)
    // A letter of a title or key: the database opens, and only its hash tells.
    const title = bytes.lastIndexOf('S12')
    expect(title).toBeGreaterThan(0)
    bytes[title]! ^= 1
    await writeFile(file, bytes)
    const store = await CaseStore.open(path, context, { wait: false })
    let isSettled = false
    const settled = store.settled().then(() => (isSettled = true))
    while (!isSettled) {
      expect(store.catalogue.rows().length).toBeLessThanOrEqual(SOURCES)
      await new Promise((turn) => setImmediate(turn))
    }
    await settled
    expect(store.catalogue.rows()).toHaveLength(SOURCES)
    await store.close()
  })

  it('is never believed when it is damaged', async () => {
    const file = await catalogueFile()
    const whole = await readFile(file)
    const random = new Seeded(7)
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = Buffer.from(whole)
      if (round % 5 === 4) await writeFile(file, bytes.subarray(0, random.below(bytes.length)))
      else {
        for (let flips = 0; flips < 4; flips++) bytes[random.below(bytes.length)]! ^= 1 << random.below(8)
        await writeFile(file, bytes)
      }
      await rm(`${file}-wal`, { force: true })
      await rm(`${file}-shm`, { force: true })
      const store = await CaseStore.open(path, context, { write: false })
      const rows = store.catalogue.rows()
      // A changed letter of a title is seen when the source is opened; rows themselves never go astray.
      expect(rows.map(({ key }) => key).length).toBe(SOURCES)
      expect((await store.source('11-a')).source.key).toBe('S1')
      await store.close()
      const writer = await CaseStore.open(path, context)
      await writer.updateSource(
        '11-a',
        (record) => ({ ...record, source: { ...record.source, note: String(round) } }),
        NOTE
      )
      await writer.close()
      expect((await stat(file)).size).toBeGreaterThan(0)
    }
  })
})
