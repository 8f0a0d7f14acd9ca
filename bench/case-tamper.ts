/**
 * Tampers with cases, clear and encrypted, by deleting, moving and rolling back their files, and lets the shipped command verify each twice on a machine
 * that never saw it. `npm run bench:case-tamper -- [count] [first seed]`, 200 unless given.
 */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandLine } from '../scripts/built.mjs'
import { Seeded } from '../src/main/store/seeded.test-helper.ts'
import { caseWithHistory, TAMPERS, type Target } from '../src/main/store/tamper.test-helper.ts'

const CLI = commandLine()
const PASSPHRASE = 'seven harbour lamps'
const count = Number(process.argv[2] ?? 200)
const first = Number(process.argv[3] ?? 1)
const kinds = Object.entries(TAMPERS)

const folder = await mkdtemp(join(tmpdir(), 'case-tamper-'))
const tally = { tampered: 0, told: 0, named: 0, untouched: 0, accused: 0 }

/** What the shipped command says of a case, with a home of its own. */
function verify(path: string, home: string): Promise<{ code: number; out: string }> {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data')
  }
  const args = [CLI, 'verify', path, '--passphrase-file', join(folder, 'passphrase')]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 1 << 26 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? NaN) : 0, out: out + err })
    })
  })
}

async function judge(seed: number, cases: readonly Target[]): Promise<void> {
  const random = new Seeded(seed)
  const made = cases[seed % cases.length]!
  const target = { ...made, path: join(folder, `case-${seed}`) }
  const home = join(folder, `home-${seed}`)
  await mkdir(home)
  for (let turn = 0; turn < kinds.length; turn++) {
    await cp(made.path, target.path, { recursive: true })
    const [kind, tamper] = kinds[(seed + turn) % kinds.length]!
    const done = await tamper(target, random)
    if (!done) {
      await rm(target.path, { recursive: true })
      continue
    }
    tally.tampered++
    const runs = [await verify(target.path, home), await verify(target.path, home)]
    const isTold = runs.every(({ code }) => code === 1)
    if (isTold) tally.told++
    else console.log(`seed ${seed}: ${kind} (${done.what}): exit codes ${runs.map(({ code }) => code).join(', ')}`)
    if (runs.every(({ out }) => done.names.test(out))) tally.named++
    else console.log(`seed ${seed}: ${kind} (${done.what}) isn’t named: ${runs.at(-1)!.out.slice(-600)}`)
    break
  }
  await rm(target.path, { recursive: true, force: true })
  if (seed % 10 > 0) return
  const other = join(folder, `untouched-${seed}`)
  await cp(made.path, other, { recursive: true })
  tally.untouched++
  for (let run = 0; run < 2; run++) {
    const { code, out } = await verify(other, home)
    if (code === 0) continue
    tally.accused++
    console.log(`seed ${seed}: untouched, but accused: ${out.slice(-600)}`)
    break
  }
}

try {
  await writeFile(join(folder, 'passphrase'), `${PASSPHRASE}\n`)
  for (const name of ['clear', 'sealed']) await mkdir(join(folder, name))
  const cases = [
    await caseWithHistory(join(folder, 'clear')),
    await caseWithHistory(join(folder, 'sealed'), PASSPHRASE)
  ]
  const seeds = Array.from({ length: count }, (_, i) => first + i)
  await Promise.all(
    [0, 1].map(async () => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) await judge(seed, cases)
    })
  )
  const { tampered, told, named, untouched, accused } = tally
  console.log(
    `${tampered} tampered: ${told} told on both runs, ${named} named; ${untouched} untouched: ${accused} accused.`
  )
  if (told < tampered || named < tampered || accused > 0) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
