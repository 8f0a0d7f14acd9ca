import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright/test'
import { findElectron, STANDIN } from '../scripts/electron.mjs'
import type { DossierBridge } from '../src/shared/api/bridge.ts'
import type { Preferences } from '../src/shared/api/contract.ts'
import type { Result } from '../src/shared/errors/errors.ts'

const root = resolve(import.meta.dirname, '..')
/** What the running app holds in its memory of the user's data; all else it reads from the disk when it's asked for. */
const HELD = /^(?:preferences|recent|window)\.json|^logs$/

/** A running app with folders of its own. */
export interface Dossier {
  app: ElectronApplication
  page: Page
  folder: string
  userData: string
  documents: string
  /** Starts anew, after the app was closed. */
  start(): Promise<void>
  /** Quits in the usual way and starts again with the same folders. */
  restart(): Promise<void>
  /** Ends the process as a crash would, and starts again. */
  crashAndRestart(): Promise<void>
}

interface Folders {
  folder: string
  userData: string
  documents: string
}

async function launch({ userData, documents }: Folders): Promise<{ app: ElectronApplication; page: Page }> {
  const electron = findElectron()
  const asRoot = process.getuid?.() === 0
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const app = await _electron.launch({
    executablePath: electron ?? STANDIN,
    args: [...(electron !== null && asRoot ? ['--no-sandbox'] : []), root],
    cwd: root,
    colorScheme: null,
    // The test's own bound holds.
    timeout: 0,
    env: {
      ...Object.fromEntries(inherited),
      // The stand-in finds the right Node at once and need not start a second process.
      PATH: [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
      DOSSIER_USER_DATA: userData,
      DOSSIER_DOCUMENTS: documents
    }
  })
  const page = await app.firstWindow({ timeout: 0 })
  page.context().setDefaultTimeout(0)
  // The first window can still be at its blank page.
  await page.getByRole('heading').first().waitFor()
  // Not before: what evaluates in a process that is just starting can end it.
  await app.evaluate(({ dialog }) => {
    const { showOpenDialog, showSaveDialog } = dialog
    Object.assign(globalThis, { systemDialogs: { showOpenDialog, showSaveDialog } })
  })
  return { app, page }
}

async function quit(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close')
  await app.evaluate(({ app: electronApp }) => electronApp.quit())
  await closed
}

/** An app that a test has, which can be handed to the next one as though it had just been started for the first time. */
export class RunningApp {
  readonly dossier: Dossier
  readonly #preferences: Preferences
  readonly #size: { width: number; height: number }

  private constructor(dossier: Dossier, preferences: Preferences, size: { width: number; height: number }) {
    this.dossier = dossier
    this.#preferences = preferences
    this.#size = size
  }

  static async start(): Promise<RunningApp> {
    const folder = await mkdtemp(join(tmpdir(), 'dossier-e2e-'))
    const folders = { folder, userData: join(folder, 'user-data'), documents: join(folder, 'Documents') }
    await mkdir(folders.documents)
    const dossier: Dossier = {
      ...folders,
      ...(await launch(folders)),
      start: async () => {
        Object.assign(dossier, await launch(folders))
      },
      restart: async () => {
        await quit(dossier.app)
        await dossier.start()
      },
      crashAndRestart: async () => {
        const closed = dossier.app.waitForEvent('close')
        dossier.app.process().kill('SIGKILL')
        await closed
        await dossier.start()
      }
    }
    const { preferences, size } = await dossier.page.evaluate(async () => {
      const { dossier: bridge } = window as unknown as { dossier: DossierBridge }
      const answer = await bridge.request('app.preferences', {})
      if (!answer.ok) throw new Error(answer.error.message)
      return { preferences: answer.value, size: { width: innerWidth, height: innerHeight } }
    })
    return new RunningApp(dossier, preferences, size)
  }

  /** Whether the app can go on: it isn't closed, and its page answers. */
  get runs(): boolean {
    const { app, page } = this.dossier
    return app.process().exitCode === null && app.process().signalCode === null && !page.isClosed()
  }

  /** Closes the case, takes back what was set and what a test put in the place of the system's dialogs, and loads the page anew; nothing is left in the folders. */
  async asNew(): Promise<void> {
    const { app, page, folder, userData, documents } = this.dossier
    await app.evaluate(({ dialog, shell }) => {
      Object.assign(dialog, (globalThis as unknown as { systemDialogs: object }).systemDialogs)
      const { opened } = shell as unknown as { opened?: string[] }
      opened?.splice(0)
    })
    await page.evaluate(async (preferences) => {
      // What is left unsaved keeps the window neither open nor, once it's saved, closes it.
      addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
      const { dossier: bridge } = window as unknown as { dossier: DossierBridge }
      const valueOf = <T>(answer: Result<T>): T => {
        if (!answer.ok) throw new Error(answer.error.message)
        return answer.value
      }
      valueOf(await bridge.request('case.close', {}))
      for (const { place } of valueOf(await bridge.request('app.recent', {})))
        valueOf(await bridge.request('app.forget', { path: place }))
      valueOf(await bridge.request('app.setPreferences', preferences))
    }, this.#preferences)
    for (const name of await readdir(folder)) {
      if (name !== 'user-data' && name !== 'Documents') await rm(join(folder, name), { recursive: true, force: true })
    }
    for (const name of await readdir(documents)) await rm(join(documents, name), { recursive: true, force: true })
    for (const name of await readdir(userData)) {
      if (!HELD.test(name)) await rm(join(userData, name), { recursive: true, force: true })
    }
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    if (width !== this.#size.width || height !== this.#size.height) await page.setViewportSize(this.#size)
    await page.reload()
    await page.getByRole('heading').first().waitFor()
  }

  async end(): Promise<void> {
    await this.dossier.app.close()
    await rm(this.dossier.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
