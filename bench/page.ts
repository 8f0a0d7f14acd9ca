/**
 * Whether `verify.html` says what the command line says: PDFs of made briefs, untouched, saved anew by other programs, tampered with and signed, and those of
 * folders, are judged by both, and all that they say is compared, word by word. Run it after `npm run build`:
 *
 *   node bench/page.ts [--set tampered,briefs,signed] [--tampered 200] [folder …] [--firefox] [--short]
 *
 * In Chromium, with what it asks of the network counted and the largest brief measured; with `--firefox` in Firefox too, which judges the same files. It ends
 * with 1 when anything differs, is asked for, or costs more than it may.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { expected, readJudgement, type Judgement } from '../e2e/verify-page.ts'
import { verifyPdf } from '../src/main/pdf/reader/verify.ts'
import { inChromium } from './page/chromium.ts'
import { inFirefox } from './page/firefox.ts'
import { briefSetPdfs, makePdfs, pdfsOf, signedPdfs, tamperedPdfs } from './page/made-pdfs.ts'

const { values, positionals } = parseArgs({
  options: {
    set: { type: 'string', default: 'tampered,briefs,signed' },
    tampered: { type: 'string', default: '200' },
    firefox: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false }
  },
  allowPositionals: true
})
const PAGE = resolve(import.meta.dirname, '../out/page/verify.html')
/** What 500 pages may cost: seconds of processor time, milliseconds in which the page answers nobody, MB. */
const MOST = { cpu: 10, longest: 200, memory: 600 }

const MAKING = {
  tampered: tamperedPdfs(values.short ? 4 : Number(values.tampered)),
  briefs: briefSetPdfs(values.short ? 1 : undefined),
  signed: signedPdfs
}

const sets = values.set.split(',').filter((each) => each !== '')
const unknown = sets.filter((each) => !(each in MAKING))
if (unknown.length > 0)
  throw new Error(`There is no set ${unknown.join(', ')}; there are ${Object.keys(MAKING).join(', ')}.`)
const folder = mkdtempSync(join(tmpdir(), 'dossier-page-'))
const making = [...sets.map((each) => MAKING[each as keyof typeof MAKING]), ...positionals.map(pdfsOf)]
const paths = await makePdfs(folder, making)
const wanted = new Map<string, Judgement>()
for (const path of paths) wanted.set(path, await byProgram(path))
const verdicts = [...wanted.values()].map(({ verdict }) => verdict)
const counted = (['good', 'bad', 'unsure'] as const).map((kind) => verdicts.filter((each) => each === kind).length)
console.log(
  `${paths.length} PDFs, of which the program verifies ${counted[0]}, refuses ${counted[1]} and can’t check ${counted[2]}.`
)
const heavy = paths.find((path) => basename(path) === 'set-500-pages.pdf') ?? null
const { judged, requests, cost } = await inChromium(PAGE, paths, heavy, folder)
compare('Chromium', judged)
console.log(`Chromium: ${requests.length} requests beyond the page itself, by the page and by the log of the network.`)
for (const url of requests) console.log(`  ${url}`)
if (requests.length > 0) process.exitCode = 1
if (cost) {
  const { cpu, longest, memory } = cost
  console.log(
    `Chromium: 500 pages in ${cpu.toFixed(1)} s of processor time, at most ${Math.round(longest)} ms of it at a stretch in the page’s own thread, with ${Math.round(memory)} MB.`
  )
  if (cpu > MOST.cpu || longest > MOST.longest || memory > MOST.memory) process.exitCode = 1
}
if (values.firefox) compare('Firefox', await inFirefox(PAGE, paths, readJudgement.toString()))
rmSync(folder, { recursive: true })

async function byProgram(path: string): Promise<Judgement> {
  const report = await verifyPdf(new Uint8Array(readFileSync(path))).catch((error: unknown) =>
    String((error as Error).message)
  )
  return expected(report)
}

/** A judgement on a line, as far as it can be taken in. */
function told(judgement: Judgement | undefined): string {
  return JSON.stringify(judgement)?.slice(0, 2000) ?? 'nothing'
}

function compare(browser: string, found: ReadonlyMap<string, Judgement>): void {
  const sameVerdict = paths.filter((path) => found.get(path)?.verdict === wanted.get(path)!.verdict)
  const whole = paths.filter((path) => isDeepStrictEqual(found.get(path), wanted.get(path)))
  for (const path of paths.filter((each) => !whole.includes(each))) {
    console.log(`${browser} says of ${basename(path)}: ${told(found.get(path))}`)
    console.log(`  the program: ${told(wanted.get(path))}`)
  }
  const share = (part: string[]): string => `${((part.length / paths.length) * 100).toFixed(1)} %`
  console.log(`${browser}: the same verdict in ${share(sameVerdict)}, the same in every word in ${share(whole)}.`)
  if (whole.length < paths.length) process.exitCode = 1
}
