import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBrief, Random } from '../src/main/pdf/test/random-brief.test-helper.ts'
import { renderPdf } from '../src/main/pdf/render.ts'
import { TAMPERERS } from '../src/main/pdf/test/tamper.test-helper.ts'
import { names } from '../src/main/pdf/test/named.test-helper.ts'
import { verifyPdf } from '../src/main/pdf/reader/verify.ts'

/**
 * `node bench/tamper.ts [briefs] [first seed]`: makes random briefs, tampers with each in two ways, and saves it anew without a change
 * by another program; tells what the verifier missed, what it found without naming the place, and which PDFs it accused that
 * nobody tampered with. Needs qpdf and mutool.
 */
const count = Number(process.argv[2] ?? 500)
const first = Number(process.argv[3] ?? 1)
const TURNS = 2
const kinds = Object.entries(TAMPERERS)
const SAVED: readonly (readonly string[])[] = [
  ['qpdf'],
  ['qpdf', '--linearize'],
  ['qpdf', '--object-streams=generate'],
  ['qpdf', '--qdf'],
  ['qpdf', '--linearize', '--object-streams=generate'],
  ['qpdf', '--recompress-flate', '--compression-level=1'],
  ['qpdf', '--stream-data=uncompress'],
  ['mutool', 'clean'],
  ['mutool', 'clean', '-gggg', '-z'],
  ['mutool', 'clean', '-d']
]
const tally = { made: 0, found: 0, named: 0, untouched: 0, saved: 0, accused: 0 }
const folder = mkdtempSync(join(tmpdir(), 'dossier-tamper-'))

for (let seed = first; seed < first + count; seed++) {
  const { bytes } = await renderPdf(randomBrief(seed))
  tally.untouched++
  await trust(bytes, `seed ${seed}: untouched`)
  const saving = SAVED[seed % SAVED.length]!
  tally.saved++
  await trust(savedBy(saving, bytes), `seed ${seed}: saved by ${saving.join(' ')}`)
  let turns = 0
  for (let i = 0; i < kinds.length && turns < TURNS; i++) {
    const [kind, tamper] = kinds[(seed * TURNS + turns + i) % kinds.length]!
    const tampered = await tamper(bytes, new Random(seed))
    if (!tampered) continue
    turns++
    tally.made++
    const report = await verifyPdf(tampered.bytes).catch((error: unknown) => String(error))
    if (typeof report !== 'string' && report.ok) console.log(`seed ${seed}: missed: ${kind}`)
    else tally.found++
    if (names(report, tampered)) tally.named++
    else
      console.log(
        `seed ${seed}: not named: ${kind}: ${typeof report === 'string' ? report : report.problems.join(' | ')}`
      )
  }
  if (tally.untouched % 50 === 0) tell()
}
rmSync(folder, { recursive: true })
tell()

async function trust(bytes: Uint8Array, what: string): Promise<void> {
  const report = await verifyPdf(bytes).catch((error: unknown) => String(error))
  if (typeof report !== 'string' && report.ok) return
  tally.accused++
  console.log(`${what}, but accused: ${typeof report === 'string' ? report : report.problems.join(' | ')}`)
}

function savedBy([program, ...args]: readonly string[], bytes: Uint8Array): Uint8Array {
  const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
  writeFileSync(from, bytes)
  execFileSync(program!, [...args, from, to], { stdio: 'ignore' })
  return new Uint8Array(readFileSync(to))
}

function tell(): void {
  const { made, found, named, untouched, saved, accused } = tally
  console.log(
    `${made} tampered: ${found} found, ${named} named; ${untouched} untouched and ${saved} saved anew: ${accused} accused.`
  )
}
