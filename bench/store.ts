/**
 * Measures the case store: opening, editing, verifying and unlocking cases of many sources. Each measure that depends on the machine's
 * disk or processor stands beside a baseline of the same run. `npm run bench:store -- [sources]`, 100,000 unless given; `--short` only shows that it
 * runs.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CaseStore } from '../src/main/store/case-store.ts'
import { encryptCase } from '../src/main/store/encryption.ts'
import { OpenCase } from '../src/main/use-cases/open-case.ts'
import { verifyCase } from '../src/main/use-cases/verify-case.ts'
import { makeCase } from './made-case.ts'
import type { StoreContext } from '../src/main/store/store-context.ts'

const SHORT = process.argv.includes('--short')
const EDITS = SHORT ? 20 : 400
const ORIGINALS = SHORT ? 50 : 5_000
const SEALED = SHORT ? 200 : 10_000
const MB = 1e6

const [task, ...args] = process.argv.slice(2)
if (task === 'open') await openOnce(args[0]!, args[1]!, args[2])
else await main(SHORT ? 500 : Number(task ?? 100_000))

function context(userData: string): StoreContext {
  return { userData, now: () => new Date() }
}

/** In a process of its own: opens a case as the window does and prints how long the list took, and the memory. */
async function openOnce(path: string, userData: string, passphrase: string | undefined): Promise<void> {
  const started = performance.now()
  const store = await CaseStore.open(path, context(userData), { wait: false, passphrase })
  const { sources } = new OpenCase(store).view()
  const listed = performance.now() - started
  const { user, system } = process.cpuUsage()
  const cpu = (user + system) / 1e3
  const rss = process.memoryUsage().rss / MB
  const wasFollowing = store.following
  await store.settled()
  const settled = performance.now() - started
  await store.close()
  const peak = process.resourceUsage().maxRSS / 1e3
  console.log(JSON.stringify({ sources: sources.length, listed, cpu, settled, wasFollowing, rss, peak }))
}

interface Opened {
  sources: number
  listed: number
  /** Of the whole process until then, its start included. */
  cpu: number
  settled: number
  rss: number
  peak: number
}

function inProcess(path: string, userData: string, passphrase?: string): Opened {
  const child = spawnSync(
    process.execPath,
    [import.meta.filename, 'open', path, userData, ...(passphrase ? [passphrase] : [])],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } }
  )
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Opened
}

async function main(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'))
  const userData = join(folder, 'user-data')
  try {
    console.log(`Making a case of ${count} sources and quotes …`)
    const large = join(folder, 'large')
    makeCase(large, count)
    const rebuilt = inProcess(large, userData)
    print('open, catalogue missing', rebuilt, `made anew in the background by ${ms(rebuilt.settled)}`)
    const again = inProcess(large, userData)
    print('open, catalogue there', again, `all documents looked at by ${ms(again.settled)}`)

    const small = join(folder, 'small')
    makeCase(small, 100)
    const bare = await bareWrites(folder)
    const few = await edits(small, userData)
    const many = await edits(large, userData)
    const rounds = [bare, few, many].map(quantiles)
    const [b, f, m] = rounds as [Quantiles, Quantiles, Quantiles]
    console.log(`one bare write-fsync-rename-fsync: p50 ${ms(b.p50)}, p99 ${ms(b.p99)}`)
    console.log(
      `edit with log line, 100 sources:   p50 ${ms(f.p50)}, p99 ${ms(f.p99)} (${ratio(f.p50, b.p50)} times the bare one)`
    )
    console.log(
      `edit with log line, ${count} sources: p50 ${ms(m.p50)}, p99 ${ms(m.p99)} (${ratio(m.p50, b.p50)} times the bare one, ${ratio(m.p50, f.p50)} times that at 100)`
    )

    await verifying(join(folder, 'originals'), userData)
    await unlocking(join(folder, 'sealed'), userData)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(name: string, { sources, listed, cpu, rss, peak }: Opened, more: string): void {
  console.log(
    `${name}: ${sources} rows in ${ms(listed)} (${ms(cpu)} CPU with the process’s start), ${rss.toFixed(0)} MB (peak ${peak.toFixed(0)} MB); ${more}`
  )
}

/** What one durable replacement of a document's bytes costs on this disk. */
async function bareWrites(folder: string): Promise<number[]> {
  const bytes = Buffer.alloc(2_600, 'x')
  const path = join(folder, 'bare')
  return timed(EDITS, async () => {
    const handle = await open(`${path}.tmp`, 'w')
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    await rename(`${path}.tmp`, path)
    const parent = await open(dirname(path), 'r')
    await parent.sync()
    await parent.close()
  })
}

async function edits(path: string, userData: string): Promise<number[]> {
  const store = await CaseStore.open(path, context(userData))
  const ids = store.catalogue.ids()
  try {
    return await timed(EDITS, async (n) => {
      const id = ids[(n * 7919) % ids.length]!
      const note = { action: 'metadata-changed', subject: id, detail: { note: String(n) } } as const
      await store.updateSource(id, (record) => ({ ...record, source: { ...record.source, note: String(n) } }), note)
    })
  } finally {
    await store.close()
  }
}

/** Verifying a case (originals, texts, quotes, log) against `sha256sum` of the originals alone, both with what the system has in memory. */
async function verifying(path: string, userData: string): Promise<void> {
  makeCase(path, ORIGINALS, 200_000)
  const sums = (): number => {
    const started = performance.now()
    execFileSync('sh', [
      '-c',
      `find '${join(path, 'sources')}' -name 'original.*' -print0 | xargs -0 sha256sum > /dev/null`
    ])
    return performance.now() - started
  }
  const store = await CaseStore.open(path, context(userData))
  const own = async (): Promise<number> => {
    const started = performance.now()
    const { ok, sources } = await verifyCase(new OpenCase(store))
    if (!ok || sources.length !== ORIGINALS) throw new Error('The case did not verify.')
    return performance.now() - started
  }
  sums()
  const rounds: number[] = []
  const theirs: number[] = []
  for (let n = 0; n < 3; n++) {
    theirs.push(sums())
    rounds.push(await own())
  }
  await store.close()
  const best = [Math.min(...theirs), Math.min(...rounds)] as const
  const speed = (time: number): string => `${((ORIGINALS * 200_000) / MB / (time / 1000)).toFixed(0)} MB/s`
  console.log(
    `verifying ${ORIGINALS} originals of 200 kB: ${speed(best[1])}, sha256sum ${speed(best[0])} (${ratio(best[0], best[1])} of its speed)`
  )
}

async function unlocking(path: string, userData: string): Promise<void> {
  makeCase(path, SEALED)
  await encryptCase(path, 'six plain words that nobody guesses', context(userData))
  const first = inProcess(path, userData, 'six plain words that nobody guesses')
  const again = inProcess(path, userData, 'six plain words that nobody guesses')
  console.log(
    `unlocking ${again.sources} encrypted sources: list in ${ms(again.listed)} (catalogue missing: list at once, all of it by ${ms(first.settled)})`
  )
}

async function timed(count: number, work: (n: number) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < count; n++) {
    const started = performance.now()
    await work(n)
    times.push(performance.now() - started)
  }
  return times
}

interface Quantiles {
  p50: number
  p99: number
}

function quantiles(times: number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: sorted[Math.floor(sorted.length / 2)]!, p99: sorted[Math.floor(sorted.length * 0.99)]! }
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2)
}

function ms(time: number): string {
  return time < 100 ? `${time.toFixed(2)} ms` : `${time.toFixed(0)} ms`
}
