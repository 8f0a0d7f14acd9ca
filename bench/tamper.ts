import { randomBrief, Random } from '../src/main/pdf/random-brief.test-helper.ts'
import { renderPdf } from '../src/main/pdf/render.ts'
import { TAMPERERS } from '../src/main/pdf/tamper.test-helper.ts'
import { names } from '../src/main/pdf/named.test-helper.ts'
import { verifyPdf } from '../src/main/pdf/verify.ts'

/**
 * `node bench/tamper.ts [count] [first seed]`: makes random briefs, tampers with each in one way after the other, and tells
 * what the verifier missed, what it found without naming the place, and which untouched PDFs it accused.
 */
const count = Number(process.argv[2] ?? 500)
const first = Number(process.argv[3] ?? 1)
const kinds = Object.entries(TAMPERERS)
const tally = { made: 0, found: 0, named: 0, untouched: 0, accused: 0 }

for (let seed = first; seed < first + count; seed++) {
  const { bytes } = await renderPdf(randomBrief(seed))
  const clean = await verifyPdf(bytes)
  tally.untouched++
  if (!clean.ok) {
    tally.accused++
    console.log(`seed ${seed}: untouched, but accused: ${clean.problems.join(' | ')}`)
  }
  for (let turn = 0; turn < kinds.length; turn++) {
    const [kind, tamper] = kinds[(seed + turn) % kinds.length]!
    const tampered = await tamper(bytes, new Random(seed))
    if (!tampered) continue
    tally.made++
    const report = await verifyPdf(tampered.bytes).catch((error: unknown) => String(error))
    if (typeof report !== 'string' && report.ok) console.log(`seed ${seed}: missed: ${kind}`)
    else tally.found++
    if (names(report, tampered)) tally.named++
    else
      console.log(
        `seed ${seed}: not named: ${kind}: ${typeof report === 'string' ? report : report.problems.join(' | ')}`
      )
    break
  }
  if (tally.untouched % 50 === 0) tell()
}
tell()

function tell(): void {
  const { made, found, named, untouched, accused } = tally
  console.log(`${made} tampered: ${found} found, ${named} named; ${untouched} untouched: ${accused} accused.`)
}
