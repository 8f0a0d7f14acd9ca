/**
 * Whether `verify.html` says what the command line says: every PDF of made briefs, untouched, saved anew by other programs and tampered with, and those of
 * folders, is judged by both, and all that they say is compared. Run it after `npm run build`:
 *
 *   npx node bench/page.ts [briefs] [folder …] [--firefox]
 *
 * In Chromium, with what it logs of the network counted; with `--firefox` in Firefox too, which judges the same files. It ends with 1 when anything differs.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { chromium } from 'playwright/test'
import { findChromium } from '../e2e/standin/chromium.mjs'
import { expected, judgeInPage, readJudgement, type Judgement } from '../e2e/verify-page.ts'
import { verifyPdf } from '../src/main/pdf/reader/verify.ts'
import { renderPdf } from '../src/main/pdf/render.ts'
import { Random, randomBrief } from '../src/main/pdf/test/random-brief.test-helper.ts'
import { TAMPERERS } from '../src/main/pdf/test/tamper.test-helper.ts'
import { inFirefox } from './page/firefox.ts'

const args = process.argv.slice(2)
const firefox = args.includes('--firefox')
const folders = args.filter((arg) => !arg.startsWith('--') && !/^\d+$/.test(arg))
const briefs = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 10)
const PAGE = resolve(import.meta.dirname, '../out/page/verify.html')
const SAVED: readonly (readonly string[])[] = [
  ['qpdf', '--linearize'],
  ['qpdf', '--object-streams=generate'],
  ['qpdf', '--qdf'],
  ['mutool', 'clean', '-d']
]
/** Files that are dropped at once. */
const AT_ONCE = 20

const folder = mkdtempSync(join(tmpdir(), 'dossier-page-'))
const paths = [...(await madePdfs()), ...folders.flatMap(pdfsOf)]
const wanted = new Map<string, Judgement>()
for (const path of paths) wanted.set(path, await byProgram(path))
console.log(
  `${paths.length} PDFs, ${[...wanted.values()].filter(({ verdict }) => verdict === 'good').length} of them verified by the program.`
)
compare('Chromium', await byChromium())
if (firefox) compare('Firefox', await inFirefox(PAGE, paths, readJudgement.toString()))
rmSync(folder, { recursive: true })

async function madePdfs(): Promise<string[]> {
  const made: string[] = []
  const write = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    made.push(path)
    return path
  }
  const kinds = Object.entries(TAMPERERS)
  for (let seed = 1; seed <= briefs; seed++) {
    const { bytes } = await renderPdf(randomBrief(seed))
    const path = write(`made-${seed}.pdf`, bytes)
    const [program, ...options] = SAVED[seed % SAVED.length]!
    const saved = join(folder, `made-${seed}-saved.pdf`)
    execFileSync(program!, [...options, path, saved], { stdio: 'ignore' })
    made.push(saved)
    for (let i = 0; i < 2; i++) {
      const [kind, tamper] = kinds[(seed * 2 + i) % kinds.length]!
      const tampered = await tamper(bytes, new Random(seed))
      if (tampered) write(`made-${seed}-${kind.replaceAll(/\W+/g, '-')}.pdf`, tampered.bytes)
    }
  }
  return made
}

function pdfsOf(place: string): string[] {
  const found = readdirSync(place, { recursive: true, encoding: 'utf8' })
  return found.filter((name) => name.endsWith('.pdf')).map((name) => resolve(place, name))
}

async function byProgram(path: string): Promise<Judgement> {
  const report = await verifyPdf(new Uint8Array(readFileSync(path))).catch((error: unknown) =>
    String((error as Error).message)
  )
  return expected(report)
}

async function byChromium(): Promise<Map<string, Judgement>> {
  const log = join(folder, 'netlog.json')
  const browser = await chromium.launch({
    executablePath: findChromium()!,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--log-net-log=${log}`,
      '--enable-precise-memory-info'
    ]
  })
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(PAGE).href)
  const found = new Map<string, Judgement>()
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE)
    const judged = await judgeInPage(page, some)
    for (const path of some) found.set(path, judged.get(basename(path))!)
  }
  await browser.close()
  const beyond = asked.filter((url) => !/^(?:file:\/\/.*\/verify\.html$|blob:null\/)/.test(url))
  const { constants, events } = JSON.parse(readFileSync(log, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number; params?: { url?: string } }[]
  }
  const request = constants.logEventTypes['URL_REQUEST_START_JOB']
  const urls = events.filter(({ type, params }) => type === request && params?.url?.includes('verify')).length
  console.log(`Chromium: ${beyond.length} requests beyond the page itself; ${urls} of it in the log of the network.`)
  if (beyond.length > 0 || urls > 0) process.exitCode = 1
  return found
}

function compare(browser: string, found: ReadonlyMap<string, Judgement>): void {
  const verdicts = paths.filter((path) => found.get(path)?.verdict === wanted.get(path)!.verdict)
  const whole = paths.filter((path) => isDeepStrictEqual(found.get(path), wanted.get(path)))
  for (const path of paths.filter((each) => !whole.includes(each))) {
    console.log(`${browser} says of ${basename(path)}: ${JSON.stringify(found.get(path))}`)
    console.log(`  the program: ${JSON.stringify(wanted.get(path))}`)
  }
  const share = (part: string[]): string => `${((part.length / paths.length) * 100).toFixed(1)} %`
  console.log(`${browser}: the same verdict in ${share(verdicts)}, the same in every word in ${share(whole)}.`)
  if (verdicts.length < paths.length) process.exitCode = 1
}
