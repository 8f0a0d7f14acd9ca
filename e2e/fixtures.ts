import AxeBuilder from '@axe-core/playwright'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { _electron, test as base, expect, type ElectronApplication, type Page } from 'playwright/test'
import { findElectron, STANDIN } from '../scripts/electron.mjs'
import type { DossierBridge } from '../src/shared/api/bridge.ts'

const root = resolve(import.meta.dirname, '..')

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
  // The first window can still be at its blank page.
  await page.getByRole('heading').first().waitFor()
  return { app, page }
}

async function quit(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close')
  await app.evaluate(({ app: electronApp }) => electronApp.quit())
  await closed
}

export const test = base.extend<{ dossier: Dossier }>({
  dossier: async ({}, use) => {
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
    await use(dossier)
    await dossier.app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
})

/** What the system's dialogs answer from now on. Null means cancelled; what isn't given keeps its answer. */
export interface DialogAnswers {
  open?: string[] | null
  save?: string | null
}

/** Lets the next dialogs answer by themselves. */
export async function answerDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    if (open !== undefined) dialog.showOpenDialog = async () => ({ canceled: open === null, filePaths: open ?? [] })
    if (save !== undefined) dialog.showSaveDialog = async () => ({ canceled: save === null, filePath: save ?? '' })
  }, answers)
}

/** Chooses an item of the application menu, once main has heard what the window lets be chosen. */
export async function menu(app: ElectronApplication, id: string): Promise<void> {
  const [page] = app.windows()
  await page?.evaluate(async () => {
    await (window as unknown as { dossier: DossierBridge }).dossier.request('app.info', {})
  })
  await app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
}

/** Runs any command of the window, also one that has no item in the application menu. */
export async function command(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, name) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('dossier:event', 'menu.command', { command: name }),
    id
  )
}

/** Light or dark, as the system's setting would do it. */
export async function setTheme(app: ElectronApplication, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)
}

/** Fails on every serious or critical finding of axe on what is shown now. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Legacy mode: the usual one opens a second page, which an app has not.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')}`
  )
  // Soft, so that one run names what is wrong on every screen.
  expect.soft(found, `axe on ${what}`).toEqual([])
}

/** Takes a picture for the documentation into the folder that DOSSIER_PICTURES names, if it does. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['DOSSIER_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Looks at what is shown now in light and in dark: axe, and a picture. */
export async function inBothThemes({ app, page }: Dossier, what: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, theme)
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark')
    await expectAccessible(page, `${what}, ${theme}`)
    await picture(page, `${what.replaceAll(' ', '-')}-${theme}`)
  }
}

export { expect }
