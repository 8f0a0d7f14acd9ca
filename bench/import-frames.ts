/**
 * How smooth the window stays while 5,000 files are imported: the built app imports made-up texts, and meanwhile one looks on, scrolls the
 * library and types in a brief. Run it after `npm run build`:
 *
 *   npx node bench/import-frames.ts [number of files | --short]
 *
 * A frame is what the page's main thread does from one animation frame to the next, counted in CPU time, so that a busy machine changes
 * little: the thread's own time of all tasks in between, from a trace of Chromium. The time between frames on the clock is told beside it. It
 * ends with 1 when a frame takes more than 50 ms of CPU; `--short` only shows that it runs.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { _electron, type CDPSession, type ElectronApplication, type Page } from 'playwright/test'
import { findElectron, STANDIN } from '../scripts/electron.mjs'

const BAR_MS = 50
const SHORT = process.argv.includes('--short')
const FILES = SHORT ? 120 : Number(process.argv[2] ?? 5000)
/** Pixels that the library scrolls at a time: some ten rows. */
const WHEEL_STEP = 600
const TOWNS = ['Sollen', 'Vestad', 'Orrik', 'Hamna', 'Lund on the Sound', 'Kell', 'Marrow Point']
const root = resolve(import.meta.dirname, '..')

async function writeFiles(folder: string): Promise<string> {
  const place = join(folder, 'files')
  await mkdir(place)
  for (let n = 1; n <= FILES; n++) {
    const town = TOWNS[n % TOWNS.length]!
    const day = `2031-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
    const lines = [
      `date ${day} - ${town} Courier`,
      '-',
      `Port of ${town} counts its ships, report ${n}`,
      `The port of ${town} counted ${n * 7} ships in the week that ended on Sunday, its harbour master said in report ${n}.`,
      `“Number ${n} is a number like any other,” a spokesperson of the port told reporters in ${town}.`
    ]
    await writeFile(join(place, `${n}.txt`), lines.join('\n'))
  }
  return place
}

async function launch(folder: string): Promise<{ app: ElectronApplication; page: Page; documents: string }> {
  const documents = join(folder, 'Documents')
  await mkdir(documents)
  const electron = findElectron()
  const app = await _electron.launch({
    executablePath: electron ?? STANDIN,
    args: [...(electron !== null && process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
    cwd: root,
    // What never comes is found by whoever looks on; a busy machine takes its time.
    timeout: 0,
    env: {
      ...(process.env as Record<string, string>),
      PATH: [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
      DOSSIER_USER_DATA: join(folder, 'user-data'),
      DOSSIER_DOCUMENTS: documents
    }
  })
  const page = await app.firstWindow({ timeout: 0 })
  page.setDefaultTimeout(0)
  await page.getByRole('heading').first().waitFor()
  return { app, page, documents }
}

/** Makes a case with a brief in it. */
async function makeCase(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: 'New case' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Ships')
  await page.getByRole('dialog').getByRole('button', { name: 'Choose the place…' }).click()
  const brief = page.getByRole('region', { name: 'Brief' })
  await brief.getByRole('button', { name: 'Briefs', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New brief…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Ships of the week')
  await page.getByRole('dialog').getByRole('button', { name: 'Make the brief' }).click()
  await brief.getByRole('heading', { name: 'Ships of the week' }).waitFor()
}

async function startImport(app: ElectronApplication, page: Page, files: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, files)
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByRole('menuitem', { name: 'Folder…' }).click()
  await page.getByRole('region', { name: 'Import', exact: true }).waitFor()
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  ts: number
  tdur?: number
  args: { name?: string }
}

/** CPU time of each frame of a page's main thread, in milliseconds, until `end` is called. */
async function traceFrames(session: CDPSession): Promise<{ end: () => Promise<number[]> }> {
  const threads = new Map<string, { tasks: TraceEvent[]; frames: number[]; main: boolean }>()
  const threadOf = ({ pid, tid }: TraceEvent) => {
    const key = `${pid} ${tid}`
    const thread = threads.get(key) ?? { tasks: [], frames: [], main: false }
    threads.set(key, thread)
    return thread
  }
  const collected = ({ value }: { value: object[] }): void => {
    for (const event of value as TraceEvent[]) {
      if (event.name === 'thread_name') threadOf(event).main = event.args.name === 'CrRendererMain'
      else if (event.name === 'ThreadControllerImpl::RunTask') threadOf(event).tasks.push(event)
      else if (event.name === 'FireAnimationFrame') threadOf(event).frames.push(event.ts)
    }
  }
  session.on('Tracing.dataCollected', collected)
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', '__metadata'],
      recordMode: 'recordContinuously'
    }
  })
  const end = async (): Promise<number[]> => {
    const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()))
    await session.send('Tracing.end')
    await complete
    const main = [...threads.values()]
      .filter((thread) => thread.main)
      .sort((a, b) => b.frames.length - a.frames.length)[0]
    if (!main) throw new Error('The trace has no main thread of a page.')
    return perFrame(main.tasks, main.frames)
  }
  return { end }
}

/** The CPU time of the tasks between each two frames: those that begin before the one and after the other's begin. */
function perFrame(tasks: TraceEvent[], frames: number[]): number[] {
  const begins = frames.toSorted((a, b) => a - b)
  const costs = new Array<number>(begins.length + 1).fill(0)
  let frame = 0
  for (const { ts, tdur = 0 } of tasks.toSorted((a, b) => a.ts - b.ts)) {
    while (frame < begins.length && begins[frame]! <= ts) frame++
    costs[frame]! += tdur / 1000
  }
  return costs
}

/** What one does while the import runs; each returns when it's to be done again. */
const WORK: Record<string, (page: Page) => Promise<unknown>> = {
  'looking on': (page) => page.waitForTimeout(250),
  'scrolling the library': (page) =>
    page.getByRole('listbox', { name: 'Sources' }).evaluate((list, step) => {
      list.scrollTop = list.scrollTop + step > list.scrollHeight - 2000 ? 0 : list.scrollTop + step
      return new Promise<void>((done) => requestAnimationFrame(() => done()))
    }, WHEEL_STEP),
  'typing in a brief': (page) => page.keyboard.type('harbour ', { delay: 60 })
}

interface Figures {
  frames: number[]
  /** Milliseconds on the clock from one frame to the next. */
  clock: number[]
}

/** Does one thing over and over while the import goes from one share of its files to the next. */
async function measure(
  page: Page,
  session: CDPSession,
  work: (page: Page) => Promise<unknown>,
  until: number
): Promise<Figures> {
  await page.evaluate(() => {
    const deltas: number[] = []
    let last = performance.now()
    const frame = (now: number): void => {
      deltas.push(now - last)
      last = now
      if (Object.hasOwn(window, 'deltas')) requestAnimationFrame(frame)
    }
    Object.assign(window, { deltas })
    requestAnimationFrame(frame)
  })
  const trace = await traceFrames(session)
  const bar = page.getByRole('progressbar', { name: 'Files done' })
  for (;;) {
    const running = await bar.count()
    if (running === 0 || Number(await bar.getAttribute('aria-valuenow').catch(() => until)) >= until) break
    for (let time = 0; time < 8; time++) await work(page)
  }
  if (until >= FILES) {
    // The report comes over and is looked through: that belongs to the import.
    await page
      .getByRole('region', { name: 'Import', exact: true })
      .getByRole('button', { name: 'Report', exact: true })
      .waitFor()
    await page.waitForTimeout(1000)
  }
  const frames = await trace.end()
  const clock = await page.evaluate(() => {
    const { deltas } = window as unknown as { deltas: number[] }
    delete (window as unknown as { deltas?: number[] }).deltas
    return deltas
  })
  return { frames, clock }
}

const over = (list: readonly number[]): number => list.filter((value) => value > BAR_MS).length
const longest = (list: readonly number[]): string => `${Math.max(0, ...list).toFixed(1)} ms`

const folder = await mkdtemp(join(tmpdir(), 'dossier-bench-'))
const { app, page, documents } = await launch(folder)
let slow = 0
try {
  const files = await writeFiles(folder)
  await makeCase(app, page, join(documents, 'Ships'))
  const session = await page.context().newCDPSession(page)
  await startImport(app, page, files)
  const started = performance.now()
  const names = Object.keys(WORK)
  for (const [index, name] of names.entries()) {
    if (name.startsWith('typing')) {
      await page.getByRole('textbox', { name: 'Text of the brief' }).getByRole('heading', { name: 'Facts' }).click()
      await page.keyboard.press('ArrowDown')
    }
    const { frames, clock } = await measure(page, session, WORK[name]!, (FILES * (index + 1)) / names.length)
    slow += over(frames)
    console.log(
      `${name}: longest frame ${longest(frames)} CPU, ${over(frames)} of ${frames.length} over ${BAR_MS} ms (on the clock ${longest(clock)}, ${over(clock)} over)`
    )
  }
  console.log(`${FILES.toLocaleString('en-GB')} files in ${((performance.now() - started) / 1000).toFixed(0)} s`)
} finally {
  await app.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
if (slow > 0 && !SHORT) process.exitCode = 1
