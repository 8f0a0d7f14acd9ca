import { randomBrief } from '../src/main/pdf/test/random-brief.test-helper.ts'
import { renderPdf } from '../src/main/pdf/render.ts'
import { names } from '../src/main/pdf/test/named.test-helper.ts'
import { verifyPdf } from '../src/main/pdf/reader/verify.ts'
import { savedBy, SAVINGS, turnsOf } from './tampered.ts'

/**
 * `node bench/tamper.ts [briefs] [first seed]`: makes random briefs, tampers with each in two ways, and saves it anew without a change
 * by another program; tells what the verifier missed, what it found without naming the place, and which PDFs it accused that
 * nobody tampered with. Needs qpdf and mutool.
 */
const count = Number(process.argv[2] ?? 500)
const first = Number(process.argv[3] ?? 1)
const tally = { made: 0, found: 0, named: 0, untouched: 0, saved: 0, accused: 0 }

for (let seed = first; seed < first + count; seed++) {
  const { bytes } = await renderPdf(randomBrief(seed))
  tally.untouched++
  await trust(bytes, `seed ${seed}: untouched`)
  const saving = SAVINGS[seed % SAVINGS.length]!
  tally.saved++
  await trust(savedBy(saving, bytes), `seed ${seed}: saved by ${saving.join(' ')}`)
  for (const { kind, tampered } of await turnsOf(bytes, seed)) {
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
tell()

async function trust(bytes: Uint8Array, what: string): Promise<void> {
  const report = await verifyPdf(bytes).catch((error: unknown) => String(error))
  if (typeof report !== 'string' && report.ok) return
  tally.accused++
  console.log(`${what}, but accused: ${typeof report === 'string' ? report : report.problems.join(' | ')}`)
}

function tell(): void {
  const { made, found, named, untouched, saved, accused } = tally
  console.log(
    `${made} tampered: ${found} found, ${named} named; ${untouched} untouched and ${saved} saved anew: ${accused} accused.`
  )
}
