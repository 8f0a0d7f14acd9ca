/**
 * What the interface costs in Chromium: CPU time for each key in a brief of 5,000 statements, and the longest frame while a
 * library of 10,000 rows scrolls. Run it after `npm run build`:
 *
 *   npx node bench/interface.ts [folder of the built renderer]
 *
 * CPU is the main thread's own time as Chromium counts it (CDP `Performance.getMetrics`, `TaskDuration` in thread ticks): script, style,
 * layout and paint together, without the time between keys. It ends with 1 when a bar is missed.
 */
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, resolve } from 'node:path'
import { chromium, type CDPSession, type Page } from 'playwright/test'
import { installBridge, type BridgeSize } from './interface-bridge.ts'

const KEY_BAR_MS = 30
const FRAME_BAR_MS = 50
const KEYS = 120
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

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000
}

async function typing(page: Page): Promise<{ mean: number; middle: number; worst: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const statements = page.locator('.brief-text .statement')
  const place = statements.nth(2500)
  await place.scrollIntoViewIfNeeded()
  await place.click()
  await page.keyboard.press('End')
  await page.waitForTimeout(1500)
  const costs: number[] = []
  const words = 'the board kept a memo from the inquiry '
  for (let key = 0; key < KEYS; key++) {
    const before = await taskMs(session)
    await page.keyboard.press(words.charAt(key % words.length) === ' ' ? 'Space' : words.charAt(key % words.length))
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    costs.push((await taskMs(session)) - before)
  }
  costs.sort((a, b) => a - b)
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  return { mean, middle: costs[KEYS >> 1]!, worst: costs.at(-1)! }
}

async function scrolling(page: Page): Promise<{ longest: number; over: number; frames: number }> {
  const list = page.getByRole('listbox', { name: 'Sources' })
  await list.focus()
  return list.evaluate(async (element) => {
    const gaps: number[] = []
    let last = await new Promise<number>(requestAnimationFrame)
    const step = element.scrollHeight / 240
    for (let frame = 0; frame < 240; frame++) {
      element.scrollTop = frame * step
      const now = await new Promise<number>(requestAnimationFrame)
      gaps.push(now - last)
      last = now
    }
    return { longest: Math.max(...gaps), over: gaps.filter((gap) => gap > 50).length, frames: gaps.length }
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
    await page.locator('.brief-text').waitFor()
    await page.waitForTimeout(1000)
    return await measure(page)
  } finally {
    await browser.close()
  }
}

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '../out/renderer'))
const server = await serve(root)
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`
const keys = await withPage(url, { sources: 50, quotes: 300, statements: 5000, paragraphs: 12 }, typing)
const list = await withPage(url, { sources: 10_000, quotes: 2000, statements: 20, paragraphs: 12 }, scrolling)
server.close()
console.log(
  `typing in 5,000 statements: ${keys.mean.toFixed(1)} ms CPU a key (median ${keys.middle.toFixed(1)}, worst ${keys.worst.toFixed(1)}; bar ${KEY_BAR_MS})`
)
console.log(
  `scrolling 10,000 rows: longest frame ${list.longest.toFixed(1)} ms, ${list.over} of ${list.frames} over ${FRAME_BAR_MS} ms`
)
if (keys.mean > KEY_BAR_MS || list.over > 0) process.exitCode = 1
