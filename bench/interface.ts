/**
 * What the interface costs in Chromium: CPU time for each key in a brief of 5,000 statements with their origins, findings and comments beside them,
 * for looking again at one of 100 statements as it's written (in this process, as main does), for the longest frame while a library of
 * 10,000 sources is opened, scrolled, sorted, filtered and narrowed, while these are searched as one types and what is found is gone through, while 5,000 cards of evidence are scrolled and filtered, and in the reader for opening a text and for the longest frame while it scrolls, by wheel
 * steps and by jumps: an article with 500 quotes, a text of 5 million characters, and the same in one paragraph. CPU and not wall time, so that a busy
 * machine changes little. Run it after `npm run build`:
 *
 *   npx node bench/interface.ts [typing] [recheck] [library] [searching] [evidence] [reader] [--short]
 *
 * CPU is the main thread's own time as Chromium counts it (CDP `Performance.getMetrics`, `TaskDuration` in thread ticks): script, style,
 * layout and paint together, without the time between keys. It ends with 1 when a bar is missed;
 * `--short` only shows that it runs.
 */
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chromium, type CDPSession, type Page } from 'playwright/test'
import { installBridge, type BridgeSize } from './interface-bridge.ts'
import { recheck } from './recheck.ts'

const KEY_BAR_MS = 30
const FRAME_BAR_MS = 50
const RECHECK_BAR_MS = 20
const WORD = 'memorandum '
const SHORT = process.argv.includes('--short')
const STATEMENTS = SHORT ? 200 : 5000
const ROWS = SHORT ? 500 : 10_000
const CARDS = SHORT ? 300 : 5000
const KEYS = (SHORT ? 1 : 12) * WORD.length
const KEY_EVERY_MS = 80
const FRAMES = SHORT ? 10 : 240
/** Pixels that the library scrolls in a frame: some ten rows. */
const WHEEL_STEP = 600
/** What is typed into the library's filter and taken away again. */
const FILTERED = 'harbour memo'
const CHROMES = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2'
}

function serve(root: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    const file = join(root, path)
    if (!file.startsWith(root) || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

/** Time of the page's own main-thread tasks so far, in milliseconds: what the commands of this bench cost is left out. */
async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
  return (of('TaskDuration') - of('DevToolsCommandDuration')) * 1000
}

async function measured(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return session
}

/** Types in the middle of a long brief at a fast typist's pace. Autosaving goes on meanwhile and is counted. */
async function typing(page: Page): Promise<Cost> {
  const place = page.locator('.brief-text .statement').nth(STATEMENTS / 2)
  await place.scrollIntoViewIfNeeded()
  await place.click()
  await page.keyboard.press('End')
  await page.waitForTimeout(1500)
  const session = await measured(page)
  return repeat(session, KEYS / WORD.length, WORD.length, () => page.keyboard.type(WORD, { delay: KEY_EVERY_MS }))
}

/** The library of many sources: scrolled in both densities, filtered as one types, sorted and narrowed. */
async function library(page: Page): Promise<Record<string, Cost>> {
  const session = await measured(page)
  const field = page.getByRole('searchbox', { name: 'Filter sources' })
  const shown = page.getByRole('grid', { name: 'Sources' }).or(page.getByRole('listbox', { name: 'Sources' }))
  await shown.focus()
  const dense = await scrolling(page, session)
  const sort = await longestTasks(page, SHORT ? 2 : 12, (time) =>
    page
      .getByRole('columnheader')
      .nth(time % 2 === 0 ? 2 : 1)
      .getByRole('button')
      .click()
  )
  await field.focus()
  const filter = await longestTasks(page, SHORT ? 4 : 60, (time) => {
    const at = time % (2 * FILTERED.length)
    return page.keyboard.press(at < FILTERED.length ? FILTERED[at]! : 'Backspace')
  })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Narrow the list/ }).click()
  const values = page.getByRole('dialog').locator('.facet-value')
  const narrow = await longestTasks(page, SHORT ? 2 : 16, (time) => values.nth(time % 4).click())
  await page.keyboard.press('Escape')
  await field.focus()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'One line for each source' }).click()
  await shown.focus()
  return { dense, sort, filter, narrow, comfortable: await scrolling(page, session) }
}

/** The search over many sources: typed, gone through by its list, and each hit opened from there. */
async function searching(page: Page): Promise<Record<string, Cost>> {
  const session = await measured(page)
  await page.keyboard.press('Control+Shift+F')
  await page.getByRole('searchbox', { name: 'Search everything' }).focus()
  const query = await longestTasks(page, SHORT ? 4 : 60, (time) => {
    const at = time % (2 * FILTERED.length)
    return page.keyboard.press(at < FILTERED.length ? FILTERED[at]! : 'Backspace')
  })
  await page.keyboard.type(FILTERED)
  const list = page.getByRole('listbox', { name: 'Results' })
  await list.getByRole('option').first().waitFor()
  await list.focus()
  const results = await scrolling(page, session)
  await page.keyboard.press('Home')
  const hits = await longestTasks(page, SHORT ? 2 : 20, () => page.keyboard.press('F3'))
  return { query, results, hits }
}

/** The evidence beside the brief: scrolled through, and filtered as one types. */
async function evidence(page: Page): Promise<Record<string, Cost>> {
  const session = await measured(page)
  await page.keyboard.press('Control+Alt+e')
  const list = page.getByRole('listbox', { name: 'Evidence' })
  await list.getByRole('option').first().waitFor()
  await page.waitForTimeout(1000)
  await list.focus()
  const scroll = await scrolling(page, session)
  await page.getByRole('searchbox', { name: 'Filter the evidence' }).focus()
  const filter = await longestTasks(page, SHORT ? 4 : 40, (time) => {
    const at = time % (2 * FILTERED.length)
    return page.keyboard.press(at < FILTERED.length ? FILTERED[at]! : 'Backspace')
  })
  return { scroll, cards: filter }
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** CPU time of the thread within it, in microseconds. */
  tdur?: number
  args: { name?: string }
}

/** Does something several times, each until it shows. Answers the CPU time of the longest task of each on the page's main thread: no frame takes longer. */
async function longestTasks(page: Page, times: number, act: (time: number) => Promise<void>): Promise<Cost> {
  const browser = page.context().browser()!
  const costs: number[] = []
  for (let time = 0; time < times; time++) {
    await browser.startTracing(page, { categories: ['toplevel'] })
    await act(time)
    await page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))
    )
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
    const mains = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid} ${tid}`)
    )
    const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith('RunTask') && mains.has(`${pid} ${tid}`))
    costs.push(Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000)))
  }
  return costOf(costs)
}

/** Scrolls what has the focus as a fast wheel does, one step for each frame. */
function scrolling(page: Page, session: CDPSession): Promise<Cost> {
  return repeat(session, FRAMES, 1, () =>
    page.evaluate((step) => {
      document.activeElement!.scrollTop += step
      return new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)))
    }, WHEEL_STEP)
  )
}

/** Opens the long source of a case, a second time when all that it takes is loaded, and scrolls through it. */
async function reading(page: Page): Promise<{ first: number; again: number; scroll: Cost }> {
  const session = await measured(page)
  const first = await opening(page, session)
  await page.locator('.list-row').nth(1).click()
  await page.waitForTimeout(1000)
  const again = await opening(page, session)
  let turn = 0
  const scroll = await repeat(session, FRAMES, 1, () =>
    page.evaluate(
      ([step, time]) => {
        const scroller = document.querySelector('.reader-scroll')!
        const room = scroller.scrollHeight - scroller.clientHeight
        // Every tenth frame is one of the scroll bar's being dragged far.
        scroller.scrollTop = time % 10 === 9 ? room * ((time * 0.37) % 1) : scroller.scrollTop + step
        return new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)))
      },
      [WHEEL_STEP, turn++] as const
    )
  )
  return { first, again, scroll }
}

async function opening(page: Page, session: CDPSession): Promise<number> {
  const before = await taskMs(session)
  await page.evaluate(async () => {
    const row = [...document.querySelectorAll<HTMLElement>('.list-row')].find((each) =>
      each.querySelector('.row-title')?.textContent.startsWith('Long')
    )!
    row.click()
    const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    while (!document.querySelector('article[aria-label="Long"] .block')) await frame()
    await frame()
  })
  return (await taskMs(session)) - before
}

interface Cost {
  mean: number
  middle: number
  worst: number
  times: number
}

async function repeat(session: CDPSession, times: number, parts: number, act: () => Promise<void>): Promise<Cost> {
  const costs: number[] = []
  for (let time = 0; time < times; time++) {
    const before = await taskMs(session)
    await act()
    costs.push(((await taskMs(session)) - before) / parts)
  }
  return costOf(costs)
}

function costOf(costs: number[]): Cost {
  costs.sort((a, b) => a - b)
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  return { mean, middle: costs[costs.length >> 1]!, worst: costs.at(-1)!, times: costs.length }
}

/** Opens a case of many sources, from its list's arrival on: what is shown before is there already. */
async function openingCase(page: Page): Promise<Cost> {
  return longestTasks(page, 1, async () => {
    await page.evaluate(() => (window as unknown as { letGo: () => void }).letGo())
    await page.locator('.brief-text').waitFor()
    await page.locator('.list-row, .dense-row').first().waitFor()
    await page.waitForTimeout(1000)
  })
}

async function withPage<T>(url: string, size: BridgeSize, measure: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = CHROMES.find(existsSync)
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript(installBridge, size)
    await page.goto(url)
    if (size.held) await page.waitForFunction(() => 'letGo' in window)
    else await page.locator('.brief-text').waitFor()
    await page.waitForTimeout(1000)
    return await measure(page)
  } finally {
    await browser.close()
  }
}

/** One line of the result. */
interface Measure {
  line: string
  met: boolean
}

const TEXTS = [
  { what: 'an article of 200,000 characters with 500 quotes', characters: 200_000, quotes: 500, bar: 50 },
  { what: 'a text of 5 million characters', characters: 5_000_000, quotes: 50, bar: 500 },
  { what: 'a paragraph of 5 million characters', characters: 5_000_000, quotes: 50, bar: 500, inOneBlock: true }
]

/** What can be measured, by the words that choose it on the command line. */
const PARTS: Record<string, (url: string) => Promise<Measure[]>> = {
  typing: async (url) => {
    const size = { sources: 50, quotes: 300, statements: STATEMENTS, paragraphs: 12 }
    const { mean, middle } = await withPage(url, size, typing)
    const line = `typing in ${STATEMENTS.toLocaleString('en')} statements: ${mean.toFixed(1)} ms CPU a key (median ${middle.toFixed(1)}; bar ${KEY_BAR_MS})`
    return [{ line, met: mean <= KEY_BAR_MS }]
  },
  recheck: async () => {
    const costs = await recheck(100, 100, SHORT ? 10 : 200)
    const [middle, worst] = [costs[costs.length >> 1]!, costs.at(-1)!]
    const line = `looking again at a statement of 100, in 100 sources: ${middle.toFixed(1)} ms CPU (longest ${worst.toFixed(1)} of ${costs.length}; bar ${RECHECK_BAR_MS})`
    return [{ line, met: middle <= RECHECK_BAR_MS }]
  },
  library: async (url) => {
    const size = { sources: ROWS, quotes: 2000, statements: 20, paragraphs: 12 }
    const opened = await withPage(url, { ...size, held: true }, openingCase)
    const costs = { opened, ...(await withPage(url, size, library)) }
    return Object.entries(costs).map(([what, cost]) => ({
      line: `${ROWS.toLocaleString('en')} sources, ${LISTED[what]}: ${longest(cost)}`,
      met: cost.worst <= FRAME_BAR_MS
    }))
  },
  searching: async (url) => {
    const size = { sources: ROWS, quotes: 2000, statements: 20, paragraphs: 12 }
    const costs = await withPage(url, size, searching)
    return Object.entries(costs).map(([what, cost]) => ({
      line: `${ROWS.toLocaleString('en')} sources, ${LISTED[what]}: ${longest(cost)}`,
      met: cost.worst <= FRAME_BAR_MS
    }))
  },
  evidence: async (url) => {
    const size = { sources: SHORT ? 50 : 1000, quotes: CARDS, statements: 20, paragraphs: 12 }
    const costs = await withPage(url, size, evidence)
    return Object.entries(costs).map(([what, cost]) => ({
      line: `${CARDS.toLocaleString('en')} cards of evidence, ${LISTED[what]}: ${longest(cost)}`,
      met: cost.worst <= FRAME_BAR_MS
    }))
  },
  reader: async (url) => {
    const measures: Measure[] = []
    for (const { what, characters, quotes, bar, inOneBlock = false } of TEXTS) {
      const long = { characters: SHORT ? 50_000 : characters, quotes, inOneBlock }
      const size = { sources: 3, quotes: 0, statements: 20, paragraphs: 12, long }
      const { first, again, scroll } = await withPage(url, size, reading)
      measures.push(
        {
          line: `opening ${what}: ${again.toFixed(0)} ms CPU (${first.toFixed(0)} at first; bar ${bar})`,
          met: again <= bar
        },
        { line: `scrolling ${what}: ${longest(scroll)}`, met: scroll.worst <= FRAME_BAR_MS }
      )
    }
    return measures
  }
}

const LISTED: Record<string, string> = {
  dense: 'scrolling, one line a row',
  comfortable: 'scrolling, two lines a row',
  sort: 'sorting by a column',
  filter: 'a key in the filter',
  narrow: 'narrowing by a value',
  scroll: 'scrolling',
  cards: 'a key in the filter',
  opened: 'opening the case',
  query: 'a key in the search',
  results: 'scrolling what is found',
  hits: 'going to the next hit'
}

function longest({ worst, middle, times }: Cost): string {
  return `longest ${worst.toFixed(1)} ms CPU (median ${middle.toFixed(1)} of ${times}; bar ${FRAME_BAR_MS})`
}

const asked = process.argv.slice(2).filter((word) => Object.hasOwn(PARTS, word))
const server = await serve(join(import.meta.dirname, '../out/renderer'))
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`
for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) {
  for (const { line, met } of await PARTS[part]!(url)) {
    console.log(line)
    if (!SHORT && !met) process.exitCode = 1
  }
}
server.close()
