/**
 * What the analyses cost: CPU time of each answer about a case of running news that wasn't read before, for a statement that is looked at again as it's being written, and
 * for what is opened of a case that was read before. Each in a process of its own, opening included; the programs' start isn't.
 *
 *   npx node bench/analysis.ts [sources] [statements] [--short]
 *
 * 100 sources and 100 statements unless given. `--short` only shows that it runs. It ends with 1 when a bar is missed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CaseStore } from '../src/main/store/case-store.ts'
import { originHandlers } from '../src/main/use-cases/analysis/origin-handlers.ts'
import { readingHandlers } from '../src/main/use-cases/analysis/reading-handlers.ts'
import { nameHandlers } from '../src/main/use-cases/names/name-handlers.ts'
import { OpenCase } from '../src/main/use-cases/open-case.ts'
import { sha256 } from '../src/main/base/hash.ts'
import { makeNewsCase } from './made-news-case.ts'

const SHORT = process.argv.includes('--short')
const [first = '', ...rest] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
/** The longest that an answer may take, in milliseconds of CPU. */
const ANSWER_BAR = 1000
const RECHECK_BAR = 20
const LOOKS = SHORT ? 4 : 40
/** Beyond so many sources a case is read in the background, and what counts is opening what was read. */
const LARGE = 1000

const clock = { now: () => new Date('2033-01-01T00:00:00.000Z'), newId: () => 'made' }

const ANSWERS: Readonly<Record<string, (open: OpenCase) => Promise<unknown>>> = {
  figures: async (open) => readingHandlers(() => open)['figures.list']({}),
  chronology: async (open) => readingHandlers(() => open)['chronology.list']({}),
  origins: async (open) => originHandlers(() => open, clock)['origins.get']({ id: 'brief' }),
  lint: async (open) => originHandlers(() => open, clock)['lint.get']({ id: 'brief' }),
  impact: async (open) => originHandlers(() => open, clock)['impact.get']({ id: open.store.catalogue.idByKey('S1')! }),
  matrix: async (open) => originHandlers(() => open, clock)['matrix.get']({ id: 'brief' }),
  names: async (open) =>
    nameHandlers(
      () => open,
      () => undefined,
      clock
    )['names.entries']({ kind: null, find: '', sort: 'name' })
}

if (first === 'answer') await answer(rest[0]!, rest[1]!, rest[2]!)
else if (first === 'recheck') await recheck(rest[0]!, rest[1]!)
else process.exitCode = main(Number(first || (SHORT ? 6 : 100)), Number(rest[0] ?? (SHORT ? 6 : 100))) ? 0 : 1

/** Milliseconds of CPU that work takes. */
async function cpuOf<T>(work: () => Promise<T>): Promise<{ cpu: number; value: T }> {
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000, value }
}

async function opened(path: string, userData: string): Promise<OpenCase> {
  return new OpenCase(await CaseStore.open(path, { userData, now: () => new Date() }))
}

async function closed(open: OpenCase): Promise<void> {
  await open.readings.close()
  await open.names.close()
  await open.store.close()
}

async function answer(which: string, path: string, userData: string): Promise<void> {
  const { cpu, value } = await cpuOf(async () => {
    const open = await opened(path, userData)
    return { open, answer: await ANSWERS[which]!(open) }
  })
  await closed(value.open)
  console.log(JSON.stringify({ cpu, hash: sha256(JSON.stringify(value.answer)).slice(0, 12) }))
}

/** Looks at statements again of which each has other words. */
async function recheck(path: string, userData: string): Promise<void> {
  const open = await opened(path, userData)
  await open.analysis.lint('brief')
  const [section] = open.brief('brief').doc.content
  const statements = section!.content.filter((node) => node.type === 'statement')
  const costs: number[] = []
  for (let n = 0; n < LOOKS; n++) {
    const statement = structuredClone(statements[n % statements.length]!)
    const [text] = statement.content ?? []
    if (text?.type === 'text') text.text += `On Friday ${n + 5} more were told of it. `
    costs.push((await cpuOf(() => open.analysis.lintStatement('brief', statement))).cpu)
  }
  await closed(open)
  costs.sort((a, b) => a - b)
  console.log(JSON.stringify({ cpu: costs[Math.floor(costs.length / 2)], most: costs.at(-1) }))
}

interface Told {
  cpu: number
  hash?: string
  most?: number
}

function inProcess(...words: string[]): Told {
  const child = spawnSync(process.execPath, [import.meta.filename, ...words], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Told
}

/** True where no bar is missed. */
function main(sources: number, statements: number): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'bench-analysis-'))
  let isFine = true
  const tell = (name: string, cpu: number, bar: number | null, more = ''): void => {
    const isMissed = bar !== null && cpu > bar
    isFine &&= SHORT || !isMissed
    const against = bar === null ? '' : `  bar ${bar} ms${isMissed ? '  MISSED' : ''}`
    console.log(`${name.padEnd(28)}${cpu.toFixed(0).padStart(7)} ms CPU${against}${more}`)
  }
  try {
    const path = join(folder, 'case')
    makeNewsCase(path, sources, statements)
    console.log(`${sources} sources, ${statements} statements`)
    for (const which of Object.keys(ANSWERS)) {
      const userData = join(folder, which)
      const cold = inProcess('answer', which, path, userData)
      tell(`${which}, first time`, cold.cpu, sources > LARGE ? null : ANSWER_BAR, `  ${cold.hash!}`)
      tell(`${which}, again`, inProcess('answer', which, path, userData).cpu, ANSWER_BAR)
    }
    const again = inProcess('recheck', path, join(folder, 'lint'))
    tell('a changed statement', again.cpu, RECHECK_BAR, `  at most ${again.most!.toFixed(0)} ms`)
    return isFine
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
