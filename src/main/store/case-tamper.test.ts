import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { times } from '../../../scripts/long.mjs'
import { OpenCase } from '../use-cases/open-case.ts'
import { handOver, takeOver } from '../use-cases/hand-over.ts'
import { makeBackup } from '../use-cases/whole-case.ts'
import { applyMerge } from '../use-cases/merge-case.ts'
import { acceptFindings, verifyCase } from '../use-cases/verify-case.ts'
import { USUAL_BACKUPS } from '../../shared/case/backup.ts'
import { CaseStore } from './case-store.ts'
import { decryptCase, encryptCase } from './encryption.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import { putBackFiles } from './repair.ts'
import { restoreFolder } from './restore.ts'
import { Seeded } from './seeded.test-helper.ts'
import { caseWithHistory, TAMPERS, type Target } from './tamper.test-helper.ts'
import type { StoreContext } from './store-context.ts'
import { cheapPassphrases } from './cheap-passphrases.test-helper.ts'

cheapPassphrases()

/** Cases tampered with; `npm run bench:case-tamper` does many more, through the shipped command. */
const TAMPERED = times(20, 100)

let folder: string
let clear: Target
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'case-tamper-'))
  await mkdir(join(folder, 'clear'))
  clear = await caseWithHistory(join(folder, 'clear'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const clock = (): Date => new Date(Date.parse('2031-04-01T09:00:00Z') + 1000 * ++count)

/** A machine that never saw a case. */
function stranger(): StoreContext {
  return { userData: join(folder, `user-data-${++count}`), now: clock }
}

/** What verification says of a case, twice, on a machine that never saw it. */
async function verifyTwice(path: string, passphrase?: string): Promise<string[][]> {
  const context = stranger()
  const runs: string[][] = []
  for (let run = 0; run < 2; run++) {
    try {
      const store = await CaseStore.open(path, context, { passphrase })
      const { ok, problems, log, sources } = await verifyCase(new OpenCase(store))
      await store.close()
      const bad = sources.filter(({ original, text }) => original !== 'intact' || text !== 'intact')
      const told = [
        ...problems,
        ...log.breaks.map(({ message }) => message),
        ...bad.map(({ key }) => `${key} was changed`)
      ]
      expect(ok).toBe(told.length === 0)
      runs.push(told)
    } catch (error) {
      runs.push([String(error)])
    }
  }
  return runs
}

/** A case in a folder of its own, made by somebody with user data of their own, and closed. */
async function made(name: string): Promise<{ path: string; context: StoreContext }> {
  const path = join(folder, name)
  const context = { userData: join(folder, `${name}-data`), now: clock }
  const store = await CaseStore.create(path, caseRecord, context)
  await store.addSource(newSource('aa-1', 'S1', 'The ferry sank.'))
  await store.addSource(newSource('bb-2', 'S2', 'The board met.'))
  await store.addBrief(brief)
  await typed(store, 'Memo, begun')
  await store.close()
  return { path, context }
}

function typed(store: CaseStore, title: string): Promise<void> {
  return store.updateBrief(brief.id, (before) => ({ ...before, title }))
}

function noted(store: CaseStore, id: string, note: string): Promise<unknown> {
  return store.updateSource(id, (record) => ({ ...record, source: { ...record.source, note } }), {
    action: 'metadata-changed',
    subject: 'S1',
    detail: { note }
  })
}

describe('a case whose files were deleted, put back or moved', () => {
  it(`is told of on every run, ${TAMPERED} times over`, async () => {
    const kinds = Object.entries(TAMPERS)
    const missed: string[] = []
    for (let seed = 0; seed < TAMPERED; seed++) {
      const [kind, tamper] = kinds[seed % kinds.length]!
      const target = { ...clear, path: join(folder, `tampered-${seed}`) }
      await cp(clear.path, target.path, { recursive: true })
      const done = await tamper(target, new Seeded(seed))
      if (!done) continue
      for (const told of await verifyTwice(target.path)) {
        if (!done.names.test(told.join('\n'))) missed.push(`${seed} ${kind}: ${done.what}: ${told.join(' | ')}`)
      }
      await rm(target.path, { recursive: true })
    }
    expect(missed).toEqual([])
  })

  it('stays told when the case goes on from what was put back', async () => {
    const { path, context } = await made('goes-on')
    const old = await readFile(join(path, 'sources/aa/aa-1/meta.json'))
    const session = async (work: (store: CaseStore) => Promise<unknown>): Promise<void> => {
      const store = await CaseStore.open(path, context)
      await work(store)
      await store.close()
    }
    await session((store) => noted(store, 'aa-1', 'Ask the board.'))
    await writeFile(join(path, 'sources/aa/aa-1/meta.json'), old)
    await session((store) => noted(store, 'aa-1', 'Something else.'))
    const [first] = await verifyTwice(path)
    expect(first).toHaveLength(1)
    expect(first![0]).toMatch(/^S1 \(.*\) goes on from an older version: .*metadata changed S1.* was put back or lost/)
  })

  it('is accepted as it is when the user says so, and from then on', async () => {
    const { path, context } = await made('accepted')
    await rm(join(path, 'sources/bb'), { recursive: true })
    const old = await readFile(join(path, 'briefs/brief-1.json.previous'))
    await writeFile(join(path, 'briefs/brief-1.json'), old)
    const [first] = await verifyTwice(path)
    expect(first).toHaveLength(2)
    const store = await CaseStore.open(path, context)
    const accepted = await acceptFindings(new OpenCase(store))
    expect(accepted).toEqual(first)
    await store.close()
    expect(await verifyTwice(path)).toEqual([[], []])
    const log = await CaseStore.open(path, context, { write: false })
    const entries = (await log.custody()).flatMap((chain) => chain.entries)
    expect(entries.find(({ action }) => action === 'findings-accepted')?.detail).toMatchObject({ findings: 2 })
    await log.close()
  })
})

describe('a case that nobody tampered with is not accused', () => {
  it('when it is as it was closed, nor as a kill left it', async () => {
    expect(await verifyTwice(clear.path)).toEqual([[], []])
    for (const path of clear.earlier) expect(await verifyTwice(path)).toEqual([[], []])
    const { path, context } = await made('killed')
    const store = await CaseStore.open(path, context)
    await typed(store, 'Memo, and then the power went')
    await noted(store, 'aa-1', 'Unfinished.')
    await cp(path, join(folder, 'as-killed'), { recursive: true })
    await store.close()
    expect(await verifyTwice(join(folder, 'as-killed'))).toEqual([[], []])
    const again = await CaseStore.open(join(folder, 'as-killed'), context)
    await typed(again, 'Memo, gone on with')
    await again.close()
    expect(await verifyTwice(join(folder, 'as-killed'))).toEqual([[], []])
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('when it was made in format %i', async (version) => {
    const path = join(folder, `version-${version}`)
    await cp(join(import.meta.dirname, 'fixtures', `version-${version}`), path, { recursive: true })
    expect(await verifyTwice(path)).toEqual([[], []])
    const context = stranger()
    const store = await CaseStore.open(path, context)
    const [id] = await store.sourceIds()
    await noted(store, id!, 'Read again.')
    await store.close()
    expect(await verifyTwice(path)).toEqual([[], []])
  })

  it('when it was merged, both ways and twice, with another copy and another case', async () => {
    const { path, context } = await made('merged')
    const copy = join(folder, 'merged-copy')
    await cp(path, copy, { recursive: true })
    const theirs = stranger()
    const other = await CaseStore.open(copy, theirs)
    await noted(other, 'aa-1', 'Theirs.')
    await typed(other, 'Their memo')
    await other.addSource(newSource('cc-3', 'S3', 'A third report.'))
    await other.close()
    // The same device, in the same copy: its log forks.
    const ours = await CaseStore.open(copy, context)
    await noted(ours, 'bb-2', 'On the same machine.')
    await ours.close()
    const store = await CaseStore.open(path, context)
    await noted(store, 'aa-1', 'Ours.')
    await typed(store, 'Our memo')
    await store.close()
    const foreign = join(folder, 'foreign')
    const made3 = await CaseStore.create(foreign, { ...caseRecord, id: 'case-2', title: 'Another' }, stranger())
    await made3.addSource(newSource('dd-4', 'S1', 'The ferry sank.'))
    await made3.addSource(newSource('ee-5', 'S2', 'Only theirs.'))
    await made3.close()
    const merge = async (into: string, from: string, who: StoreContext): Promise<void> => {
      const target = await CaseStore.open(into, who)
      const source = await CaseStore.open(from, stranger(), { write: false })
      await applyMerge(target, source, {}, { userData: who.userData, now: clock, backUp: async () => undefined })
      await source.close()
      await target.close()
    }
    for (const [into, from, who] of [
      [path, copy, context],
      [path, copy, context],
      [copy, path, theirs],
      [path, foreign, context],
      [path, copy, context]
    ] as const) {
      await merge(into, from, who)
      expect(await verifyTwice(into)).toEqual([[], []])
    }
  })

  it('when two wrote it at the same time over a shared folder', async () => {
    const { path, context } = await made('shared')
    const [a, b] = [await CaseStore.open(path, context), await CaseStore.open(path, stranger())]
    await noted(a, 'aa-1', 'One.')
    await noted(b, 'bb-2', 'Other.')
    await a.log({ action: 'integrity-checked', subject: null, detail: {} })
    await b.close()
    await a.close()
    expect(await verifyTwice(path)).toEqual([[], []])
    await (await CaseStore.open(path, context)).close()
    expect(await verifyTwice(path)).toEqual([[], []])
  })

  it('when it was backed up while it was edited, restored, or repaired', async () => {
    const { path, context } = await made('kept')
    const store = await CaseStore.open(path, context)
    let editing = true
    const edits = (async () => {
      for (let n = 0; editing; n++) {
        await noted(store, n % 2 === 0 ? 'aa-1' : 'bb-2', `Note ${n}`)
        await typed(store, `Memo ${n}`)
        if (n < 12) await store.addSource(newSource(`f${n}-source`, `S${n + 3}`, `Report ${n}.`))
      }
    })()
    const rule = () => USUAL_BACKUPS
    const backups = []
    for (let n = 0; n < 3; n++) backups.push(await makeBackup(store, { ...context, rule }, 'rolling'))
    editing = false
    await edits
    await writeFile(join(path, 'sources/aa/aa-1/original.txt'), 'Something else.')
    await putBackFiles(store, context)
    await store.close()
    expect(await verifyTwice(path)).toEqual([[], []])
    for (const backup of backups) {
      expect(backup.problems).toBe(0)
      const restored = join(folder, `restored-${++count}`)
      await restoreFolder(backup.path, restored, clock())
      expect(await verifyTwice(restored)).toEqual([[], []])
    }
  })

  it('when it was encrypted, decrypted, handed over whole or in part', async () => {
    const { path, context } = await made('given')
    const store = await CaseStore.open(path, context)
    for (const [name, maxTlp] of [
      ['whole', null],
      ['part', 'TLP:AMBER']
    ] as const) {
      await typed(store, `Memo for ${name}`)
      const bundle = join(folder, `${name}.zip`)
      await handOver(store, bundle, { maxTlp, generator: 'test', now: clock() })
      const taken = join(folder, `taken-${name}`)
      await takeOver(bundle, taken, clock())
      expect(await verifyTwice(taken)).toEqual([[], []])
    }
    await store.close()
    await encryptCase(path, 'seven harbour lamps', context)
    expect(await verifyTwice(path, 'seven harbour lamps')).toEqual([[], []])
    await decryptCase(path, 'seven harbour lamps', context)
    expect(await verifyTwice(path)).toEqual([[], []])
  })
})

describe('what verification says besides', () => {
  it('is where a clock was set back, without accusing', async () => {
    const path = join(folder, 'clock')
    let now = Date.parse('2031-03-12T09:00:00Z')
    const context: StoreContext = { userData: join(folder, 'clock-data'), now: () => new Date((now += 1000)) }
    const store = await CaseStore.create(path, caseRecord, context)
    now -= 30_000
    await store.log({ action: 'integrity-checked', subject: null, detail: {} })
    now -= 86_400_000
    await store.log({ action: 'integrity-checked', subject: null, detail: {} })
    const { ok, notices } = await verifyCase(new OpenCase(store))
    await store.close()
    expect(ok).toBe(true)
    const told = notices.filter((notice) => notice.includes('clock'))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(
      /^Entry 3 of the log is dated 2031-03-11.*, before entry 2 of 2031-03-12.*: the clock of that device was set back/
    )
  })

  it('is whether the case goes on from a noted head, a bundle, a backup or an export', async () => {
    const { path, context } = await made('noted')
    const earlier = join(folder, 'noted-earlier')
    await cp(path, earlier, { recursive: true })
    const store = await CaseStore.open(path, context)
    const bundle = join(folder, 'noted.zip')
    await noted(store, 'aa-1', 'For the bundle.')
    const { logHead } = await handOver(store, bundle, { maxTlp: null, generator: 'test', now: clock() })
    const backup = await makeBackup(store, { ...context, rule: () => USUAL_BACKUPS }, 'asked')
    await store.close()
    const all = { head: [logHead!.slice(0, 16)], against: [bundle, backup.path] }
    for (const [place, isOk] of [
      [path, true],
      [earlier, false]
    ] as const) {
      const found = await CaseStore.open(place, stranger(), { write: false })
      const report = await verifyCase(new OpenCase(found), all)
      await found.close()
      expect(report.ok).toBe(isOk)
      const told = isOk ? report.notices : report.problems
      expect(told.filter((sentence) => /^The log/.test(sentence))).toHaveLength(3)
    }
    expect(await readdir(earlier)).toContain('audit')
  })
})
