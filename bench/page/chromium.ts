import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright/test'
import { findChromium } from '../../e2e/standin/chromium.mjs'
import { dropInPage, readFromPage, type Judgement } from '../../e2e/verify-page.ts'
import { costOf, type Cost } from './cost.ts'

/** Files that are dropped at once. */
const AT_ONCE = 20

/** What the page says in Chromium, and what it asked for. */
export interface InChromium {
  judged: Map<string, Judgement>
  /** Requests other than for the page itself, as the page and the log of the network have them. */
  requests: string[]
  /** What the heaviest file cost; null where none was named. */
  cost: Cost | null
}

/** What the page says of PDFs in Chromium, by their paths. `heavy` is judged alone, and measured. The log of the network goes to `folder`. */
export async function inChromium(
  page: string,
  paths: readonly string[],
  heavy: string | null,
  folder: string
): Promise<InChromium> {
  const log = join(folder, 'netlog.json')
  const browser = await chromium.launch({
    executablePath: findChromium()!,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--log-net-log=${log}`]
  })
  const tab = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  // What a large file takes on a busy machine.
  tab.setDefaultTimeout(600_000)
  const asked: string[] = []
  tab.on('request', (request) => asked.push(request.url()))
  await tab.goto(pathToFileURL(page).href)
  const judged = new Map<string, Judgement>()
  const read = async (some: readonly string[]): Promise<void> => {
    const found = await readFromPage(tab, some)
    for (const path of some) judged.set(path, found.get(basename(path))!)
  }
  const rest = paths.filter((path) => path !== heavy)
  for (let at = 0; at < rest.length; at += AT_ONCE) {
    const some = rest.slice(at, at + AT_ONCE)
    await dropInPage(tab, some)
    await read(some)
  }
  const cost = heavy === null ? null : await costOf(browser, tab, () => dropInPage(tab, [heavy]))
  if (heavy !== null) await read([heavy])
  await browser.close()
  const beyond = asked.filter((url) => !/^(?:file:\/\/.*\/verify\.html$|blob:null\/)/.test(url))
  return { judged, requests: [...beyond, ...loggedRequests(log)], cost }
}

/** The addresses on the network that the browser’s log tells of, but for those that the browser asks for itself. */
function loggedRequests(log: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(log, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number; params?: { url?: string; initiator?: string; network_isolation_key?: string } }[]
  }
  const start = constants.logEventTypes['URL_REQUEST_START_JOB']
  return events.flatMap(({ type, params }) => {
    const isOfPage = params?.initiator !== undefined && params.initiator !== 'not an origin'
    return type === start && params?.url !== undefined && isOfPage ? [params.url] : []
  })
}
